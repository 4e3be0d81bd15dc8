"""Builders, workers and compactions killed (kill -9) at random moments: no row may be lost, none doubled.

    python benchmarks/faults/kills.py [--kills 60] [--seed 1] [--real]

A build of some hundred articles is started again and again, with one worker or two, now and then a second one beside it
or a compaction, now and then by a newer version that reads all again; each time somebody is killed.  Then the archive is
opened as users do: an article that is seen twice, that is half there, or that was there before and is gone, is a failure.
At the end a build and a compaction run in peace, and all rows must be those of an archive that was built without kills.
The reader is one without a model (light.py), which makes a build short enough to be killed at every moment of it; `--real`
takes the real one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from dateline.store import OpenRecord, UnreadableError, open_record
from dateline.store.schema import TABLES

HERE = Path(__file__).resolve().parent
SOURCE = "docs.jsonl"
KILLED = ("builder", "worker", "compaction")
FAULTS = ("lost", "doubled", "half", "differ")
TRANSIENT = 5  # times that a reader asks again where files went meanwhile, as the command line does


def main() -> None:
    """Runs the kills and prints what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--articles", type=int, default=900)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--real", action="store_true", help="read with the real reader")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        found = run(options.kills, options.articles, options.seed, real=options.real)
    print(json.dumps(found))
    sys.exit(any(found[name] for name in FAULTS))


def run(kills: int, articles: int, seed: int, *, real: bool = False) -> dict[str, int]:
    """In the current folder; gives how many were killed of each kind, and what was lost, doubled, half there."""
    dice = random.Random(seed)
    write_source(articles, real=real)
    start = time.monotonic()
    finish(build("whole", 1, real=real))
    length = time.monotonic() - start
    found: Counter[str] = Counter()
    seen: set[str] = set()
    version = 0
    into = "record0"
    while sum(found[name] for name in KILLED) < kills:
        if len(seen) == articles and real:  # all is there: begin anew
            differences(into, found)
            into, seen = f"record{sum(found.values())}", set()
        elif len(seen) == articles:  # all is there, and is now read by a newer version
            version += 1
        work = [build(into, dice.choice((1, 2, 2)), version, real=real)]
        if dice.random() < 0.3:
            work.append(build(into, 1, version, real=real))
        if dice.random() < 0.4 and seen:
            work.append(command("compact", into))
        time.sleep(dice.uniform(0, length * 1.2))
        found[kill_one(work, dice)] += 1
        seen = looked_at(into, seen, found)
        for process in work:
            finish(process)
        seen = looked_at(into, seen, found)
    finish(build(into, 1, version, real=real))
    finish(command("compact", into))
    looked_at(into, seen, found)
    differences(into, found)
    return {name: found[name] for name in (*KILLED, *FAULTS)}


def differences(into: str, found: Counter[str]) -> None:
    """Counts the tables whose rows are not those of the archive built in peace."""
    found["differ"] += sum(rows(into, table) != rows("whole", table) for table in TABLES if table != "problems")


def write_source(articles: int, *, real: bool) -> None:
    """Articles that differ; for the real reader short news, else some words."""
    news = "Kenya and Uganda signed border treaty number {} in Nairobi on Friday, officials said. Talks go on."
    text = news if real else "Alpha met Beta in Gamma {}."
    lines = (json.dumps({"id": f"a{n}", "text": text.format(n)}) + "\n" for n in range(articles))
    Path(SOURCE).write_text("".join(lines), encoding="utf-8")


def build(into: str, workers: int, version: int = 0, *, real: bool) -> subprocess.Popen[bytes]:
    """A build that runs."""
    if real:
        return command("build", SOURCE, "--into", into, "--workers", str(workers), "--no-links")
    return started([str(HERE / "light.py"), SOURCE, into, str(workers), "0.0005", str(version)])


def command(*words: str) -> subprocess.Popen[bytes]:
    """One of ours that runs."""
    return started(["-c", "from dateline.cli import main; main()", *words])


def started(words: list[str]) -> subprocess.Popen[bytes]:
    """A Python that runs, in a session of its own."""
    return subprocess.Popen([sys.executable, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def finish(process: subprocess.Popen[bytes]) -> None:
    """Waits for its end."""
    process.wait(timeout=600)


def kill_one(work: list[subprocess.Popen[bytes]], dice: random.Random) -> str:
    """Kills a builder, one of its workers, or a compaction; says which."""
    victim = dice.choice(work)
    workers = children(victim.pid)
    compaction = "compact" in victim.args  # type: ignore[operator]
    if victim.poll() is not None:
        return "late"
    if workers and dice.random() < 0.5:
        os.kill(dice.choice(workers), signal.SIGKILL)
        return "worker"
    victim.kill()
    return "compaction" if compaction else "builder"


def children(pid: int) -> list[int]:
    """The processes that read for a build (not the one that keeps count of its locks)."""
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        return [int(c) for c in found if b"spawn_main" in Path(f"/proc/{c}/cmdline").read_bytes()]
    except (OSError, ProcessLookupError):
        return []


def looked_at(into: str, before: set[str], found: Counter[str]) -> set[str]:
    """What a reader sees now; counts what it should not see."""
    if not (Path(into) / "units").is_dir():
        return before
    for left in reversed(range(TRANSIENT)):
        try:
            record = open_record(into)
            ids, half = asked(record, "id", "articles"), 0
            for one, other in (("articles", "sentences"), ("sentences", "articles")):
                half += len(asked(record, "article", f"{one} ANTI JOIN {other} USING (article)"))
            break
        except UnreadableError:
            if not left:
                raise
    found["doubled"] += len(ids) - len(set(ids))
    found["lost"] += len(before - set(ids))
    found["half"] += half
    return set(ids)


def asked(record: OpenRecord, column: str, table: str) -> list[str]:
    """One column.  Raises UnreadableError where files went meanwhile."""
    found: list[str] = record.arrow(lambda r: r.sql(f"SELECT {column} FROM {table}"))[column].to_pylist()
    return found


def rows(into: str, table: str) -> list[tuple[object, ...]]:
    """All rows of a table but for the version that made them."""
    record = open_record(into)
    columns = "* EXCLUDE (made_by_dateline)" if table == "articles" else "*"
    return sorted(record.sql(f"SELECT {columns} FROM {table}").fetchall(), key=repr)


if __name__ == "__main__":
    main()
