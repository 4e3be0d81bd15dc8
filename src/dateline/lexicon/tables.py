"""Finds and reads tables: the package's own, and folders laid over them.

Two kinds of file.  TSV for long lists: `#` comment lines, one header line, then rows; several values in a cell are joined
by `|`.  TOML for rules (`[[rule]]` with `id`) and for word lists (`tables/words/*.toml`, `name = ["word", ...]`).

A user's folder has the same layout.  A TSV row replaces the package's rows with the same first cell, other rows are added;
a rule replaces the one with the same `id`; a file that starts with the line `# replaces` stands alone; the tables
that `drops` in the folder's `overlay.toml` names are left out altogether.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from dateline.lexicon.errors import TableError

PACKAGE_TABLES = Path(__file__).resolve().parent.parent / "tables"
_SUFFIXES = {".tsv", ".toml"}
_REPLACES = "# replaces"
_RULE = re.compile(r"\s*\[\[\s*rule\s*\]\]")


class Row(dict[str, str]):
    """One row of a TSV by column name, with the file and line it stands in."""

    __slots__ = ("file", "line")

    def __init__(self, cells: Mapping[str, str], file: str, line: int) -> None:
        super().__init__(cells)
        self.file = file
        self.line = line

    def many(self, column: str) -> list[str]:
        """The values of a cell that holds several, joined by `|`; empty where the cell is."""
        cell = self[column]
        return [v.strip() for v in cell.split("|")] if cell else []

    def fault(self, what: str, mend: str = "") -> TableError:
        """An error that names this row."""
        return TableError(self.file, self.line, what, mend)


class RuleSource(NamedTuple):
    """One `[[rule]]` as written, with its place for messages."""

    fields: dict[str, Any]
    file: str
    line: int

    def fault(self, what: str, mend: str = "") -> TableError:
        """An error that names this rule's line."""
        return TableError(self.file, self.line, what, mend)


class Tables:
    """All tables as one reader sees them.

    >>> [row["iso3"] for row in Tables().rows("entities/states.tsv")][:1]   # doctest: +SKIP
    """

    def __init__(self, *overlays: str | Path) -> None:
        """`overlays` are folders laid over the package's tables, later ones over earlier.  Raises TableError."""
        self.folders = [PACKAGE_TABLES, *(Path(o) for o in overlays)]
        for folder in self.folders:
            if not folder.is_dir():
                raise TableError(str(folder), 0, "no such folder of tables", "give the path of a folder")

    @cached_property
    def digest(self) -> str:
        """The first 16 hex digits of a SHA-256 over every table's name and content, in order of name."""
        sha = hashlib.sha256()
        for folder in self.folders:
            for path in sorted(p for p in folder.rglob("*") if p.suffix in _SUFFIXES):
                sha.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
        return sha.hexdigest()[:16]

    @cached_property
    def _dropped(self) -> dict[Path, tuple[str, ...]]:
        """Which tables below it each overlay does without: `drops = ["events/*"]` in its `overlay.toml`."""
        manifests = {folder: folder / "overlay.toml" for folder in self.folders[1:]}
        return {folder: tuple(_parse_toml(path).get("drops", ())) for folder, path in manifests.items() if path.is_file()}

    def files(self, pattern: str) -> list[tuple[str, list[Path]]]:
        """Names that match (`events/*.toml`), each with the files of that name from package to last overlay."""
        found: dict[str, list[Path]] = {}
        for folder in self.folders:
            dropped = self._dropped.get(folder, ())
            found = {name: paths for name, paths in found.items() if not any(fnmatch(name, d) for d in dropped)}
            for name, (path, alone) in self._listed[folder].items():
                if fnmatch(name, pattern):
                    found[name] = [path] if alone else [*found.get(name, []), path]
        return sorted(found.items())

    @cached_property
    def _listed(self) -> dict[Path, dict[str, tuple[Path, bool]]]:
        """Every table by folder and name, in order of path, and whether it stands alone."""
        listed: dict[Path, dict[str, tuple[Path, bool]]] = {}
        for folder in self.folders:
            own = listed[folder] = {}
            for path in sorted(p for p in folder.rglob("*") if p.suffix in _SUFFIXES):
                with path.open("rb") as f:
                    own[path.relative_to(folder).as_posix()] = path, f.readline().strip() == _REPLACES.encode()
        return listed

    def rows(self, name: str) -> list[Row]:
        """The rows of a TSV, laid over one another.  Raises TableError for a wrong column count or a missing file."""
        found = dict(self.files(name)).get(name)
        if not found:
            raise TableError(name, 0, "no such table", "name a .tsv file of the tables folder")
        rows: list[Row] = []
        columns: list[str] = []
        for path in found:
            new = list(_read_rows(path, self._called(path, name), columns))
            columns = columns or [column for row in new[:1] for column in row]
            keys = {_key(r) for r in new}
            rows = [r for r in rows if _key(r) not in keys] + new
        return rows

    def all_rows(self, pattern: str) -> list[Row]:
        """The rows of every TSV that matches (`entities/people/*.tsv`), by file name and order.  Raises TableError."""
        return [row for name, _ in self.files(pattern) for row in self.rows(name)]

    def rules(self, pattern: str) -> list[RuleSource]:
        """All `[[rule]]` entries of the files that match, by folder, file name and order.  Raises TableError."""
        found = self.files(pattern)
        rules: dict[str, RuleSource] = {}
        for folder in self.folders:
            own: dict[str, RuleSource] = {}
            for name, path in ((name, path) for name, paths in found for path in paths if path == folder / name):
                for rule in _read_rules(path, self._called(path, name)):
                    if own.setdefault(rule.fields["id"], rule) is not rule:
                        raise rule.fault(f"rule id '{rule.fields['id']}' stands twice", "give each rule an id of its own")
            rules |= own
        return list(rules.values())

    def _called(self, path: Path, name: str) -> str:
        """What messages call a file: one of the package by its name below `tables/`, others by their path."""
        return name if path == self.folders[0] / name else str(path)

    def toml(self, name: str) -> dict[str, Any]:
        """A TOML file as a dict; top-level keys of an overlay replace the package's.  Raises TableError."""
        found = dict(self.files(name)).get(name)
        if not found:
            raise TableError(name, 0, "no such table", "name a .toml file of the tables folder")
        merged: dict[str, Any] = {}
        for path in found:
            merged |= _parse_toml(path)
        return merged

    @cached_property
    def word_lists(self) -> dict[str, tuple[str, ...]]:
        """Every shared word list by name, with `$name` inside a list replaced by that list."""
        raw: dict[str, list[str]] = {}
        for _, paths in self.files("words/*.toml"):
            for path in paths:
                raw |= _read_words(path)
        return {name: tuple(dict.fromkeys(_expand(words, raw, (name,)))) for name, words in raw.items()}

    def expand(self, words: list[str], where: RuleSource | Row) -> tuple[str, ...]:
        """Words with `$name` replaced by the shared list of that name.  Raises TableError for an unknown list."""
        out: list[str] = []
        for word in words:
            if not _names_list(word):
                out.append(word)
            elif word[1:] in self.word_lists:
                out.extend(self.word_lists[word[1:]])
            else:
                raise where.fault(f"no word list is called '{word}'", "see tables/words/")
        return tuple(dict.fromkeys(out))


