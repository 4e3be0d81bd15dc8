from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.intake.fetch import Fetcher
from dateline.intake.watch import Watch
from dateline.record import Document, Problem
from intake.misbehaving import Misbehaving, serving


@pytest.fixture
def server() -> Iterator[tuple[str, type[Misbehaving]]]:
    with serving() as found:
        yield found


def watch(feed: str, state: Path | None) -> Watch:
    return Watch([feed], state=state, fetcher=Fetcher(allow_local=True, pause=0.0, timeout=2, longest_wait=0.1))


def numbers(found: list[Document | Problem]) -> list[str]:
    return [(d.url or "").rsplit("/", 1)[-1].split("?")[0] for d in found if isinstance(d, Document)]


def test_only_what_is_new_is_given_out(server: tuple[str, type[Misbehaving]], tmp_path: Path) -> None:
    host, handler = server
    watching = watch(f"{host}/rss", tmp_path / "seen")
    assert numbers(list(watching.poll())) == ["1", "2"]
    assert numbers(list(watching.poll())) == []
    assert handler.asked[-1][1]["if-none-match"] == '"2"'
    handler.items.append(3)
    assert numbers(list(watching.poll())) == ["3"]  # marks of tracking change with every poll of this feed


def test_a_watch_that_is_started_anew_reads_nothing_twice(server: tuple[str, type[Misbehaving]], tmp_path: Path) -> None:
    host, handler = server
    list(watch(f"{host}/rss", tmp_path / "seen").poll())
    handler.items.append(3)
    assert numbers(list(watch(f"{host}/rss", tmp_path / "seen").poll())) == ["3"]
    assert numbers(list(watch(f"{host}/rss", tmp_path / "seen").poll())) == []
    assert handler.asked[-1][1]["if-none-match"] == '"3"'


def test_what_was_not_kept_is_given_out_again(server: tuple[str, type[Misbehaving]], tmp_path: Path) -> None:
    host, _ = server
    poll = watch(f"{host}/rss", tmp_path / "seen").poll()
    next(poll)
    next(poll)  # the first counts as kept, the second does not
    assert numbers(list(watch(f"{host}/rss", tmp_path / "seen").poll())) == ["2"]


def test_a_state_that_was_cut_off_is_read_as_far_as_it_goes(server: tuple[str, type[Misbehaving]], tmp_path: Path) -> None:
    host, _ = server
    state = tmp_path / "seen"
    list(watch(f"{host}/rss", state).poll())
    lines = state.read_bytes().splitlines(keepends=True)
    state.write_bytes(lines[0] + lines[1][:20] + b"\n\xff\n[]\n7\n")
    assert numbers(list(watch(f"{host}/rss", state).poll())) == ["2"]


def test_a_page_that_fails_is_tried_again_though_the_feed_is_unchanged(server: tuple[str, type[Misbehaving]]) -> None:
    host, handler = server
    handler.items[:] = [13]
    watching = watch(f"{host}/rss", None)
    found = [list(watching.poll()) for _ in range(4)]
    assert [numbers(f) for f in found] == [[], [], ["13"], []]


def test_a_page_that_fails_thrice_is_given_up(server: tuple[str, type[Misbehaving]]) -> None:
    host, handler = server
    handler.items[:] = [99]
    handler.answer_story = lambda self: self.send(b"", 404)  # type: ignore[method-assign,assignment,misc]
    watching = watch(f"{host}/rss", None)
    assert [len(list(watching.poll())) for _ in range(5)] == [1, 1, 1, 0, 0]


def test_an_index_is_looked_through_at_each_poll(server: tuple[str, type[Misbehaving]]) -> None:
    host, handler = server
    watching = watch(f"{host}/sitemaps.xml", None)
    assert numbers(list(watching.poll())) == ["1", "2"]
    assert numbers(list(watching.poll())) == []
    assert "if-none-match" not in handler.asked[-1][1]


@pytest.mark.parametrize("path", ["/page", "/none", "/closed/rss", "/slow"])
def test_what_is_no_feed_is_a_problem(server: tuple[str, type[Misbehaving]], path: str) -> None:
    (found,) = watch(server[0] + path, None).poll()
    assert isinstance(found, Problem)
