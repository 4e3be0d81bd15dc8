"""The classes that patterns name: words with values, shapes of numbers, holidays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.lexicon import TableError, Tables
from dateline.times.pattern import WordClass, literal, starts_of

Value = int | str
_NUMBER = re.compile(r"[\d,]+")


def load_classes(tables: Tables) -> dict[str, WordClass]:
    """Every class by name.  Raises TableError."""
    raw = tables.toml("times/words.toml")
    cased = raw.pop("cased", [])
    classes = {name: _words(name, forms, cased=name in cased) for name, forms in raw.items()}
    classes |= {name: _shape(name, fields) for name, fields in tables.toml("times/shapes.toml").items()}
    holidays = tables.rows("times/holidays.tsv")
    classes["holiday"] = _class(
        ((f, row["name"]) for row in holidays for f in (row["name"], *row.many("others"))), cased=True
    )
    both = ("number", "digits")
    classes["n"] = _union([classes[c] for c in both])
    classes["nth"] = _union([classes["ordinal"], classes["ordinal_digits"]])
    return classes


def value_of(word_class: WordClass, form: str) -> Value | None:
    """The value of a form: that of its word, else the number it shows.

    >>> value_of(load_classes(Tables())["month"], "Sept.")   # doctest: +SKIP
    9
    """
    known = word_class.values.get(" ".join(form.lower().replace("’", "'").split()))
    if known is not None:
        return known
    digits = _NUMBER.search(form)
    return int(digits.group().replace(",", "") or 0) if digits else None


def _words(name: str, forms: Any, *, cased: bool) -> WordClass:
    if not isinstance(forms, dict) or not all(isinstance(v, list) for v in forms.values()):
        raise TableError("times/words.toml", 0, f"class '{name}' is not a table of lists", 'write value = ["form", ...]')
    pairs = [(form, int(value) if value.isdigit() else value) for value, words in forms.items() for form in words]
    return _class(pairs, cased=cased)


def _class(pairs: Iterable[tuple[str, Value]], *, cased: bool) -> WordClass:
    listed = list(pairs)
    values = {form.lower(): value for form, value in listed}
    forms = [form for form, _ in listed]
    return WordClass(literal(forms, cased=cased), starts_of(forms), values)


def _shape(name: str, fields: Mapping[str, Any]) -> WordClass:
    try:
        re.compile(fields["match"])
        keys = {f"#{n}" for n in fields["digits"]}
    except (KeyError, TypeError, re.error) as e:
        raise TableError("times/shapes.toml", 0, f"shape '{name}': {e}", "give `match` and `digits`") from None
    if fields.get("apostrophe"):
        keys |= {"'" + k for k in keys}
    return WordClass(fields["match"], frozenset(keys), {})


def _union(parts: list[WordClass]) -> WordClass:
    values: dict[str, Value] = {}
    for part in parts:
        values |= part.values
    regex = "(?:" + "|".join(p.regex for p in parts) + ")"
    return WordClass(regex, frozenset().union(*(p.starts for p in parts)), values)
