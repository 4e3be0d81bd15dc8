"""The words of an action, its due date and its condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.events.sheet import Sheet
from dateline.record import Span, Time, Token

_OF_NOUNS = {"to", "of", "for", "between", "against"}  # prepositions that complete a noun more often than its verb


def action_span(act: Token, openers: frozenset[str], sheet: Sheet, *, refused: bool) -> Span:
    """The action without its subject, "to" and "that", and without what is only its condition or a trailing mark.

    A passive keeps its subject ("the border would be drawn by a commission"), and what is promised not to be done its "not".
    """
    first = _first_word(act, sheet, refused=refused)
    last = act
    for c in act.children:
        if c.i > act.i and c.dep not in {"punct", "cc", "conj", "parataxis", "neg"} and not _is_aside(c):
            last = sheet.tokens[max(last.i, c.right)]
    for c in act.children:  # coordinated actions belong to it: "send troops and open the border"
        if c.dep == "conj" and c.i > act.i and _goes_on(c, act):
            last = sheet.tokens[max(last.i, c.right)]
    last = _before_relative(act, _lengthened(act, last, sheet), sheet)
    for at in _opened(sheet.tokens[act.i + 1 : last.i + 1], openers):
        if at.i > first.i + 1:
            last = sheet.tokens[at.i - 1]
            break
    while first.i < last.i and first.tag in {"''", "``"}:
        first = sheet.tokens[first.i + 1]
    while last.i > first.i and (last.pos == "PUNCT" or last.tag in {"''", "``"} or last.dep == "cc"):
        last = sheet.tokens[last.i - 1]
    return sheet.reading.span_of(first, last)


def _first_word(act: Token, sheet: Sheet, *, refused: bool) -> Token:
    if act.pos not in {"VERB", "AUX"}:
        return sheet.tokens[act.left]
    before = [c for c in act.children if c.i < act.i]
    subject = next((c for c in before if c.dep in {"nsubj", "nsubjpass"}), None)
    no = subject is not None and any(d.lower == "no" for d in subject.children)
    if subject is not None and not refused and (no or subject.dep == "nsubjpass") and subject.tag not in {"WDT", "WP"}:
        return sheet.tokens[subject.left]
    neg = next((c for c in before if c.dep == "neg"), None)
    if neg is None or refused or act.i - neg.i > 3:
        return act
    return neg if neg.text.isalpha() else sheet.tokens[neg.i - 1]  # "not raise", "won't raise"


def _lengthened(act: Token, last: Token, sheet: Sheet) -> Token:
    """A noun with the preposition behind it that the parse hung on its verb: "demand an end | to quotas"."""
    if act.pos not in {"NOUN", "PROPN"}:
        return last
    for _ in range(2):
        after = sheet.tokens[last.i + 1] if last.i + 1 < len(sheet.tokens) else last
        goal = next((c for c in after.children if c.dep in {"pobj", "pcomp"}), None)
        if after.dep != "prep" or after.lower not in _OF_NOUNS or goal is None or after.head.i > act.i or goal.tag == "CD":
            break
        last = sheet.tokens[after.right]
    return last


def _before_relative(act: Token, last: Token, sheet: Sheet) -> Token:
    """The last word before what only says more of a thing: "a lease of the island, which the premier rejected"."""
    if act.pos not in {"NOUN", "PROPN"}:
        return last
    for t in sheet.tokens[act.i + 2 : last.i]:
        if t.tag in {"WDT", "WP", "WRB"} and sheet.tokens[t.i - 1].text == ",":
            return sheet.tokens[t.i - 2]
    return last


def _goes_on(second: Token, act: Token) -> bool:
    """Whether a coordinated verb is of the same action: no subject and no tense of its own."""
    if act.tag in {"VBD", "VBZ"} or second.pos != act.pos or any(g.dep in {"nsubj", "nsubjpass"} for g in second.children):
        return False
    if (act.tag == "VB" and second.tag not in {"VB", "VBP"}) or (act.tag == "VBG" and second.tag != "VBG"):
        return False  # "ordered schools to close and sent the army"
    return not any(g.dep == "aux" and g.lower != "to" for g in second.children)


def _is_aside(clause: Token) -> bool:
    """A clause that only says when, on what terms, or what else comes of it: ", ending two weeks of talks"."""
    if clause.dep != "advcl":
        return False
    trailing = clause.tag == "VBG" and any(
        c.dep == "punct" and c.i < clause.i for c in clause.head.children if c.i > clause.head.i
    )
    return trailing or any(c.dep == "mark" for c in clause.children)


def _opened(tokens: Sequence[Token], openers: frozenset[str]) -> Iterator[Token]:
    """The tokens at which a condition opens: "if", "as soon as", "provided that"."""
    for n, token in enumerate(tokens):
        for width in (4, 3, 2, 1):
            words = " ".join(t.lower for t in tokens[n : n + width])
            measured = n > 0 and tokens[n - 1].lower == "for"  # "for as long as it takes"
            if words in openers and not measured and not _is_of_time(tokens[n : n + width + 1], words):
                yield token
                break


def _is_of_time(tokens: Sequence[Token], words: str) -> bool:
    """ "until" before a noun or a date, "once" as an adverb: no clause, no condition."""
    head = tokens[0]
    if words in {"until", "till"}:
        return head.dep == "prep" and not any(c.dep in {"pcomp", "advcl"} for c in head.children)
    return words == "once" and head.dep not in {"mark", "advmod"}


def find_due(action: Span, clause: Token, times: Sequence[Time], published: str | None, sheet: Sheet) -> str | None:
    """Id of the time by or at which the action is due: within its words, else within the clause after it.

    A day that has passed, or the day of the article, is when the word was given, not when the act is due.
    """
    end = min([sheet.tokens[clause.right].end, *(c.start for c in clause.children if c.dep == "conj" and c.i > clause.i)])
    near = [t for t in times if action.start <= t.start < max(action.end, end)]
    coming = [t for t in near if not _is_past(t, published) or _is_ahead(t, sheet)]
    inside = [t for t in coming if t.start < action.end]
    if inside:
        return inside[-1].id
    after = [t for t in coming if action.end <= t.start < end]
    return after[0].id if after else None


def _is_past(time: Time, published: str | None) -> bool:
    """Whether a time ends before the article's day, or is that day."""
    end = time.value.split("/")[-1].rstrip("~?%") or ".."
    if not published or not end[:4].isdigit():
        return False
    size = min(len(end), len(published))
    return end[:size] < published[:size] or (len(end) >= 10 and end[:10] == published[:10])


