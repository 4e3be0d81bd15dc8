"""Scores records against the gold of contested names.  Standard library only.

    dateline read texts.jsonl > records.jsonl
    python score.py records.jsonl [--half tuning|held] [--show]

`records.jsonl` has one object a line with `id`, `disputes` (`place`: id or null, `names`: [{by: entity id or null, name}],
`parts`: place ids), `entities` (`id`, `name`, `country`, `mentions`) and `places` (`id`, `name`).

- **names F1**: pairs of party and name.  A pair found is right if the gold of its text has the name (case and a leading
  "the" aside) with that party, by country code or by the party's name.  Names without a party, and the place's own usual
  name and its `also` (names used without a word of whose they are), are neither right nor wrong; so is a pair found twice.
- **parts F1**: names of listed parts.
- **clean texts**: share of the texts without a contested name in which nothing is found.

Odd ids are for tuning, even ids are held: look at nothing of them but the figures.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Row = dict[str, Any]
Pair = tuple[str, str]


def read_lines(path: Path) -> dict[str, Row]:
    """The objects of a JSONL file by id."""
    return {row["id"]: row for line in path.read_text(encoding="utf-8").splitlines() if line for row in [json.loads(line)]}


def plain(name: str) -> str:
    """A name in lower case without its article and its quotation marks."""
    return name.lower().strip("\"'“”‘’").removeprefix("the ").replace("’", "'")


def found_pairs(record: Row) -> set[tuple[frozenset[str], str]]:
    """Party (any of its forms) and name."""
    forms = {
        e["id"]: frozenset({e["name"].lower(), (e.get("country") or "").lower(), *(plain(m["text"]) for m in e["mentions"])})
        for e in record["entities"]
    }
    return {(forms[n["by"]], plain(n["name"])) for d in record["disputes"] for n in d["names"] if n["by"]}


def count(record: Row, gold: Row, tally: Counter[str], *, show: bool) -> None:
    """Adds one text to the tally."""
    wanted = {(n["by"].lower(), plain(n["name"])) for d in gold["disputes"] for n in d["names"]}
    usual = {plain(n) for d in gold["disputes"] for n in (d["place"], *d.get("also", []))}
    found = {p for p in found_pairs(record) if p[1] not in usual or any(n == p[1] for _, n in wanted)}
    right = {(by, name) for by, name in wanted if any(by in forms and name == n for forms, n in found)}
    extra = [p for p in found if not any(by in p[0] and name == p[1] for by, name in wanted)]
    tally.update(right=len(right), found=len(right) + len(extra), gold=len(wanted))
    names = {p["id"]: p["name"] for p in record["places"]}
    parts = {names[i] for d in record["disputes"] for i in d["parts"]}
    want_parts = {p for d in gold["disputes"] for p in d["parts"]}
    tally.update(parts_right=len(parts & want_parts), parts_found=len(parts), parts_gold=len(want_parts))
    if not wanted:
        tally.update(empty=1, clean=int(not found))
    if show:
        for by, name in sorted(wanted - right):
            print(gold["id"], "MISSED", by, name)
        for forms, name in extra:
            print(gold["id"], "EXTRA ", sorted(forms), name)
        if parts != want_parts:
            print(gold["id"], "PARTS ", sorted(parts), sorted(want_parts))


def f1(right: int, found: int, gold: int) -> float:
    """F1 in percent."""
    return 200 * right / (found + gold) if found + gold else 0.0


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("--half", choices=("tuning", "held"), help="odd or even ids only")
    parser.add_argument("--show", action="store_true", help="list what is missed and extra; tuning half only")
    options = parser.parse_args()
    records = read_lines(options.records)
    tally: Counter[str] = Counter()
    for key, gold in sorted(read_lines(HERE / "gold.jsonl").items()):
        half = "tuning" if int(key) % 2 else "held"
        if options.half in (None, half):
            empty = {"disputes": [], "entities": [], "places": []}
            count(records.get(key, empty), gold, tally, show=options.show and half == "tuning")
    t = tally
    print(f"names F1 {f1(t['right'], t['found'], t['gold']):.1f}", end="  ")
    print(f"({t['right']} right of {t['found']} found, {t['gold']} in gold)", end="  ")
    print(f"parts F1 {f1(t['parts_right'], t['parts_found'], t['parts_gold']):.1f} of {t['parts_gold']}", end="  ")
    print(f"clean texts {t['clean']} of {t['empty']}")


if __name__ == "__main__":
    main()
