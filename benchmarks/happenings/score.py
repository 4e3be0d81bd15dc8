"""Scores happenings against the gold of one event in many reports.  Standard library only.

    dateline build reports.jsonl --into record
    dateline query record "SELECT a.id AS report, e.trigger_start AS start, e.trigger_end AS \\"end\\", t.happening
      FROM tellings t JOIN events e ON e.article = t.article AND e.id = t.event
      JOIN articles a ON a.article = t.article" --format jsonl > tellings.jsonl
    python score.py tellings.jsonl [--half tuning|held] [--show]

Any program can be scored: `tellings.jsonl` has one event a line: `report`, `start` and `end` of the word that tells it (code
points of the text), and `happening`, any key.

- **given**: B-cubed over the marked mentions that were found as events: for each, which part of the mentions it was put
  with belong to its happening (precision), and which part of those of its happening were put with it (recall).
- **all**: the same, with recall over all marked mentions: one that was not found as an event has none.

A mention is found if the word of an event overlaps it; no event counts twice.  Groups with odd numbers are for tuning, even
ones are held: look at nothing of them but the figures.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
Row = dict[str, Any]


class Mention(NamedTuple):
    """A marked mention: where, of which happening, and the key it was given (None: not found)."""

    report: str
    text: str
    gold: str
    found: str | None


class Figures(NamedTuple):
    """Precision, recall and F1 in percent."""

    precision: float
    recall: float
    f1: float


def read_lines(path: Path) -> list[Row]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def half_of(report: str) -> str:
    """Which half a report is in."""
    return "tuning" if int(report.split("-")[0]) % 2 else "held"


def align(gold: list[Row], tellings: list[Row], half: str | None = None) -> list[Mention]:
    """Every marked mention with the key of the event found there."""
    events: dict[str, list[Row]] = {}
    for telling in sorted(tellings, key=lambda t: (t["report"], t["start"], t["end"])):
        events.setdefault(telling["report"], []).append(telling)
    mentions = []
    for row in gold:
        if half in (None, half_of(row["id"])):
            free = list(events.get(row["id"], ()))
            for mention in row["mentions"]:
                event = next((e for e in free if e["start"] < mention["end"] and mention["start"] < e["end"]), None)
                if event is not None:
                    free.remove(event)
                found = event["happening"] if event else None
                mentions.append(Mention(row["id"], mention["text"], mention["happening"], found))
    return mentions


def b_cubed(mentions: list[Mention], *, missed: bool) -> Figures:
    """The figures; `missed` counts mentions that were not found against recall."""
    found = [m for m in mentions if m.found is not None]
    whole = mentions if missed else found
    together = Counter((m.found, m.gold) for m in found)
    keys, golds = Counter(m.found for m in found), Counter(m.gold for m in whole)
    precision = sum(together[m.found, m.gold] / keys[m.found] for m in found) / max(1, len(found))
    recall = sum(together[m.found, m.gold] / golds[m.gold] for m in found) / max(1, len(whole))
    return Figures(100 * precision, 100 * recall, 200 * precision * recall / ((precision + recall) or 1))


def show(mentions: list[Mention]) -> None:
    """Lists what was split and what was lumped."""
    for name, key in (("SPLIT", "gold"), ("LUMP", "found")):
        groups: dict[str, list[Mention]] = {}
        for mention in mentions:
            if mention.found is not None:
                groups.setdefault(getattr(mention, key), []).append(mention)
        for group in groups.values():
            if len({(m.gold, m.found) for m in group}) > 1:
                print(name, *(f"{m.gold}:{m.report} '{m.text}' {str(m.found)[:4]}" for m in group), sep="\n    ")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tellings", type=Path)
    parser.add_argument("--half", choices=("tuning", "held"), help="odd or even groups only")
    parser.add_argument("--show", action="store_true", help="list what is split and lumped; tuning half only")
    options = parser.parse_args()
    mentions = align(read_lines(HERE / "gold.jsonl"), read_lines(options.tellings), options.half)
    for name, missed in (("given", False), ("all", True)):
        figures = b_cubed(mentions, missed=missed)
        count = len(mentions) if missed else sum(m.found is not None for m in mentions)
        print(f"{name}: B-cubed P {figures.precision:.1f} R {figures.recall:.1f} F1 {figures.f1:.1f} of {count} mentions")
    if options.show:
        show([m for m in mentions if half_of(m.report) == "tuning"])


if __name__ == "__main__":
    main()
