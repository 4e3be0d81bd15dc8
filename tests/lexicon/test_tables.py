"""Tables are found, read and laid over one another; what is wrong is named with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.lexicon import TableError, Tables
from dateline.lexicon import tables as tables_module


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small package folder in place of the real one."""
    folder = tmp_path / "package"
    write(folder, "places/seas.tsv", "# Seas.\nname\tothers\tsize\nBlack Sea\tEuxine|Pontus\t436\nCaspian Sea\t\t371\n")
    write(
        folder,
        "events/visit.toml",
        '# Visits.\n\n[[rule]]\nid = "visit-go"\nverb = ["go to"]\n\n[[rule]]\nid = "visit-see"\n',
    )
    write(folder, "words/travel.toml", 'travel = ["go to", "$fly"]\nfly = ["fly to", "go to"]\n')
    write(folder, "limits.toml", "near = 3\nfar = 9\n")
    monkeypatch.setattr(tables_module, "PACKAGE_TABLES", folder)
    return folder


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_carry_cells_and_their_place(package: Path) -> None:
    black, caspian = Tables().rows("places/seas.tsv")
    assert (black["name"], black["size"], black.line) == ("Black Sea", "436", 3)
    assert black.many("others") == ["Euxine", "Pontus"]
    assert caspian.many("others") == []
    assert str(caspian.fault("no size", "measure it")) == "places/seas.tsv:4: no size; measure it"


def test_overlay_row_replaces_that_of_the_same_key_and_adds_others(package: Path, tmp_path: Path) -> None:
    write(tmp_path / "own", "places/seas.tsv", "name\tothers\tsize\nCaspian Sea\tMazandaran\t370\nAral Sea\t\t7\n")
    rows = Tables(tmp_path / "own").rows("places/seas.tsv")
    assert [(r["name"], r["size"]) for r in rows] == [("Black Sea", "436"), ("Caspian Sea", "370"), ("Aral Sea", "7")]


def test_overlay_may_leave_columns_out(package: Path, tmp_path: Path) -> None:
    write(tmp_path / "own", "places/seas.tsv", "name\tsize\nAral Sea\t7\n")
    row = Tables(tmp_path / "own").rows("places/seas.tsv")[-1]
    assert (row["name"], row["others"], row["size"]) == ("Aral Sea", "", "7")


def test_table_that_is_not_utf8_is_named(package: Path, tmp_path: Path) -> None:
    write(tmp_path / "own", "places/seas.tsv", "").write_bytes("name\tsize\nMer d'Ötz\t7\n".encode("latin-1"))
    with pytest.raises(TableError, match=r"seas\.tsv:2: not UTF-8"):
        Tables(tmp_path / "own").rows("places/seas.tsv")


def test_overlay_that_says_replaces_stands_alone(package: Path, tmp_path: Path) -> None:
    write(tmp_path / "own", "places/seas.tsv", "# replaces\nname\tothers\tsize\nAral Sea\t\t7\n")
    assert [r["name"] for r in Tables(tmp_path / "own").rows("places/seas.tsv")] == ["Aral Sea"]


def test_later_overlay_lies_over_earlier(package: Path, tmp_path: Path) -> None:
    for number in ("1", "2"):
        write(tmp_path / number, "places/seas.tsv", f"name\tothers\tsize\nAral Sea\t\t{number}\n")
    rows = Tables(tmp_path / "1", tmp_path / "2").rows("places/seas.tsv")
    assert [r["size"] for r in rows if r["name"] == "Aral Sea"] == ["2"]


def test_overlay_may_bring_files_of_its_own(package: Path, tmp_path: Path) -> None:
    write(tmp_path / "own", "places/lakes.tsv", "name\nChad\n")
    assert [r["name"] for r in Tables(tmp_path / "own").all_rows("places/*.tsv")] == ["Chad", "Black Sea", "Caspian Sea"]


