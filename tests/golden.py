"""Writes the golden records of the sample pages anew: `make golden`.  Read what changed before you commit it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from dateline import Reader, Record, encode_record, open_sources

HERE = Path(__file__).resolve().parent
SAMPLES = sorted(p for p in (HERE.parent / "docs" / "sample").glob("*") if p.suffix in {".txt", ".html"})
GOLDEN = HERE / "golden"


def golden_of(page: Path) -> Path:
    """Where the golden record of a page stands."""
    return GOLDEN / f"{page.name}.json"


def record_of(page: Path, reader: Reader) -> Record:
    """The record of a page."""
    (found,) = reader.read_documents(open_sources([str(page)]))
    assert isinstance(found, Record), found
    return found


def written(record: Record) -> str:
    """The record as indented JSON, without what made it: tables change more often than what they find here."""
    row = msgspec.json.decode(encode_record(record))
    del row["made_by"]
    return msgspec.json.format(msgspec.json.encode(row), indent=1).decode() + "\n"


def main() -> None:
    """Writes every golden record."""
    reader = Reader()
    GOLDEN.mkdir(exist_ok=True)
    for page in SAMPLES:
        golden_of(page).write_text(written(record_of(page, reader)), encoding="utf-8")


if __name__ == "__main__":
    main()
