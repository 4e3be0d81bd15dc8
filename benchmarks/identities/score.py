"""Identities found against those known, by B-cubed: of each row, how much of its identity is right, and how much is there.

python benchmarks/identities/score.py [--half tune] [--errors]
python benchmarks/identities/score.py --speed 200000
"""

from __future__ import annotations

import argparse
import random
import resource
import time
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dateline.corpus.identities import block_of, decide
from dateline.corpus.link import link_held
from dateline.corpus.naming import Naming
from dateline.corpus.seen import Seen
from dateline.lexicon import Tables
from dateline.store import Makers, Rows, as_keys, folder_at, open_record, put_unit, writing

HERE = Path(__file__).resolve().parent
MAKERS = Makers(dateline="0", model="none", tables="none")
FIELDS = ("name", "country", "sector", "role")


def cases(half: str) -> list[dict[str, Any]]:
    """Those for tuning, or the others."""
    found = tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))["case"]
    return [c for n, c in enumerate(found) if (n % 2 == 0) == (half == "tune")]


def archive(where: str, rows: list[tuple[str, list[str]]]) -> None:
    """An article for each row, unread: only entities count here."""
    put, keys = Rows(), []
    for number, (kind, (_, *fields, day)) in enumerate(rows):
        key = f"{number:016x}"
        keys.append(key)
        published = date.fromisoformat(day) if day else None
        put.tables["articles"].append({"article": key, "id": key, "source": key, "text": "", "published_day": published})
        entity = {name: value or None for name, value in zip(FIELDS, fields, strict=True)}
        put.tables["entities"].append({"article": key, "id": "n1", "kind": kind, **entity})
    put_unit(folder_at(where), "u", put, MAKERS, keys=as_keys(keys), origins=as_keys([]))


def found_identities(where: str) -> dict[int, str]:
    """Number of the row -> identity; rows that are nobody are absent."""
    folder = folder_at(where)
    with writing(folder):
        link_held(folder)
    rows = open_record(where).sql("SELECT article, identity FROM identified").fetchall()
    return {int(article, 16): identity for article, identity in rows}


def b_cubed(gold: list[str], found: list[str]) -> tuple[float, float]:
    """Precision and recall."""
    both, known, given = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(both[g, f] / given[f] for g, f in zip(gold, found, strict=True)) / len(gold)
    recall = sum(both[g, f] / known[g] for g, f in zip(gold, found, strict=True)) / len(gold)
    return precision, recall


def run(half: str, *, errors: bool) -> float:
    """Scores a half, each case as an archive of its own; prints figures."""
    gold: list[str] = []
    found: list[str] = []
    for number, case in enumerate(cases(half)):
        rows = [(case.get("kind", "person"), row) for row in case["rows"]]
        with TemporaryDirectory() as where:
            archive(where, rows)
            identities = found_identities(where)
        ours = [identities.get(n, f"nobody {n}") for n in range(len(rows))]
        if errors and b_cubed([r[1][0] for r in rows], ours) != (1, 1):
            print(case["what"], *zip((r[1][:3] for r in rows), ours, strict=True), sep="\n    ")
        gold += [f"{number} {row[0]}" for _, row in rows]
        found += [f"{number} {identity}" for identity in ours]
    precision, recall = b_cubed(gold, found)
    result = 2 * precision * recall / (precision + recall)
    print(f"{half}: B-cubed precision {precision:.3f}, recall {recall:.3f}, F1 {result:.3f} over {len(gold)} rows")
    return result


def decide_half(half: str) -> float:
    """As `run`, without an archive: quick enough for a test."""
    naming, gold, found = Naming(Tables()), [], []
    for number, case in enumerate(cases(half)):
        blocks: dict[str, list[Seen]] = {}
        for place, (_, name, country, sector, role, day) in enumerate(case["rows"]):
            kind, on = case.get("kind", "person"), date.fromisoformat(day) if day else None
            fields = {"country": country or None, "sector": sector or None, "role": role or None}
            block = block_of(name, kind, country or None, naming)
            if block:
                seen = Seen(combo=place, name=name, kind=kind, first_day=on, last_day=on, **fields)
                blocks.setdefault(block, []).append(seen)
        decided = [d for block, rows in blocks.items() for d in decide(block, rows, naming)]
        keys = {row.combo: d.key for d in decided for row in d.rows}
        gold += [f"{number} {row[0]}" for row in case["rows"]]
        found += [f"{number} {keys.get(place, place)}" for place in range(len(case["rows"]))]
    precision, recall = b_cubed(gold, found)
    return 2 * precision * recall / (precision + recall)


def speed(number: int) -> None:
    """Entities with names from the cases and their like."""
    rng = random.Random(5)
    known = [(c.get("kind", "person"), row) for half in ("tune", "test") for c in cases(half) for row in c["rows"]]
    rows = []
    for _ in range(number):
        kind, (who, name, *rest) = rng.choice(known)
        syllables = "".join(rng.choice(["ba", "ko", "ri", "tu", "ne", "sha", "vo", "mi"]) for _ in range(4))
        rows.append((kind, [who, f"{name}{syllables}" if rng.random() < 0.5 else name, *rest]))
    with TemporaryDirectory() as where:
        archive(where, rows)
        begin = time.process_time()
        found = found_identities(where)
        seconds = time.process_time() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{number:,} entities in {seconds:.1f} s of CPU time; {len(set(found.values())):,} identities; peak {memory:,.0f} MB"
    )


def main() -> None:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["tune", "test"])
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--speed", type=int)
    options = parser.parse_args()
    if options.speed:
        speed(options.speed)
        return
    for half in [options.half] if options.half else ["tune", "test"]:
        run(half, errors=options.errors)


if __name__ == "__main__":
    main()
