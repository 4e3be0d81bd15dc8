"""Furniture: lines of a page that are no part of its article, told by tables/article/furniture.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dateline.lexicon import RuleSource, Tables

_ENDS = " \t:;»«…›‹→←↓↑▼▲►|•·*-–—>="
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\S+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HAS_CAMEL = re.compile(r"[A-Z](?<=[a-z].)")  # the same, sooner told: capitals are few
_PIECES = re.compile(r"[\s|/·•]+")
_PLAIN = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\xa0", " "), ("\u200b", ""))
_SHORT = 14  # words; what a rule's lines have at most where it does not say
_COMMON = 3  # letters; words of no more stand in most lines
_FIELDS = {
    "id",
    "means",
    "kind",
    "line",
    "starts",
    "ends",
    "has",
    "pattern",
    "most",
    "sure",
    "then",
    "yes",
    "no",
    "needs",
    "unless",
    "case",
    "numbers",
    "words",
}
_THEN = {"end", "related", "tags", "comments", ""}


class Rule(NamedTuple):
    """One kind of line: what it is called, whether it is furniture wherever it stands, and what follows from it."""

    id: str
    kind: str
    sure: bool
    then: str


class _Test(NamedTuple):
    """A rule's words of one sort, ready to compare."""

    rule: Rule
    most: int
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    capitals: bool


class _Start(NamedTuple):
    words: str
    test: _Test


class _Pattern(NamedTuple):
    """A regular expression of a rule: only for lines with figures, or with one of `words` where lines are long."""

    pattern: re.Pattern[str]
    test: _Test
    numbers: bool
    words: tuple[str, ...]


