"""Gives each quotation its cue and joins the pieces that one cue belongs to.

`"A," he said. "B"` is one statement with two runs of content, and so is a quotation that goes on in the next paragraph.
A quotation without cue, without turn and inside a sentence (a title, a scare quote) is no statement.
"""

from __future__ import annotations

from dateline.record import Token
from dateline.record.statement import StatementClass
from dateline.statements.beside import NAMES, SOFT, STOPS, Beside, quote_class
from dateline.statements.cues import Cues, Words
from dateline.statements.draft import Draft
from dateline.statements.frames import addressee_of
from dateline.statements.marks import Quotation
from dateline.statements.sheet import Sheet
from dateline.statements.speakers import is_passive, noun_speaker, subject_of

_SHORTEST_TURN = 3  # words of a quotation that goes on from the paragraph before
_NAMING = 14  # tokens between `called` and the quotation that is the name


class Quotes:
    """The quotations of one sheet while they are given to cues; `drafts` grows."""

    def __init__(self, sheet: Sheet, cues: Cues, words: Words, drafts: list[Draft]) -> None:
        self.sheet = sheet
        self.words = words
        self.cues = cues
        self.drafts = drafts
        self.beside = Beside(sheet, cues, words)
        self.owner: list[Draft | None] = [None] * len(sheet.quotations)
        self.around: list[Draft | None] = [None] * len(sheet.quotations)
        self.by_cue = {d.cue[0].i: d for d in drafts if d.cue and d.rule.startswith(("verb-", "according"))}

    def attribute(self) -> None:
        """Finds the draft of every quotation, making new ones where a cue has none yet."""
        self._covered()
        for n, q in enumerate(self.sheet.quotations):
            before = self.owner[n - 1] if n else None
            if q.carried and before is not None:
                self._give(n, before)
            elif self.owner[n] is None:
                self._find(n)

    def _covered(self) -> None:
        """Quotations that grammar already holds inside some content."""
        for d in self.drafts:
            owner = self.around if d.rule == "according" else self.owner
            for start, end in d.content:
                for n in self.sheet.numbers_in(start, end):
                    q = self.sheet.quotations[n]
                    outside = not d.cue or not (q.start <= d.cue[0].start < q.end)
                    if start <= q.first and q.last <= end and outside and owner[n] is None:
                        owner[n] = d

    def _find(self, n: int) -> None:
        beside = self._beside(n)
        if beside is not None:
            self._give(n, beside)
            return
        named = self._named(n)
        if named is not None:
            self._give(n, named)
            return
        after = self.beside.cue_after(self._chain_end(n))
        found = after or self.beside.cue_before(n)
        if found is not None:
            verb, speaker = found
            draft = self.by_cue.get(verb.i)
            if draft is None:
                draft = self._new(verb, speaker)
            self._give(n, draft)
            if after is not None:
                self._take_lead(n, draft)
            return
        draft = (
            self._worded(n)
            or self._named_before_colon(n)
            or self._named_after_colon(n)
            or self.around[n]
            or self._joined(n)
            or self._next_turn(n)
        )
        if draft is not None:
            self._give(n, draft)

    def _worded(self, n: int) -> Draft | None:
        """The quotation that a thing of words holds: `issued a statement: "..."`, `with the words "..."`."""
        noun = self.beside.wording_before(n)
        if noun is None:
            return None
        speaker = noun_speaker(noun, self.words.light_verbs)
        if speaker is None and noun.dep == "pobj":  # `posted a picture of the bridge with the words "..."`
            verb = next((t for t in noun.ancestors() if t.pos == "VERB"), None)
            speaker = subject_of(verb) if verb is not None else None
        draft = Draft("noun-quote", "speech", [], [noun], speaker, quoted=True)
        draft.why = f"'{noun.lemma}' holds the quotation after it"
        self.drafts.append(draft)
        return draft

    def _beside(self, n: int) -> Draft | None:
        """The owner of the quotation before where only `and` stands between: `"A," and, "B," he told them`."""
        sheet = self.sheet
        if n == 0 or self.owner[n - 1] is None:
            return None
        a, b = sheet.last_token[n - 1] + 1, sheet.first_token[n]
        between = sheet.tokens[a:b]
        if between and all(t.text == "," or t.tag == "CC" for t in between) and any(t.tag == "CC" for t in between):
            return self.owner[n - 1]
        return None

    def _chain_end(self, n: int) -> int:
        """The last piece of a quotation that runs over paragraphs: its cue may stand only there."""
        quotations = self.sheet.quotations
        while not quotations[n].closed and n + 1 < len(quotations) and quotations[n + 1].carried:
            n += 1
        return n

    def _named(self, n: int) -> Draft | None:
        """`called the plan "a gift"`, `described it as "late"`: the marks keep the parser from seeing the frame."""
        sheet, tokens = self.sheet, self.sheet.tokens
        q = sheet.quotations[n]
        i = sheet.first_token[n] - 1
        for t in reversed(tokens[max(0, i - _NAMING) : i + 1]):
            if sheet.blocks[t.i] != q.block or sheet.inside[t.i] >= 0 or t.text in (*STOPS, ",", ":", ";"):
                return None
            cue = self.cues.verbs.get(t.lemma)
            if t.tag[0] != "V" or (t.dep in ("amod", "acl") and t.tag == "VBN"):
                continue
            frame = next((f for f in ("naming", "as") if cue is not None and f in cue.frames), None)
            if (
                cue is None
                or frame is None
                or is_passive(t)
                or t.i in self.by_cue
                or (frame == "as" and tokens[i].lower != "as")
            ):
                return None
            speaker = subject_of(t, self.words.documents)
            if speaker is None or (t.i >= i and frame == "as"):
                return None
            end = self._reason_end(n)
            draft = Draft(f"verb-{frame}", cue.frames[frame], [(tokens[t.i + 1].start, end)], [t], speaker)
            draft.why = f"'{t.lemma}' with a quotation as the name"
            self.by_cue[t.i] = draft
            self.drafts.append(draft)
            return draft
        return None

    def _reason_end(self, n: int) -> int:
        """The end of a quotation with the reason after it: `called it "late" because no map came`."""
        tokens, k = self.sheet.tokens, self.sheet.last_token[n] + 1
        if k < len(tokens) and tokens[k].lower == "because" and tokens[k].head.left == k:
            return tokens[tokens[k].head.right].end
        return self.sheet.quotations[n].end

    def _take_lead(self, n: int, draft: Draft) -> None:
        """Words before the marks that belong to the content: `They "never had a plan," the envoy said`."""
        sheet, tokens = self.sheet, self.sheet.tokens
        i = sheet.first_token[n] - 1
        block = sheet.quotations[n].block
        if i < 0 or sheet.blocks[i] != block or tokens[i].text in (*STOPS, *SOFT, ":"):
            return
        if tokens[i].text[-1] in ".!?" and sheet.text[sheet.quotations[n].first].isupper():
            return
        while i >= 0 and sheet.blocks[i] == block and not (tokens[i].text in STOPS and sheet.inside[i] < 0):
            if i in self.by_cue and sheet.inside[i] < 0:
                return  # the words before are another's cue, or this one's
            number = sheet.inside[i]
            if number >= 0 and self.owner[number] not in (None, draft):
                break
            if number >= 0 and sheet.text[sheet.quotations[number].last - 1] in ".?!":
                break
            i -= 1
        i += 1
        if tokens[i].tag in ("VBG", "VBN") and tokens[i].dep == "advcl" and sheet.inside[tokens[i].right + 1] < 0:
            i = tokens[i].right + 1
        while tokens[i].tag == "CC" or tokens[i].text in SOFT:
            i += 1
        start, end = tokens[i].start, sheet.quotations[n].end
        draft.content = [c for c in draft.content if c[1] <= start or c[0] >= end]
        draft.content.append((start, end))
        draft.content.sort()
        for k in range(n):
            if start <= sheet.quotations[k].start:
                self.owner[k] = draft

    def _new(self, verb: Token, speaker: Token | None) -> Draft:
        cue, particle = self.beside.cue_of(verb)
        class_: StatementClass = quote_class(cue) or "speech"
        words = [verb] if particle is None else [verb, particle]
        draft = Draft("verb-quote", class_, [], words, speaker, quoted=True)
        draft.why = f"'{verb.lemma}' stands beside the quotation"
        draft.addressee = _addressee(verb) or addressee_of(verb, self.words.documents)
        self.by_cue[verb.i] = draft
        self.drafts.append(draft)
        return draft

    def _give(self, n: int, draft: Draft) -> None:
        q = self.sheet.quotations[n]
        self.owner[n] = draft
        for k, (start, end) in enumerate(draft.content):
            if start < q.end and q.start < end:
                draft.content[k] = (min(start, q.start), max(end, q.end))
                return
        draft.content.append((q.start, q.end))
        draft.content.sort()
        draft.quoted = True

    def _named_before_colon(self, n: int) -> Draft | None:
        """`Lavrov: "We are ready."`, with nothing but the name before the colon."""
        tokens = self.sheet.tokens
        i = self.beside.before(n)
        if i < 1 or tokens[i].text != ":":
            return None
        begin = self.beside.sentence_begin(i)
        words = tokens[begin:i]
        if not 0 < len(words) <= _NAMING or any(t.pos in ("VERB", "AUX") for t in words) or words[-1].pos not in NAMES:
            return None
        speaker = self.beside.noun_from(begin, i)
        if speaker is None or not any(t.tag == "NNP" for t in words):
            return None
        draft = Draft("colon", "speech", [], [], speaker, quoted=True, why="a name and a colon stand before the quotation")
        self.drafts.append(draft)
        return draft

    def _named_after_colon(self, n: int) -> Draft | None:
        """`'We were left to die': survivors of the wreck speak`, a headline."""
        sheet, tokens = self.sheet, self.sheet.tokens
        q, k = sheet.quotations[n], sheet.last_token[n] + 1
        if not self._opens_block(n) or k + 1 >= len(tokens) or tokens[k].text != ":" or sheet.blocks[k + 1] != q.block:
            return None
        speaker = self.beside.noun_from(k + 1, self._block_end(n))
        if speaker is None or len(sheet.text[q.first : q.last].split()) < _SHORTEST_TURN:
            return None
        draft = Draft("colon", "speech", [], [], speaker, quoted=True, why="a colon and a name follow the quotation")
        self.drafts.append(draft)
        return draft

    def _block_end(self, n: int) -> int:
        """The number after the last token of a quotation's paragraph."""
        sheet, k = self.sheet, self.sheet.last_token[n]
        while k < len(sheet.tokens) and sheet.blocks[k] == sheet.quotations[n].block:
            k += 1
        return k

    def _joined(self, n: int) -> Draft | None:
        """`... he said. "B"`: the sentence before holds the cue of a quotation and ends right here."""
        sheet, tokens = self.sheet, self.sheet.tokens
        q = sheet.quotations[n]
        i = sheet.first_token[n] - 1
        if i < 0 or sheet.blocks[i] != q.block or tokens[i].text not in (*STOPS, ",", ":", ";", "—", "–", "--", "-"):
            return None
        if not self._sentence_like(q):
            return None
        edge = tokens[i].start
        begin = self.beside.sentence_begin(i)
        best: Draft | None = None
        for k in range(begin, i + 1):
            d = self.by_cue.get(k) if sheet.inside[k] < 0 else None
            if d is None or not d.content or d.end > edge + 1 or (d.class_ != "speech" and not d.quoted):
                continue
            if best is None or d.quoted >= best.quoted:
                best = d
        return best

    def _sentence_like(self, q: Quotation) -> bool:
        words = self.sheet.text[q.first : q.last]
        return len(words.split()) >= 3 or words[-1:] in ".?!"

    def _next_turn(self, n: int) -> Draft | None:
        """A paragraph that is one quotation goes on with the talk of the paragraph before."""
        sheet = self.sheet
        q = sheet.quotations[n]
        if len(sheet.text[q.first : q.last].split()) < _SHORTEST_TURN or not self._opens_block(n):
            return None
        if n == 0 or sheet.quotations[n - 1].block < q.block - 2:
            return None
        before = self.owner[n - 1]
        if before is None or sheet.text[q.last - 1] not in ".?!…":
            return None
        block = sheet.reading.blocks[sheet.quotations[n - 1].block]
        tail = max(before.end, before.cue[-1].end if before.cue else 0)
        return before if len(sheet.text[tail : block.end].split()) <= 12 else None

    def _opens_block(self, n: int) -> bool:
        i = self.sheet.first_token[n]
        return i == 0 or self.sheet.blocks[i - 1] != self.sheet.blocks[i]


def _addressee(verb: Token) -> Token | None:
    for c in verb.children:
        if c.i > verb.i and c.dep in ("dobj", "dative"):
            return c.child("pobj") if c.tag in ("IN", "TO") else c
    return None
