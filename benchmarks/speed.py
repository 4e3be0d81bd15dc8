"""Words a second of `read_many` beside bare spaCy with all its pipes, on the same texts in the same run.

    python benchmarks/speed.py [DOCS.jsonl] [--words 200000] [--rounds 3]

DOCS.jsonl has a `text` (or `html`) a line, plain or `.gz`; without it the sample page is repeated with its paragraphs
shuffled and its countries exchanged, so that no two copies are alike.  Each measurement runs in a process of its own,
turn by turn, so that neither warms the other's caches and peak memory is its own.  Words are counted by spaces.
Loading is left out and given by itself.  The share of time by step is from one more run with a clock round each step.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).resolve().parent.parent / "docs" / "sample" / "page.txt"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("documents", nargs="?", type=Path, help="a .jsonl with a text a line")
    parser.add_argument("--words", type=int, default=200_000, help="how many words are read in each round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--measure", choices=sorted(MEASURES), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(MEASURES[options.measure](options.documents)))
        return
    texts = list(take(given(options.documents) if options.documents else varied(SAMPLE), options.words))
    with tempfile.TemporaryDirectory() as folder:
        documents = Path(folder) / "documents.jsonl"
        documents.write_text("".join(json.dumps({"text": t}) + "\n" for t in texts), encoding="utf-8")
        words = sum(len(t.split()) for t in texts)
        print(f"{len(texts)} texts, {words:,} words, {options.rounds} rounds")
        report(documents, words, options.rounds)


def report(documents: Path, words: int, rounds: int) -> None:
    """Runs the two in turn and prints the medians, then the share of each step."""
    found: dict[str, list[dict[str, Any]]] = {"spacy": [], "dateline": []}
    for _ in range(rounds):
        for name, measured in found.items():
            measured.append(in_own_process(name, documents))
    speeds = {name: statistics.median(words / m["seconds"] for m in measured) for name, measured in found.items()}
    print(f"\n{'':22}{'words/s':>10}{'loading s':>12}{'peak MB':>10}")
    for name, label in (("spacy", "spaCy, all pipes"), ("dateline", "dateline read_many")):
        loading = statistics.median(m["loading"] for m in found[name])
        peak = max(m["peak_mb"] for m in found[name])
        print(f"{label:22}{speeds[name]:>10,.0f}{loading:>12.1f}{peak:>10,.0f}")
    print(f"\ndateline reads {speeds['dateline'] / speeds['spacy']:.2f} times as fast as bare spaCy\n")
    shares = in_own_process("steps", documents)["shares"]
    for name, share in sorted(shares.items(), key=lambda item: -item[1]):
        print(f"{name:22}{share:>9.1%}")


def in_own_process(name: str, documents: Path) -> dict[str, Any]:
    """One measurement in a fresh interpreter."""
    command = [sys.executable, __file__, str(documents), "--measure", name]
    return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def measure_spacy(documents: Path) -> dict[str, float]:
    """Bare spaCy: the default model's whole pipeline over the texts."""
    import spacy

    from dateline.language import DEFAULT_MODEL

    texts = list(given(documents))
    start = time.perf_counter()
    nlp = spacy.load(DEFAULT_MODEL)
    loaded = time.perf_counter()
    for doc in nlp.pipe(texts):
        assert doc.has_annotation("DEP")
    return measured(start, loaded)


def measure_dateline(documents: Path) -> dict[str, float]:
    """`read_many` over the texts, records encoded as the command line writes them."""
    from dateline import Reader, encode_record

    texts = list(given(documents))
    start = time.perf_counter()
    reader = Reader()
    loaded = time.perf_counter()
    written = sum(len(encode_record(record)) for record in reader.read_many(texts))
    assert written
    return measured(start, loaded)


def measure_steps(documents: Path) -> dict[str, Any]:
    """Share of the time of each step, with a clock round it."""
    from dateline import Reader, encode_record

    texts = list(given(documents))
    reader = Reader()
    clock: Counter[str] = Counter()
    reader._steps = [step._replace(run=timed(step.run, step.name, clock)) for step in reader._steps]
    reader._clean = timed(reader._clean, "article", clock)
    reader.finish = timed(reader.finish, "record and checker", clock)  # type: ignore[method-assign]
    parse = reader._parser.parse
    reader._parser.parse = lambda articles: timed_stream(parse(articles), "language", clock)  # type: ignore[method-assign]
    start = time.perf_counter()
    for record in reader.read_many(texts):
        encode_record(record)
    total = time.perf_counter() - start
    clock["the rest"] = total - sum(clock.values())  # type: ignore[assignment]
    return {"shares": {name: seconds / total for name, seconds in clock.items()}}


def measured(start: float, loaded: float) -> dict[str, float]:
    """Seconds of work, seconds of loading, peak memory of this process (Linux counts it in kilobytes)."""
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    return {"seconds": time.perf_counter() - loaded, "loading": loaded - start, "peak_mb": peak}


def timed(run: Callable[[Any], Any], name: str, clock: Counter[str]) -> Callable[[Any], Any]:
    """The function with its time added to the clock."""

    def call(given: Any) -> Any:
        start = time.perf_counter()
        try:
            return run(given)
        finally:
            clock[name] += time.perf_counter() - start  # type: ignore[assignment]

    return call


def timed_stream(stream: Iterator[Any], name: str, clock: Counter[str]) -> Iterator[Any]:
    """The iterator with the time it takes to give each item added to the clock."""
    while True:
        start = time.perf_counter()
        item = next(stream, None)
        clock[name] += time.perf_counter() - start  # type: ignore[assignment]
        if item is None:
            return
        yield item


def given(documents: Path) -> Iterator[str]:
    """The texts of a file, a JSON object a line."""
    with (
        gzip.open(documents, "rt", encoding="utf-8") if documents.suffix == ".gz" else documents.open(encoding="utf-8") as f
    ):
        for line in f:
            row = json.loads(line)
            if row.get("text"):
                yield row["text"]


def varied(sample: Path) -> Iterator[str]:
    """The sample again and again, with its paragraphs shuffled and its countries exchanged; always the same sequence."""
    from dateline import Tables

    text = sample.read_text(encoding="utf-8")
    states = [row["name"] for row in Tables().rows("entities/states.tsv")]
    named = [state for state in states if state in text]
    dice = random.Random(1)
    while True:
        copy = text
        for state in named:
            copy = copy.replace(state, dice.choice(states))
        paragraphs = copy.split("\n\n")
        dice.shuffle(paragraphs)
        yield "\n\n".join(paragraphs)


def take(texts: Iterator[str], words: int) -> Iterator[str]:
    """Texts until so many words are reached; a short file is read again from its start."""
    kept: list[str] = []
    for text in texts:
        kept.append(text)
        words -= len(text.split())
        yield text
        if words <= 0:
            return
    for number in range(10**9 if kept else 0):
        text = kept[number % len(kept)]
        words -= len(text.split())
        yield text
        if words <= 0:
            return


MEASURES = {"spacy": measure_spacy, "dateline": measure_dateline, "steps": measure_steps}

if __name__ == "__main__":
    main()
