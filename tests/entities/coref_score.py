"""LEA F1 (Moosavi & Strube 2016) of persons and states against `coref_gold.txt`.

    python tests/entities/coref_score.py [-v]      prints the figure, with -v what is missed and what is wrong in each text

A mention is known by its last character: a gold and a found mention are the same where they end
at the same place, so that "the Russian president" and "president" agree.  A mention of two entities counts in both.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dateline.record import Cast

GOLD = Path(__file__).with_name("coref_gold.txt")
Clusters = list[frozenset[int]]


class Text(NamedTuple):
    name: str
    published: str | None
    text: str
    clusters: Clusters


def read_gold() -> Iterator[Text]:
    for part in GOLD.read_text(encoding="utf-8").split("\n## ")[1:]:
        head, _, body = part.partition("\n")
        name, _, published = head.partition(" ")
        text, clusters = _unmark(body.strip())
        yield Text(name, published or None, text, clusters)


def _unmark(marked: str) -> tuple[str, Clusters]:
    text = ""
    open_marks: list[list[str]] = []
    ends: dict[str, set[int]] = {}
    for piece in re.split(r"(\[[\d+]+ |\])", marked):
        if piece.startswith("["):
            open_marks.append(piece[1:-1].split("+"))
        elif piece == "]":
            for number in open_marks.pop():
                ends.setdefault(number, set()).add(len(text))
        else:
            text += piece
    return text, [frozenset(e) for e in ends.values()]


def clusters_of(cast: Cast, starts: dict[int, int]) -> Clusters:
    """Persons and states of a cast as sets of mention ends; what only modifies is left out (`starts`: offset -> token)."""
    modifiers = set(cast.by_modifier)
    found: Clusters = []
    for e in cast.entities:
        if e.kind not in {"person", "state"}:
            continue
        ends = {
            m.end for m in e.mentions if starts.get(m.end, -1) not in modifiers or starts.get(m.end, -1) in cast.by_token
        }
        if ends:
            found.append(frozenset(ends))
    return found


def lea(of: Clusters, against: Clusters) -> tuple[float, float]:
    """Links of `of` that `against` has, and the most there could be, weighed by the size of each cluster."""
    right = total = 0.0
    for cluster in of:
        total += len(cluster)
        if len(cluster) == 1:
            right += any(len(o) == 1 and cluster == o for o in against)
            continue
        links = sum(len(cluster & o) * (len(cluster & o) - 1) / 2 for o in against)
        right += len(cluster) * min(1.0, links / (len(cluster) * (len(cluster) - 1) / 2))
    return right, total


def f1(pairs: Iterable[tuple[Clusters, Clusters]]) -> tuple[float, float, float]:
    """Precision, recall and F1 over texts of (gold, found)."""
    p = [0.0, 0.0]
    r = [0.0, 0.0]
    for gold, found in pairs:
        for sums, (right, total) in ((p, lea(found, gold)), (r, lea(gold, found))):
            sums[0] += right
            sums[1] += total
    precision, recall = p[0] / (p[1] or 1), r[0] / (r[1] or 1)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def read_all(*, verbose: bool = False) -> tuple[float, float, float]:
    """Reads every text of the gold and scores it."""
    import build
    from dateline import entities

    find = entities.build(build.tables())
    pairs = []
    for t in read_gold():
        reading = build.parsed(t.text, published=t.published)
        found = clusters_of(find(reading), {k.end: k.i for k in reading.tokens})
        pairs.append((t.clusters, found))
        if verbose:
            _show(t, found)
    return f1(pairs)


def _show(t: Text, found: Clusters) -> None:
    def words(cluster: frozenset[int]) -> str:
        return " | ".join(re.findall(r"\S+", t.text[max(0, e - 25) : e])[-1] + f"@{e}" for e in sorted(cluster))

    missed, wrong = set(t.clusters) - set(found), set(found) - set(t.clusters)
    if missed or wrong:
        sys.stdout.write(f"## {t.name}\n")
        sys.stdout.writelines(f"   gold  {words(c)}\n" for c in sorted(missed, key=min))
        sys.stdout.writelines(f"   found {words(c)}\n" for c in sorted(wrong, key=min))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    figures = read_all(verbose="-v" in sys.argv)
    sys.stdout.write("LEA  P {:.3f}  R {:.3f}  F1 {:.3f}\n".format(*figures))
