"""Scores records against the gold of statements.  Standard library only.

    dateline read texts.jsonl > records.jsonl
    python score.py records.jsonl [--half tuning|held] [--show]

Any program can be scored: `records.jsonl` has one object a line with `id`, `statements` (`content`: [{start, end}],
`speaker_span` and `cue`: {start, end} or null, `speaker` and `addressee`: entity ids or null, `class`) and `entities` (`id`,
`name`, `country` as ISO3 or null, `mentions`: [{start, end, text}]); offsets are code points of the text.

Figures, each over all statements of the texts:

- **content F1**: words in both / words of the longer >= 0.8, one to one, best overlap first; marks and spaces never count.
- **with speaker F1**: of these those whose speaker's words share their head with the gold's, or that have none as there.
- **class right**: share of the content matches whose class is (one of) the gold's.
- **speaker known**: share of the gold statements with a party behind the speaker whose content is found and whose entity is
  that party, by country code, by name, or by the words of a mention.  A speaker nobody can name ("villagers") is right
  when it has no entity, or one that is only these words.
- **addressee known**: share of the gold's addressees for which the statement has an entity mentioned there.
- **clean texts**: share of the texts without statements in which nothing is found.

The halves: texts with odd ids are for tuning, those with even ids are held: look at nothing of them but the figures.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Row = dict[str, Any]
_WORD = re.compile(r"\w+")
_AFTER_HEAD = re.compile(r",|\(| of | for | from | in | at | who | which | that | with ")


def read_lines(path: Path) -> dict[str, Row]:
    """The objects of a JSONL file by id."""
    return {row["id"]: row for line in path.read_text(encoding="utf-8").splitlines() if line for row in [json.loads(line)]}


def words_of(spans: list[Row], text: str) -> frozenset[int]:
    """Where the words of some spans begin."""
    return frozenset(m.start() for s in spans for m in _WORD.finditer(text, s["start"], s["end"]))


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    """Words in both / words of the longer."""
    return len(a & b) / max(len(a), len(b), 1)


def head_of(span: Row, text: str) -> int:
    """Where the head word of a mention begins: the last before a comma or preposition."""
    cut = _AFTER_HEAD.search(text, span["start"], span["end"])
    words = list(_WORD.finditer(text, span["start"], cut.start() if cut else span["end"]))
    words = [w for w in words if w.group() != "s"] or words
    return words[-1].start() if words else span["start"]


def same_speaker(found: Row | None, gold: Row | None, text: str) -> bool:
    """Whether two mentions share a head word, or neither is there."""
    if found is None or gold is None:
        return found is None and gold is None
    return found["start"] <= head_of(gold, text) < found["end"] or gold["start"] <= head_of(found, text) < gold["end"]


def is_party(entity: Row | None, forms: list[str], mention: str) -> bool:
    """Whether an entity is one of a party's forms; with no forms, whether it is nobody but the mention's words."""
    if entity is None:
        return not forms
    if not forms:
        return entity["name"].lower() in mention.lower()
    names = {entity["name"].lower(), *(m["text"].lower().removeprefix("the ") for m in entity["mentions"])}
    wanted = {f.lower() for f in forms}
    return entity.get("country") in forms or any(
        n == w or n.endswith(" " + w) or w.endswith(" " + n) for n in names for w in wanted
    )


def pairs(found: list[Row], gold: list[Row], text: str) -> list[tuple[Row, Row]]:
    """Statements found and wanted, matched one to one by content."""
    sets = [words_of(f["content"], text) for f in found], [words_of(g["content"], text) for g in gold]
    scores = [(overlap(a, b), -i, -j) for i, a in enumerate(sets[0]) for j, b in enumerate(sets[1])]
    used: tuple[set[int], set[int]] = (set(), set())
    matched = []
    for score, i, j in sorted(scores, reverse=True):
        if score >= 0.8 and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            matched.append((found[-i], gold[-j]))
    return matched


def count(record: Row, gold: Row, text: str, tally: Counter[str], *, show: bool) -> None:
    """Adds one text to the tally."""
    found, wanted = record["statements"], gold["statements"]
    entities = {e["id"]: e for e in record["entities"]}
    matched = pairs(found, wanted, text)
    tally.update(found=len(found), gold=len(wanted), content=len(matched))
    tally.update(empty=int(not wanted), clean=int(not wanted and not found))
    tally["parties"] += sum(g["by"] is not None for g in wanted)
    tally["addressees"] += sum(g["addressee"] is not None for g in wanted)
    for f, g in matched:
        mention = g["speaker_span"]["text"] if g["speaker_span"] else ""
        speaker = same_speaker(f["speaker_span"], g["speaker_span"], text)
        party = g["by"] is not None and is_party(entities.get(f["speaker"]), g["by"], mention)
        told = g["addressee"] is not None and any(
            m["start"] < g["addressee"]["end"] and g["addressee"]["start"] < m["end"]
            for m in entities.get(f["addressee"], {"mentions": []})["mentions"]
        )
        tally.update(speaker=int(speaker), party=int(party), told=int(told), class_=int(f["class"] in g["class"]))
        if show and not (speaker and (party or g["by"] is None)):
            name = entities.get(f["speaker"], {"name": None})["name"]
            print(
                gold["id"],
                "SPEAKER",
                f["speaker_span"] and f["speaker_span"]["text"],
                "=",
                name,
                "| wanted",
                mention,
                g["by"],
            )
        if show and f["class"] not in g["class"]:
            print(gold["id"], "CLASS", f["class"], "| wanted", g["class"], "|", f["content"][0]["text"][:60])
    if show:
        for f in (f for f in found if all(f is not m for m, _ in matched)):
            print(gold["id"], "EXTRA ", f["rule"], f["class"], "|", " ## ".join(c["text"] for c in f["content"]))
        for g in (g for g in wanted if all(g is not m for _, m in matched)):
            print(gold["id"], "MISSED", g["class"], "|", " ## ".join(c["text"] for c in g["content"]))


def rate(part: int, whole: int) -> float:
    """A percentage; 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("--half", choices=("tuning", "held"), help="odd or even ids only")
    parser.add_argument("--show", action="store_true", help="list what is missed and extra; tuning half only")
    options = parser.parse_args()
    texts, records = read_lines(HERE / "texts.jsonl"), read_lines(options.records)
    tally: Counter[str] = Counter()
    for key, gold in sorted(read_lines(HERE / "gold.jsonl").items()):
        half = "tuning" if int(key) % 2 else "held"
        if options.half in (None, half):
            empty = {"statements": [], "entities": []}
            count(records.get(key, empty), gold, texts[key]["text"], tally, show=options.show and half == "tuning")
    t = tally
    for name, part in (("content", t["content"]), ("with speaker", t["speaker"])):
        print(f"{name} F1 {rate(2 * part, t['found'] + t['gold']):.1f}", end=" ")
        print(f"(precision {rate(part, t['found']):.1f}, recall {rate(part, t['gold']):.1f})", end="  ")
    print(f"class right {rate(t['class_'], t['content']):.1f}")
    print(f"speaker known {rate(t['party'], t['parties']):.1f} of {t['parties']}", end="  ")
    print(f"addressee known {rate(t['told'], t['addressees']):.1f} of {t['addressees']}", end="  ")
    print(f"clean texts {t['clean']} of {t['empty']}")


if __name__ == "__main__":
    main()
