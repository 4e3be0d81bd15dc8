"""The front door: paste a page, and read its record beside it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from litestar import get, post
from litestar.datastructures import UploadFile
from litestar.response import Template

from dateline.web.reading import Wanted, WantedError, as_file, as_wanted
from dateline.web.room import Asked, page, room_of
from dateline.web.sheet import lay_out


@get("/", include_in_schema=False, sync_to_thread=False)
def front(request: Asked) -> Template:
    """The empty box."""
    return page(request, "front.html", pasted="")


@get("/sample", include_in_schema=False, sync_to_thread=False)
def sample(request: Asked) -> Template:
    """The box with a sample page in it."""
    return page(request, "front.html", pasted=sample_page())


@post("/read", include_in_schema=False, status_code=200)
async def read_page(request: Asked) -> Template:
    """The record beside the article; only the part that changes where the page's script asked."""
    settings = room_of(request).settings
    form = await request.form()
    text, published = str(form.get("text") or ""), str(form.get("published") or "") or None
    sent = form.get("file")
    data = await sent.read() if isinstance(sent, UploadFile) else b""
    # Browsers end the lines of a form with CR LF, which would move every offset.
    text = text.replace("\r\n", "\n")
    if data and isinstance(sent, UploadFile):
        document = as_file(data, sent.filename, published, settings)
    else:
        document = as_wanted(Wanted(text=text, url=str(form.get("url") or "") or None, published=published), settings)
    answer = await room_of(request).pool.read(document)
    if answer.record is None:
        raise WantedError(str(answer.problem) if answer.problem else "nothing was read; check that it is a page of news")
    name = "parts/reading.html" if request.headers.get("hx-request") else "read.html"
    return page(request, name, sheet=lay_out(answer.record, notes=answer.notes), pasted=text)


@cache
def sample_page() -> str:
    """A page as it comes from the web."""
    return (files("dateline.web") / "sample.txt").read_text(encoding="utf-8")
