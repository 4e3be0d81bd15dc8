"""Content around or before its cue: `The talks, Rome said, will go on`, `..., the envoy added`, `according to`.

The parser is unsure of such sentences, so these frames go by commas and the sentence's edges and use grammar for the
cue's own clause only.
"""

from __future__ import annotations

from dateline.record import Token
from dateline.statements.cues import Cue
from dateline.statements.frames import Frame
from dateline.statements.sheet import Sheet
from dateline.statements.speakers import is_passive, own_subject

_LICENSES = ("that", "bare")
_MARKS = frozenset({",", ";", "("})
_ASIDES = frozenset({"as", "although", "though", "while", "whereas"})
_TRAILERS = frozenset({"prep", "npadvmod", "advmod", "dative", "prt", "tmod"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "acomp", "advcl"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_NEW_THOUGHT = frozenset({"but", "while", "although", "though", "whereas", "yet", "even"})


def read_parenthetical(sheet: Sheet, verb: Token, cue: Cue) -> Frame | None:
    """`A, X said`, `A, X said, B`, `A, said X, B`, outside quotation marks."""
    class_ = next((cue.frames[f] for f in _LICENSES if f in cue.frames), None)
    if class_ not in ("speech", "evidence") or not _may_follow(cue) or is_passive(verb) or not _is_told(verb):
        return None
    subject = own_subject(verb)
    if subject is None:
        return None
    first, last = sheet.sentence_edges(verb)
    left, right = _clause_edges(verb, subject, "addressee" in cue.frames)
    tokens = sheet.tokens
    if left <= first or not _breaks(sheet, left - 1):
        return None
    if subject.tag in ("WP", "WDT"):
        return None
    after = right + 1
    closed = after > last or _breaks(sheet, after) or tokens[after].text in (".", ")")
    if not closed:
        return None
    if not _has_verb(sheet, first, left - 1, verb) and (after >= last or not _has_verb(sheet, after, last, verb)):
        return None
    if after < last and tokens[after].text in (",", ":") and sheet.inside[after + 1] >= 0 and sheet.inside[left - 2] < 0:
        words = sheet.quotations[sheet.inside[after + 1]]
        if _has_verb(sheet, first, left - 1, verb) or not sheet.text[words.first].islower():
            return None  # `Asked about it, he said, "..."`; but `The plan, he said, "is dead"`
    if any(c.dep in ("ccomp", "xcomp") and c.left == after for c in verb.children):
        return None
    runs = _runs_round(sheet, first, left - 1, after, last)
    return Frame("parenthetical", class_, runs, [verb]) if runs else None


def _may_follow(cue: Cue) -> bool:
    """Whether a cue stands after its content: `..., he said`, `..., a poll showed`; hardly `..., he denied`."""
    return "quote" in cue.frames or "parenthetical" in cue.frames


def _breaks(sheet: Sheet, i: int) -> bool:
    return sheet.tokens[i].text in _MARKS or sheet.is_dash(i)


def _is_told(verb: Token) -> bool:
    """Whether a verb is finite: `said`, `has said`, `is saying`."""
    if verb.tag in ("VBD", "VBZ", "VBP"):
        return True
    if verb.tag == "VBN" and not any(c.dep in ("aux", "auxpass") for c in verb.children):
        return verb.child("nsubj") is not None  # `..., the army later admitted`: taken for a participle
    return any(c.dep == "aux" and c.tag in ("VBD", "VBZ", "VBP") for c in verb.children)


def _clause_edges(verb: Token, subject: Token, told: bool) -> tuple[int, int]:
    """The edges of the cue's own clause: subject, verb and the short things that hang on them, no clause."""
    left, right = min(subject.left, verb.i), max(subject.right, verb.i)
    if subject.i < verb.i:
        right = verb.i
    for c in reversed(verb.children):  # `news agency | INA reported`: the parser may see two subjects
        if c.dep == "nsubj" and c.right == left - 1 and not any(x.text == "," for x in c.children):
            left = c.left
    for c in verb.children:
        if c.dep in ("ccomp", "parataxis", "punct", "conj", "cc") or c is subject:
            continue
        if c.i > verb.i and c.left == right + 1 and (c.dep in _TRAILERS or (c.dep == "dobj" and told)):
            right = max(right, c.right)
        elif c.i < verb.i and c.dep in ("aux", "advmod", "neg") and c.left >= left - 1:
            left = min(left, c.left)
    return left, right


def _has_verb(sheet: Sheet, first: int, last: int, cue: Token) -> bool:
    return any(t.pos in ("VERB", "AUX") and t is not cue for t in sheet.tokens[first : last + 1])


def _runs_round(sheet: Sheet, first: int, before: int, after: int, last: int) -> list[tuple[int, int]]:
    tokens = sheet.tokens
    runs = []
    while first < before and (tokens[first].dep == "cc" or tokens[first].tag == "CC"):
        first += 1
    dashes = [k for k in range(first + 1, before - 1) if sheet.is_dash(k)]
    if len(dashes) == 1:  # `It rained - and the bridge, she said, fell`
        first = dashes[0] + 1
        while first < before - 1 and tokens[first].tag == "CC":
            first += 1
    if before - 1 >= first and not (after < last and _subordinate(sheet, first, before - 1)):
        runs.append((first, before - 1))
    while after <= last and not tokens[after].text[0].isalnum() and sheet.inside[after] < 0:
        after += 1
    goes_on = after < last and tokens[after - 1].text != ";" and not _starts_anew(tokens[after])
    if goes_on and not (runs and _is_remark(sheet, runs[0], after, last)):
        runs.append((after, last))
    return runs


def _is_remark(sheet: Sheet, before: tuple[int, int], after: int, last: int) -> bool:
    """Whether what follows a whole clause and its cue is the reporter's: `..., Rome said, a day after the vote`."""
    tokens = sheet.tokens
    whole = any(t.tag in _FINITE and t.child("nsubj", "nsubjpass", "expl") for t in tokens[before[0] : before[1] + 1])
    whole = whole or any(t.dep == "aux" and t.tag in _FINITE for t in tokens[before[0] : before[1] + 1])
    whole = whole and tokens[before[1]].pos != "AUX"  # `It is, the general conceded, a stalemate`
    if not whole or tokens[after].tag not in ("DT", "CD", "NN", "NNS", "JJ"):
        return False
    return not any(t.tag in _FINITE and t.dep in ("ROOT", "ccomp", "conj") for t in tokens[after : last + 1])


def _subordinate(sheet: Sheet, first: int, last: int) -> bool:
    """Whether what stands before `, X said,` is a clause of the reporter's: `Though it had rained, she said, ...`."""
    tokens = sheet.tokens
    if tokens[first].lower not in _ASIDES and tokens[first].tag != "VBN":
        return False
    return any(t.pos in ("VERB", "AUX") for t in tokens[first : last + 1])


def _relative(token: Token) -> bool:
    return token.tag in ("WDT", "WP", "WRB") or token.dep == "cc" or token.tag == "CC"


def read_according(sheet: Sheet, word: Token) -> Frame | None:
    """`According to X, A`, `A, according to X`, `A, according to X, B`; `in the words of X, A`, `A, in X's view`."""
    found = _source_of(word)
    if found is None:
        return None
    start, source = found
    right = _source_end(sheet, source) if source.i > word.i else word.right
    runs = _runs_outside(sheet, word, start.i, right)
    if not runs:
        return None
    cue = list(sheet.tokens[start.i : source.left]) if source.i > word.i else [start, word]
    frame = Frame("according", "speech", runs, cue)
    frame.speaker, frame.speaker_known = source, True
    return frame


def _source_of(word: Token) -> tuple[Token, Token] | None:
    """The word that opens the phrase, and who is named in it."""
    if word.lower == "according":
        for c in word.children:
            source = c.child("pobj", "pcomp") if c.dep == "prep" and c.lower == "to" else None
            if source is not None:
                return word, source
        return None
    opening = word.head
    if opening.dep != "prep" or opening.lower != "in" or opening.head.pos not in ("VERB", "AUX"):
        return None
    owner = word.child("poss")
    if owner is not None:
        return opening, owner
    of = word.child("prep")
    source = of.child("pobj") if of is not None and of.lower == "of" else None
    return None if source is None else (opening, source)


def read_as_clause(sheet: Sheet, verb: Token, cue: Cue) -> Frame | None:
    """`As X reported, A`, `A, as X has said`."""
    class_ = next((cue.frames[f] for f in ("as-clause", *_LICENSES) if f in cue.frames), None)
    subject = own_subject(verb)
    if class_ is None or subject is None or verb.dep not in ("advcl", "ROOT", "ccomp", "parataxis") or is_passive(verb):
        return None
    if not any(c.lower == "as" and c.i < subject.left and c.i == verb.left for c in verb.children):
        return None
    told = ("dobj",) if "addressee" in cue.frames else ()  # `as Hall told the Evening Post, ...`
    if any(c.i > verb.i and c.dep in _COMPLEMENTS and c.dep not in told and c.lower != "it" for c in verb.children):
        return None
    right = verb.right
    for k in range(verb.i, verb.right + 1):
        if _breaks(sheet, k):
            right = k - 1
            break
    first, last = sheet.sentence_edges(verb)
    if verb.left > first and not _breaks(sheet, verb.left - 1) and sheet.tokens[verb.left - 1].text != "(":
        return None
    if right < last and not _breaks(sheet, right + 1) and right + 1 != last:
        return None
    runs = _runs_outside(sheet, verb, verb.left, right)
    return Frame("as-clause", class_, runs, [verb]) if runs else None


def _runs_outside(sheet: Sheet, word: Token, left: int, right: int) -> list[tuple[int, int]]:
    """The sentence without the phrase from `left` to `right`; what opens a new thought after it is left out."""
    first, last = sheet.sentence_edges(word)
    tokens = sheet.tokens
    if left > first and _breaks(sheet, left - 1):
        left -= 1
    before_last = left - 1
    runs = []
    start = _clause_start(sheet, first, before_last)
    if before_last > start:
        runs.append((start, before_last))
    after = right + 1
    while after <= last and not tokens[after].text[0].isalnum() and sheet.inside[after] < 0:
        after += 1
    finite_before = any(t.pos in ("VERB", "AUX") for t in tokens[start : before_last + 1])
    if after < last and (not finite_before or not _starts_anew(tokens[after])):
        runs.append((after, last))
    return runs


def _source_end(sheet: Sheet, source: Token) -> int:
    """The last token of the source: the first comma ends it, but an apposition between commas belongs to it."""
    tokens = sheet.tokens
    for k in range(source.i + 1, source.right + 1):
        if not _breaks(sheet, k):
            continue
        clause = next((c for c in source.children if c.dep == "relcl" and c.left in (k + 1, k + 2)), None)
        if clause is not None and tokens[k + 1].tag in ("WDT", "WP", "WP$", "WRB", "IN"):
            return clause.right
        name = next((c for c in source.children if c.dep == "appos" and c.left == k + 1), None)
        if name is not None and name.i - k <= 8:
            after = next(
                (x for x in range(name.i + 1, source.right + 2) if x < len(tokens) and tokens[x].text in (",", ".")), k
            )
            return after - 1
        return k - 1
    return source.right


def _clause_start(sheet: Sheet, first: int, before_last: int) -> int:
    """Where the content begins: behind a conjunction, and behind a participle of the reporter's (`Entering June, ...`)."""
    tokens = sheet.tokens
    lead = tokens[first]
    if (
        lead.tag in ("VBG", "VBN")
        and lead.dep == "advcl"
        and lead.right + 2 < before_last
        and tokens[lead.right + 1].text == ","
    ):
        first = lead.right + 2
    while (
        first < before_last
        and (tokens[first].tag == "CC" or not tokens[first].text[0].isalnum())
        and sheet.inside[first] < 0
    ):
        first += 1
    return first


def _starts_anew(token: Token) -> bool:
    return token.lower in _NEW_THOUGHT or _relative(token)
