"""`dateline watch`: what is new in feeds, appended whole lines, nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.intake import fetch
from dateline.record import decode_record
from intake.misbehaving import Misbehaving, serving


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, type[Misbehaving]]]:
    monkeypatch.setattr(fetch.Fetcher.__init__, "__kwdefaults__", {**fetch.Fetcher.__init__.__kwdefaults__, "pause": 0.0})
    with serving() as found:
        yield found


def ids(path: Path) -> list[str]:
    return [decode_record(line).id.rsplit("/", 1)[-1] for line in path.read_bytes().splitlines()]


def test_new_articles_are_appended_once(run, server, tmp_path: Path) -> None:
    host, handler = server
    arguments = ("watch", f"{host}/rss", "--once", "--allow-local", "-o", "out.jsonl")
    assert run(*arguments).exit_code == 0
    assert ids(tmp_path / "out.jsonl") == ["1", "2"]
    handler.items.append(3)
    assert run(*arguments).exit_code == 0
    assert run(*arguments).exit_code == 0
    assert ids(tmp_path / "out.jsonl") == ["1", "2", "3"]
    assert (tmp_path / "out.jsonl.seen").exists()


def test_a_killed_watch_leaves_nothing_twice_and_no_half_line(run, server, tmp_path: Path) -> None:
    host, _ = server
    arguments = ("watch", f"{host}/rss", "--once", "--allow-local", "-o", "out.jsonl")
    run(*arguments)
    out, seen = tmp_path / "out.jsonl", tmp_path / "out.jsonl.seen"
    first, second = out.read_bytes().splitlines(keepends=True)
    # Killed behind the first line, before it was noted down
    out.write_bytes(first)
    seen.unlink()
    run(*arguments)
    assert ids(out) == ["1", "2"]
    # Killed in the middle of the second line
    out.write_bytes(first + second[:100])
    seen.write_bytes(seen.read_bytes().splitlines(keepends=True)[0])
    run(*arguments)
    assert ids(out) == ["1", "2"]


def test_without_output_records_are_printed(run, server, tmp_path: Path) -> None:
    done = run("watch", f"{server[0]}/rss", "--once", "--allow-local", "--state", "s.seen")
    assert len(done.stdout.splitlines()) == 2
    assert (tmp_path / "s.seen").exists()


def test_local_feeds_are_refused_and_named(run, server) -> None:
    done = run("watch", f"{server[0]}/rss", "--once")
    assert done.exit_code == 1
    assert "--allow-local" in done.stderr


@pytest.mark.parametrize("every", ["soon", "0s", "-1m", "1.5h", ""])
def test_a_span_that_is_none_is_refused(run, every: str) -> None:
    assert run("watch", "https://example.org/rss", "--once", "--every", every).exit_code == 2


def test_an_output_that_can_not_be_written_is_named_at_once(run, server) -> None:
    done = run("watch", f"{server[0]}/rss", "--once", "--allow-local", "-o", "no/such/folder/out.jsonl")
    assert done.exit_code == 2
    assert "out.jsonl" in done.stderr


def test_read_takes_addresses_of_feeds(run, server) -> None:
    done = run("read", f"{server[0]}/rss", "--allow-local")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 2