class Furniture:
    """All rules, indexed by whole line and by first word, so that a line of prose is passed over at once."""

    def __init__(self, tables: Tables) -> None:
        """Raises TableError."""
        self._lines: dict[str, list[_Test]] = {}
        self._starts: dict[str, list[_Start]] = {}
        self._ends: list[_Start] = []
        self._has: list[_Start] = []
        self._patterns: list[_Pattern] = []
        self._longest = _SHORT
        self._seen: dict[str, Rule | None] = {}
        for source in tables.rules("article/furniture.toml"):
            self._add(source)
        for starts in self._starts.values():
            starts.sort(key=lambda s: -len(s.words))  # the longest beginning says most of a line
        # Most lines match no pattern: one expression of all says so at a tenth of the cost of trying each.
        self._of_short = _any_of(p for p in self._patterns if not p.numbers and not p.words)
        self._of_numbers = _any_of(p for p in self._patterns if p.numbers)
        self._with_words = _by_words(self._patterns)
        self._firsts = frozenset(_first_piece(line) for line in self._lines)
        self._lasts = frozenset(line.rsplit(" ", 1)[-1] for line in self._lines)
        # A phrase is looked for where the longest of its inner words is, which is always a word by itself; one whose
        # inner words are as common as `in` or `and` is looked for in every line.
        self._has_by_word: dict[str, list[int]] = {}
        for n, has in enumerate(self._has):
            inner = max(has.words.split()[1:-1], key=len, default="")
            self._has_by_word.setdefault(inner if len(inner) > _COMMON else "", []).append(n)
        self._has_none = self._has_by_word.pop("", [])
        self._has_words = frozenset(self._has_by_word)
        self._ends_any = tuple(s.words for s in self._ends)

    def _add(self, source: RuleSource) -> None:
        fields = source.fields
        unknown = set(fields) - _FIELDS
        if unknown:
            raise source.fault(f"no such field: {', '.join(sorted(unknown))}", "see the head of furniture.toml")
        rule = Rule(fields["id"], fields.get("kind", ""), fields.get("sure", True), fields.get("then", ""))
        if not rule.kind or rule.then not in _THEN:
            raise source.fault("'kind' is missing, or 'then' is none of end, related, tags, comments")
        test = _Test(rule, fields.get("most", _SHORT), *_compiled(source), fields.get("case", False))
        self._longest = max(self._longest, test.most)
        for line in fields.get("line", []):
            self._lines.setdefault(line, []).append(test)
        for start in fields.get("starts", []):
            self._starts.setdefault(_first_word(start), []).append(_Start(start, test))
        self._ends += [_Start(e, test) for e in fields.get("ends", [])]
        self._has += [_Start(h, test) for h in fields.get("has", [])]
        words = tuple(fields.get("words", []))
        self._patterns += [_Pattern(_pattern(p, source), test, True, words) for p in fields.get("numbers", [])]
        self._patterns += [_Pattern(_pattern(p, source), test, False, words) for p in fields.get("pattern", [])]

    def rule_of(self, line: str) -> Rule | None:
        """The rule that takes a line, or None for a line that may belong to the article."""
        if len(line) > 700:
            return None
        if line in self._seen:
            return self._seen[line]
        found = self._find(line)
        if len(self._seen) > 20_000:
            self._seen.clear()  # menus repeat from page to page; prose does not
        self._seen[line] = found
        return found

    def _find(self, line: str) -> Rule | None:
        tokens = _plain(line).lower().split()
        folded = " ".join(tokens).strip(_ENDS)
        if not folded:
            return Rule("marks", "marks", False, "")
        words = folded.count(" ") + 1
        if words > self._longest:
            return None
        return (
            self._whole(folded)
            or self._start(folded, words)
            or self._inside(folded, words, tokens)
            or (self._pattern(folded, words, line) if words <= 30 else None)
            or (self._compound(line) if words <= _SHORT and self._may_be_compound(folded, line) else None)
        )

    def _whole(self, folded: str) -> Rule | None:
        tests = self._lines.get(folded)
        if tests is None and folded.count(" ") >= 2:  # `TWITTER.` opens a speech, `Get the app.` is a button
            tests = self._lines.get(folded.rstrip(".!?"))
        return tests[0].rule if tests else None

    def _start(self, folded: str, words: int) -> Rule | None:
        for start in self._starts.get(_first_word(folded), ()):
            if folded.startswith(start.words) and _at_edge(folded, start.words) and _takes(start.test, folded, words):
                return start.test.rule
        return None

    def _inside(self, folded: str, words: int, tokens: Sequence[str]) -> Rule | None:
        bare = folded.rstrip(".")
        if bare.endswith(self._ends_any):
            for end in self._ends:
                if bare.endswith(end.words) and words <= end.test.most:
                    return end.test.rule
        may = self._has_none
        if not self._has_words.isdisjoint(tokens):
            may = sorted([*may, *(n for word in self._has_words.intersection(tokens) for n in self._has_by_word[word])])
        for n in may:
            has = self._has[n]
            if has.words in folded and _takes(has.test, folded, words):
                return has.test.rule
        return None

    def _pattern(self, folded: str, words: int, line: str) -> Rule | None:
        for pattern, test, _, _ in self._worth_trying(folded, words):
            if pattern.fullmatch(folded) and _takes(test, folded, words) and (not test.capitals or _in_capitals(line)):
                return test.rule
        return None

    def _worth_trying(self, folded: str, words: int) -> Iterable[_Pattern]:
        if words <= _SHORT and (
            self._of_short.fullmatch(folded) or (_DIGIT.search(folded) and self._of_numbers.fullmatch(folded))
        ):
            return self._patterns
        return [p for words_, patterns in self._with_words if _holds_one(folded, words_) for p in patterns]

    def _may_be_compound(self, folded: str, line: str) -> bool:
        """Whether a line begins and ends as whole ones do, or hides where they do: `ShareTweet`."""
        ends = _first_piece(folded) in self._firsts and _last_piece(folded) in self._lasts
        return ends or _HAS_CAMEL.search(line) is not None

    def _compound(self, line: str) -> Rule | None:
        """A line put together of whole ones, as buttons are when a page becomes text: `Share Tweet Email`."""
        pieces = [p for p in _PIECES.split(_CAMEL.sub(" ", _plain(line))) if p]
        folded = [p.lower().strip(_ENDS) for p in pieces]
        at, parts, rule = 0, 0, None
        while at < len(folded):
            for end in range(min(len(folded), at + 5), at, -1):
                tests = self._lines.get(" ".join(folded[at:end]))
                if tests:
                    rule = rule or tests[0].rule
                    break
            else:
                return None
            at, parts = end, parts + 1
        if rule is None:
            return None
        # `Politics Opinion` is a menu where four names stand in a row, and may be a heading where two do.
        return rule._replace(sure=rule.sure or parts >= 4, then="" if parts > 2 else rule.then)


