"""The edges of content: what the parser hung on it but belongs to the cue, and marks at either end."""

from __future__ import annotations

from dateline.record import Token
from dateline.statements.cues import Cue, Words
from dateline.statements.frames import Frame
from dateline.statements.sheet import Sheet
from dateline.statements.speakers import own_subject

_EDGE = frozenset({",", ";", ":", "—", "–", "-", "--", ".", "...", "…", "(", ")", "and", "but"})
_PARTICIPLES = ("aside", "quote", "naming", "preposition", "object-for", "object-infinitive")
_LEADS = frozenset({"if", "unless", "because", "although", "though", "once"})
_CLAUSES = frozenset({"that", "bare", "wh", "infinitive", "object-infinitive", "naming", "as"})
_UNCOORDINATED = frozenset({"infinitive", "naming", "as"})
_TELLING = frozenset({"that", "bare", "wh", "according", "as-clause"})
_GOES_ON = frozenset({"not", "that", "also", "only", "rather"})
_JOINTS = frozenset({"and", "but", ",", "also", "then", "while", ";"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_CLOSING = frozenset({"”", '"', "''", "’", "'"})


def trim_runs(sheet: Sheet, frame: Frame, verb: Token, verbs: dict[str, Cue], words: Words) -> list[tuple[int, int]]:
    """Runs of tokens mended at their right edge and without marks at their edges."""
    kept = []
    for first, last in frame.runs:
        first, last = _within_quotation(sheet, first, last, verb)
        if first > verb.i and frame.name == "bare":
            first = _to_opening_mark(sheet, first, last, verb)
        if first > verb.i:
            first = _with_lost_subject(sheet, frame.name, first, verb)
            if frame.name == "bare":
                first = _after_day(sheet, first, last, verb, words)
                last = _to_closing_mark(sheet, first, last)
            if frame.name in _CLAUSES and _leads_in(sheet, verb):
                last = _to_comma(sheet, first, last)
            elif frame.name in _CLAUSES:
                last = _with_lost_clauses(sheet, frame.name, last, verb, verbs, words)
                last = _with_that_clauses(sheet, last)
                last = _with_torn_predicate(sheet, frame.name, last, verb)
            last = _before_next_cue(sheet, first, last, verb, verbs)
            last = _before_aside(sheet, first, last, verb)
            last = _before_setting(sheet, first, last, words)
            if frame.name not in _TELLING:
                last = _before_relative(sheet, first, last)
            elif frame.name in ("that", "bare"):
                last = _before_report(sheet, first, last, verb)
        if sheet.inside[verb.i] >= 0 and first <= last and sheet.tokens[first].text in _CLOSING:
            continue  # the parser read over a quotation in the quotation
        first, last = _strip(sheet, first, last)
        if last >= first:
            kept.append((first, last))
    return kept


def _within_quotation(sheet: Sheet, first: int, last: int, verb: Token) -> tuple[int, int]:
    """What a cue inside a quotation introduces ends with the quotation, whatever the parser made of it."""
    number = sheet.inside[verb.i]
    if number < 0:
        return first, last
    end = sheet.last_token[number] - (1 if sheet.quotations[number].closed else 0)
    return max(first, sheet.first_token[number] + 1), min(last, end)


def _with_lost_subject(sheet: Sheet, frame: str, first: int, verb: Token) -> int:
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


def _after_day(sheet: Sheet, first: int, last: int, verb: Token, words: Words) -> int:
    """`said Monday | it would wait`, `said on Monday | it`, `said earlier | that it`."""
    tokens = sheet.tokens
    for k in range(first + 1, min(first + 4, last)):
        if tokens[k].lower == "that" and tokens[k].dep == "mark" and tokens[k].head.head is verb:
            return k
    at = first + 1 if tokens[first].lower == "on" else first
    if at < last and tokens[at].lower in words.days and tokens[at + 1].tag != "POS" and tokens[at + 1].text != ",":
        return at + 1
    return first


def _to_opening_mark(sheet: Sheet, first: int, last: int, verb: Token) -> int:
    """`"The plan," he said with a grin, | "is dead"`: words between the cue and the second piece are the reporter's."""
    subject = own_subject(verb)
    before = (verb.i if subject is None else min(subject.left, verb.i)) - 1
    if before < 0 or sheet.inside[before] < 0 or sheet.inside[verb.i] >= 0:
        return first
    for k in range(first, last + 1):
        number = sheet.inside[k]
        if number >= 0 and sheet.first_token[number] == k and (k == first or sheet.tokens[k - 1].text in (",", ":")):
            return k
    return first


def _to_closing_mark(sheet: Sheet, first: int, last: int) -> int:
    """`notes "the sea is warmer", and asks for help`: what follows a whole quotation and a comma is the reporter's."""
    number = sheet.inside[first]
    if number < 0 or sheet.first_token[number] != first or sheet.inside[last] >= 0 or not sheet.quotations[number].closed:
        return last
    end = sheet.last_token[number]
    return end if end < last and sheet.tokens[end + 1].text == "," else last


def _opens_condition(clause: Token) -> bool:
    return clause.children != [] and clause.children[0].lower in _LEADS


def _leads_in(sheet: Sheet, verb: Token) -> bool:
    """Whether the cue is a participle before its main clause: `Asked whether ..., Orban ...`."""
    if verb.tag == "VBN":
        return not any(c.dep in ("auxpass", "aux") for c in verb.children) and verb.dep in ("advcl", "prep", "ROOT")
    return verb.tag == "VBG" and verb.i == sheet.sentence_edges(verb)[0]


def _with_that_clauses(sheet: Sheet, last: int) -> int:
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


def _with_torn_predicate(sheet: Sheet, frame: str, last: int, verb: Token) -> int:
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


def _to_comma(sheet: Sheet, first: int, last: int) -> int:
    """`Asked whether he would go, Orban shook his head`: the content ends before the main clause."""
    for k in range(first + 1, last + 1):
        if sheet.tokens[k].text == "," and sheet.inside[k] < 0:
            return k - 1
    return last


def _with_lost_clauses(sheet: Sheet, frame: str, last: int, verb: Token, verbs: dict[str, Cue], words: Words) -> int:
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
        if c.dep == "ccomp" and gap == 0 and frame in _TELLING:  # `that it was vital and trade | would help`
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
    return not comma or (verb.tag in ("VBD", "VBN") and (_present(clause) or _shifted_back(clause)))


def _present(verb: Token) -> bool:
    """Whether a clause is in the present, which what is told after `said` cannot be by itself."""
    first = next((c for c in verb.children if c.dep in ("aux", "auxpass")), verb)
    return first.tag in ("VBZ", "VBP")


def _shifted_back(verb: Token) -> bool:
    """Whether a clause has the tense of reported speech: `said it was late, but talks had begun`."""
    first = next((c for c in verb.children if c.dep in ("aux", "auxpass")), None)
    return first is not None and first.lower in ("had", "would", "'d", "could", "might")


def _modal(verb: Token) -> bool:
    return any(c.tag == "MD" for c in verb.children) and not any(c.tag == "MD" for c in verb.head.children)


def _cue_like(verb: Token, verbs: dict[str, Cue]) -> bool:
    cue = verbs.get(verb.lemma)
    return cue is not None and "that" in cue.frames


def _before_next_cue(sheet: Sheet, first: int, last: int, verb: Token, verbs: dict[str, Cue]) -> int:
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
        if t.tag == "VBG" and (before.text == "," or before.text in _CLOSING) and _participle_cue(cue):
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
    telling = cue.frames.get("that") == "speech" or "naming" in cue.frames
    subject = own_subject(word)
    if subject is not None:
        return telling and subject.tag == "NNP" and word.dep in ("conj", "advcl") and word.tag in ("VBD", "VBZ")
    if word.dep != "conj":
        return False
    return word.head.tag != word.tag or (telling and word.tag != "VB")


def _before_aside(sheet: Sheet, first: int, last: int, verb: Token) -> int:
    """The last token before a single dash or `, but`, where the reporter takes the word again."""
    tokens, inside = sheet.tokens, sheet.inside
    dashes = [t.i for t in tokens[first + 1 : last] if sheet.is_dash(t.i) and inside[t.i] < 0]
    if len(dashes) == 1 and dashes[0] - first > 3:
        return dashes[0] - 1
    for t in tokens[first + 3 : last]:
        if t.lower == "but" and tokens[t.i - 1].text == "," and inside[t.i] < 0 and tokens[t.i + 1].lower not in _GOES_ON:
            clause = next((c for c in t.head.children if c.dep == "conj" and c.i > t.i), None)
            if clause is not None and verb.tag == "VBD" and _shifted_back(clause):
                continue
            return t.i - 2
    return last


def _before_relative(sheet: Sheet, first: int, last: int) -> int:
    """The last token before `, which ...` or `, both of whom ...`: the reporter's remark on what is wanted or praised."""
    tokens, inside = sheet.tokens, sheet.inside
    for t in tokens[first + 1 : last]:
        if t.tag in ("WDT", "WP", "WP$", "WRB") and inside[t.i] < 0:
            for k in range(t.i - 1, max(first, t.i - 4), -1):
                if tokens[k].text == ",":
                    return k - 1
    return last


def _before_report(sheet: Sheet, first: int, last: int, verb: Token) -> int:
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
        if _present(clause) and clause.head.i > first:
            return t.i - 2
    return last


def _before_setting(sheet: Sheet, first: int, last: int, words: Words) -> int:
    """The last token before `in a statement on Friday`, which tells how the words were given."""
    tokens = sheet.tokens
    for t in tokens[first + 1 : last]:
        if t.lower != "in" or t.dep != "prep" or t.right < last or sheet.inside[t.i] >= 0:
            continue
        noun = t.child("pobj")
        if noun is not None and noun.lemma in words.documents and noun.child("det") is not None:
            return t.i - 1
    return last


def _participle_cue(cue: Cue) -> bool:
    return any(f in cue.frames for f in _PARTICIPLES)


def _strip(sheet: Sheet, first: int, last: int) -> tuple[int, int]:
    tokens, inside = sheet.tokens, sheet.inside
    while first <= last and tokens[first].text in _EDGE and inside[first] < 0 and tokens[first].tag != "IN":
        first += 1
    while last >= first and tokens[last].lower in _EDGE and inside[last] < 0:
        last -= 1
    return first, last


def characters(sheet: Sheet, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of tokens as runs of characters; a run that cuts a quotation takes all of it."""
    found: list[tuple[int, int]] = []
    for first, last in runs:
        start, end = sheet.tokens[first].start, sheet.tokens[last].end
        number = sheet.inside[last]
        if number >= 0 and sheet.quotations[number].start >= start:
            end = max(end, sheet.quotations[number].end)
        number = sheet.inside[first]
        if number >= 0 and sheet.quotations[number].end <= end:
            start = min(start, sheet.quotations[number].start)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
