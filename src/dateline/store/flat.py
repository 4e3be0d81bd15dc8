"""A record's struct as plain cells: what stands inside another gets the outer name before its own.

`trigger` (a span) becomes `trigger` (its words), `trigger_start` and `trigger_end`; a list of structs becomes a list for
each field.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args, get_type_hints

import msgspec

Struct = type[msgspec.Struct]


def cells(value: msgspec.Struct, prefix: str = "") -> dict[str, Any]:
    """One row, by column.

    >>> from dateline.record import Span
    >>> cells(Span(3, 9, "Moscow"), "trigger")
    {'trigger_start': 3, 'trigger_end': 9, 'trigger': 'Moscow'}
    """
    row: dict[str, Any] = {}
    for attribute, field, inner, many in _plan(type(value)):
        name = _join(prefix, field)
        held = getattr(value, attribute)
        if inner is None:
            row[name] = list(held) if isinstance(held, tuple) else held
        elif not many:
            row.update(cells(held, name) if held is not None else dict.fromkeys(columns(inner, name)))
        else:
            rows = [cells(one, name) for one in held]
            row.update({column: [one[column] for one in rows] for column in columns(inner, name)})
    return row


def columns(struct: Struct, prefix: str = "") -> list[str]:
    """The columns that `cells` gives for a struct of this type."""
    found: list[str] = []
    for _, field, inner, _ in _plan(struct):
        name = _join(prefix, field)
        found.extend([name] if inner is None else columns(inner, name))
    return found


def _join(prefix: str, field: str) -> str:
    """The words of a span, and the value of a date, carry no name of their own."""
    if not prefix:
        return field
    return prefix if field in ("text", "value") else f"{prefix}_{field}"


@cache
def _plan(struct: Struct) -> tuple[tuple[str, str, Struct | None, bool], ...]:
    """Of each field: attribute, name as written, the struct inside, and whether it holds several."""
    hints = get_type_hints(struct)
    names = zip(struct.__struct_fields__, struct.__struct_encode_fields__, strict=True)
    return tuple((a, n, _inner(hints[a]), str(hints[a]).startswith("tuple")) for a, n in names)


def _inner(hint: Any) -> Struct | None:
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return hint
    return next((found for a in get_args(hint) if (found := _inner(a)) is not None), None)


def from_cells(struct: Struct, row: dict[str, Any], prefix: str = "") -> Any:
    """The struct that `cells` made a row of; None where a struct inside was none.

    >>> from dateline.record import Span
    >>> from_cells(Span, {"trigger_start": 3, "trigger_end": 9, "trigger": "Moscow"}, "trigger")
    Span(start=3, end=9, text='Moscow')
    """
    values: dict[str, Any] = {}
    for attribute, field, inner, many in _plan(struct):
        name = _join(prefix, field)
        if inner is None:
            held = row.get(name)
            values[attribute] = tuple(held or ()) if many else held
        elif not many:
            inside = columns(inner, name)
            values[attribute] = None if all(row.get(c) is None for c in inside) else from_cells(inner, row, name)
        else:
            inside = columns(inner, name)
            lists = [row.get(column) or [] for column in inside]
            values[attribute] = tuple(
                from_cells(inner, dict(zip(inside, one, strict=True)), name) for one in zip(*lists, strict=True)
            )
    return struct(**values)
