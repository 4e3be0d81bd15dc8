"""How far the reading of files has come."""

from __future__ import annotations

import gzip
from pathlib import Path

from dateline.intake import Meter, open_sources, size_of


def test_bytes_are_counted_as_files_are_read(tmp_path: Path) -> None:
    lines = [b'{"text": "One two three %d."}\n' % n for n in range(5000)]
    (tmp_path / "docs.jsonl").write_bytes(b"".join(lines))
    (tmp_path / "more.jsonl.gz").write_bytes(gzip.compress(b"".join(lines)))
    (tmp_path / "other.pdf").write_bytes(b"passed over")
    whole = size_of([str(tmp_path), "no-such-file", "https://example.org/"])
    assert whole == sum((tmp_path / name).stat().st_size for name in ("docs.jsonl", "more.jsonl.gz"))
    meter = Meter()
    seen = [meter.read() for _ in open_sources([str(tmp_path)], meter=meter)]
    assert len(seen) == 10_000
    assert seen == sorted(seen)
    assert 0 < seen[2500] < len(b"".join(lines)) == seen[5000] - seen[5000] % len(b"".join(lines))
    assert meter.read() == whole
