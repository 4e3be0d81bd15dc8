"""Scores followed promises against the gold of commitments and what became of them.  Standard library only.

    dateline build articles.jsonl --into record
    dateline query record "SELECT a.id AS story, c.action_start AS start, c.action_end AS \\"end\\", p.promise, p.due_last
      FROM promises p JOIN commitments c ON c.article = p.article AND c.id = p.commitment
      JOIN articles a ON a.article = p.article" --format jsonl > promises.jsonl

The state depends on the day it is asked for, which differs from story to story, so `judge` takes a function that gives the
state of a commitment on a day; `python score.py record` asks an archive through dateline.

- **accuracy**: share of all stories whose commitment was found (half of its action's characters) with the gold's state.
- **outcomes**: precision and recall of pairs of later article and what it says (kept, broken, overtaken, restated), over
  the stories whose commitment was found for precision, over all for recall.

Stories with odd numbers are for tuning, even ones are held: look at nothing of them but the figures.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Row = dict[str, Any]


def read_lines(path: Path) -> list[Row]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def half_of(story: int) -> str:
    """Which half a story is in."""
    return "tuning" if story % 2 else "held"


def judge(
    gold: list[Row],
    state_of: Callable[[Row, str], str | None],
    outcomes_of: Callable[[Row, str], dict[str, str]],
    half: str | None = None,
    *,
    show: bool = False,
) -> Counter[str]:
    """Counts what is right: `state_of` a story's commitment on a day (None: not found), `outcomes_of` it by article id."""
    tally: Counter[str] = Counter()
    for row in gold:
        if half not in (None, half_of(row["story"])):
            continue
        state = state_of(row, row["asof"])
        said = outcomes_of(row, row["asof"]) if state is not None else {}
        right = {a for a, says in said.items() if row["outcomes"].get(a) == says}
        tally.update(
            stories=1,
            found=int(state is not None),
            right=int(state == row["state"]),
            said_right=len(right),
            said=len(said),
            said_gold=len(row["outcomes"]),
        )
        if show and (state != row["state"] or said != row["outcomes"]) and half_of(row["story"]) == "tuning":
            print(f"{row['story']}: {row['state']} {row['outcomes']}, found {state} {said}")
    return tally


def percent(part: int, whole: int) -> float:
    """A share in percent."""
    return 100 * part / whole if whole else 0.0


def ask(record: Any) -> tuple[Callable[[Row, str], str | None], Callable[[Row, str], dict[str, str]]]:
    """What an opened archive of the articles answers."""
    ids = dict(record.sql("SELECT article, id FROM articles").fetchall())
    places: dict[str, list[tuple[int, int, str]]] = {}
    for article, start, end, promise in record.sql(
        "SELECT c.article, c.action_start, c.action_end, p.promise FROM commitments c "
        "JOIN promises p ON p.article = c.article AND p.commitment = c.id"
    ).fetchall():
        places.setdefault(ids[article], []).append((start, end, promise))
    said: dict[str, dict[str, str]] = {}
    for promise, article, says in record.sql("SELECT promise, article, says FROM outcomes ORDER BY day, id").fetchall():
        said.setdefault(promise, {})[ids[article]] = says

    def find(row: Row) -> str | None:
        start, end = row["action"]["start"], row["action"]["end"]
        near = [(min(e, end) - max(s, start), p) for s, e, p in places.get(row["article"], ())]
        best = max(near, default=(0, ""))
        return best[1] if best[0] * 2 >= end - start else None

    def state_of(row: Row, day: str) -> str | None:
        promise = find(row)
        if promise is None:
            return None
        return dict(record.promises(asof=day).project("promise, state").fetchall())[promise]

    def outcomes_of(row: Row, day: str) -> dict[str, str]:
        return said.get(find(row) or "", {})

    return state_of, outcomes_of


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", help="an archive of articles.jsonl")
    parser.add_argument("--half", choices=("tuning", "held"), help="odd or even stories only")
    parser.add_argument("--show", action="store_true", help="list what is wrong; tuning half only")
    options = parser.parse_args()
    from dateline import open_record

    answers = ask(open_record(options.record))
    tally = judge(read_lines(HERE / "gold.jsonl"), *answers, options.half, show=options.show)
    print(
        f"accuracy {percent(tally['right'], tally['stories']):.1f} of {tally['stories']} ({tally['found']} found)", end="  "
    )
    precision, recall = percent(tally["said_right"], tally["said"]), percent(tally["said_right"], tally["said_gold"])
    print(f"outcomes P {precision:.1f} R {recall:.1f}")


if __name__ == "__main__":
    main()
