"""What codes are called: types, sectors and countries from the tables, the rest from words.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.lexicon import Tables


@cache
def words() -> Mapping[str, Mapping[str, Any]]:
    """The tables of words.toml."""
    return tomllib.loads((files("dateline.web.sheet") / "words.toml").read_text(encoding="utf-8"))


@cache
def countries() -> Mapping[str, str]:
    """Names of states by their ISO code."""
    return {row["iso3"]: row["name"] for row in Tables().rows("entities/states.tsv")}


@cache
def sectors() -> Mapping[str, str]:
    """What PLOVER's sectors mean."""
    plover = Tables().toml("ontology/plover.toml")
    return {**plover["sectors"]["common"], **plover["sectors"]["others"], **plover["countries"]["international"]}


@cache
def types() -> Mapping[str, str]:
    """What PLOVER's types of event mean."""
    return {name: entry["gloss"] for name, entry in Tables().toml("ontology/plover.toml")["types"].items()}


def country_name(code: str | None) -> str | None:
    """The state of a code, the code itself where it is none of ours."""
    return countries().get(code, code) if code else None