def test_rules_carry_their_line_and_overlays_replace_by_id(package: Path, tmp_path: Path) -> None:
    assert [(r.fields["id"], r.line) for r in Tables().rules("events/*.toml")] == [("visit-go", 3), ("visit-see", 7)]
    write(tmp_path / "own", "events/mine.toml", '[[rule]]\nid = "visit-go"\nverb = ["walk to"]\n')
    own = {r.fields["id"]: r for r in Tables(tmp_path / "own").rules("events/*.toml")}
    assert own["visit-go"].fields["verb"] == ["walk to"]
    assert own["visit-go"].file.endswith("mine.toml")
    assert set(own) == {"visit-go", "visit-see"}


def test_overlay_rule_in_a_file_that_sorts_behind_replaces_too(package: Path, tmp_path: Path) -> None:
    write(tmp_path / "own", "events/zeta.toml", '[[rule]]\nid = "visit-go"\nverb = ["walk to"]\n')
    assert Tables(tmp_path / "own").rules("events/*.toml")[0].fields["verb"] == ["walk to"]


def test_word_lists_are_expanded_once_each_word(package: Path) -> None:
    tables = Tables()
    assert tables.word_lists["travel"] == ("go to", "fly to")
    rule = tables.rules("events/*.toml")[0]
    assert tables.expand(["walk", "$travel"], rule) == ("walk", "go to", "fly to")


def test_toml_keys_of_an_overlay_replace(package: Path, tmp_path: Path) -> None:
    write(tmp_path / "own", "limits.toml", "far = 12\n")
    assert Tables(tmp_path / "own").toml("limits.toml") == {"near": 3, "far": 12}


def test_digest_follows_content(package: Path, tmp_path: Path) -> None:
    before = Tables().digest
    assert Tables().digest == before
    assert len(before) == 16
    write(package, "limits.toml", "near = 4\n")
    assert Tables().digest != before


RULES = "events/*.toml"
BAD = [
    ("places/seas.tsv", "name\tothers\tsize\nAral Sea\t7\n", lambda t: t.rows("places/seas.tsv"), ":2: 2 columns where"),
    ("places/seas.tsv", "name\tdepth\nAral Sea\t7\n", lambda t: t.rows("places/seas.tsv"), ":1: column 'depth' is not"),
    ("places/seas.tsv", "size\tname\n7\tAral Sea\n", lambda t: t.rows("places/seas.tsv"), ":1: column 'size' is not"),
    ("events/mine.toml", '[[rule]]\nid = "x"\n\n[[rule]]\n', lambda t: t.rules(RULES), ":4: a rule without an id"),
    ("events/mine.toml", '[[rule]]\nid = "x"\n[[rule]]\nid = "x"\n', lambda t: t.rules(RULES), ":3: rule id 'x' stands"),
    ("events/mine.toml", "[[rule]\n", lambda t: t.rules(RULES), "not valid TOML"),
    ("words/mine.toml", 'loop = ["$loop"]\n', lambda t: t.word_lists, "'$loop' in list 'loop'"),
    ("words/mine.toml", 'walk = ["$run"]\n', lambda t: t.word_lists, "'$run' in list 'walk'"),
    ("words/mine.toml", "walk = 1\n", lambda t: t.word_lists, "'walk' is no list of words"),
    ("x.toml", "", lambda t: t.expand(["$trek"], t.rules(RULES)[0]), "no word list is called '$trek'"),
    ("x.toml", "", lambda t: t.rows("no/such.tsv"), "no such table"),
    ("x.toml", "", lambda t: t.toml("no/such.toml"), "no such table"),
]


@pytest.mark.parametrize(("name", "text", "use", "message"), BAD, ids=[b[3] for b in BAD])
def test_faults_name_file_and_line(package, tmp_path, name, text, use, message) -> None:
    write(tmp_path / "own", name, text)
    with pytest.raises(TableError) as error:
        use(Tables(tmp_path / "own"))
    assert message in str(error.value)


def test_missing_folder_is_named() -> None:
    with pytest.raises(TableError, match="no such folder of tables"):
        Tables("no/such/folder")


@pytest.mark.parametrize("path", sorted(tables_module.PACKAGE_TABLES.rglob("*.tsv")), ids=lambda p: p.name)
def test_every_shipped_list_reads_and_says_what_it_is(path: Path) -> None:
    name = path.relative_to(tables_module.PACKAGE_TABLES).as_posix()
    assert path.read_text(encoding="utf-8").startswith("#")
    assert Tables().rows(name)
