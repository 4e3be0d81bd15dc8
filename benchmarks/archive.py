"""The archive measured: builds on one worker and two beside bare spaCy, growth with length, the store at many sizes.

    python benchmarks/archive.py build [DOCS.jsonl] [--articles 400]
    python benchmarks/archive.py growth [DOCS.jsonl]
    python benchmarks/archive.py store [DOCS.jsonl] [--events 10000,1000000,10000000]

Without DOCS.jsonl (a `text` a line) the sample page is varied.  Times are processor time of all processes that took part,
which means the same on a busy machine; seconds by the clock stand beside them.  `store` reads some articles, and writes
their rows again and again under new keys, on other days and with a word of their own in each sentence.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as arrow
import pyarrow.compute as compute
import pyarrow.parquet as parquet
from speed import SAMPLE, given, in_own_process, varied

from dateline.store import Makers, as_keys, compact, folder_at, open_record, writing
from dateline.store.keys import as_written, pack
from dateline.store.manifest import Manifest, name_of
from dateline.store.schema import columns_digest
from dateline.store.unit import put_manifest, table_name

MAKERS = Makers(dateline="0", model="none", tables="none")
TILED = ("articles", "sentences", "entities", "events", "statements", "commitments")
UNIT = 50_000  # articles of a synthetic unit, as compaction makes them
MAIN = "from dateline.cli import main; main()"
BARE = """
import json, sys, spacy
from dateline.language import DEFAULT_MODEL
nlp = spacy.load(DEFAULT_MODEL)
for doc in nlp.pipe(json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")):
    assert doc.has_annotation("DEP")
"""


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=["build", "growth", "store"])
    parser.add_argument("documents", nargs="?", type=Path, help="a .jsonl with a text a line")
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--events", default="10000,1000000,10000000")
    options = parser.parse_args()
    texts = given(options.documents) if options.documents else varied(SAMPLE)
    with tempfile.TemporaryDirectory() as folder:
        if options.what == "build":
            measure_build(list(islice(texts, options.articles)), Path(folder))
        elif options.what == "growth":
            measure_growth(list(islice(texts, 400)), Path(folder))
        else:
            for events in map(int, options.events.split(",")):
                measure_store(list(islice(texts, 60)), Path(folder) / str(events), events)


def measure_build(texts: list[str], folder: Path) -> None:
    """Builds by one worker and two, and bare spaCy with all its pipes; then the share of each step."""
    documents = written(texts, folder / "docs.jsonl")
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words:,} words")
    print(f"{'':20}{'CPU s':>8}{'clock s':>9}{'articles/CPU s':>16}{'words/CPU s':>13}{'peak MB':>9}")
    one = written(texts[:1], folder / "one.jsonl")
    for name, command in (
        ("start-up", build_of(one, folder / "r", 1)),
        ("1 worker", build_of(documents, folder / "r1", 1)),
        ("2 workers", build_of(documents, folder / "r2", 2)),
        ("all there", build_of(documents, folder / "r1", 1)),
        ("bare spaCy", ["-c", BARE, str(documents)]),
    ):
        cpu, clock, peak = run(command)
        print(f"{name:20}{cpu:8.1f}{clock:9.1f}{len(texts) / cpu:16.1f}{words / cpu:13,.0f}{peak:9.0f}")
    for step, share in sorted(in_own_process("steps", documents)["shares"].items(), key=lambda item: -item[1]):
        print(f"{step:22}{share:8.1%}")
    parts = sum(f.stat().st_size for f in (folder / "r1").rglob("*.parquet"))
    print(f"{documents.stat().st_size:,} bytes of JSONL became {parts:,} bytes of Parquet")


def measure_growth(texts: list[str], folder: Path) -> None:
    """One article of more and more characters, up to a million."""
    print(f"{'characters':>12}{'CPU s':>8}{'us/character':>14}{'peak MB':>9}")
    joined = "\n\n".join(texts)
    base, _, _ = run(build_of(written(["Kenya and Uganda met."], folder / "0.jsonl"), folder / "r0", 1))
    for size in (10_000, 100_000, 300_000, 999_000):
        text = (joined * (size // len(joined) + 1))[:size]
        cpu, _, peak = run(build_of(written([text], folder / f"{size}.jsonl"), folder / f"r{size}", 1))
        print(f"{size:12,}{cpu - base:8.1f}{(cpu - base) / size * 1e6:14.1f}{peak:9.0f}")


def measure_store(texts: list[str], folder: Path, events: int) -> None:
    """Appending, opening, counting, filtering and searching an archive of so many events."""
    documents = written(texts, folder.with_suffix(".jsonl"))
    run(build_of(documents, folder / "real", 1))
    archive = folder / "record"
    copies = tile(folder / "real", archive, events)
    sizes = dict(counted(archive))
    megabytes = sum(f.stat().st_size for f in archive.rglob("*.parquet")) / 1e6
    counts = ", ".join(f"{sizes[table]:,} {table}" for table in ("events", "articles", "sentences"))
    print(f"\n{counts}, {megabytes:,.0f} MB, {copies} units")
    rare = open_record(archive).sql("SELECT max(article) FROM articles").fetchall()[0][0]
    for name, work in questions(archive, rare).items():
        show(name, work)
    small = Path(f"{archive}-small")
    tile(folder / "real", small, 2_000, unit=100)
    show(f"compact {len(list((small / 'articles').iterdir()))} small units", lambda: joined_up(small))


def show(name: str, work: Callable[[], Any]) -> None:
    """One line."""
    cpu, clock = timed(work)
    print(f"{name:44}{cpu * 1000:10,.0f} ms CPU{clock * 1000:10,.0f} ms", flush=True)


def questions(archive: Path, rare: str) -> dict[str, Callable[[], Any]]:
    """What is asked of the store; each opens the archive anew."""
    return {
        "append a unit of 100 articles": lambda: tile(archive.parent / "real", Path(f"{archive}-new"), 1, unit=100),
        "open": lambda: open_record(archive),
        "count by month and type": lambda: open_record(archive).count("month", "type").fetchall(),
        "filter: events of a type in a month": lambda: (
            open_record(archive).events(type="CONSULT", since="2016-03-01", until="2016-03-02").limit(100).fetchall()
        ),
        "timeline of two, first 100": lambda: open_record(archive).timeline("Greece", "Albania").limit(100).fetchall(),
        "search sentences, a rare word, scan": lambda: (
            open_record(archive).search(rare, within="sentences", index=False).fetchall()
        ),
        "search sentences, two common words, scan": lambda: (
            open_record(archive).search("minist said", within="sentences", index=False).fetchall()
        ),
        "make the index of sentences, search once": lambda: (
            open_record(archive).search(rare, within="sentences", index=True).fetchall()
        ),
        "search sentences, a rare word, index": lambda: (
            open_record(archive).search(rare, within="sentences", index=True).fetchall()
        ),
        "search sentences, two common words, index": lambda: (
            open_record(archive).search("minist said", within="sentences", index=True).fetchall()
        ),
    }


def tile(real: Path, archive: Path, events: int, *, unit: int = UNIT) -> int:
    """Writes units of the rows of real articles until so many events are there; gives the number of units."""
    record = open_record(real)
    tables = {table: record[table].to_arrow_table() for table in TILED}
    folder = folder_at(archive)
    names = tables["articles"]["article"].to_pylist()
    done = units = 0
    while done < events:
        dice = np.random.default_rng(units)
        left = (events - done) * len(names) // max(tables["events"].num_rows, 1) + 1
        copies = max(min(unit, left) // len(names), 1)
        done += put_copies(folder, tables, names, copies, dice)
        units += 1
    return units


def put_copies(folder: Any, tables: dict[str, Any], names: list[str], copies: int, dice: Any) -> int:
    """One unit of so many copies of all articles; gives the number of events."""
    keys = [
        dict(zip(names, (f"{k:016x}" for k in dice.integers(0, 1 << 63, len(names))), strict=True)) for _ in range(copies)
    ]
    every = as_keys(key for copy in keys for key in copy.values())
    unit = name_of(as_written(every)[:10])
    rows = {}
    for table, real in tables.items():
        rows[table] = real.num_rows * copies
        with (
            folder.put(table_name(table, unit)) as beside,
            parquet.ParquetWriter(beside, real.schema, compression="zstd") as writer,
        ):
            for some in range(0, copies, 100):
                writer.write_table(arrow.concat_tables(copied(real, table, copy, dice) for copy in keys[some : some + 100]))
    put_manifest(
        folder, Manifest(unit=unit, made_by=MAKERS, rows=rows, columns=columns_digest(), keys=pack(every), origins=b"")
    )
    return rows["events"]


def copied(real: Any, table: str, keys: dict[str, str], dice: Any) -> Any:
    """The rows under other keys, on another day, each sentence with a word of its own."""
    new = arrow.array([keys[key] for key in real["article"].to_pylist()], arrow.string())
    rows = real.set_column(0, "article", new)
    if table == "sentences":
        at = rows.schema.get_field_index("text")
        rows = rows.set_column(at, "text", compute.binary_join_element_wise(rows["text"], new, " "))
    if "day" in rows.schema.names:
        day = date(2016, 1, 1) + timedelta(days=int(dice.integers(0, 2000)))
        at = rows.schema.get_field_index("day")
        rows = rows.set_column(at, "day", arrow.array([day] * rows.num_rows, arrow.date32()))
    return rows.cast(real.schema)


def counted(archive: Path) -> list[tuple[str, int]]:
    """Rows by table."""
    record = open_record(archive)
    return [(table, record.sql(f"SELECT count(*) FROM {table}").fetchall()[0][0]) for table in TILED]


def joined_up(archive: Path) -> None:
    """Compacts."""
    folder = folder_at(archive)
    with writing(folder):
        compact(folder)


def build_of(documents: Path, into: Path, workers: int) -> list[str]:
    """The words of a build."""
    return ["-c", MAIN, "build", str(documents), "--into", str(into), "--workers", str(workers), "--no-links"]


def written(texts: Iterable[str], path: Path) -> Path:
    """A file of JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts))
    path.write_text("".join(lines), encoding="utf-8")
    return path


def run(words: list[str]) -> tuple[float, float, float]:
    """Processor seconds of a Python and all that it starts, seconds by the clock, and the largest process in MB."""
    measure = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stderr=subprocess.DEVNULL);"
        "u = resource.getrusage(resource.RUSAGE_CHILDREN); print(u.ru_utime + u.ru_stime, u.ru_maxrss / 1024)"
    )
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", measure, sys.executable, *words], capture_output=True, text=True, check=True
    )
    cpu, peak = map(float, done.stdout.split()[-2:])
    return cpu, time.monotonic() - start, peak


def timed(work: Callable[[], Any]) -> tuple[float, float]:
    """Processor seconds of this process, and seconds by the clock, of one call."""
    before, start = resource.getrusage(resource.RUSAGE_SELF), time.monotonic()
    work()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.monotonic() - start


if __name__ == "__main__":
    main()
