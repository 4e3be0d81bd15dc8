"""How many: people killed, hurt, arrested or taking part, by number words and figures beside the words that count them."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dateline.events.clause import has_own_subject
from dateline.events.sheet import Sheet
from dateline.lexicon import Tables
from dateline.record import Sentence, Size, Token


class SizeWords(msgspec.Struct, frozen=True):
    """Which words count what (lemma -> dead, injured, arrested, participants), number words, and nouns that are people."""

    counts: Mapping[str, str]
    numbers: Mapping[str, int]
    people: frozenset[str]

    @classmethod
    def load(cls, tables: Tables) -> SizeWords:
        """From `tables/events/sizes.tsv`, `tables/events/numbers.tsv` and the word list `people`."""
        counts = {r["word"]: r["counts"] for r in tables.rows("events/sizes.tsv")}
        numbers = {r["word"]: int(r["value"]) for r in tables.rows("events/numbers.tsv")}
        return cls(counts, numbers, frozenset(tables.word_lists["people"]))


def find_size(sentence: Sentence, sheet: Sheet, words: SizeWords) -> Size | None:
    """The figures of a sentence: the first of each kind, the lower bound of a range; None where it has none."""
    found: dict[str, int] = {}
    for token in sheet.tokens[sentence.first : sentence.last]:
        kind = words.counts.get(token.lemma)
        if kind is None or kind in found:
            continue
        number = _number_for(token, sheet, words)
        if number is not None:
            found[kind] = number
    return Size(**found) if found else None


def _number_for(token: Token, sheet: Sheet, words: SizeWords) -> int | None:
    """The number in the object, passive subject, subject or modifier that a counting word counts."""
    straight = _straight_before(token, sheet, words)
    if straight is not None:
        return straight
    if token.pos == "VERB":
        clause = sheet.clause(token)
        heads = clause.objects if token.lemma not in {"die", "perish"} else clause.subjects
        if not heads and token.tag == "VBN":
            heads = clause.subjects
    elif token.pos == "ADJ":
        heads = [token.head, *sheet.clause(token).subjects]
    else:
        heads = [token]
    for head in heads:
        for inner in sheet.look_through(head):
            number = _number_at(inner, words)
            if number is not None and (inner is token or inner.pos == "NUM" or inner.lemma in words.people):
                return number
    return None


def _straight_before(token: Token, sheet: Sheet, words: SizeWords) -> int | None:
    """The figure straight before a participle or adjective: "12 dead", "three wounded", "left 80 civilians dead"."""
    if not token.i or not (token.pos == "ADJ" or (token.tag == "VBN" and not has_own_subject(token))):
        return None
    before = sheet.tokens[token.i - 1]
    if before.pos == "NUM":
        return read_number(before, words)
    return _number_at(before, words) if token.pos == "ADJ" and before.lemma in words.people else None


def _number_at(head: Token, words: SizeWords) -> int | None:
    if head.pos == "NUM":
        return read_number(head, words)
    for c in head.children:
        if c.dep == "nummod" or (c.pos == "NUM" and c.dep in {"compound", "amod", "quantmod"}):
            return read_number(c, words)
    if head.lemma in {"dozen", "score", "hundred", "thousand"}:
        return words.numbers.get(head.lemma)
    return None


def read_number(token: Token, words: SizeWords) -> int | None:
    """The value of a numeral with the numerals under it: "1,400", "two hundred", "3.5 million"; None if unreadable."""
    parts = [c for c in token.children if c.pos == "NUM" and c.i < token.i] + [token]
    total, current = 0.0, 0.0
    for part in parts:
        value = _value(part.lower, words)
        if value is None:
            return None
        if value >= 100 and part.lower in words.numbers:
            current = (current or 1) * value
            if value >= 1000:
                total, current = total + current, 0.0
        else:
            current += value
    return int(total + current)


def _value(text: str, words: SizeWords) -> float | None:
    if text in words.numbers:
        return words.numbers[text]
    digits = text.replace(",", "")
    if "-" in digits:  # "10-12": the lower bound
        digits = digits.split("-")[0]
        if digits in words.numbers:
            return words.numbers[digits]
    try:
        return float(digits) if digits[:1].isdigit() and len(digits) < 12 else None
    except ValueError:
        return None
