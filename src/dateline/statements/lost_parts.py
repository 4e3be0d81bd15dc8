"""What of a content the parser tore off: subjects, clauses, predicates, parts after a semicolon."""

from __future__ import annotations

from dateline.record import Token
from dateline.statements.clause_shape import is_present, is_shifted_back
from dateline.statements.cues import Cue, Words
from dateline.statements.sheet import Sheet
from dateline.statements.speakers import own_subject

_LEADS = frozenset({"if", "unless", "because", "although", "though", "once"})
_UNCOORDINATED = frozenset({"infinitive", "naming", "as"})
_NOUNS = frozenset({"NOUN", "PROPN"})
TELLING = frozenset({"that", "bare", "wh", "according", "as-clause"})


def with_lost_subject(sheet: Sheet, frame: str, first: int, verb: Token) -> int:
    """The first token with a subject of the content that the parser took for the cue's object.

    `Rome explained the envoy's refusal to come was a mistake`: `refusal` looks like what was explained.
    """
    if frame != "bare" or first - verb.i < 2 or sheet.inside[first] >= 0:
        return first
    content = next((c for c in verb.children if c.dep == "ccomp" and c.left == first), None)
    for c in verb.children:  # `said if elected he would go`
        if c.dep == "advcl" and c.left == verb.i + 1 and first - c.right in (1, 2) and _opens_condition(c):
            return c.left
    if content is None or own_subject(content) is not None:
        return first
    for c in verb.children:
        if verb.i < c.i < first and c.dep in (
            "dobj",
            "prep",
            "npadvmod",
            "nsubj",
            "advmod",
            "quantmod",
            "nmod",
            "advcl",
            "csubj",
            "ccomp",
        ):
            return c.left if c.left == verb.i + 1 else first
    return first


def _opens_condition(clause: Token) -> bool:
    return clause.children != [] and clause.children[0].lower in _LEADS


def with_that_clauses(sheet: Sheet, last: int) -> int:
    """`that it was late, and that ...`: the parser may hang the second clause anywhere."""
    tokens = sheet.tokens
    while True:
        k = last + 1
        if k < len(tokens) and tokens[k].text == ",":
            k += 1
        if k + 1 >= len(tokens) or tokens[k].tag != "CC" or tokens[k].sentence != tokens[last].sentence:
            return last
        that = tokens[k + 1]
        if that.lower != "that" or that.dep != "mark" or that.head.left != that.i or that.head.right <= last:
            return last
        last = that.head.right


def with_torn_predicate(sheet: Sheet, frame: str, last: int, verb: Token) -> int:
    """`that it was late and trade with Oslo | would suffer`: a predicate that follows at once, not the sentence's own."""
    tokens = sheet.tokens
    if frame not in ("that", "bare") or last + 1 >= len(tokens):
        return last
    word = tokens[last + 1]
    if word.sentence != verb.sentence or word.tag not in ("MD", "VBD", "VBZ", "VBP") or tokens[last].pos not in _NOUNS:
        return last
    predicate = word.head if word.dep in ("aux", "auxpass") else word
    root = sheet.reading.sentences[verb.sentence].root
    if predicate is root or root.i > verb.i or predicate.right <= last:
        return last
    return predicate.right


def with_listed(sheet: Sheet, last: int, verb: Token) -> int:
    """`said they had marched; helped the poor; and fed the sick`: parts after a semicolon that have no subject."""
    tokens = sheet.tokens
    end = sheet.sentence_edges(verb)[1]
    while last + 2 < end and tokens[last + 1].text == ";" and sheet.inside[last + 1] < 0:
        word = tokens[last + 3] if tokens[last + 2].tag == "CC" else tokens[last + 2]
        if word.tag not in ("VBN", "VBD", "VB", "VBG") or own_subject(word) is not None:
            break
        last = next((k - 1 for k in range(word.i, end + 1) if tokens[k].text in (";", ".") and sheet.inside[k] < 0), last)
    return last


def with_lost_clauses(sheet: Sheet, frame: str, last: int, verb: Token, verbs: dict[str, Cue], words: Words) -> int:
    """The last token with clauses of the content that the parser hung on the cue.

    `She said the port was open but no ship had come`, `vowed to stay unless the talks failed`.
    """
    tokens = sheet.tokens
    for c in verb.children:
        if c.left < last + 1 or c.dep == "punct":
            continue
        if c.dep == "cc" and c.i in (last + 1, last + 2):
            continue
        gap = c.left - last - 1
        if c.dep == "ccomp" and gap == 0 and frame in TELLING:  # `that it was vital and trade | would help`
            last = c.right
            continue
        if c.dep in ("advcl", "prep") and gap <= 1:
            if not any(x.lower in words.conditions for x in (c, *c.children) if x.i == c.left):
                break
            last = c.right
        elif c.dep == "conj" and gap <= 2:
            comma = any(t.text in (",", ";") for t in tokens[last + 1 : c.left])
            if not _goes_on(c, verb, frame, comma, verbs):
                break
            last = c.right
        else:
            break
    return last


def _goes_on(clause: Token, verb: Token, frame: str, comma: bool, verbs: dict[str, Cue]) -> bool:
    """Whether a clause coordinated with the cue really goes on with the content."""
    if clause.tag == "VB" and verb.tag != "VB":
        return True
    own = own_subject(clause) is not None
    if frame in _UNCOORDINATED or (clause.lemma in verbs and not own and not _modal(clause)):
        return False
    if not own:
        return _modal(clause)
    if _cue_like(clause, verbs):
        return False
    return not comma or (verb.tag in ("VBD", "VBN") and (is_present(clause) or is_shifted_back(clause)))


def _modal(verb: Token) -> bool:
    return any(c.tag == "MD" for c in verb.children) and not any(c.tag == "MD" for c in verb.head.children)


def _cue_like(verb: Token, verbs: dict[str, Cue]) -> bool:
    cue = verbs.get(verb.lemma)
    return cue is not None and "that" in cue.frames