def _is_ahead(time: Time, sheet: Sheet) -> bool:
    """Whether words make a date without a year a coming one, whatever year it was given: "to a meeting on July 15"."""
    word = time.text.partition(" ")[0].lower()
    before = sheet.reading.article.text[max(0, time.start - 12) : time.start].lower().split()
    opener = before[-1] if before else ""
    dated = any(c.isdigit() for c in time.text) and not any(w.isdigit() and len(w) == 4 for w in time.text.split())
    if opener == "from" and not dated and time.value.count("-") < 2:
        return False  # "answers to questions from February"
    return word != "last" and (opener in {"by", "from", "until", "till", "before"} or (dated and opener == "on"))


def find_condition(act: Token, openers: frozenset[str], sheet: Sheet) -> Span | None:
    """The clause that opens with "if", "unless", "provided that" after the action, or before it in the same sentence."""
    sentence = sheet.reading.sentences[act.sentence]
    tokens = sheet.tokens[sentence.first : sentence.last]
    opened = list(_opened(tokens, openers))
    after = [t for t in opened if t.i > act.i and not _other_clause(act, t, sheet)]
    before = [t for t in opened if t.i < act.i and t.i == sentence.first]
    for token in after[:1] or before[:1]:
        last = _clause_end(token, sheet)
        if last.i > token.i:
            return sheet.reading.span_of(token, last)
    return None


def _other_clause(act: Token, opener: Token, sheet: Sheet) -> bool:
    """Whether a coordinated clause with its own subject begins between the action and the opener."""
    for t in sheet.tokens[act.i + 1 : opener.i]:
        if t.dep == "conj" and t.pos in {"VERB", "AUX"} and any(c.dep in {"nsubj", "nsubjpass"} for c in t.children):
            return True
    return False


def _clause_end(opener: Token, sheet: Sheet) -> Token:
    """The last word of the clause that a conjunction opens."""
    head = opener
    while head.dep not in {"advcl", "ccomp", "pcomp", "relcl"} and head.head is not head and head.pos not in {"VERB", "AUX"}:
        head = head.head
    if head is opener:
        head = next((c for c in opener.children if c.dep in {"pcomp", "pobj", "advcl", "ccomp"}), opener)
    if head.head is head and head.left < opener.i:  # hung on the root itself: up to the next mark
        last = opener
        for t in sheet.tokens[opener.i : head.right + 1]:
            if t.pos == "PUNCT" or t.sentence != opener.sentence:
                break
            last = t
        return last
    last = sheet.tokens[head.right]
    while last.i > opener.i and (last.pos == "PUNCT" or last.tag in {"''", "``"}):
        last = sheet.tokens[last.i - 1]
    return last
