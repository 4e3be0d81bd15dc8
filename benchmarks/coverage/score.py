"""Scores records against the coverage gold: sentences that tell one event each, and some that tell none.

    dateline read gold.jsonl > records.jsonl
    python score.py records.jsonl [--half tuning|held] [--by type|cameo] [--show]

- **type**: share of the sentences with an event whose type is right (negated and side events count for nothing).
- **quad**: the same for the class of four; **mode**: of the right types with a mode, share whose mode is right.
- **actor**, **recipient**: of the marked parties, share that stand on the right side of a main event: a span of it, or
  a mention of an entity on it ("Peru said it would ..."), overlaps the marked words.
- **whole**: type right, and every marked party on its side in that one event.
- **clean**: share of the sentences without an event in which no main event is found.

The halves are cut by a hash of the text.  Mend from the tuning half; look at nothing of the held half but its figures.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Row = dict[str, Any]
QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}


def read_lines(path: Path) -> dict[str, Row]:
    """The objects of a JSONL file by id."""
    return {row["id"]: row for line in path.read_text(encoding="utf-8").splitlines() if line for row in [json.loads(line)]}


def overlaps(mark: list[int], spans: list[Row]) -> bool:
    """Whether one of the spans touches the marked words."""
    return any(s["start"] < mark[1] and mark[0] < s["end"] for s in spans)


def told(record: Row) -> list[Row]:
    """The events that a sentence asserts and is about, each side with all mentions of its entities."""
    mentions = {e["id"]: e["mentions"] for e in record["entities"]}
    events = [e for e in record["events"] if e["salience"] == "main" and e["status"] != "negation"]
    for event in events:
        for side in ("actor", "recipient"):
            event[f"{side}_spans"] = event[f"{side}_spans"] + [m for i in event[side] for m in mentions[i]]
    return events


def count(events: list[Row], gold: Row, tally: Counter[str]) -> list[str]:
    """Adds one sentence to the tally; what is wrong with it."""
    if gold["type"] is None:
        tally.update(none=1, clean=int(not events))
        return ["FALSE"] if events else []
    right = [e for e in events if e["type"] == gold["type"]]
    wrong = [] if right else ["TYPE"]
    tally.update(sentences=1, type=len(right[:1]), quad=int(any(e["quad"] == QUADS[gold["type"]] for e in events)))
    if right and gold["mode"]:
        fits = any(e["mode"] == gold["mode"] for e in right)
        tally.update(modes=1, mode=int(fits))
        wrong += [] if fits else ["MODE"]
    for side in ("actor", "recipient"):
        for mark in gold[side]:
            hit = any(overlaps(mark, e[f"{side}_spans"]) for e in events)
            tally.update({f"{side}s": 1, side: int(hit)})
            wrong += [] if hit else [side.upper()]
    whole = any(all(overlaps(m, e[f"{side}_spans"]) for side in ("actor", "recipient") for m in gold[side]) for e in right)
    tally.update(whole=int(whole))
    return wrong


def percent(part: int, whole: int) -> float:
    """A share in percent."""
    return round(100 * part / whole, 1) if whole else 0.0


def figures(tally: Counter[str]) -> dict[str, float]:
    """The figures of a tally."""
    n = tally["sentences"]
    found = {name: percent(tally[name], n) for name in ("type", "quad", "whole")}
    found |= {name: percent(tally[name], tally[name + "s"]) for name in ("mode", "actor", "recipient")}
    return found | {"clean": percent(tally["clean"], tally["none"])}


def score(records: dict[str, Row], gold: dict[str, Row], half: str | None = None) -> Counter[str]:
    """The tally of one half, or of both."""
    tally: Counter[str] = Counter()
    for key, row in gold.items():
        if half is None or row["half"] == half:
            count(told(records[key]), row, tally)
    return tally


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("--half", choices=["tuning", "held"])
    parser.add_argument("--by", choices=["type", "cameo"])
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    gold, records = read_lines(HERE / "gold.jsonl"), read_lines(args.records)
    groups: dict[str, Counter[str]] = {}
    for key, row in gold.items():
        if args.half and row["half"] != args.half:
            continue
        events = told(records[key])
        wrong = count(events, row, groups.setdefault(str(row[args.by or "half"]), Counter()))
        if wrong and args.show:
            print(key, row["type"], row["mode"] or "", row["cameo"], ",".join(wrong), "|", row["text"])
            for e in events:
                sides = [[s["text"] for s in e[f"{side}_spans"]] for side in ("actor", "recipient")]
                print("      ", e["type"], e["mode"] or "", e["rule"], *sides)
    for name, tally in sorted(groups.items()):
        print(f"{name}: {tally['sentences'] + tally['none']} sentences,", figures(tally))


if __name__ == "__main__":
    main()
