"""How fast the reading room answers over a large archive that grows: `python benchmarks/web_load.py [EVENTS] [SECONDS]`.

Makes an archive of invented rows (1 million events if nothing else is said; kept in the temporary folder for the next run),
serves it, lets 20 clients ask for dossiers and pairs one after the other while units are added every two seconds, and prints
how long answers took.  The server remembers hardly an answer, as if everybody asked something else.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import httpx
import pyarrow as pa

from dateline.store import Makers, as_keys, folder_at
from dateline.store.keys import pack
from dateline.store.manifest import Manifest
from dateline.store.schema import TABLES, arrow_schema, columns_digest, empty
from dateline.store.unit import put_manifest, write_table
from dateline.web import Settings, serve

EVENTS_AN_ARTICLE = 5
CLIENTS = 20
MADE_BY = Makers(dateline="0", model="none", tables="none")
TYPES = "AGREE CONSULT SUPPORT COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"

# Numbers are hashes, so that a unit is the same whenever it is made.  A few states are in most of the news, most in little.
SETUP = f"""
CREATE MACRO part(n, salt) AS (hash(n, salt) % 1000000) / 1000000.0;
CREATE MACRO state(n, salt) AS CAST(floor(190 * pow(part(n, salt), 3)) AS INTEGER);
CREATE MACRO code(s) AS chr(65 + s // 26) || chr(65 + s % 26) || 'X';
CREATE MACRO person(n, salt) AS 'Person ' || CAST(floor(20000 * pow(part(n, salt), 2)) AS INTEGER);
CREATE MACRO who(n, salt) AS CASE WHEN part(n, salt || 'p') < 0.4 THEN person(n, salt) ELSE 'State ' || state(n, salt) END;
CREATE MACRO day_of(a) AS DATE '1990-01-01' + CAST(floor(13000 * part(a, 'day')) AS INTEGER);
CREATE MACRO key_of(a) AS lpad(printf('%x', hash(a, 'key')), 16, '0');
CREATE MACRO kind_of(n) AS string_split('{TYPES}', ' ')[1 + CAST(floor(15 * part(n, 'type')) AS INTEGER)];
"""
ROWS = {
    "articles": """SELECT key_of(a) AS article, 'd' || a AS id, 'docs.jsonl:' || a AS source, 'Text ' || a AS text,
        'Story ' || a || ' of the day' AS title, 'Example News' AS site, day_of(a) AS published_day, 'en' AS language,
        '0' AS made_by_dateline, 'none' AS made_by_model, 'none' AS made_by_tables FROM range($first, $last) t(a)""",
    "sentences": """SELECT key_of(n // 5) AS article, CAST(n % 5 AS INTEGER) AS sentence,
        CAST(n % 5 * 200 AS INTEGER) AS char_start,
        CAST(n % 5 * 200 + 180 AS INTEGER) AS char_end,
        who(n, 'a') || ' and ' || who(n, 'b') || ' met again over matter ' || n || ', which was told at some length by '
        || 'those who had been there, and by others who had only heard of it, on ' || day_of(n // 5) AS text
        FROM range($first * 5, $last * 5) t(n)""",
    "entities": """SELECT key_of(n // 5) AS article, 'n' || (n % 5 + 1) AS id, who(n, 'a') AS name,
        CASE WHEN part(n, 'ap') < 0.4 THEN 'person' ELSE 'state' END AS kind, code(state(n, 'a')) AS country,
        'GOV' AS sector, 'minister' AS role FROM range($first * 5, $last * 5) t(n)""",
    "events": """SELECT key_of(n // 5) AS article, 'e' || (n % 5 + 1) AS id, kind_of(n) AS type,
        CAST(1 + floor(4 * part(n, 'quad')) AS INTEGER) AS quad, 5.0 - 10 * part(n, 'score') AS score, 'actual' AS status,
        ['n1'] AS actor_ids, [who(n, 'a')] AS actors, [code(state(n, 'a'))] AS actor_countries, ['GOV'] AS actor_sectors,
        ['n2'] AS recipient_ids, [who(n, 'b')] AS recipients, [code(state(n, 'b'))] AS recipient_countries,
        ['GOV'] AS recipient_sectors, 'Place ' || CAST(floor(3000 * pow(part(n, 'place'), 2)) AS INTEGER) AS place,
        code(state(n, 'a')) AS place_country, 180 * part(n, 'place') - 90 AS lat, 360 * part(n, 'place') - 180 AS lon,
        CAST(day_of(n // 5) AS VARCHAR) AS date, day_of(n // 5) AS first_day, day_of(n // 5) AS last_day,
        day_of(n // 5) AS day,
        CAST(n % 5 AS INTEGER) AS sentence, 'met' AS trigger, 'main' AS salience FROM range($first * 5, $last * 5) t(n)""",
    "statements": """SELECT key_of(n // 5) AS article, 's' || (n % 5 + 1) AS id, 'direct' AS kind, 'speech' AS class,
        ['We will speak with ' || who(n, 'b') || ' about matter ' || n || ' and about much else besides'] AS content,
        [0] AS content_start,
        who(n, 'a') AS speaker, code(state(n, 'a')) AS speaker_country, day_of(n // 5) AS day
        FROM range($first * 5, $last * 5) t(n)""",
    "commitments": """SELECT key_of(n // 5) AS article, 'c' || (n % 5 + 1) AS id, 'promise' AS kind,
        [who(n, 'a')] AS by_names,
        [code(state(n, 'a'))] AS by_countries, [who(n, 'b')] AS to_names, [code(state(n, 'b'))] AS to_countries,
        'send aid number ' || n AS action, 0 AS action_start, day_of(n // 5) AS day
        FROM range($first * 5, $last * 5) t(n) WHERE part(n, 'promise') < 0.3""",
}  # fmt: skip


def put(folder: Path, first: int, last: int) -> None:
    """Adds a unit with the articles of these numbers."""
    at = folder_at(folder)
    asked = duckdb.connect()
    asked.execute("SET threads = 1")
    asked.execute(SETUP)
    unit = f"{first:08x}{last:08x}"
    counts = dict.fromkeys(TABLES, 0)
    for table, query in ROWS.items():
        rows = asked.sql(
            f"({empty(table)}) UNION ALL BY NAME ({query})", params={"first": first, "last": last}
        ).to_arrow_table()
        write_table(at, table, unit, pa.Table.from_batches(rows.cast(arrow_schema(table)).to_batches()))
        counts[table] = rows.num_rows
    keys = as_keys(k for (k,) in asked.execute(f"SELECT key_of(a) FROM range({first}, {last}) t(a)").fetchall())
    put_manifest(
        at, Manifest(unit=unit, made_by=MADE_BY, rows=counts, columns=columns_digest(), keys=pack(keys), origins=b"")
    )


def make(folder: Path, events: int) -> None:
    """The archive, in units of 50,000 events."""
    articles = events // EVENTS_AN_ARTICLE
    for first in range(0, articles, 10_000):
        put(folder, first, min(first + 10_000, articles))


def grow(folder: Path, first: int, every: float) -> None:
    """Adds units of 100 articles until it is ended."""
    while True:
        put(folder, first, first + 100)
        first += 100
        time.sleep(every)


def serve_it(folder: Path, port: int) -> None:
    """The server, which remembers hardly an answer."""
    from dateline.store.pages import shelf

    shelf._REMEMBERED = 8  # what all pages show, hardly ever the answer to the same question
    serve(Settings(archive=folder, port=port, warm=False, question_seconds=30))


def some_page(chance: random.Random) -> str:
    """A dossier or a pair; more of those who are much in the news."""

    def somebody() -> str:
        if chance.random() < 0.3:
            return f"Person {int(20_000 * chance.random() ** 2)}"
        return f"State {int(190 * chance.random() ** 3)}"

    a, b = somebody(), somebody()
    return f"/actor?who={a}" if chance.random() < 0.5 else f"/pair?a={a}&b={b}"


async def ask(base: str, seconds: float) -> list[tuple[float, str, int]]:
    """What 20 clients wait for their answers."""
    took: list[tuple[float, str, int]] = []
    end = time.monotonic() + seconds

    async def one(number: int) -> None:
        chance = random.Random(number)
        async with httpx.AsyncClient(base_url=base, timeout=60) as client:
            while time.monotonic() < end:
                page = some_page(chance)
                began = time.monotonic()
                answer = await client.get(page)
                took.append((time.monotonic() - began, page, answer.status_code))
                await asyncio.sleep(chance.expovariate(1.0))  # people read for a while

    await asyncio.gather(*(one(n) for n in range(CLIENTS)))
    return took


def cpu_of(process: multiprocessing.process.BaseProcess) -> float:
    """Seconds of CPU that a process has used (Linux)."""
    fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Makes, serves, asks and prints."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 60.0
    folder = Path(tempfile.gettempdir()) / f"dateline-load-{events}"
    if not (folder / "units").is_dir():
        began = time.process_time()
        make(folder, events)
        print(f"made {events:,} events in {time.process_time() - began:.0f} s of CPU")
    context = multiprocessing.get_context("spawn")
    server = context.Process(target=serve_it, args=(folder, 8765))
    builder = context.Process(target=grow, args=(folder, 90_000_000 + int(time.time()) % 1_000_000 * 100, 2.0), daemon=True)
    server.start()
    base = "http://127.0.0.1:8765"
    try:
        began = time.monotonic()
        while True:
            try:
                assert httpx.get(f"{base}/actor?who=State 0", timeout=300).status_code in (200, 303)
                break
            except httpx.ConnectError:
                time.sleep(0.3)
        print(f"first page after {time.monotonic() - began:.1f} s")
        builder.start()
        before = cpu_of(server)
        took = asyncio.run(ask(base, seconds))
        print(f"{(cpu_of(server) - before) / len(took) * 1000:.0f} ms of CPU an answer, making the index anew included")
    finally:
        builder.kill() if builder.pid else None
        server.terminate()
        server.join(10)
        for path in folder.glob("*/0*"):
            if int(path.name[:8], 16) >= 90_000_000:
                path.unlink()
    for kind in ("/actor", "/pair"):
        times = sorted(t for t, page, _ in took if page.startswith(kind))
        p99 = times[int(len(times) * 0.99)]
        print(f"{kind:7} {len(times):6} answers: median {statistics.median(times) * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms")
    wrong = [page for _, page, status in took if status >= 400]
    print(f"{len(wrong)} failed; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for t, page, _ in sorted(took, reverse=True)[:5]:
        print(f"  slowest: {t * 1000:.0f} ms {page}")


if __name__ == "__main__":
    main()
