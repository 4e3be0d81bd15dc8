"""The tables that join articles, column by column: made from the archive by `dateline link`, and never more than that.

`*_keys` are keys of `identities` ("" where somebody has none).  Days are those of `articles.published_day`.
"""

from __future__ import annotations

_SIDE = {"": "[string]", "_keys": "[string]", "_countries": "[string]"}
_SIZES = ("dead", "injured", "arrested", "participants")


def _side(plural: str, single: str) -> dict[str, str]:
    """Names, keys and countries of the actors or recipients, in one order."""
    return {(single if end else plural) + end: kind for end, kind in _SIDE.items()}


DERIVED: dict[str, dict[str, str]] = {
    "copies": {"article": "string", "story": "string", "similarity": "double", "kind": "string"},
    "identities": {
        "identity": "string", "name": "string", "kind": "string", "country": "string", "sector": "string",
        "roles": "[string]", "names": "[string]", "articles": "int64", "first_day": "date", "last_day": "date",
    },
    "identified": {"identity": "string", "article": "string", "entity": "string"},
    "happenings": {
        "happening": "string", "type": "string", "mode": "string", "status": "string", "quad": "int32", "score": "double",
        **_side("actors", "actor"), **_side("recipients", "recipient"),
        "date": "string", "first_day": "date", "last_day": "date",
        "place": "string", "place_country": "string", "lat": "double", "lon": "double", "geonames": "int64",
        "tellings": "int32", "articles": "int32", "reports": "int32", "sites": "[string]",
        **{f"{size}_{end}": "int64" for size in _SIZES for end in ("low", "high")},
        "disputed": "bool", "disagreements": "[string]", "text": "string", "article": "string", "event": "string",
    },
    "tellings": {
        "happening": "string", "article": "string", "event": "string", "story": "string", "independent": "bool",
        "status": "string", "day": "date", **{f"size_{size}": "int64" for size in _SIZES},
        "claimed_by": "string", "agrees": "bool", "why": "string",
    },
    "promises": {
        "promise": "string", "article": "string", "commitment": "string", "kind": "string",
        "by_keys": "[string]", "to_keys": "[string]", "by_names": "[string]", "to_names": "[string]",
        "action": "string", "day": "date", "due": "string", "due_last": "date", "state": "string", "state_why": "string",
    },
    "outcomes": {
        "promise": "string", "article": "string", "what": "string", "id": "string", "day": "date", "says": "string",
        "why": "string", "text": "string",
    },
}  # fmt: skip
