"""Whether a word meets a rule's condition: by lemma, by the words before it, or by what stands there."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.events.parties import parties_at
from dateline.events.rule import Condition
from dateline.events.sheet import Sheet
from dateline.record import Token


def meets_any(tokens: Iterable[Token], condition: Condition, sheet: Sheet) -> Token | None:
    """The first token that meets the condition, looked through empty heads; None where none does."""
    for token in tokens:
        for inner in sheet.look_through(token):
            if _meets(inner, condition, sheet):
                return inner
    return None


def _meets(token: Token, condition: Condition, sheet: Sheet) -> bool:
    befores = condition.heads.get(token.lemma.lower()) or condition.heads.get(token.lower)
    if befores:
        before = {w for c in token.children if c.i < token.i for w in (c.lower, c.lemma.lower())}
        if any(all(w in before for w in words) for words in befores):
            return True
    return any(_has_label(token, label, sheet) for label in condition.labels)


def _has_label(token: Token, label: str, sheet: Sheet) -> bool:
    if label in {"any", "thing"}:
        return label == "any" or not parties_at(token, sheet)
    if label == "party":
        return bool(parties_at(token, sheet))
    if label == "place":
        return token.i in sheet.place_at or any(sheet.entity(i).kind == "state" for i in parties_at(token, sheet))
    if label == "clause":
        return token.pos in {"VERB", "AUX"}
    if label == "number":
        return token.pos == "NUM" or any(c.pos == "NUM" for c in token.children)
    if label == "money":
        return token.lemma in sheet.words.money or any(c.text in sheet.words.currency_marks for c in token.children)
    ids = parties_at(token, sheet)
    if label.isupper():
        return any(sheet.entity(i).sector == label or label in sheet.entity(i).other_sectors for i in ids)
    return any(sheet.entity(i).kind == label for i in ids)


def has_word(tokens: Iterable[Token], condition: Condition, sheet: Sheet) -> Token | None:
    """The first of the tokens that meets the condition by itself, without looking through."""
    for token in tokens:
        if _meets(token, condition, sheet):
            return token
    return None
