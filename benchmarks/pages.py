"""Pages a second: HTML beside bare trafilatura, scraped text, WARC beside bare fastwarc, on the same pages in the same run.

    python benchmarks/pages.py [HTML.jsonl] [--text TEXT.jsonl] [--rounds 5]

HTML.jsonl has an `html` a line, TEXT.jsonl a `text` (both plain or `.gz`).  Without them pages are built from the sample:
its paragraphs shuffled between menus and links, every one different.  Times are of the processor, the least of all rounds;
the contestants take turns, so that what else the machine does falls on all of them.
"""

from __future__ import annotations

import argparse
import gzip
import html
import io
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dateline.article import build
from dateline.intake import open_sources
from dateline.lexicon import Tables
from dateline.record import Document

SAMPLE = Path(__file__).resolve().parent.parent / "docs" / "sample" / "page.txt"
PAGES = 100
SEED = 7


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("html", nargs="?", type=Path, help="a .jsonl with an html a line")
    parser.add_argument("--text", type=Path, help="a .jsonl with a text a line")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    pages = given(options.html, "html") if options.html else list(made_html())
    texts = given(options.text, "text") if options.text else list(made_text())
    report("HTML", pages, html_contestants(pages), options.rounds)
    report("scraped text", texts, text_contestants(texts), options.rounds)
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "pages.warc.gz"
        write_warc(archive, pages)
        report("WARC", pages, warc_contestants(archive, pages), options.rounds)


def report(name: str, pages: Sequence[str], contestants: dict[str, Callable[[], object]], rounds: int) -> None:
    """The least time of each over all rounds, as pages a second, and each beside the first."""
    least = dict.fromkeys(contestants, float("inf"))
    for _ in range(rounds):
        for label, run in contestants.items():
            start = time.process_time()
            run()
            least[label] = min(least[label], time.process_time() - start)
    size = sum(map(len, pages)) // len(pages)
    print(f"\n{name}: {len(pages)} pages of {size:,} characters, {rounds} rounds")
    first = next(iter(least.values()))
    for label, seconds in least.items():
        print(f"  {label:44}{len(pages) / seconds:>9,.0f} pages/s{seconds / first:>8.2f}")


def html_contestants(pages: Sequence[str]) -> dict[str, Callable[[], object]]:
    """trafilatura as most use it, with the metadata that our article has too, and ours."""
    from trafilatura import bare_extraction

    clean = build(Tables())
    documents = [Document(source=str(n), html=page) for n, page in enumerate(pages)]
    return {
        "trafilatura, body only": lambda: [bare_extraction(p, include_comments=False) for p in pages],
        "trafilatura, with title, author and date": lambda: [
            bare_extraction(p, include_comments=False, with_metadata=True) for p in pages
        ],
        "dateline": lambda: [clean(d) for d in documents],
    }


def text_contestants(texts: Sequence[str]) -> dict[str, Callable[[], object]]:
    """Pages of many sites, when each line is seen for the first time, and of one site, whose menus come again."""
    documents = [Document(source=str(n), text=text) for n, text in enumerate(texts)]
    tables = Tables()
    fresh = [build(tables) for _ in range(50)]
    warm = build(tables)
    return {
        "lines never seen before": lambda: [clean(d) for clean in [fresh.pop()] for d in documents],
        "lines seen before": lambda: [warm(d) for d in documents],
    }


def warc_contestants(archive: Path, pages: Sequence[str]) -> dict[str, Callable[[], object]]:
    """fastwarc reading every response to its end and then the articles of the pages, beside articles from the archive."""
    from fastwarc import ArchiveIterator, WarcRecordType

    clean = build(Tables())
    documents = [Document(source=str(n), html=page) for n, page in enumerate(pages)]

    def bare() -> None:
        with archive.open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
                record.reader.read()

    def from_archive() -> None:
        for item in open_sources([str(archive)]):
            assert isinstance(item, Document), item
            clean(item)

    return {
        "bare fastwarc, then dateline on the pages": lambda: (bare(), [clean(d) for d in documents]),
        "dateline from the archive": from_archive,
        "bare fastwarc alone": bare,
        "dateline, intake alone": lambda: list(open_sources([str(archive)])),
    }


def given(path: Path, field: str) -> list[str]:
    """A field of every line."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [row[field] for line in lines if (row := json.loads(line)).get(field)]


def made_text() -> Iterator[str]:
    """Scraped pages from the sample's lines, its prose shuffled, menus of other words each time."""
    rng = random.Random(SEED)
    lines = [line for line in SAMPLE.read_text(encoding="utf-8").splitlines() if line.strip()]
    for number in range(PAGES):
        prose = [line for line in lines if len(line) > 80]
        rng.shuffle(prose)
        words = sorted({w for line in prose for w in line.split() if w.istitle()})
        menu = [" ".join(rng.sample(words, 2)) for _ in range(20)]
        yield "\n".join([*menu, f"Day {number} of the talks", "Share", *prose, "Related", *menu[:6], "Comments"])


def made_html() -> Iterator[str]:
    """The same pages with tags round them."""
    for text in made_text():
        lines = [html.escape(line) for line in text.split("\n")]
        links = "".join(f'<li><a href="/{n}">{line}</a></li>' for n, line in enumerate(lines) if len(line) <= 80)
        prose = "".join(f"<p>{line}</p>" for line in lines if len(line) > 80)
        body = f"<body><ul>{links}</ul><article><h1>Talks</h1>{prose}</article></body>"
        yield f"<html><head><title>Talks</title></head>{body}</html>"


def write_warc(path: Path, pages: Sequence[str]) -> None:
    """An archive of responses that hold the pages."""
    from fastwarc.warc import WarcRecord, WarcRecordType

    with gzip.open(path, "wb") as out:
        for number, page in enumerate(pages):
            body = page.encode()
            head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
            record = WarcRecord()
            record.init_headers(record_type=WarcRecordType.response)
            record.headers.append("WARC-Target-URI", f"https://example.org/{number}")
            record.headers["Content-Type"] = "application/http; msgtype=response"
            record.set_bytes_content(head.encode() + body)
            held = io.BytesIO()
            record.write(held)
            out.write(held.getvalue())


if __name__ == "__main__":
    main()
