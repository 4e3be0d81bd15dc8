"""An event on its way: a match, its parties, what it is told as, how near it stands to what its sentence is about."""

from __future__ import annotations

from dateline.events.acts import Coded
from dateline.events.match import Match
from dateline.events.roles import Roles
from dateline.events.support import Support
from dateline.record import Statement
from dateline.record.event import Status


class Draft:
    """An event before it has its number."""

    __slots__ = ("claimed", "coded", "match", "rank", "roles", "status", "status_why", "support")

    def __init__(self, match: Match, support: Support | None, roles: Roles, rank: int) -> None:
        self.match = match
        self.support = support
        self.roles = roles
        self.rank = rank
        self.status: Status = "actual"
        self.status_why = ""
        self.coded = Coded(match.gives.type, match.gives.mode, None, match.gives.cameo, "actual")
        self.claimed: Statement | None = None
