"""Names made comparable: without titles and particles, spellings and given names that are one made one."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import NamedTuple

from dateline.entities.spelling import fold
from dateline.lexicon import Tables

_FILE = "corpus/identity.toml"
_NOUNS = {"noun": "entities/actor_nouns.tsv", "title": "entities/titles.tsv"}


class PersonName(NamedTuple):
    """A person's name in parts, each in its one spelling.

    `first` is empty where only the surname is given, and one letter where an initial is; `middle` are initials.
    """

    surname: str
    first: str
    middle: str


class Naming:
    """What `tables/corpus/identity.toml` says of names."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._table = tables.toml(_FILE)
        self._spellings = [(re.compile(old), new) for old, new in self._table["spellings"]]
        self._left_out = frozenset([*self._table["particles"], *self._table["titles"]])
        self._family_first = frozenset(self._table["family_first"])
        self.near: int = self._table["near"]
        self.spelled = lru_cache(maxsize=100_000)(self._spelled)

    @cached_property
    def _given(self) -> dict[str, str]:
        return {self.spelled(name): self.spelled(names[0]) for names in self._table["given"] for name in names}

    def person(self, name: str, country: str | None) -> PersonName | None:
        """The parts of a person's name; None where it is a description ("a spokesman")."""
        if not any(c.isupper() for c in name) or self._is_noun(name):
            return None
        words = [w.strip(".,'\"") for w in fold(name.replace(".", ". ")).split()]
        kept = [w.split("-", 1)[-1] if w.split("-")[0] in self._left_out else w for w in words if w not in self._left_out]
        kept = [w for w in kept if w]
        if country in self._family_first and len(kept) > 1:
            return PersonName(self.spelled(kept[0]), self.spelled("".join(kept[1:]).replace("-", "")), "")
        kept = [part for word in kept for part in word.split("-") if part]
        if not kept:
            return None
        surname, first = self.spelled(kept[-1]), self.spelled(kept[0])
        if len(kept) == 1:
            return PersonName(surname, "", "")
        return PersonName(surname, self._given.get(first, first), "".join(w[0] for w in kept[1:-1]))

    def body(self, name: str) -> str:
        """An organisation's or group's name without case, accents, marks and article."""
        words = re.findall(r"[^\W_]+", fold(name.replace("'s", "s").replace("’s", "s")))
        return " ".join(words[1:] if words[:1] == ["the"] else words)

    def is_described(self, name: str) -> bool:
        """Whether a name is a description ("villagers", "Gen. Orlov's troops", "Police"), which means others each time."""
        words = name.split()
        return not words or not any(c.isupper() or c.isdigit() for c in words[-1]) or self._is_noun(name)

    def _is_noun(self, name: str) -> bool:
        """Whether a name is one common noun, with a capital because a sentence opens with it."""
        word = fold(name)
        forms = (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y")
        return not name.isupper() and any(form in self._nouns for form in forms)

    @cached_property
    def _nouns(self) -> frozenset[str]:
        """Nouns and titles of one word."""
        rows = ((file, row) for file in ("noun", "title") for row in self._tables.rows(_NOUNS[file]))
        return frozenset(word for column, row in rows if " " not in (word := fold(row[column])))

    def circle(self, sector: str | None) -> str:
        """In which walk of life a sector is: those between which people move are one."""
        if not sector:
            return ""
        return "public" if sector in self._table["public"] else sector

    def is_office(self, role: str | None) -> bool:
        """Whether a role is an office that one person holds at a time."""
        words = fold(role).split() if role else []
        return bool(words) and words[-1] in self._table["offices"]

    def _spelled(self, word: str) -> str:
        for old, new in self._spellings:
            word = old.sub(new, word)
        return word
