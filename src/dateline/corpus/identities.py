"""Who is who: one key for a person, organisation, group or state in all articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from dateline.corpus.bodies import decide_bodies, decide_states
from dateline.corpus.naming import Naming
from dateline.corpus.people import decide_people
from dateline.corpus.seen import Decided, Seen, identity_row
from dateline.lexicon import Tables
from dateline.store import Linking


def find_identities(linking: Linking) -> None:
    """Fills `identities` and `identified`."""
    naming = Naming(Tables())
    with linking.prepared("identities"):
        with linking.scratch("blocks", {"name": "string", "kind": "string", "country": "string", "block": "string"}) as add:
            for row in linking.rows("names_seen"):
                block = block_of(row["name"], row["kind"], row["country"], naming)
                if block is not None:
                    add({**row, "block": block})
        with linking.scratch("decided", {"combo": "uint64", "identity": "string"}) as add:
            for decided in _decide_all(linking.rows("seen_in_blocks"), naming):
                linking.put("identities", [identity_row(decided)])
                for seen in decided.rows:
                    add({"combo": seen.combo, "identity": decided.key})
        linking.put_batches("identified", linking.batches("identified_rows"))


def block_of(name: str, kind: str, country: str | None, naming: Naming) -> str | None:
    """Who is compared with whom: people of one surname, bodies of one name.  None for descriptions and empty names."""
    if not name.strip():
        return None
    if kind == "person":
        person = naming.person(name, country)
        return f"person {person.surname}" if person else None
    if kind == "state":
        return f"state {country or name}"
    if naming.is_described(name) and (kind == "group" or not country):
        return None
    body = naming.body(name)
    return f"body {body}" if body else None


def decide(block: str, rows: Iterable[Seen], naming: Naming) -> list[Decided]:
    """The identities of one block."""
    if block.startswith("person "):
        return decide_people(rows, naming)
    return decide_states(rows) if block.startswith("state ") else decide_bodies(rows, naming)


def _decide_all(rows: Iterator[dict[str, Any]], naming: Naming) -> Iterator[Decided]:
    for block, found in groupby(rows, key=lambda r: r.pop("block")):
        yield from decide(block, (Seen(**r) for r in found), naming)