def _names_list(word: str) -> bool:
    """Whether a word stands for a shared list (`$peace_talks`); a bare `$` is a currency mark."""
    return len(word) > 1 and word.startswith("$")


def _key(row: Row) -> str:
    return next(iter(row.values()))


def _expand(words: list[str], raw: dict[str, list[str]], inside: tuple[str, ...]) -> Iterator[str]:
    for word in words:
        if not _names_list(word):
            yield word
        elif word[1:] in inside or word[1:] not in raw:
            raise TableError("words", 0, f"'{word}' in list '{inside[-1]}' names no list, or itself", "see tables/words/")
        else:
            yield from _expand(raw[word[1:]], raw, (*inside, word[1:]))


def _read_rows(path: Path, name: str, columns: Sequence[str] = ()) -> Iterator[Row]:
    """The rows of a file; one laid over a table with `columns` may leave some of those out, and has no others."""
    header: list[str] | None = None
    for number, line in enumerate(_read_text(path).split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            odd = [c for c in header if c not in columns] if columns else []
            if odd or (columns and header[0] != columns[0]):
                what = f"column '{(odd or header)[0]}' is not where the package's table has it"
                raise TableError(name, number, what, f"begin with {columns[0]}; the columns are {', '.join(columns)}")
        elif len(cells) != len(header):
            what = f"{len(cells)} columns where the header has {len(header)}"
            raise TableError(name, number, what, "write one tab between columns, also round empty ones")
        else:
            told = dict(zip(header, cells, strict=True))
            yield Row(dict.fromkeys(columns, "") | told if columns else told, name, number)


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as e:
        line = path.read_bytes()[: e.start].count(b"\n") + 1
        raise TableError(str(path), line, "not UTF-8", "save the file as UTF-8") from None


def _parse_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_read_text(path))
    except tomllib.TOMLDecodeError as e:
        raise TableError(str(path), 0, f"not valid TOML: {e}", "mend the line it names") from None


def _read_words(path: Path) -> dict[str, list[str]]:
    lists = _parse_toml(path)
    for name, words in lists.items():
        if not isinstance(words, list) or not all(isinstance(w, str) for w in words):
            raise TableError(str(path), 0, f"'{name}' is no list of words", f'write {name} = ["one", "another"]')
    return lists


def _read_rules(path: Path, name: str) -> Iterator[RuleSource]:
    starts = [n for n, line in enumerate(_read_text(path).split("\n"), 1) if _RULE.match(line)]
    rules = _parse_toml(path).get("rule", [])
    if len(starts) != len(rules):  # [[rule]] inside a string, or rules written another way
        starts = [0] * len(rules)
    for line, fields in zip(starts, rules, strict=True):
        if not isinstance(fields.get("id"), str):
            raise TableError(name, line, "a rule without an id", 'add id = "a-name-of-its-own"')
        yield RuleSource(fields, name, line)
