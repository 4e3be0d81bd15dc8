"""Articles with known copies, made from base stories by what happens to wire stories on their way through the world.

    python benchmarks/copies/generate.py --half tune > articles.jsonl

Each line has text, site, day, key and the story it belongs to.  Of texts of your own (`--from FOLDER_OR_JSONL`) variants
are made in the same way.  One seed gives one set.  Half of the stories are for tuning, the other half is not looked at.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
AROUND = tomllib.loads((HERE / "surroundings.toml").read_text(encoding="utf-8"))
START = date(2024, 3, 4)


@dataclass(frozen=True)
class Article:
    """One article and the story that it tells."""

    key: str
    story: str
    text: str
    site: str
    day: date


def sentences(text: str) -> list[str]:
    """Sentences, each with what stands before it: a space, or the gap between paragraphs."""
    return re.findall(r"\S.*?[.?!][”\"]?(?=\s|$)\s*", text, re.DOTALL)


def cut(text: str, rng: random.Random) -> str:
    """The beginning, as short columns have it."""
    found = sentences(text)
    return "".join(found[: max(3, round(len(found) * rng.uniform(0.35, 0.8)))])


def edit(text: str, rng: random.Random) -> str:
    """Words swapped, sentences dropped or added."""
    for old, new in rng.sample(AROUND["swaps"], 7):
        text = re.sub(rf"\b{old}\b", new, text)
    found = sentences(text)
    if len(found) > 6 and rng.random() < 0.5:
        found.pop(rng.randrange(2, len(found)))
    if rng.random() < 0.5:
        found.insert(rng.randrange(1, len(found)), rng.choice(AROUND["additions"]) + " ")
    return "".join(found)


def sign(text: str, rng: random.Random) -> str:
    """Another agency's line above and below."""
    agency, town = rng.choice(AROUND["agencies"]), rng.choice(AROUND["towns"])
    writer, editor = rng.sample(AROUND["people"], 2)
    above = rng.choice([f"{town} ({agency}) — ", f"By {writer}, {agency}\n\n", f"{town}, {agency}: "])
    below = rng.choice(["", f"\n\n(Reporting by {writer}; editing by {editor})", f"\n\n{writer} writes for {agency}."])
    return above + text + below


def retype(text: str, rng: random.Random) -> str:
    """Other quotation marks, dashes and paragraphs."""
    text = text.replace("“", '"').replace("”", '"').replace("’", "'").replace("—", "--")
    return re.sub(r"\s+", " ", text) if rng.random() < 0.5 else text.replace(". ", ".\n\n")


def shuffle(text: str, rng: random.Random) -> str:
    """Its paragraphs in another order, the first excepted."""
    first, *rest = text.split("\n\n")
    rng.shuffle(rest)
    return "\n\n".join([first, *rest])


CHANGES: list[tuple[float, Callable[[str, random.Random], str]]] = [
    (0.35, cut), (0.5, edit), (0.6, sign), (0.4, retype), (0.2, shuffle),
]  # fmt: skip


