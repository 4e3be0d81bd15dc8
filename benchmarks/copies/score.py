"""Near-copies found against those known: pairwise F1, and articles a second of CPU time, signature included.

python benchmarks/copies/score.py --half tune [--errors]
python benchmarks/copies/score.py --speed 100000
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent))

from generate import Article, base_stories, generate

from dateline.corpus.link import link_held
from dateline.store import Makers, Rows, as_keys, folder_at, open_record, put_unit, writing

MAKERS = Makers(dateline="0", model="none", tables="none")
_A_UNIT = 5_000


def archive(where: str, articles: Iterable[Article]) -> None:
    """Articles put into an archive unread: only their texts count here."""
    folder, rows, keys = folder_at(where), Rows(), []
    for number, article in enumerate(articles, 1):
        key = f"{int(article.key):016x}"
        keys.append(key)
        row = {"article": key, "id": key, "source": key, "text": article.text, "site": article.site}
        rows.tables["articles"].append({**row, "published_day": article.day})
        if number % _A_UNIT == 0:
            put_unit(folder, f"u{number:012d}", rows, MAKERS, keys=as_keys(keys), origins=as_keys([]))
            rows, keys = Rows(), []
    if keys:
        put_unit(folder, "u", rows, MAKERS, keys=as_keys(keys), origins=as_keys([]))


def found_stories(where: str) -> dict[str, str]:
    """Article -> story, as `dateline link` finds them."""
    folder = folder_at(where)
    with writing(folder):
        link_held(folder)
    rows = open_record(where)["copies"].fetchall()
    return {f"{int(article, 16):06d}": story for article, story, *_ in rows}


def pairs(count: int) -> int:
    """Pairs among so many."""
    return count * (count - 1) // 2


def score(articles: list[Article], found: dict[str, str]) -> tuple[int, int, int]:
    """Pairs that are right, found, known."""
    told = Counter(a.story for a in articles)
    given = Counter(found.get(a.key, a.key) for a in articles)
    both = Counter((a.story, found.get(a.key, a.key)) for a in articles)
    return tuple(sum(pairs(n) for n in counts.values()) for counts in (both, given, told))  # type: ignore[return-value]


def f1(right: int, found: int, known: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / max(found + known, 1)


def run(half: str, *, errors: bool, seeds: int = 5) -> float:
    """Scores a half; prints figures."""
    total = Counter[str]()
    for articles in generate(half, seeds=seeds):
        with TemporaryDirectory() as where:
            archive(where, articles)
            found = found_stories(where)
        right, given, known = score(articles, found)
        total.update(right=right, given=given, known=known)
        if errors:
            tell(articles, found)
    right, given, known = total["right"], total["given"], total["known"]
    result = f1(right, given, known)
    print(f"{half}: precision {right / max(given, 1):.3f}, recall {right / max(known, 1):.3f}, F1 {result:.3f}")
    return result


def tell(articles: list[Article], found: dict[str, str]) -> None:
    """Prints articles that stand with others than they should."""
    groups: dict[str, list[Article]] = {}
    for article in articles:
        groups.setdefault(found.get(article.key, article.key), []).append(article)
    main = {
        story: max(groups, key=lambda g: sum(a.story == story for a in groups[g])) for story in {a.story for a in articles}
    }
    for article in articles:
        group = found.get(article.key, article.key)
        others = {a.story for a in groups[group]} - {article.story}
        if group != main[article.story] or others:
            print(f"  {article.key} of '{article.story}' {'apart' if group != main[article.story] else ''} with {others}")


def speed(number: int) -> None:
    """Articles of some 300 words, 30 of a hundred copies of others, through the whole pass."""
    with TemporaryDirectory() as where:
        archive(where, _many(number))
        begin = time.process_time()
        found = found_stories(where)
        seconds = time.process_time() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{number:,} articles in {seconds:.1f} s of CPU time: {number / seconds:,.0f} a second; {len(found):,} in stories")
    print(f"peak memory {memory:,.0f} MB")


def _many(number: int) -> Iterable[Article]:
    """Articles with words of the base stories in an order of their own."""
    import random

    rng = random.Random(7)
    words = [w for half in ("tune", "test") for s in base_stories(half) for w in s["text"].split()]
    texts: list[str] = []
    for n in range(number):
        if n % 10 >= 7 and texts:
            text = rng.choice(texts)
            text = text[: int(len(text) * rng.uniform(0.5, 1.0))]
        else:
            text = " ".join(rng.choice(words) for _ in range(300))
            texts = [*texts[-999:], text]
        yield Article(str(n), "", text, f"site{n % 100}.example", date(2024, 1, 1 + n * 28 // number))


def main() -> None:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["tune", "test"])
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--speed", type=int)
    options = parser.parse_args()
    if options.speed:
        speed(options.speed)
    for half in [options.half] if options.half else [] if options.speed else ["tune", "test"]:
        run(half, errors=options.errors)


if __name__ == "__main__":
    main()
