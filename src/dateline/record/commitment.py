"""What was promised: the ledger's rows."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.record.span import Span

CommitmentKind = Literal[
    "promise", "agreement", "proposal", "invitation", "acceptance", "instruction", "demand", "refusal", "threat"
]


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """Something parties bound themselves or others to: by whom, to whom, the action's words and when it falls due."""

    id: str
    kind: CommitmentKind
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    action: Span
    due: str | None = None
    condition: Span | None = None
    event: str | None = None
    statement: str | None = None
    told: tuple[Span, ...] = ()  # the other places of the article that tell the same commitment
    rule: str
    why: str = ""
