"""Dictionaries in the PETRARCH format win over the room's tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import build
from dateline import entities
from dateline.lexicon.errors import TableError
from dateline.record import Cast, Reading

ACTORS = """<!-- a small dictionary
over two lines -->
BALHAR_ [BLH] # an invented state
+BALHARI
+PORT_SANTO
JONAS_WEIDT ; held two posts
\t[BLHGOV 900101-19991231]
\t[BLHELI >20000101]
SEA_WOLVES [BLHREB]
WORLD_HARVEST_FUND [IGOAGR]
KENYA [BLH]
"""
AGENTS = """!CRAFT! = BOAT, BARGE
GOOSEHERD {GEESEHERDS} [~AGR]
!CRAFT!_MASTER [~BUS]
STUDENT [~LAB]
"""


@pytest.fixture(scope="module")
def find(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Reading], Cast]:
    folder = tmp_path_factory.mktemp("dictionaries")
    (folder / "actors.txt").write_text(ACTORS, encoding="utf-8")
    (folder / "agents.txt").write_text(AGENTS, encoding="utf-8")
    return entities.build(build.tables(), actors=[folder / "actors.txt", folder / "agents.txt"])


@pytest.mark.parametrize(
    ("text", "published", "words", "country", "sector"),
    [
        ("Balhar signed the treaty.", None, "Balhar", "BLH", None),
        ("Port Santo signed the treaty.", None, "Port Santo", "BLH", None),
        ("Jonas Weidt resigned.", "1995-05-01", "Jonas Weidt", "BLH", "GOV"),
        ("Jonas Weidt resigned.", "2003-05-01", "Jonas Weidt", "BLH", "ELI"),
        ("Sea Wolves attacked the port.", None, "Sea Wolves", "BLH", "REB"),
        ("World Harvest Fund said so.", None, "World Harvest Fund", None, "IGO"),
        ("Kenya signed the treaty.", None, "Kenya", "BLH", None),
        ("Balhari geeseherds marched.", None, "Balhari geeseherds", "BLH", "AGR"),
        ("A Balhari barge master fled.", None, "A Balhari barge master", "BLH", "BUS"),
        ("Turkish students marched.", None, "Turkish students", "TUR", "LAB"),
    ],
)
def test_dictionary_gives_the_codes(
    find: Callable[[Reading], Cast], text: str, published: str | None, words: str, country: str | None, sector: str | None
) -> None:
    found = [e for e in find(build.parsed(text, published=published)).entities if any(m.text == words for m in e.mentions)]
    assert [(e.country, e.sector) for e in found] == [(country, sector)]


def test_why_names_file_and_line(find: Callable[[Reading], Cast]) -> None:
    assert "actors.txt:3" in find(build.parsed("Balhar signed the treaty.")).entities[0].why


@pytest.mark.parametrize("content", ["", "# only a comment\n", "NAME WITHOUT CODE\n"])
def test_file_without_entries_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "empty.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TableError):
        entities.build(build.tables(), actors=[path])


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError):
        entities.build(build.tables(), actors=[tmp_path / "none.txt"])