def merge(text: str, other: str, rng: random.Random) -> str:
    """Two stories in one article, the first with the greater part."""
    first = sentences(text)
    second = sentences(other)[: max(3, len(first) // 3)]
    return "".join(first[: max(5, len(first) - 2)]) + "\n\nIn other news, " + "".join(second)


def furnish(text: str, furniture: dict[str, str]) -> str:
    """The story on a site's page, some of whose furniture was taken for text."""
    return "\n\n".join(part for part in (furniture["before"], text, furniture["after"].strip()) if part)


def series(mould: dict[str, str], rng: random.Random, weekday: int) -> str:
    """One day's report out of a mould."""
    fill = AROUND["fill"]

    def value(match: re.Match[str]) -> str:
        numbers = {"n": rng.randint(11, 99), "m": rng.randint(2, 60), "k": rng.randint(2, 9), "p2": rng.randint(10, 99)}
        words = {
            "state": fill["states"][0], "region": rng.choice(fill["regions"]), "place": rng.choice(fill["places"]),
            "weekday": fill["weekdays"][weekday % 7], "damage": rng.choice(fill["damages"]),
            "p": rng.choice(fill["objects"]),
            "damage_market": rng.choice(fill["market_news"]), "direction": rng.choice(["higher", "lower", "mixed"]),
            "moved": rng.choice(["rose", "fell", "slipped", "climbed"]),
        }  # fmt: skip
        return str({**numbers, **words}[match[1]])

    return re.sub(r"\{(\w+)\}", value, mould["text"].strip())


class Maker:
    """Makes the articles of one set."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        self._number = 0

    def article(self, story: str, text: str, day: date, furniture: dict[str, str] | None = None) -> Article:
        """The text on a site's page."""
        self._number += 1
        site = furniture or self._rng.choice(AROUND["furniture"])
        if self._rng.random() < 0.4:
            text = furnish(text, site)
        return Article(f"{self._number:06d}", story, text.strip(), site["site"], day)

    def copies(self, story: str, text: str, day: date, number: int) -> Iterator[Article]:
        """The story and its variants; some bear a date that is weeks off."""
        yield self.article(story, text, day)
        for _ in range(number):
            changed = text
            for chance, change in CHANGES:
                if self._rng.random() < chance:
                    changed = change(changed, self._rng)
            days = self._rng.choice([0, 0, 0, 1, 1, 2, 3, 30])
            yield self.article(story, changed, day + timedelta(days))

    def all(self, stories: list[dict[str, str]], *, copies: int) -> list[Article]:
        """Stories with copies and follow-ups, merged articles, daily reports, a quotation that two stories share."""
        rng, found = self._rng, []
        for number, story in enumerate(stories):
            text, day = story["text"].strip(), START + timedelta(days=rng.randrange(200))
            found += self.copies(story["title"], text, day, rng.randint(0, copies))
            if "more" in story:
                background = rng.sample(sentences(text), 3)
                follow = story["more"].strip() + "\n\n" + "".join(background)
                found += self.copies(
                    story["title"] + " (later)", follow, day + timedelta(days=5), rng.randint(0, copies // 2)
                )
            if number % 3 == 0:
                other = stories[(number + 1) % len(stories)]["text"].strip()
                found.append(self.article(story["title"], merge(text, other, rng), day + timedelta(days=1)))
            if number % 8 == 1:
                found.append(self.article(f"quoted {number}", text_with_quotation(stories, number), day + timedelta(days=2)))
        return found + list(self.series(days=12))

    def series(self, *, days: int) -> Iterator[Article]:
        """Reports out of one mould, day by day, each now and then printed twice."""
        for mould in AROUND["series"]:
            furniture = self._rng.choice(AROUND["furniture"])
            for day in range(days):
                text = series(mould, self._rng, day)
                for _ in range(self._rng.choice([1, 1, 2])):
                    yield self.article(f"{mould['name']} {day}", text, START + timedelta(days=day), furniture)


def text_with_quotation(stories: list[dict[str, str]], number: int) -> str:
    """A report of its own around a quotation that others print as well: sentences of four stories about other things."""
    others = [sentences(stories[(number + step) % len(stories)]["text"].strip()) for step in (3, 4, 5, 6)]
    before, after = ("".join(a[-2:] + b[-3:-1]) for a, b in (others[:2], others[2:]))
    return "\n\n".join([before.strip(), AROUND["quotation"]["text"], after.strip()])


def base_stories(half: str) -> list[dict[str, str]]:
    """Those for tuning, or the others."""
    stories = tomllib.loads((HERE / "stories.toml").read_text(encoding="utf-8"))["story"]
    found: list[dict[str, str]] = [s for n, s in enumerate(stories) if (n % 2 == 0) == (half == "tune")]
    return found


def own_stories(path: Path) -> list[dict[str, str]]:
    """Texts of the user's own: files of a folder, or lines of JSON with a `text`."""
    if path.is_dir():
        return [{"title": p.stem, "text": p.read_text(encoding="utf-8")} for p in sorted(path.glob("*.txt"))]
    lines = path.read_text(encoding="utf-8").splitlines()
    return [{"title": str(n), "text": json.loads(line)["text"]} for n, line in enumerate(lines)]


def generate(
    half: str, *, seeds: int = 5, copies: int = 8, stories: list[dict[str, str]] | None = None
) -> list[list[Article]]:
    """Several sets, each of its own seed."""
    base = base_stories(half) if stories is None else stories
    first = 0 if half == "tune" else 1000
    return [Maker(first + seed).all(base, copies=copies) for seed in range(seeds)]


def main() -> None:
    """Prints one set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["tune", "test"], default="tune")
    parser.add_argument("--from", dest="source", type=Path)
    options = parser.parse_args()
    stories = own_stories(options.source) if options.source else None
    for article in generate(options.half, seeds=1, stories=stories)[0]:
        json.dump({**vars(article), "day": article.day.isoformat()}, sys.stdout)
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
