"""Checking: the form of one fact, and the figures of all checks."""

from __future__ import annotations

import asyncio
from typing import cast

import msgspec
from litestar import get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect, Response, Template

from dateline.store.checks import Checks, Fact, Verdict, agreement, gold
from dateline.web.checking import WantedCheck, article_record, put_check
from dateline.web.facts import fact_of
from dateline.web.pages.archive_page import archive_page
from dateline.web.query import one
from dateline.web.reading import WantedError
from dateline.web.room import Asked, room_of, snapshot_of
from dateline.web.sheet.words import types, words

_NAME = "dateline_analyst"
_YEAR = 365 * 24 * 3600


@get("/checks", include_in_schema=False, sync_to_thread=True)
def checks_page(request: Asked) -> Template:
    """Figures by type, and the newest checks."""
    found = checks_of(request).all()
    newest = list(reversed(found[-100:]))
    return archive_page(
        request, snapshot_of(request), "checks.html", figures=agreement(found), newest=newest, all=len(found)
    )


@get("/check", include_in_schema=False, sync_to_thread=True)
def check_page(request: Asked) -> Template:
    """The form."""
    checks_of(request)
    article, fact = one(request, "article") or "", one(request, "fact") or ""
    was, span = fact_of(article_record(request, article), fact)
    word = words()
    choices = {
        "event": sorted({*types(), was.type}),
        "statement": list(word["class"]),
        "commitment": list(word["commitment"]),
    }
    analyst = request.cookies.get(_NAME, "")
    shown = {"article": article, "fact": fact, "was": was, "span": span, "choices": choices[was.kind], "analyst": analyst}
    return archive_page(request, snapshot_of(request), "check.html", statuses=list(word["status"]), **shown)


@post("/check", include_in_schema=False)
async def check(request: Asked) -> Redirect:
    """Puts a check in place and leads back to the fact."""
    form = await request.form()
    given = {name: str(form.get(name) or "").strip() for name in (*_FIELDS, *_FACT)}
    wanted = WantedCheck(
        article=given["article"],
        fact=given["fact"],
        verdict=_verdict(given["verdict"]),
        who=given["who"][:100],
        reason=given["reason"][:2_000],
        now=_fact(given),
    )
    made = await asyncio.to_thread(put_check, request, wanted)
    answer = Redirect(f"/article/{made.article}#{made.fact}", status_code=303)
    answer.set_cookie(_NAME, made.who, httponly=True, samesite="strict", max_age=_YEAR, path="/check")
    return answer


@get("/download/gold.jsonl", include_in_schema=False, sync_to_thread=True)
def gold_file(request: Asked) -> Response[bytes]:
    """Every checked fact as gold for benchmarks: the article's text, the words, and what should be found there."""
    found = checks_of(request).all()
    asked = sorted({check.article for check in found})
    sql = "SELECT article, text FROM articles WHERE article IN (SELECT unnest($articles))"
    texts = {row["article"]: row["text"] for row in snapshot_of(request).rows(sql, {"articles": asked})}
    lines = b"".join(msgspec.json.encode(one) + b"\n" for one in gold(found, texts))
    headers = {"content-disposition": 'attachment; filename="dateline-gold.jsonl"'}
    return Response(lines, media_type="application/jsonl; charset=utf-8", headers=headers)


@get("/download/checks.jsonl", include_in_schema=False, sync_to_thread=True)
def checks_file(request: Asked) -> Response[bytes]:
    """All checks as they were made."""
    lines = b"".join(msgspec.json.encode(one) + b"\n" for one in checks_of(request).all())
    headers = {"content-disposition": 'attachment; filename="dateline-checks.jsonl"'}
    return Response(lines, media_type="application/jsonl; charset=utf-8", headers=headers)


_FIELDS = ("article", "fact", "verdict", "who", "reason")
_FACT = ("kind", "type", "status", "actors", "recipients", "date")


def checks_of(request: Asked) -> Checks:
    """The archive's checks.  Raises NotFoundException where the room has no archive."""
    checks = room_of(request).checks
    if checks is None:
        raise NotFoundException("this room was opened without an archive; start it with `dateline serve RECORD_DIR`")
    return checks


def _verdict(given: str) -> Verdict:
    if given not in ("confirm", "correct", "reject"):
        raise WantedError("say whether it is right, right but for something, or wrong")
    return cast("Verdict", given)


def _fact(given: dict[str, str]) -> Fact:
    parties = {name: tuple(filter(None, (p.strip() for p in given[name].split(";")))) for name in ("actors", "recipients")}
    plain = {name: given[name] or None for name in ("status", "date")}
    try:
        return msgspec.convert({"kind": given["kind"], "type": given["type"], **plain, **parties}, Fact)
    except msgspec.ValidationError as e:
        raise WantedError(f"the correction can't be taken ({e})") from None
