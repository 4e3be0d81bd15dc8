"""What analysts say of the machine's facts: confirmed, corrected or rejected, with who, when and why.

A check is a file of its own below `checks/`, put in place whole and never changed: the machine's record stays what it is.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from dateline.record import Span
from dateline.store.folder import Folder, folder_at
from dateline.store.parts import RecordError

_BELOW = "checks"
_SURE = 10_000  # checks that one listing may hold

Verdict = Literal["confirm", "correct", "reject"]
FactKind = Literal["event", "statement", "commitment"]
Line = Annotated[str, msgspec.Meta(max_length=300)]


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A fact in the terms that it is checked in.

    Of a statement `type` is its class and `actors` who is its source; of a commitment `type` is its kind and `date` when it
    is due.
    """

    kind: FactKind
    type: Line
    status: Line | None = None
    actors: tuple[Line, ...] = ()
    recipients: tuple[Line, ...] = ()
    date: Line | None = None


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One check: of the fact whose words are `span` in an article, as the machine had it (`was`).

    `now` is the fact as it should be, where it was corrected; `tables` is the digest of the tables that found it.
    """

    id: str
    when: datetime
    who: Line
    article: str
    fact: str
    verdict: Verdict
    reason: Annotated[str, msgspec.Meta(max_length=2_000)]
    was: Fact
    span: Span
    now: Fact | None = None
    tables: str = ""

    @property
    def about(self) -> tuple[str, str, int, int]:
        """What tells its fact from others, also when the article is read anew and ids change."""
        return (self.article, self.was.kind, self.span.start, self.span.end)


class Checks:
    """The checks of one archive."""

    def __init__(self, address: str | Path) -> None:
        self._folder: Folder = folder_at(address)
        self._known: dict[str, Check] = {}

    def add(self, check: Check) -> Check:
        """Puts a check in place, with a name and the time of now; gives it as it stands.  Raises OSError."""
        now = datetime.now(UTC)
        named = msgspec.structs.replace(check, id=f"{now:%Y%m%dT%H%M%S%f}-{uuid.uuid4().hex[:12]}", when=now)
        with self._folder.sharing(), self._folder.put(f"{_BELOW}/{named.id}.json") as beside:
            beside.write_bytes(msgspec.json.encode(named) + b"\n")
        return named

    def all(self) -> list[Check]:
        """All checks, the oldest first; files are read once.  Raises RecordError where one is damaged."""
        names = self._folder.names(_BELOW)
        new = [name for name in names if name.endswith(".json") and name not in self._known]
        for start in range(0, len(new), _SURE):
            for name, content in self._folder.read(new[start : start + _SURE]).items():
                self._known[name] = _decoded(name, content)
        return sorted(self._known.values(), key=lambda c: c.id)

    def of(self, article: str) -> list[Check]:
        """The checks of one article."""
        return [check for check in self.all() if check.article == article]


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """How the machine fared with one type of fact.

    Counts are of facts, each by its last check; `twice` are those that several people checked, `agreed` those on which their
    last verdicts are the same.
    """

    kind: str
    type: str
    confirmed: int = 0
    corrected: int = 0
    rejected: int = 0
    twice: int = 0
    agreed: int = 0

    @property
    def checked(self) -> int:
        """Facts in all."""
        return self.confirmed + self.corrected + self.rejected

    @property
    def share(self) -> float:
        """The part that was confirmed as it stood."""
        return self.confirmed / self.checked if self.checked else 0.0


def agreement(checks: Iterable[Check]) -> list[Agreement]:
    """The figures by type, in order of kind and type."""
    facts: dict[tuple[str, str, int, int], dict[str, Check]] = {}
    for check in checks:
        by = facts.setdefault(check.about, {})
        by.pop(check.who, None)  # the last word of each, in order of time
        by[check.who] = check
    counted: dict[tuple[str, str], dict[str, int]] = {}
    for by in facts.values():
        last = next(reversed(by.values()))
        of_type = counted.setdefault((last.was.kind, last.was.type), {})
        verdicts = {check.verdict for check in by.values()}
        counts = {"confirm": "confirmed", "correct": "corrected", "reject": "rejected"}
        for name in (
            counts[last.verdict],
            *(["twice"] if len(by) > 1 else []),
            *(["agreed"] if _agree(by, verdicts) else []),
        ):
            of_type[name] = of_type.get(name, 0) + 1
    return [Agreement(kind=kind, type=type, **found) for (kind, type), found in sorted(counted.items())]


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """A checked fact as a line of a gold file: what should be found at these words, or that nothing should (`fact` null)."""

    article: str
    span: Span
    fact: Fact | None
    verdict: Verdict
    who: tuple[str, ...]
    text: str


def gold(checks: Iterable[Check], texts: dict[str, str]) -> list[Gold]:
    """Every checked fact by its last check, with the article's text; articles that are gone are left out."""
    last: dict[tuple[str, str, int, int], Check] = {}
    people: dict[tuple[str, str, int, int], dict[str, None]] = {}
    for check in checks:
        last[check.about] = check
        people.setdefault(check.about, {})[check.who] = None
    found = []
    for about, check in sorted(last.items()):
        if check.article in texts:
            fact = {"confirm": check.was, "correct": check.now, "reject": None}[check.verdict]
            who, text = tuple(people[about]), texts[check.article]
            found.append(Gold(article=check.article, span=check.span, fact=fact, verdict=check.verdict, who=who, text=text))
    return found


def _agree(by: dict[str, Check], verdicts: set[Verdict]) -> bool:
    """Whether several people say the same, corrections included."""
    return len(by) > 1 and len(verdicts) == 1 and len({msgspec.json.encode(check.now) for check in by.values()}) == 1


def _decoded(name: str, content: bytes) -> Check:
    try:
        return msgspec.json.decode(content, type=Check)
    except msgspec.DecodeError as e:
        raise RecordError(f"{name}: the check is damaged ({e}); take the file away") from None
