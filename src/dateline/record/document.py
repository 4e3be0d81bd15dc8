"""What comes in: a document as found, or a problem that names what could not be read."""

from __future__ import annotations

import msgspec


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One page as it was found: `html` or `text`, and what its source says of it.

    `source` says where it came from for messages to people (`docs.jsonl:17`).  `published` is an EDTF date that the
    source states.  `notes` are warnings met while opening it (an encoding that had to be guessed).
    """

    source: str
    id: str | None = None
    text: str | None = None
    html: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None
    notes: tuple[str, ...] = ()


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not be read: where, what is wrong, and what a person can do about it."""

    source: str
    what: str
    mend: str
    severity: str = "error"  # "error" counts against the exit status; "note" does not
    kept: bool = False  # a record of what could be read (the article) follows

    def __str__(self) -> str:
        return f"{self.source}: {self.what}; {self.mend}" if self.mend else f"{self.source}: {self.what}"