def _by_words(patterns: Iterable[_Pattern]) -> list[tuple[tuple[str, ...], list[_Pattern]]]:
    """Patterns that are tried on lines with the same words together, so that a line is looked through for these once."""
    found: dict[tuple[str, ...], list[_Pattern]] = {}
    for pattern in patterns:
        if pattern.words:
            found.setdefault(pattern.words, []).append(pattern)
    return list(found.items())


def _plain(line: str) -> str:
    """A line with plain quotes and spaces: six replacements cost a tenth of one translation."""
    if not line.isascii():
        for odd, plain in _PLAIN:
            line = line.replace(odd, plain)
    return line


def _first_piece(folded: str) -> str:
    return _PIECES.split(folded, maxsplit=1)[0].strip(_ENDS)


def _last_piece(folded: str) -> str:
    return _PIECES.split(folded.rsplit(" ", 1)[-1].rstrip("/"))[-1].strip(_ENDS)


def _any_of(patterns: Iterable[_Pattern]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p.pattern.pattern})" for p in patterns) or r"(?!)")


def _holds_one(folded: str, words: tuple[str, ...]) -> bool:
    for word in words:  # noqa: SIM110 - half the cost of any() over a generator, on every line of prose
        if word in folded:
            return True
    return False


def _first_word(folded: str) -> str:
    return folded.split(" ", 1)[0].rstrip(":,.!|")


def _compiled(source: RuleSource) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    needs, unless = source.fields.get("needs"), source.fields.get("unless")
    return _pattern(needs, source) if needs else None, _pattern(unless, source) if unless else None


def _pattern(pattern: str, source: RuleSource) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as e:
        raise source.fault(f"'{pattern}' is no regular expression: {e}") from None


def _at_edge(folded: str, start: str) -> bool:
    """Whether a word ends where `start` does: `ap photo` is not how `AP Photographer ...` begins."""
    rest = folded[len(start) : len(start) + 1]
    return not (rest.isalnum() and start[-1].isalnum())


def _takes(test: _Test, folded: str, words: int) -> bool:
    if words > test.most or (test.needs and not test.needs.search(folded)):
        return False
    return test.unless is None or test.unless.search(folded) is None


def _in_capitals(line: str) -> bool:
    """Whether the words of a line after its first are names: `By Anna van Roe in Oslo`, not `By the river`."""
    words = [w for w in _WORD.findall(line)[1:] if w[0].isalpha()]
    lower: int = sum(w[0].islower() for w in words)
    return lower <= len(words) * 0.45


def check_rules(tables: Tables) -> Iterator[str]:
    """Faults of the line rules: a `yes` that its rule does not take, a `no` that any sure rule takes, no examples."""
    furniture = Furniture(tables)
    for source in tables.rules("article/furniture.toml"):
        at, own = f"{source.file}:{source.line}", source.fields["id"]
        yes: Sequence[str] = source.fields.get("yes", [])
        no: Sequence[str] = source.fields.get("no", [])
        if not yes or not no:
            yield f"{at}: rule '{own}' has no 'yes' or no 'no' line"
        for line in yes:
            rule = furniture.rule_of(line)
            if rule is None or rule.id != own:
                yield f"{at}: rule '{own}' does not take its own line {line!r} ({rule.id if rule else 'no rule'} does)"
        for line in no:
            rule = furniture.rule_of(line)
            if rule is not None and (rule.sure or rule.id == own):
                yield f"{at}: {line!r} is taken by rule '{rule.id}' although '{own}' says no"
