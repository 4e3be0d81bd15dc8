"""Patterns of rules, written in words and classes, compiled to regular expressions with an index of first words.

    the? (early | late) {month} ,? {year}

Items are joined by white space.  A word stands for itself, whatever its case; `{month}` for any form of a class of
`words.toml` or a shape of `shapes.toml`; `{month:until}` files what it found under another name.  `?` makes an item
optional, `( a | b c )` gives alternatives.  A mark (`,` `-` `/` `:`) may have spaces round it in the text; `_` is a space
or a hyphen; `+` joins its neighbours without a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_ITEM = re.compile(r"\{(\w+)(?::(\w+))?\}(\??)|(\()|(\)\??)|(\|)|([^\s{}()|]+)")
_GLUE = {
    "-": r"\s?[-\u2010-\u2015\u2212]\s?",
    "_": r"(?:\s?[-\u2010-\u2015]\s?|\s+)",
    ",": r"\s?,\s*",
    "/": r"\s?/\s?",
    ":": r":",
    ".": r"\.",
    "%": r"\s?%",
    "'s": "['’]s",
    "+": "",
}


_TIGHT = (_GLUE[":"], _GLUE["."], _GLUE["+"])
# Between two items: space, or a mark before that took the space with it.
_SPACE = r"(?:\s+|(?<=[\s,/\-\u2010-\u2015\u2212]))"


class PatternError(ValueError):
    """A pattern that can't be read; the message says why."""


class WordClass(NamedTuple):
    """A class: its regular expression, the keys under which a match may begin, and values by form."""

    regex: str
    starts: frozenset[str]
    values: Mapping[str, int | str]


class Compiled(NamedTuple):
    """A pattern ready to match; slots are pairs of group and class.

    `items` is the least number of items it takes, `words` every word that may stand in it.
    """

    regex: re.Pattern[str]
    starts: frozenset[str]
    slots: tuple[tuple[str, str], ...]
    items: int
    words: frozenset[str]


class _Piece(NamedTuple):
    regex: str
    starts: frozenset[str]
    optional: bool
    glue: bool = False
    items: int = 1
    opens: bool = False  # a group that begins with a mark of its own


def compile_pattern(pattern: str, classes: Mapping[str, WordClass], *, at_end: bool = False) -> Compiled:
    """Compiles a pattern.  `at_end` makes it match only up to the end of the searched stretch.  Raises PatternError."""
    reader = _Reader(pattern, classes)
    pieces = reader.sequence()
    if reader.left():
        raise PatternError(f"')' without '(' in '{pattern}'")
    regex, starts, empty = _joined(pieces)
    items = sum(p.items for p in pieces if not p.optional and not p.glue)
    if empty:
        raise PatternError(f"'{pattern}' can match nothing at all")
    tail = r"\s*\Z" if at_end else r"(?![^\W_])"
    return Compiled(re.compile(r"(?<![^\W_])" + regex + tail), starts, tuple(reader.slots), items, frozenset(reader.words))


def first_key(word: str) -> str:
    """The key under which a word or a run of digits is filed: digits by how many there are."""
    bare = word.lstrip("'’")
    if bare.isdigit():
        return ("'" if bare != word else "") + "#" + str(min(len(bare), 5))
    return word.lower()


def literal(words: Iterable[str], *, cased: bool) -> str:
    """A regular expression for any of the words, longest first; with `cased` as written or in capitals."""
    forms = sorted({*words, *(w.upper() for w in words)} if cased else set(words), key=lambda w: (-len(w), w))
    body = "|".join(_word(f) for f in forms)
    return f"(?:{body})" if cased else f"(?i:{body})"


def _word(form: str) -> str:
    """A form with any white space between its words, and either apostrophe."""
    escaped = r"\s+".join(re.escape(part) for part in form.split())
    return escaped.replace("'", "['’]")


