"""The house keeps its shape: who may import whom, how long files and functions may grow, what nothing is called."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "dateline"
TESTS = Path(__file__).resolve().parent

# A room imports only rooms that stand before it.  `tables` is data; `dateline` itself is `__init__.py`.
ORDER = [
    "record",
    "lexicon",
    "intake",
    "article",
    "language",
    "entities",
    "places",
    "times",
    "statements",
    "events",
    "commitments",
    "disputes",
    "steps",
    "reader",
    "dateline",
    "rules",
    "store",
    "corpus",
    "engine",
    "web",
    "cli",
]
ENGINE = {"spacy", "thinc"}  # the language engine, which only one room knows
FACES = {"typer", "rich"}
SERVER = {"litestar", "jinja2", "uvicorn"}  # what only the reading room stands on
FORBIDDEN_NAMES = {"utils", "util", "helpers", "common", "manager", "misc"}
LONGEST_FILE = 400
LONGEST_FUNCTION = 60

FILES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    return "dateline" if first == "__init__" else first


def imports(tree: ast.AST) -> Iterator[str]:
    """Dotted names a module imports, also inside functions; `from dateline import times` is `dateline.times`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            module = node.module or ""
            yield from (f"dateline.{name.name}" for name in node.names) if module == "dateline" else (module,)


def rooms_imported(tree: ast.AST) -> set[str]:
    found = {name.split(".")[1] if "." in name else "dateline" for name in imports(tree) if name.split(".")[0] == "dateline"}
    return {room if room in ORDER else "dateline" for room in found}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_a_room_imports_only_rooms_before_it(path: Path) -> None:
    room = room_of(path)
    assert room in ORDER, f"'{room}' has no place in the order of rooms: give it one here and in docs/ARCHITECTURE.md"
    allowed = set(ORDER[: ORDER.index(room)]) | {room}
    if room == "dateline":
        allowed = {*ORDER[: ORDER.index("reader") + 1], "store"}
    assert rooms_imported(ast.parse(path.read_text(encoding="utf-8"))) <= allowed


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_engines_stay_in_their_rooms(path: Path) -> None:
    outside = {name.split(".")[0] for name in imports(ast.parse(path.read_text(encoding="utf-8")))}
    if room_of(path) != "language":
        assert not outside & ENGINE
    if room_of(path) != "cli":
        assert not outside & FACES
    if room_of(path) != "web":
        assert not outside & SERVER


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_files_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_nothing_is_called_by_a_name_that_says_nothing(path: Path) -> None:
    assert not {part.removesuffix(".py") for part in path.relative_to(SOURCE).parts} & FORBIDDEN_NAMES


def test_every_test_folder_is_a_room() -> None:
    folders = {p.name for p in TESTS.iterdir() if p.is_dir() and not p.name.startswith(("_", "."))}
    assert folders <= {*ORDER, "golden"}


@pytest.mark.parametrize(
    ("code", "rooms"),
    [
        ("from dateline.record import Span", {"record"}),
        ("from dateline import times, places", {"times", "places"}),
        ("import dateline", {"dateline"}),
        ("from dateline import read", {"dateline"}),
        ("def f():\n    from dateline.cli.view import lay_out", {"cli"}),
        ("import json", set()),
    ],
)
def test_imports_are_seen_where_they_hide(code: str, rooms: set[str]) -> None:
    assert rooms_imported(ast.parse(code)) == rooms
