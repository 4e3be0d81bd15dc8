"""The command line: parses the request, calls, prints."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> None:
    """Reads a JSONL of documents (a first face; replaced by the real one)."""
    from dateline.reader import Reader
    from dateline.record import Document, encode_record

    args = sys.argv[1:]
    source, out = Path(args[1]), Path(args[3])
    rows = [json.loads(line) for line in source.open(encoding="utf-8")]
    keys = ("id", "text", "html", "published", "url", "title")
    documents = [Document(source=f"{source}:{n}", **{k: r[k] for k in keys if r.get(k)}) for n, r in enumerate(rows, 1)]
    with out.open("wb") as f:
        for record in Reader().read_many(documents, on_problem=lambda p: sys.stderr.write(f"{p}\n") and None):
            f.write(encode_record(record) + b"\n")
