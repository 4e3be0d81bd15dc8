from __future__ import annotations

from pathlib import Path

import pytest

from build import tables
from dateline.article import check
from dateline.article.furniture import Furniture
from dateline.lexicon import TableError, Tables

furniture = Furniture(tables())


def test_every_rule_takes_its_own_lines_and_no_others() -> None:
    assert list(check(tables())) == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share Tweet Email Print", "share"),
        ("07:12 GMT05 May 2021", "clock"),
        ("NEVER MISS A STORY: subscribe to our channel on Telegram", "newsletter"),
        ("Read more: Who guards the strait?", "pointer"),
        ("(Reporting by Jo Low; editing by Sam Poe)", "desk"),
        ("27 Comments", "comments"),
        ("© 2021 The Valley Courier. All rights reserved.", "footer"),
        ("Divers near the bridge. AP Photo/Jo Low", "credit"),
        ("BY JO LOW", "byline"),
        ("Most read in World", "related"),
    ],
)
def test_tells_furniture(line: str, kind: str) -> None:
    rule = furniture.rule_of(line)
    assert rule is not None
    assert rule.kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "The two ministers will share the prize.",
        "By the time the ferry docked, the talks had failed.",
        "Comments made by the envoy angered Cairo.",
        "Economic Cooperation",
        "Photo agencies were barred from the hall, editors said.",
        "“Subscribe to that view and you end in war,” the senator said.",
        "Read aloud in parliament, the letter named four generals.",
    ],
)
def test_leaves_the_article_alone(line: str) -> None:
    assert furniture.rule_of(line) is None


def test_a_fault_in_a_rule_is_named(tmp_path: Path) -> None:
    (tmp_path / "article").mkdir()
    (tmp_path / "article" / "furniture.toml").write_text('[[rule]]\nid = "odd"\nkind = "share"\ncolour = "red"\n')
    with pytest.raises(TableError, match="colour"):
        Furniture(Tables(tmp_path))


def test_check_names_a_line_that_its_rule_does_not_take(tmp_path: Path) -> None:
    (tmp_path / "article").mkdir()
    rule = '[[rule]]\nid = "own"\nkind = "share"\nline = ["pass it on"]\nyes = ["Hand it on"]\nno = ["Pass it on"]\n'
    (tmp_path / "article" / "furniture.toml").write_text(rule)
    faults = list(check(Tables(tmp_path)))
    assert len(faults) == 2
    assert "Hand it on" in faults[0]
    assert "Pass it on" in faults[1]
