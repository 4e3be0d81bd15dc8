"""The same sets by MinHash and LSH of two libraries: quality, and articles a second of CPU time.

    pip install rensa datasketch
    python benchmarks/copies/compare.py

Shingles of four words, 128 permutations, pairs of Jaccard 0.5 and more, joined into stories.  datasketch and rensa see the
same shingles, made in Python from lower-case words.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from generate import Article, generate
from score import f1, score

from dateline.corpus.shingles import sketches
from dateline.corpus.stories import Groups

THRESHOLD, PERMUTATIONS = 0.5, 128


def shingles(text: str) -> list[str]:
    """Runs of four words."""
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[n : n + 4]) for n in range(len(words) - 3)]


def by_rensa(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Pairs that rensa finds alike."""
    from rensa import RMinHash, RMinHashLSH

    lsh = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=32)
    signatures = RMinHash.from_token_sets([shingles(t) for t in texts], num_perm=PERMUTATIONS, seed=1)
    for number, signature in enumerate(signatures):
        for other in lsh.query(signature):
            if signatures[other].jaccard(signature) >= THRESHOLD:
                yield other, number
        lsh.insert(number, signature)


def by_datasketch(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Pairs that datasketch finds alike."""
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    signatures = []
    for number, text in enumerate(texts):
        signature = MinHash(num_perm=PERMUTATIONS, seed=1)
        signature.update_batch([s.encode() for s in shingles(text)])
        signatures.append(signature)
        for other in lsh.query(signature):
            if signatures[other].jaccard(signature) >= THRESHOLD:
                yield other, number
        lsh.insert(number, signature)


def quality(find: Callable[[list[str]], Iterator[tuple[int, int]]], sets: list[list[Article]]) -> float:
    """F1 over pairs of articles."""
    totals = [0, 0, 0]
    for articles in sets:
        groups = Groups()
        for one, other in find([a.text for a in articles]):
            groups.join(one, other)
        found = {a.key: str(groups.of(n)) for n, a in enumerate(articles)}
        totals = [a + b for a, b in zip(totals, score(articles, found), strict=True)]
    return f1(*totals)


def main() -> None:
    """Prints a line a library."""
    halves = {half: generate(half) for half in ("tune", "test")}
    texts = [a.text for sets in halves.values() for articles in sets for a in articles]
    texts = [f"{one} {other}" for one, other in zip(texts, texts[::-1], strict=True)]  # of some 300 words
    words = sum(len(t.split()) for t in texts) / len(texts)
    for name, find in (("rensa", by_rensa), ("datasketch", by_datasketch)):
        begin = time.process_time()
        found = [f"{half} F1 {quality(find, sets):.3f}" for half, sets in halves.items()]
        begin = time.process_time()
        list(find(texts))
        speed = len(texts) / (time.process_time() - begin)
        print(f"{name}: {', '.join(found)}; {speed:,.0f} texts of {words:.0f} words a second")
    begin = time.process_time()
    sketches(texts)
    print(f"sketches of shingles.py alone: {len(texts) / (time.process_time() - begin):,.0f} a second")


if __name__ == "__main__":
    main()
