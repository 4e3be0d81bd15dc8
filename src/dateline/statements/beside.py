"""The cue that stands beside a quotation: after it, or before it."""

from __future__ import annotations

from dateline.record import Token
from dateline.record.statement import StatementClass
from dateline.statements.cues import Cue, Cues, Words
from dateline.statements.marks import Quotation
from dateline.statements.sheet import Sheet
from dateline.statements.speakers import own_subject, subject_of
from dateline.statements.verbs import with_particle

STOPS = frozenset({".", "!", "?", "…", "..."})
SOFT = frozenset({",", ";", "—", "–", "-", "--"})
NAMES = frozenset({"NOUN", "PROPN", "PRON"})
_FAR = 40  # tokens to look back for the cue before a colon


class Beside:
    """Looks beside the quotations of one sheet; a finding is the cue's verb and the head of its speaker."""

    def __init__(self, sheet: Sheet, cues: Cues, words: Words) -> None:
        self.sheet = sheet
        self.cues = cues
        self.words = words

    def cue_after(self, n: int) -> tuple[Token, Token | None] | None:
        """`"A," he said`, `"A," said the envoy`."""
        sheet, tokens = self.sheet, self.sheet.tokens
        q = sheet.quotations[n]
        if not q.closed:
            return None
        i = sheet.last_token[n] + 1
        ending = sheet.text[q.last - 1]
        if i < len(tokens) and tokens[i].text in SOFT and sheet.blocks[i] == q.block:
            i, ending = i + 1, ","
        stop = self._gap_end(i, q.block)
        if i >= stop:
            return None
        start = tokens[i]
        if ending == "." and not self._is_cue(start) and not start.text[0].islower():
            return None
        if start.tag in ("WDT", "CC", "IN") and start.lower != "as":
            return None
        found = self._inverted(i, stop) or self._subject_first(i, stop)
        own = own_subject(found[0]) if found is not None else None
        if own is not None and ending not in ",.?!…" and own.left < sheet.first_token[n]:
            return None  # `The group "Mothers of the Square" said it would march`
        if found is not None and ending not in ",.?!…—–-" and not self._tells(found[0]):
            return None  # `The film "Gone to Sea" opened in Oslo`
        return found

    def _gap_end(self, i: int, block: int) -> int:
        sheet, tokens = self.sheet, self.sheet.tokens
        k = i
        while k < len(tokens) and sheet.blocks[k] == block and sheet.inside[k] < 0:
            if tokens[k].text in STOPS or tokens[k].text in (":",):
                break
            k += 1
        return k

    def cue_of(self, verb: Token) -> tuple[Cue | None, Token | None]:
        """The entry of a verb, with its particle where it has one (`went on`)."""
        cue = self.cues.verbs.get(verb.lemma)
        return (None, None) if cue is None else with_particle(verb, cue)

    def _tells(self, verb: Token) -> bool:
        cue, _ = self.cue_of(verb)
        return cue is not None and "that" in cue.frames

    def _is_cue(self, token: Token) -> bool:
        cue, _ = self.cue_of(token)
        return cue is not None and quote_class(cue) is not None and token.tag in ("VBD", "VBZ", "VBP", "VBN")

    def _inverted(self, i: int, stop: int) -> tuple[Token, Token | None] | None:
        tokens = self.sheet.tokens
        verb = tokens[i]
        if verb.tag == "RB" and i + 1 < stop:
            verb = tokens[i + 1]
        if not self._is_cue(verb) and not (verb.tag == "VB" and self._speaks(verb) and self.noun_from(i + 1, stop)):
            return None
        subject = own_subject(verb)
        if subject is None or not verb.i < subject.i < stop:
            subject = self.noun_from(verb.i + 1, stop) or subject_of(verb)
        return verb, subject

    def noun_from(self, i: int, stop: int) -> Token | None:
        """The head of the noun phrase that begins at `i`."""
        tokens = self.sheet.tokens
        if i >= stop or tokens[i].pos not in (*NAMES, "DET", "ADJ", "NUM"):
            return None
        head = None
        for t in tokens[i:stop]:
            if t.pos in NAMES:
                head = t
            elif t.tag == "POS":
                head = None
            elif head is not None or t.pos not in ("DET", "ADJ", "NUM", "PUNCT", "PART", "VERB"):
                break
        if head is None and tokens[i].pos == "DET" and i + 1 == stop:
            return tokens[i]  # `read another`
        return head

    def _subject_first(self, i: int, stop: int) -> tuple[Token, Token | None] | None:
        tokens = self.sheet.tokens
        adverb = tokens[i].tag == "RB" or tokens[i].lower == "as"
        begin = i + 1 if adverb else i
        for t in tokens[begin:stop]:
            if not self._is_cue(t):
                continue
            subject = own_subject(t)
            if subject is not None and subject.tag in ("WP", "WDT"):
                continue
            if subject is not None and begin <= subject.left <= begin + 1:
                return t, subject
            if subject is None or not i <= subject.i < stop:
                lead = tokens[begin]
                if lead.pos in (*NAMES, "DET") and t.i - begin <= 6 and t.tag != "VBN":
                    return t, self.noun_from(begin, t.i)
        return None

    def cue_before(self, n: int) -> tuple[Token, Token | None] | None:
        """`He said: "A"`, `he told reporters, "A"`, `he said "A"`."""
        sheet, tokens = self.sheet, self.sheet.tokens
        q = sheet.quotations[n]
        i = self.before(n)
        if i < 0:
            return None
        block, mark = sheet.blocks[i], tokens[i].text
        if mark in STOPS:
            return None
        colon, comma = mark == ":", mark in (",", "—", "–", "--", "-")
        if colon or comma:
            i -= 1
        elif not self._clause_like(q) and not (self._speaks(tokens[i]) and len(sheet.text[q.first : q.last].split()) > 1):
            return None
        for t in reversed(tokens[max(0, i - _FAR) : i + 1]):
            if sheet.blocks[t.i] != block or t.text in STOPS:
                return None
            if sheet.inside[t.i] >= 0:
                if not colon:
                    return None
                continue
            if self._speaks(t):
                if comma or colon or self._near(t, i):
                    return t, subject_of(t, self.words.documents)
                return None
            if t.pos == "VERB" and not colon and t.tag != "VBG" and t.dep not in ("relcl", "acl", "amod"):
                return None
        return None

    def before(self, n: int) -> int:
        """The token before a quotation: in its paragraph, or the colon that closes the paragraph before; -1 if none."""
        sheet = self.sheet
        i, block = sheet.first_token[n] - 1, sheet.quotations[n].block
        if i < 0 or sheet.blocks[i] == block or (sheet.blocks[i] == block - 1 and sheet.tokens[i].text == ":"):
            return i
        return -1

    def wording_before(self, n: int) -> Token | None:
        """The noun of words that a quotation fills: `issued a statement: "..."`, `the words "..."`."""
        tokens = self.sheet.tokens
        i = self.before(n)
        if i < 1:
            return None
        if tokens[i].text != ":":
            return tokens[i] if tokens[i].lemma in self.words.wordings else None
        for t in reversed(tokens[self.sentence_begin(i) : i]):
            if (
                t.pos == "NOUN"
                and t.lemma in self.words.documents | self.words.wordings
                and t.dep not in ("compound", "poss")
            ):
                return t
        return None

    def _speaks(self, token: Token) -> bool:
        cue, _ = self.cue_of(token)
        return cue is not None and token.tag[0] == "V" and quote_class(cue) is not None

    def _near(self, verb: Token, i: int) -> bool:
        return i - verb.i <= 8

    def _clause_like(self, q: Quotation) -> bool:
        words = self.sheet.text[q.first : q.last].split()
        return len(words) >= 4 and (words[0][:1].isupper() or len(words) >= 8)

    def sentence_begin(self, i: int) -> int:
        """The first token of the sentence before token `i`, as its marks have it."""
        sheet, tokens = self.sheet, self.sheet.tokens
        k = i - 1
        while k >= 0 and sheet.blocks[k] == sheet.blocks[i] and (tokens[k].text not in STOPS) and sheet.inside[k] < 0:
            k -= 1
        return k + 1


def quote_class(cue: Cue | None) -> StatementClass | None:
    """The class of what a cue quotes, None where it quotes nothing."""
    return None if cue is None else cue.frames.get("quote")
