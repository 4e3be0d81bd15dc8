"""Scores records against the gold of commitments.  Standard library only.

    dateline read texts.jsonl > records.jsonl
    python score.py records.jsonl [--half tuning|held] [--show]

Any program can be scored: `records.jsonl` has one object a line with `id`, `commitments` (`kind`, `by`: entity ids,
`action`: {start, end}, `due`: time id or null, `condition`: {start, end} or null), `entities` (`id`, `name`, `country`
as ISO3 or null, `mentions`: [{start, end, text}]) and `times` (`id`, `start`, `end`); offsets are code points of the text.

Figures, each over all commitments of the texts:

- **F1** (precision, recall): a found commitment is right if its kind is that of the gold, one of its parties is one of the
  gold's (its country code, its name or the words of one of its mentions is among the gold's forms, or ends with one; a
  party that the gold names by a common noun, "countries", may be left empty) and its action overlaps:
  characters in both / characters in either >= 0.5, for the best of the forms that the gold allows.  One to one.
- **action only**: the same F1 with neither kind nor party asked.
- **kind right**, **party right**: share of the action-only matches with that field right.
- **due right**: share of right commitments whose due date is absent as in the gold, or touches the gold's words.
- **due F1**: of due dates alone, over right commitments: found and touching / all found, and / all in the gold.
- **condition F1**: likewise.
- **near misses taken**: share of the gold's near misses that some found action overlaps by >= 0.5: lower is better.

The halves: texts with odd ids are for tuning, those with even ids are held: look at nothing of them but the figures.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Row = dict[str, Any]


def read_lines(path: Path) -> dict[str, Row]:
    """The objects of a JSONL file by id."""
    return {row["id"]: row for line in path.read_text(encoding="utf-8").splitlines() if line for row in [json.loads(line)]}


def overlap(a: Row, b: Row) -> float:
    """Characters in both spans / characters in either."""
    both = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return max(0, both) / (max(a["end"], b["end"]) - min(a["start"], b["start"]))


def action_overlap(found: Row, gold: Row) -> float:
    """The best overlap of the found action with a form of the gold's."""
    return max(overlap(found["action"], form) for form in gold["action"])


def party_right(found: Row, gold: Row, record: Row) -> bool:
    """Whether one party found is one of the gold's."""
    listed = [form for party in gold["by"] for form in party]
    forms = {form.lower() for form in listed}
    if not found["by"]:
        return any(form == form.lower() for form in listed)
    for entity in record["entities"]:
        if entity["id"] in found["by"]:
            names = {(entity.get("country") or "").lower(), entity["name"].lower()}
            names |= {m["text"].lower().removeprefix("the ") for m in entity["mentions"]}
            if names & forms or any(name.endswith(" " + form) for name in names for form in forms):
                return True
    return False


def pairs(found: list[Row], gold: list[Row], record: Row, *, strict: bool) -> list[tuple[Row, Row]]:
    """Found and gold commitments matched one to one, best overlap first; `strict` asks kind and party too."""
    candidates = []
    for i, f in enumerate(found):
        for j, g in enumerate(gold):
            score = action_overlap(f, g)
            if score >= 0.5 and (not strict or (f["kind"] == g["kind"] and party_right(f, g, record))):
                candidates.append((-(score + (f["kind"] == g["kind"])), i, j))
    used: tuple[set[int], set[int]] = (set(), set())
    matched = []
    for _, i, j in sorted(candidates):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            matched.append((found[i], gold[j]))
    return matched


def touches(found: Row | None, gold: Row | None) -> bool:
    """Whether two spans share a character."""
    return bool(found and gold and found["start"] < gold["end"] and gold["start"] < found["end"])


def rate(part: int, whole: int) -> float:
    """A percentage; 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def f1(right: int, found: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent."""
    p, r = rate(right, found), rate(right, gold)
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)


def count(record: Row, gold: Row, tally: Counter[str], *, show: bool) -> None:
    """Adds one text to the tally."""
    found, wanted = record["commitments"], gold["commitments"]
    times = {t["id"]: t for t in record["times"]}
    right = pairs(found, wanted, record, strict=True)
    loose = pairs(found, wanted, record, strict=False)
    tally.update(found=len(found), gold=len(wanted), right=len(right), loose=len(loose), misses=len(gold["near_misses"]))
    tally["kind"] += sum(f["kind"] == g["kind"] for f, g in loose)
    tally["party"] += sum(party_right(f, g, record) for f, g in loose)
    for near in gold["near_misses"]:
        tally["taken"] += any(overlap(f["action"], near["span"]) >= 0.5 for f in found)
    for f, g in right:
        due = times.get(f["due"] or "")
        tally["due"] += touches(due, g["due"]) or (due is None and g["due"] is None)
        for name, one in (("due", due), ("condition", f["condition"])):
            tally[f"{name} found"] += one is not None
            tally[f"{name} gold"] += g[name] is not None
            tally[f"{name} both"] += touches(one, g[name])
        if show and not (touches(due, g["due"]) or (due is None and g["due"] is None)):
            print(gold["id"], "DUE ", g["action"][0]["text"], "|", due and due["text"], "|", g["due"] and g["due"]["text"])
    if show:
        names = {e["id"]: e["name"] for e in record["entities"]}
        for f in (f for f in found if all(f is not r for r, _ in right)):
            by = ", ".join(names[i] for i in f["by"])
            print(gold["id"], "EXTRA ", f["kind"], "|", by, "|", f["action"]["text"], "|", f["rule"])
        for g in (g for g in wanted if all(g is not r for _, r in right)):
            print(gold["id"], "MISSED", g["kind"], "|", g["by"], "|", g["action"][0]["text"])


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("--half", choices=("tuning", "held"), help="odd or even ids only")
    parser.add_argument("--show", action="store_true", help="list what is missed and extra; tuning half only")
    options = parser.parse_args()
    gold = read_lines(HERE / "gold.jsonl")
    records = read_lines(options.records)
    tally: Counter[str] = Counter()
    for key in sorted(gold):
        half = "tuning" if int(key) % 2 else "held"
        if options.half in (None, half):
            empty = {"commitments": [], "entities": [], "times": []}
            count(records.get(key, empty), gold[key], tally, show=options.show and half == "tuning")
    t = tally
    p, r, f = f1(t["right"], t["found"], t["gold"])
    print(f"F1 {f:.1f}  (precision {p:.1f}, recall {r:.1f}; {t['right']} right of {t['found']} found, {t['gold']} in gold)")
    print(f"action only F1 {f1(t['loose'], t['found'], t['gold'])[2]:.1f}", end="  ")
    print(f"kind right {rate(t['kind'], t['loose']):.1f}  party right {rate(t['party'], t['loose']):.1f}")
    print(f"due right {rate(t['due'], t['right']):.1f}", end="  ")
    for name in ("due", "condition"):
        score = f1(t[f"{name} both"], t[f"{name} found"], t[f"{name} gold"])[2]
        print(f"{name} F1 {score:.1f} of {t[f'{name} gold']}", end="  ")
    print(f"near misses taken {rate(t['taken'], t['misses']):.1f} of {t['misses']}")


if __name__ == "__main__":
    main()
