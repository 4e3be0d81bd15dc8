"""Whether a word meets a rule's condition: by lemma, by the words before it, or by what stands there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dateline.events.parties import parties_at, party_of
from dateline.events.rule import Condition
from dateline.events.sheet import Sheet
from dateline.record import Token

_CLASSES = frozenset({"human", "artifact", "food", "substance", "asset"})  # of tables/words/noun_classes.tsv
_LABEL_STRENGTH = {"any": 0, "thing": 0, "party": 1, **dict.fromkeys(_CLASSES, 1)}


class Met(NamedTuple):
    """The token that met a condition, and how telling that was: a phrase 7, a word 6, a sector 3, another label 2."""

    token: Token
    strength: int


def meets_any(tokens: Iterable[Token], condition: Condition, sheet: Sheet) -> Met | None:
    """The token that meets the condition most tellingly, looked through empty heads; None where none does."""
    best: Met | None = None
    for token in tokens:
        for inner in sheet.look_through(token):
            strength = _strength(inner, condition, sheet)
            if strength is not None and (best is None or strength > best.strength):
                best = Met(inner, strength)
    return best


def _strength(token: Token, condition: Condition, sheet: Sheet) -> int | None:
    befores = condition.heads.get(token.lemma.lower()) or condition.heads.get(token.lower)
    if befores:
        before = {w for c in token.children if c.i < token.i for w in (c.lower, c.lemma.lower())}
        fitting = [len(words) for words in befores if all(w in before for w in words)]
        if fitting:
            return 7 if max(fitting) else 6
    strengths = [_LABEL_STRENGTH.get(n, 3 if n.isupper() else 2) for n in condition.labels if _has_label(token, n, sheet)]
    return max(strengths) if strengths else None


def _has_label(token: Token, label: str, sheet: Sheet) -> bool:
    if label in {"any", "thing"}:
        return label == "any" or not parties_at(token, sheet)
    if label in {"party", "person"} and token.lower in sheet.words.human_pronouns:
        return True  # somebody, even where nobody can say who
    if label == "party":
        return bool(parties_at(token, sheet))
    if label in _CLASSES:
        return sheet.words.noun_kinds.get(token.lemma) == label
    if label == "owned":
        return bool(party_of([token], sheet))
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


def is_kin(tokens: Iterable[Token], condition: Condition, sheet: Sheet) -> int:
    """How many of the words a condition names are of the class of one of the tokens: `pact` of that of `treaty`."""
    classes = sheet.words.noun_classes
    return max((condition.kin.get(classes.get(t.lemma, ""), 0) for t in tokens), default=0)


def has_word(tokens: Iterable[Token], condition: Condition, sheet: Sheet) -> bool:
    """Whether one of the tokens meets the condition by itself, without looking through."""
    return any(_strength(token, condition, sheet) is not None for token in tokens)
