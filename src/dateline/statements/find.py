"""One pass over the tokens, then the quotations, then the statements in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from dateline.lexicon import Tables
from dateline.record import Reading, Span, Statement, Token
from dateline.record.statement import StatementKind
from dateline.statements.clauses import Frame, draft_of, read_verb
from dateline.statements.cues import Cue, Cues, Words, load_cues, load_words
from dateline.statements.draft import Draft
from dateline.statements.marked_speech import read_marked_speech
from dateline.statements.nominal import read_adjective, read_noun
from dateline.statements.parenthetical import read_according, read_as_clause, read_parenthetical
from dateline.statements.quotations import Quotes
from dateline.statements.sheet import Sheet
from dateline.statements.speakers import mention_run
from dateline.statements.trim import characters, trim_runs

_NONE = Cue("", {}, {}, {}, {})
_PASSIVE = frozenset({"as", "preposition"})  # `was seen as`, `was asked about` name nobody
_HELPERS = frozenset({"aux", "auxpass", "neg", "advmod"})
_INNER = frozenset({"attitude", "thought"})
_NEEDS_SPEAKER = frozenset(
    {"object", "object-for", "preposition", "infinitive", "object-infinitive", "naming", "as", "gerund"}
)


def build_finder(tables: Tables) -> Callable[[Reading], Sequence[Statement]]:
    """Compiles the room's tables.  Raises TableError."""
    cues = load_cues(tables)
    words = load_words(tables)

    def find(reading: Reading) -> Sequence[Statement]:
        sheet = Sheet(reading)
        drafts = _grammar(sheet, cues, words)
        drafts.extend(read_marked_speech(sheet))
        Quotes(sheet, cues, words, drafts).attribute()
        drafts = _without_inner_attitudes([d for d in drafts if d.content])
        drafts.sort(key=lambda d: (d.start, -d.end, d.cue[0].i if d.cue else -1))
        return tuple(_statement(sheet, d, n) for n, d in enumerate(drafts, 1))

    return find


def _grammar(sheet: Sheet, cues: Cues, words: Words) -> list[Draft]:
    drafts: list[Draft] = []
    verbs, nouns, adjectives = cues
    for t in sheet.tokens:
        tag = t.tag
        frame: Frame | None = None
        if tag[0] == "V" and t.lemma in verbs and t.dep not in ("amod", "compound"):
            cue = verbs[t.lemma]
            frame = read_as_clause(sheet, t, cue) or read_parenthetical(sheet, t, cue) or read_verb(t, cue, words.evidence)
            prefix = "verb-"
        elif tag[:2] == "NN" and t.lemma in nouns:
            frame = read_noun(t, nouns[t.lemma])
            prefix = "noun-"
        if frame is None and (tag[:2] == "JJ" or tag == "VBN") and t.lower in adjectives:
            frame = read_adjective(t, adjectives[t.lower])
            prefix = "adjective-"
        elif t.lower == "according" and t.i + 1 < len(sheet.tokens):
            source = _source(t)
            frame = read_according(sheet, t, source) if source is not None else None
            prefix = ""
        if frame is not None:
            draft = _draft(sheet, t, frame, prefix, cues, words)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _without_inner_attitudes(drafts: list[Draft]) -> list[Draft]:
    """What somebody is said to want or praise inside another's words is left to those words; what he said is kept.

    `Rome said that Tunis had promised talks` keeps both levels, `Rome said that it wanted talks` the outer one.
    """
    outer = sorted((s, e) for d in drafts for s, e in d.content)
    starts = [s for s, _ in outer]
    ends = list(accumulate((e for _, e in outer), max))

    def inside(draft: Draft) -> bool:
        at = draft.cue[0].start
        k = bisect_right(starts, at)
        return k > 0 and ends[k - 1] > at

    return [d for d in drafts if d.class_ not in _INNER or not d.cue or d.quoted or not inside(d)]


def _source(according: Token) -> Token | None:
    for c in according.children:
        if c.dep == "prep" and c.lower == "to":
            return c.child("pobj")
    return according.child("pobj")


def _draft(sheet: Sheet, t: Token, frame: Frame, prefix: str, cues: Cues, words: Words) -> Draft | None:
    runs = trim_runs(sheet, frame, t, cues.verbs)
    if not runs:
        return None
    draft = draft_of(frame, t, characters(sheet, runs), words.documents)
    draft.rule = prefix + frame.name
    if draft.speaker is None and frame.name in _NEEDS_SPEAKER and not (frame.speaker_known and frame.name in _PASSIVE):
        return None
    if draft.class_ == "attitude" and draft.speaker is not None and _holds_none(draft.speaker, words):
        return None
    if (
        draft.speaker is not None
        and draft.speaker.lemma in words.evidence
        and "evidence" in cues.verbs.get(t.lemma, _NONE).frames
    ):
        draft.class_ = "evidence"
    return draft


def _holds_none(speaker: Token, words: Words) -> bool:
    return speaker.tag != "WDT" and speaker.lower in words.no_speakers


def _statement(sheet: Sheet, draft: Draft, number: int) -> Statement:
    reading = sheet.reading
    speaker = draft.speaker
    span = None
    ids: tuple[str, ...] = ()
    if speaker is not None:
        first, last = mention_run(speaker)
        while last > first and not sheet.tokens[last].text[-1].isalnum() and sheet.tokens[last].text not in (".", ")"):
            last -= 1
        span = reading.span_of(sheet.tokens[first], sheet.tokens[last])
        ids = reading.cast.by_token.get(speaker.i, ())
    cue = _cue_span(sheet, draft)
    kind = _kind(sheet, draft.content)
    addressee = reading.cast.by_token.get(draft.addressee.i, ()) if draft.addressee is not None else ()
    return Statement(
        id=f"s{number}",
        kind=kind,
        class_=draft.class_,
        content=tuple(reading.span(s, e) for s, e in draft.content),
        speaker=ids[0] if len(ids) == 1 else None,
        speaker_span=span,
        cue=cue,
        addressee=addressee[0] if addressee else None,
        rule=_rule(draft, kind),
        why=draft.why,
    )


def _rule(draft: Draft, kind: StatementKind) -> str:
    """The frame's id; a quotation that the parser took for a clause is a quotation."""
    return "verb-quote" if kind == "direct" and draft.rule in ("verb-bare", "verb-parenthetical") else draft.rule


def _cue_span(sheet: Sheet, draft: Draft) -> Span | None:
    if not draft.cue:
        return None
    words = sorted(draft.cue, key=lambda t: t.i)
    for helper in reversed([c for c in words[0].children if c.i < words[0].i]):
        if helper.i != words[0].i - 1 or helper.dep not in _HELPERS:
            break
        words.insert(0, helper)
    return sheet.reading.span_of(words[0], words[-1])


def _kind(sheet: Sheet, content: list[tuple[int, int]]) -> StatementKind:
    quoted = total = 0
    for start, end in content:
        total += end - start
        for q in sheet.quotations:
            if q.start >= end:
                break
            quoted += max(0, min(end, q.end) - max(start, q.start))
    if quoted == 0:
        return "indirect"
    return "direct" if total - quoted <= 2 else "mixed"
