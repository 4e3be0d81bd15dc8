"""Signing in and out, where a password is asked for."""

from __future__ import annotations

from litestar import get, post
from litestar.exceptions import NotAuthorizedException
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from dateline.web.guard import COOKIE
from dateline.web.room import Asked, page, room_of


@get("/sign-in", include_in_schema=False, sync_to_thread=False)
def sign_in_page(request: Asked, back: FromQuery[str] = "/") -> Template:
    """The form."""
    return page(request, "sign_in.html", back=_own(back))


@post("/sign-in", include_in_schema=False)
async def sign_in(request: Asked) -> Redirect:
    """Begins a session."""
    form = await request.form()
    key = room_of(request).sessions.begin(str(form.get("password") or ""))
    if key is None:
        raise NotAuthorizedException("that is not the password")
    answer = Redirect(_own(str(form.get("back") or "/")), status_code=303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, key, httponly=True, samesite="strict", secure=secure, path="/")
    return answer


@post("/sign-out", include_in_schema=False, sync_to_thread=False)
def sign_out(request: Asked) -> Redirect:
    """Ends a session."""
    room_of(request).sessions.end(request.cookies.get(COOKIE))
    answer = Redirect("/sign-in", status_code=303)
    answer.delete_cookie(COOKIE, path="/")
    return answer


def _own(back: str) -> str:
    """A path of ours, or the front page: never another site's address."""
    plain = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable()
    return back if plain else "/"
