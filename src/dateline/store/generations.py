"""Generations of derived tables: what joins articles, made anew from all of them and put in place whole.

A generation is there when its manifest is.  It says which articles it covers; where others came since, or some are gone,
it still answers, and is said to be out of date.
"""

from __future__ import annotations

import hashlib

import msgspec

from dateline.store.folder import Folder
from dateline.store.holding import Holding
from dateline.store.keys import joined, pack
from dateline.store.parts import RecordError

LINKS = "links"
SKETCHES = "sketches"  # of texts, a file a unit: kept from one generation to the next


class Generation(msgspec.Struct, frozen=True, kw_only=True):
    """One generation: its name, a digest of the articles it covers, what made it, and rows by table."""

    generation: str
    covers: str
    made_by: str
    rows: dict[str, int]


def covered(holding: Holding) -> str:
    """A digest of all articles that count, with those who read them: the same whatever units they stand in."""
    by_makers: dict[bytes, list[bytes]] = {}
    for manifest in holding.counting():
        by_makers.setdefault(msgspec.json.encode(manifest.made_by), []).append(manifest.unit.encode())
    visible = {m.unit.encode(): holding.visible(m) for m in holding.counting()}
    digest = hashlib.sha256()
    for makers, units in sorted(by_makers.items()):
        digest.update(makers + pack(joined(visible[unit] for unit in units)))
    return digest.hexdigest()[:16]


def generation_name(covers: str, made_by: str) -> str:
    """The same articles, linked by the same version and tables, have the same name."""
    return hashlib.sha256(f"{made_by}\n{covers}".encode()).hexdigest()[:16]


def read_generations(folder: Folder) -> list[Generation]:
    """All whole generations, by name.  Raises RecordError where a manifest is damaged."""
    found = []
    for name, content in sorted(folder.read(n for n in folder.names(LINKS) if n.endswith(".json")).items()):
        try:
            found.append(msgspec.json.decode(content, type=Generation))
        except msgspec.DecodeError as e:
            mend = f"delete it and run `dateline link {folder.address}`"
            raise RecordError(f"{folder.address}/{name}: the manifest is damaged ({e}); {mend}") from None
    return found


def best_generation(folder: Folder, holding: Holding) -> Generation | None:
    """The generation to answer from: that of these articles, else any (there is one, but while others link)."""
    there = read_generations(folder)
    if len(there) < 2:
        return there[0] if there else None
    covers = covered(holding)
    return max(there, key=lambda g: (g.covers == covers, sum(g.rows.values()), g.generation))


def derived_name(generation: str, table: str) -> str:
    """The file of a derived table."""
    return f"{LINKS}/{generation}/{table}.parquet"


def put_generation(folder: Folder, generation: Generation) -> None:
    """From here on readers see the generation; the others are taken away."""
    with folder.put(_manifest_name(generation.generation)) as beside:
        beside.write_bytes(msgspec.json.format(msgspec.json.encode(generation, order="deterministic"), indent=1) + b"\n")
    old = [g for g in read_generations(folder) if g.generation != generation.generation]
    folder.delete(_manifest_name(g.generation) for g in old)
    folder.delete(derived_name(g.generation, table) for g in old for table in g.rows)


def sweep_generations(folder: Folder) -> None:
    """Takes away tables that have no manifest, of a run that was killed; for those who are alone."""
    there = {g.generation for g in read_generations(folder)}
    for name in folder.names(LINKS):
        if name.rsplit("/", 1)[-1] not in {*there, SKETCHES} and not name.endswith(".json"):
            folder.delete(folder.names(name))


def _manifest_name(generation: str) -> str:
    return f"{LINKS}/{generation}.json"
