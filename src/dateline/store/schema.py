"""The tables of the archive, column by column: the one place where they are written down.

A type in brackets is a list.  `article` is the key of the article in every table; ids (`n1`, `e3`) count within one article.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from dateline.store.derived import DERIVED
from dateline.store.parts import part

_SPAN = {"": "string", "_start": "int32", "_end": "int32"}


def _span(name: str) -> dict[str, str]:
    return {name + end: kind for end, kind in _SPAN.items()}


def _spans(name: str) -> dict[str, str]:
    return {name + end: f"[{kind}]" for end, kind in _SPAN.items()}


def _parties(ids: str, names: str, of: str) -> dict[str, str]:
    """Ids of entities, and beside them their names and codes in the same order ("" where there is none)."""
    return {ids: "[string]", names: "[string]", f"{of}_countries": "[string]", f"{of}_sectors": "[string]"}


TABLES: dict[str, dict[str, str]] = {
    "articles": {
        "article": "string", "id": "string", "source": "string",
        "text": "string", "title": "string", "site": "string", "byline": "[string]", "url": "string", "language": "string",
        "published": "string", "published_from": "string", "published_why": "string", "published_day": "date",
        "dateline_place": "string", "dateline_agency": "string", "dateline_date": "string",
        "sections_heading": "[string]", "sections_start": "[int32]", "sections_end": "[int32]",
        "keywords": "[string]", "related": "[string]",
        "made_by_dateline": "string", "made_by_model": "string", "made_by_tables": "string",
    },
    "sentences": {"article": "string", "sentence": "int32", "char_start": "int32", "char_end": "int32", "text": "string"},
    "entities": {
        "article": "string", "id": "string", "name": "string", "kind": "string", "country": "string", "sector": "string",
        "other_sectors": "[string]", "role": "string", "wikidata": "string", "why": "string",
    },
    "mentions": {
        "article": "string", "of": "string", "char_start": "int32", "char_end": "int32", "text": "string", "kind": "string",
    },
    "places": {
        "article": "string", "id": "string", "name": "string", "resolution": "string", "country": "string",
        "admin1": "string", "lat": "double", "lon": "double", "geonames": "int64", "why": "string",
    },
    "times": {
        "article": "string", "id": "string", "value": "string", "first_day": "date", "last_day": "date",
        "char_start": "int32", "char_end": "int32", "text": "string", "why": "string",
    },
    "events": {
        "article": "string", "id": "string", "type": "string", "mode": "string", "contexts": "[string]", "cameo": "string",
        "quad": "int32", "score": "double", "status": "string", "act_type": "string", "act_mode": "string",
        **_parties("actor_ids", "actors", "actor"), **_parties("recipient_ids", "recipients", "recipient"),
        "place_id": "string", "place": "string", "place_country": "string", "lat": "double", "lon": "double",
        "time_id": "string", "date": "string", "first_day": "date", "last_day": "date", "day": "date",
        **_span("trigger"), **_spans("actor_spans"), **_spans("recipient_spans"),
        "sentence": "int32", "salience": "string", "claimed_by_id": "string", "claimed_by": "string",
        "size_dead": "int64", "size_injured": "int64", "size_arrested": "int64", "size_participants": "int64",
        "rule": "string", "why": "string",
    },
    "statements": {
        "article": "string", "id": "string", "kind": "string", "class": "string",
        **_spans("content"), "speaker_id": "string", "speaker": "string", "speaker_country": "string",
        **_span("speaker_span"), **_span("cue"), "addressee_id": "string", "addressee": "string", "day": "date",
        "rule": "string", "why": "string",
    },
    "commitments": {
        "article": "string", "id": "string", "kind": "string",
        **_parties("by_ids", "by_names", "by"), **_parties("to_ids", "to_names", "to"),
        **_span("action"), "due_id": "string", "due": "string", "due_first": "date", "due_last": "date",
        **_span("condition"), "event_id": "string", "statement_id": "string", **_spans("told"), "day": "date",
        "rule": "string", "why": "string",
    },
    "disputes": {
        "article": "string", "number": "int32", "place_id": "string", "place": "string",
        "names_by": "[string]", "names_name": "[string]", **_spans("names_span"), "parts": "[string]",
        "rule": "string", "why": "string",
    },
    "problems": {
        "article": "string", "source": "string", "what": "string", "mend": "string", "severity": "string", "kept": "bool",
    },
}  # fmt: skip


def columns_of(table: str) -> dict[str, str]:
    """The columns of a table that builds write or that links derive, with their types."""
    return TABLES.get(table) or DERIVED[table]


@cache
def arrow_schema(table: str) -> Any:
    """The table's columns as a pyarrow schema."""
    return schema_of(columns_of(table))


def schema_of(columns: Mapping[str, str]) -> Any:
    """Columns with types as they are written here, as a pyarrow schema."""
    arrow = part("pyarrow")
    kinds = {
        "string": arrow.string(),
        "int32": arrow.int32(),
        "int64": arrow.int64(),
        "uint64": arrow.uint64(),
        "double": arrow.float64(),
        "date": arrow.date32(),
        "bool": arrow.bool_(),
    }
    return arrow.schema([(n, arrow.list_(kinds[k[1:-1]]) if k.startswith("[") else kinds[k]) for n, k in columns.items()])


@cache
def columns_digest() -> str:
    """Tells archives of other versions, whose tables have other columns."""
    return hashlib.sha256(msgspec.json.encode(TABLES)).hexdigest()[:8]


def empty(table: str) -> str:
    """A query of no rows, with the table's columns."""
    kinds = {
        "string": "VARCHAR",
        "int32": "INTEGER",
        "int64": "BIGINT",
        "double": "DOUBLE",
        "date": "DATE",
        "bool": "BOOLEAN",
    }
    columns = []
    for name, kind in columns_of(table).items():
        plain = kinds[kind.strip("[]")]
        columns.append(f'NULL::{plain}{"[]" if kind.startswith("[") else ""} AS "{name}"')
    return f"SELECT {', '.join(columns)} WHERE false"
