"""News written for this project, every time marked: what share the room finds, and finds with the right value."""

import tomllib
from pathlib import Path

import pytest

from build import parsed, tables
from dateline.lexicon import parse_example
from dateline.record.edtf import bounds
from dateline.times import build

ITEMS = tomllib.loads((Path(__file__).parent / "news.toml").read_text(encoding="utf-8"))["item"]
FLOORS = {"relaxed F1": 0.98, "value F1": 0.97}

find = build(tables())


def gold_of(item):
    example = parse_example(item["text"])
    return example.text, [(m.start, m.end, v) for m, v in zip(example.marks, item["values"], strict=True)]


def near(text, start, end):
    return text[max(0, start - 40) : end + 20]


def scores():
    gold_count = found_count = matched = right = exact = 0
    wrong = []
    for item in ITEMS:
        text, gold = gold_of(item)
        times = find(parsed(text, published=item["published"]))
        gold_count += len(gold)
        found_count += len(times)
        left = list(times)
        for start, end, value in gold:
            hit = next((t for t in left if t.start < end and start < t.end), None)
            if hit is None:
                wrong.append(f"missed '{text[start:end]}' ({value}) in: {near(text, start, end)}")
                continue
            left.remove(hit)
            matched += 1
            exact += (hit.start, hit.end) == (start, end)
            if bounds(hit.value) == bounds(value) and ("T" not in value or hit.value == value):
                right += 1
            else:
                wrong.append(f"'{hit.text}' is {hit.value}, not {value} ({hit.why}) in: {near(text, start, end)}")
        wrong += [f"'{t.text}' {t.value} ({t.why}) is not marked in: {near(text, t.start, t.end)}" for t in left]

    def f1(hits):
        return 2 * hits / (gold_count + found_count)

    return {"strict F1": f1(exact), "relaxed F1": f1(matched), "value F1": f1(right), "expressions": gold_count}, wrong


@pytest.fixture(scope="module")
def measured():
    return scores()


@pytest.mark.parametrize("name", FLOORS)
def test_news_is_read_at_least_as_well_as_before(measured, name):
    figures, wrong = measured
    assert figures[name] >= FLOORS[name], "\n".join([str(figures), *wrong])


def test_the_news_gold_is_large_enough_and_valid():
    assert len(ITEMS) >= 40
    assert sum(len(i["values"]) for i in ITEMS) >= 150
    assert all(bounds(v) for i in ITEMS for v in i["values"])


if __name__ == "__main__":
    figures, wrong = scores()
    print(figures, *wrong, sep="\n")  # noqa: T201
