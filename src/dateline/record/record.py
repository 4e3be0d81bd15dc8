"""The record of one article."""

from __future__ import annotations

import msgspec

from dateline.record.article import Article
from dateline.record.commitment import Commitment
from dateline.record.dispute import Dispute
from dateline.record.entity import Entity
from dateline.record.event import Event
from dateline.record.place import Place
from dateline.record.statement import Statement
from dateline.record.time import Time


class MadeBy(msgspec.Struct, frozen=True, kw_only=True):
    """What made the record; no clock, so that records can be compared."""

    dateline: str
    model: str
    tables: str


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """All that was found in one article; every span counts into `article.text`, every id is local to the record."""

    id: str
    article: Article
    sentences: tuple[tuple[int, int], ...] = ()
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    made_by: MadeBy
