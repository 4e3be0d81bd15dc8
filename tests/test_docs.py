"""What the docs promise is there: each field of the record, each public name, each command has its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import pytest
from typer.main import get_command

from dateline.cli.app import app
from dateline.lexicon import Tables
from dateline.record import Mention, Record, Span

DOCS = Path(__file__).resolve().parent.parent / "docs"
COMMANDS = (DOCS / "command_line.md").read_text(encoding="utf-8")
FIELDS = (DOCS / "fields.md").read_text(encoding="utf-8")
PARAGRAPHS = dict(re.findall(r"^\*\*`([^`]+)`\*\*(.*?)(?=\n\n|\Z)", FIELDS, re.MULTILINE | re.DOTALL))
DESCRIBED_ONCE = {Span: "span", Mention: "mention"}


def paths(struct: type[msgspec.Struct], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every field as users write it, `events[].act.type`, with its type."""
    hints = get_type_hints(struct)
    for name, encoded in zip(struct.__struct_fields__, struct.__struct_encode_fields__, strict=True):
        hint = hints[name]
        many = "[]" if str(hint).startswith("tuple") else ""
        yield f"{prefix}{encoded}{many}", hint
        for inner in structs_in(hint):
            if inner not in DESCRIBED_ONCE:
                yield from paths(inner, f"{prefix}{encoded}{many}.")


def structs_in(hint: Any) -> Iterator[type[msgspec.Struct]]:
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield hint
    for argument in get_args(hint):
        yield from structs_in(argument)


ALL = dict(paths(Record))
for struct, called in DESCRIBED_ONCE.items():
    ALL.update((f"{called}.{field}", hint) for field, hint in get_type_hints(struct).items())


@pytest.mark.parametrize("path", sorted(ALL))
def test_every_field_has_its_paragraph(path: str) -> None:
    assert len(PARAGRAPHS.get(path, "").split()) >= 4, f"docs/fields.md says nothing of {path}"


def test_no_paragraph_is_about_a_field_that_is_gone() -> None:
    assert set(PARAGRAPHS) - set(ALL) == set()


def literals_in(hint: Any) -> set[str]:
    found = {a for a in get_args(hint) if isinstance(a, str)}
    return found.union(*(literals_in(a) for a in get_args(hint) if not isinstance(a, str)))


@pytest.mark.parametrize("path", sorted(path for path, hint in ALL.items() if literals_in(hint)))
def test_every_allowed_value_is_named(path: str) -> None:
    if not structs_in_any(ALL[path]):
        missing = {value for value in literals_in(ALL[path]) if f"`{value}`" not in PARAGRAPHS[path]}
        assert not missing


def test_every_type_of_the_ontology_is_named() -> None:
    named = set(re.findall("[A-Z]{3,}", PARAGRAPHS["events[].type"]))
    assert set(Tables().toml("ontology/plover.toml")["types"]) <= named


def structs_in_any(hint: Any) -> bool:
    return any(True for _ in structs_in(hint))


def commands(group: Any, prefix: str = "dateline") -> Iterator[tuple[str, Any]]:
    """Every command as users type it, with its options."""
    for name, command in group.commands.items():
        below = getattr(command, "commands", None)
        yield from commands(command, f"{prefix} {name}") if below else [(f"{prefix} {name}", command)]


ALL_COMMANDS = dict(commands(get_command(app)))


@pytest.mark.parametrize("name", ALL_COMMANDS)
def test_every_command_and_option_has_its_paragraph_and_help(name: str) -> None:
    _, _, after = COMMANDS.partition(f"\n## `{name}`\n")
    paragraph = after.split("\n## ")[0]
    assert len(paragraph.split()) >= 8, f"docs/command_line.md says nothing of {name}"
    command = ALL_COMMANDS[name]
    assert command.help
    for option in command.params:
        if option.param_type_name == "option" and option.name != "help":
            assert option.help, f"{name} {option.opts} has no help"
            assert name != "dateline read" or f"`{option.opts[0]}`" in paragraph


def test_no_command_is_described_that_is_gone() -> None:
    assert set(re.findall("^## `(.*)`$", COMMANDS, re.MULTILINE)) == set(ALL_COMMANDS)
