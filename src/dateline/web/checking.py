"""A check as it is asked for, made whole from the article and put in place."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import msgspec
from litestar.exceptions import NotFoundException

from dateline.record import Record
from dateline.record.edtf import is_edtf
from dateline.store.checks import Check, Fact, Verdict
from dateline.store.pages import find_record
from dateline.web.facts import fact_of
from dateline.web.reading import WantedError
from dateline.web.room import Asked, room_of, snapshot_of


class WantedCheck(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A check of a fact (`e3`, `s1`, `c2`) of an article; with the verdict `correct` comes the fact as it should be."""

    article: Annotated[str, msgspec.Meta(max_length=100)]
    fact: Annotated[str, msgspec.Meta(max_length=20)]
    verdict: Verdict
    who: Annotated[str, msgspec.Meta(max_length=100)]
    reason: Annotated[str, msgspec.Meta(max_length=2_000)] = ""
    now: Fact | None = None


class NotWrittenError(RuntimeError):
    """A check that could not be put in place; the message says why."""


def article_record(request: Asked, article: str) -> Record:
    """The record of an article of the archive.  Raises NotFoundException."""
    record = find_record(snapshot_of(request), article)
    if record is None:
        raise NotFoundException("no article of that key is in this archive")
    return record


def put_check(request: Asked, wanted: WantedCheck) -> Check:
    """Puts a check in place.  Raises WantedError, NotFoundException, NotWrittenError."""
    record = article_record(request, wanted.article)
    was, span = fact_of(record, wanted.fact)
    who = " ".join(wanted.who.split())
    if not who:
        raise WantedError("a check is somebody's: give a name")
    if wanted.verdict != "confirm" and not wanted.reason.strip():
        raise WantedError("say in a few words why it is not right as it stands")
    check = Check(
        id="",
        when=datetime.now(UTC),
        who=who,
        article=wanted.article,
        fact=wanted.fact,
        verdict=wanted.verdict,
        reason=wanted.reason.strip(),
        was=was,
        span=span,
        now=_corrected(was, wanted),
        tables=record.made_by.tables,
    )
    checks = room_of(request).checks
    assert checks is not None
    try:
        return checks.add(check)
    except OSError as e:
        raise NotWrittenError(f"the check could not be written ({e.strerror or e}); nothing else was lost") from None


def _corrected(was: Fact, wanted: WantedCheck) -> Fact | None:
    if wanted.verdict != "correct":
        return None
    now = wanted.now
    if now is None or now == was:
        raise WantedError("nothing was corrected: change what is wrong, or confirm it")
    if now.kind != was.kind:
        raise WantedError("a fact stays of its kind: reject it instead")
    if now.date and not is_edtf(now.date):
        raise WantedError(f"'{now.date}' is no date; write 2016-12-16, 2016-12 or 2016")
    return now
