"""What the parser hung on a content but is the reporter's, or belongs to the next cue: where the content ends before it."""

from __future__ import annotations

from dateline.record import Token
from dateline.statements.clause_shape import clause_kind, is_present, is_shifted_back
from dateline.statements.cues import Cue, Words
from dateline.statements.sheet import Sheet
from dateline.statements.speakers import own_subject

_PARTICIPLES = ("aside", "quote", "naming", "preposition", "object-for", "object-infinitive")
_GOES_ON = frozenset({"not", "that", "also", "only", "rather"})
_JOINTS = frozenset({"and", "but", ",", "also", "then", "while", ";"})
CLOSING = frozenset({"”", '"', "''", "’", "'"})


def before_next_cue(sheet: Sheet, first: int, last: int, verb: Token, verbs: dict[str, Cue]) -> int:
    """The last token before `, and said ...`, `, adding that ...` that the parser hung on the content."""
    tokens, inside = sheet.tokens, sheet.inside
    for t in tokens[first + 1 : last + 1]:
        cue = verbs.get(t.lemma)
        if cue is None or t.tag[0] != "V":
            continue
        if t.tag == "VBG" and "that" in cue.frames and inside[t.i] < 0 and _is_absolute(sheet, t):
            return t.left - 3 if tokens[t.left - 1].tag == "IN" else t.left - 2
        before = tokens[t.i - 1]
        if before.lower == "while":
            before = tokens[t.i - 2]
        if t.tag == "VBG" and (before.text == "," or before.text in CLOSING) and is_participle_cue(cue):
            if t.dep in ("advcl", "conj", "acl", "xcomp", "prep", "ccomp") and sheet.inside[t.i] < 0:
                return before.i - 1 if before.text == "," else before.i
        elif _takes_over(t, cue, verb) and sheet.inside[t.i] < 0:
            start = t.left
            while start - 1 > first and tokens[start - 1].lower in _JOINTS:
                start -= 1
            if start > first:
                return start - 1
    return last


def _is_absolute(sheet: Sheet, word: Token) -> bool:
    """Whether a participle has a subject of its own after a comma: `, with the army saying that ...`."""
    subject, tokens = own_subject(word), sheet.tokens
    if subject is None or subject.left != word.left or word.left < 3 or word.child("ccomp", "dobj") is None:
        return False
    at = word.left - 1 if tokens[word.left - 1].text == "," else word.left - 2
    return tokens[at].text == "," and (at == word.left - 1 or tokens[at + 1].tag == "IN")


def _takes_over(word: Token, cue: Cue, verb: Token) -> bool:
    """Whether a cue in the content is the reporter's again: `said it was late and predicted`, `, while Rome said`."""
    tags = (verb.tag, verb.head.tag) if verb.dep == "xcomp" else (verb.tag,)
    if verb.tag == "VBN":  # `has called on Rome to go and proposed a truce`
        tags = (*tags, "VBD")
    if word.tag not in tags or word.tag not in ("VBD", "VBZ", "VBG", "VB"):
        return False
    telling = cue.frames.get("that") == "speech" or "naming" in cue.frames or _carries_clause(word)
    subject = own_subject(word)
    if subject is not None:
        return telling and subject.tag == "NNP" and word.dep in ("conj", "advcl") and word.tag in ("VBD", "VBZ")
    if word.dep != "conj":
        return False
    return word.head.tag != word.tag or (telling and word.tag != "VB")


def _carries_clause(verb: Token) -> bool:
    """Whether a verb's object has a `that` clause: `and expressed hope that ...`."""
    thing = verb.child("dobj")
    clauses = (*verb.children, *(thing.children if thing is not None else ()))
    return thing is not None and any(
        c.dep in ("acl", "ccomp") and c.i > thing.i and clause_kind(c) == "that" for c in clauses
    )


def before_aside(sheet: Sheet, first: int, last: int, verb: Token) -> int:
    """The last token before a single dash or `, but`, where the reporter takes the word again."""
    tokens, inside = sheet.tokens, sheet.inside
    dashes = [t.i for t in tokens[first + 1 : last] if sheet.is_dash(t.i) and inside[t.i] < 0]
    if len(dashes) == 1 and dashes[0] - first > 3:
        return dashes[0] - 1
    for t in tokens[first + 3 : last]:
        if t.lower == "but" and tokens[t.i - 1].text == "," and inside[t.i] < 0 and tokens[t.i + 1].lower not in _GOES_ON:
            clause = next((c for c in t.head.children if c.dep == "conj" and c.i > t.i), None)
            if clause is not None and verb.tag == "VBD" and is_shifted_back(clause):
                continue
            return t.i - 2
    return last


def before_relative(sheet: Sheet, first: int, last: int) -> int:
    """The last token before `, which ...` or `, both of whom ...`: the reporter's remark on what is wanted or praised."""
    tokens, inside = sheet.tokens, sheet.inside
    for t in tokens[first + 1 : last]:
        if t.tag == "VBG" and t.dep == "advcl" and tokens[t.left - 1].text == "," and t.left > first + 2 and inside[t.i] < 0:
            return t.left - 2  # `pledged to arm, reversing decades of doubt`
        if t.tag in ("WDT", "WP", "WP$", "WRB") and inside[t.i] < 0:
            for k in range(t.i - 1, max(first, t.i - 4), -1):
                if tokens[k].text == ",":
                    return k - 1
    return last


def before_report(sheet: Sheet, first: int, last: int, verb: Token) -> int:
    """The last token before a closing relative clause whose tense is the reporter's own.

    `Oslo said it had no word of the ship, which sails under the flag of Togo`: after `said`, her words would be in the past.
    """
    if verb.tag != "VBD":
        return last
    tokens, inside = sheet.tokens, sheet.inside
    for t in tokens[first + 3 : last]:
        if t.tag not in ("WDT", "WP", "WRB") or inside[t.i] >= 0 or inside[last] >= 0 or tokens[t.i - 1].text != ",":
            continue
        clause = t if t.dep == "relcl" else next((a for a in t.ancestors() if a.dep == "relcl"), None)
        if clause is None or clause.left != t.i or clause.right < last - 1:
            continue
        if (is_present(clause) or clause.tag == "NNS") and clause.head.i > first:
            return t.i - 2
    return last


def before_setting(sheet: Sheet, first: int, last: int, words: Words) -> int:
    """The last token before `in a statement on Friday`, which tells how the words were given."""
    tokens = sheet.tokens
    for t in tokens[first + 1 : last]:
        if t.lower != "in" or t.dep != "prep" or t.right < last or sheet.inside[t.i] >= 0:
            continue
        noun = t.child("pobj")
        if noun is not None and noun.lemma in words.documents and noun.child("det") is not None:
            return t.i - 1
    return last


def before_comment(sheet: Sheet, first: int, last: int, verbs: dict[str, Cue]) -> int:
    """The last token before `, an idea that Rome called mad`: somebody else's word on the content."""
    for t in sheet.tokens[first + 3 : last + 1]:
        if t.dep != "appos" or t.right < last or sheet.tokens[t.left - 1].text != "," or sheet.inside[t.i] >= 0:
            continue
        clause = t.child("relcl")
        if clause is not None and clause.lemma in verbs and own_subject(clause) is not None:
            return t.left - 2
    return last


def is_participle_cue(cue: Cue) -> bool:
    """Whether a cue, as a participle after a comma, opens a statement of its own: `, adding that ...`."""
    return any(f in cue.frames for f in _PARTICIPLES)