class _Reader:
    """Reads the items of one pattern."""

    def __init__(self, pattern: str, classes: Mapping[str, WordClass]) -> None:
        self.pattern = pattern
        self.classes = classes
        self.items: list[re.Match[str]] = list(_ITEM.finditer(pattern))
        self.at = 0
        self.slots: list[tuple[str, str]] = []
        self.words: set[str] = set()
        if "".join(m.group() for m in self.items) != "".join(pattern.split()):
            raise PatternError(f"can't read '{pattern}'")

    def left(self) -> bool:
        return self.at < len(self.items)

    def sequence(self) -> list[_Piece]:
        pieces: list[_Piece] = []
        while self.left():
            item = self.items[self.at]
            if item.group(5) or item.group(6):
                break
            self.at += 1
            pieces.append(self._group() if item.group(4) else self._item(item))
        return pieces

    def _group(self) -> _Piece:
        options: list[tuple[str, frozenset[str], bool]] = []
        opens = False
        least = 9
        while True:
            pieces = self.sequence()
            least = min(least, sum(p.items for p in pieces if not p.optional and not p.glue))
            opens = opens or (bool(pieces) and pieces[0].glue)
            options.append(_joined(pieces))
            if not self.left():
                raise PatternError(f"'(' without ')' in '{self.pattern}'")
            closing = self.items[self.at].group(5)
            self.at += 1
            if closing:
                break
        if any(empty for _, _, empty in options):
            raise PatternError(f"an alternative of '{self.pattern}' can match nothing at all")
        regex = "(?:" + "|".join(r for r, _, _ in options) + ")"
        return _Piece(regex, frozenset().union(*(s for _, s, _ in options)), closing.endswith("?"), items=least, opens=opens)

    def _item(self, item: re.Match[str]) -> _Piece:
        name, slot, optional, word = item.group(1), item.group(2), item.group(3), item.group(7)
        if name:
            known = self.classes.get(name)
            if known is None:
                raise PatternError(f"no class is called '{name}'")
            group = slot or name
            if any(group == g for g, _ in self.slots):
                raise PatternError(f"two slots called '{group}' in '{self.pattern}'; write {{{name}:other}}")
            self.slots.append((group, name))
            self.words.update(w for form in known.values for w in words_of(form))
            return _Piece(f"(?P<{group}>{known.regex})", known.starts, bool(optional))
        maybe = word.endswith("?") and len(word) > 1
        word = word[:-1] if maybe else word
        self.words.update(words_of(word))
        if word in _GLUE:
            return _Piece(_GLUE[word], frozenset(), maybe, glue=True)
        return _Piece(literal([word], cased=False), frozenset({_first_word(word)}), maybe)


_FIRST = re.compile(r"[^\W\d_]+|['’]?\d+")


def words_of(form: str) -> list[str]:
    """The words of a form as a scan of text meets them: `o'clock` is `o` and `clock`."""
    return [w.lower() for w in _FIRST.findall(form)]


def _first_word(form: str) -> str:
    found = _FIRST.search(form)
    return first_key(found.group()) if found else form.lower()


def starts_of(forms: Iterable[str]) -> frozenset[str]:
    """The keys under which any of the forms may begin."""
    return frozenset(_first_word(f) for f in forms)


def _joined(pieces: list[_Piece]) -> tuple[str, frozenset[str], bool]:
    """One regular expression of a sequence, the keys it may begin with, and whether it may be empty.

    Optional items before the first needed one carry the space after them, later ones the space before them.
    """
    out: list[str] = []
    starts: set[str] = set()
    needed = False
    inside = False  # past the first item or mark: what follows brings its own space
    glued = True
    for piece in pieces:
        if piece.glue:
            out.append(f"(?:{piece.regex})?" if piece.optional else piece.regex)
            glued, inside = piece.regex in _TIGHT, True
            continue
        starts |= piece.starts if not needed else set()
        before = "" if glued or piece.opens or not inside else _SPACE
        if piece.optional:
            out.append(f"(?:{before}{piece.regex})?" if inside else f"(?:{piece.regex}{_SPACE})?")
        else:
            out.append(before + piece.regex)
            needed, inside, glued = True, True, False
    return "".join(out), frozenset(starts), not needed
