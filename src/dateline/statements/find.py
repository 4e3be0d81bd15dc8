"""One pass over the tokens, then the quotations, then the statements in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from dateline.lexicon import Tables
from dateline.record import Reading, Statement, Token
from dateline.statements.cues import Cue, Cues, Words, load_cues, load_words
from dateline.statements.draft import Draft
from dateline.statements.finish import finish_statements
from dateline.statements.frames import Frame, draft_of
from dateline.statements.marked_speech import read_marked_speech
from dateline.statements.nominal import read_adjective, read_noun
from dateline.statements.parenthetical import read_according, read_as_clause, read_parenthetical
from dateline.statements.quotations import Quotes
from dateline.statements.sheet import Sheet
from dateline.statements.speakers import antecedent, is_person, parts_of_name
from dateline.statements.trim import characters, trim_runs
from dateline.statements.verbs import read_verb

_NONE = Cue("", {}, {}, {}, {})
_PASSIVE = frozenset({"as", "preposition", "object-infinitive"})  # `was seen as`, `was asked to` name nobody
_HELD = frozenset({"attitude", "thought"})
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
        _take_speakers(drafts)
        drafts = _without_inner_attitudes(sheet, [d for d in drafts if d.content])
        drafts.sort(key=lambda d: (d.start, -d.end, d.cue[0].i if d.cue else -1))
        return finish_statements(sheet, drafts, words)

    return find


def _grammar(sheet: Sheet, cues: Cues, words: Words) -> list[Draft]:
    drafts: list[Draft] = []
    verbs, nouns, adjectives = cues
    for t in sheet.tokens:
        tag = t.tag
        frame: Frame | None = None
        if (tag[0] == "V" and t.lemma in verbs and t.dep not in ("amod", "compound")) or _is_mistaken_noun(t, verbs):
            cue = verbs[t.lemma]
            frame = read_as_clause(sheet, t, cue) or read_parenthetical(sheet, t, cue) or read_verb(t, cue, words)
            if frame is not None and frame.name == "object" and _is_light(t, cues, words):
                frame = None
            prefix = "verb-"
        elif tag[:2] == "NN" and t.lemma in nouns:
            frame = read_noun(t, nouns[t.lemma], words)
            prefix = "noun-"
        if frame is None and (tag[:2] == "JJ" or tag == "VBN") and t.lower in adjectives:
            frame = read_adjective(t, adjectives[t.lower])
            prefix = "adjective-"
        elif t.lower == "according" or (t.lemma in words.words_of and t.dep == "pobj"):
            frame, prefix = read_according(sheet, t), ""
        if frame is not None:
            draft = _draft(sheet, t, frame, prefix, cues, words)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _is_mistaken_noun(token: Token, verbs: dict[str, Cue]) -> bool:
    """Whether a cue taken for a noun has a subject and a clause: `The ministry notes, "..."`."""
    return token.tag == "NNS" and token.dep == "ROOT" and token.lemma in verbs and token.child("nsubj") is not None


def _is_light(verb: Token, cues: Cues, words: Words) -> bool:
    """Whether a verb only carries its object's content: `expressed hope that` is one statement, that of the hope."""
    thing = verb.child("dobj")
    if thing is None or verb.lemma not in words.light_verbs or thing.lemma not in cues.nouns:
        return False
    return read_noun(thing, cues.nouns[thing.lemma], words) is not None


def _take_speakers(drafts: list[Draft]) -> None:
    """A participle after somebody's words has their speaker: `The plan, she said, is dead, adding that ...`."""
    by_sentence: dict[int, list[Draft]] = {}
    for d in drafts:
        if d.cue and d.content and d.class_ == "speech":
            by_sentence.setdefault(d.cue[0].sentence, []).append(d)
    for d in drafts:
        if not d.cue or d.cue[0].tag != "VBG" or d.speaker is None:
            continue
        at, who = d.cue[0], d.speaker.start
        for o in by_sentence.get(at.sentence, ()):
            if o is not d and o.cue[0].i < at.i and any(s <= who < e for s, e in o.content) and o.end <= at.start:
                d.speaker = o.speaker
                break


def _without_inner_attitudes(sheet: Sheet, drafts: list[Draft]) -> list[Draft]:
    """What somebody is said to want or praise inside another's words is left to those words; what he said is kept.

    `Rome said that Tunis had promised talks` keeps both levels, `Rome said that it wanted talks` the outer one.
    """
    outer = sorted((s, e) for d in drafts for s, e in d.content)
    starts = [s for s, _ in outer]
    ends = list(accumulate((e for _, e in outer), max))

    def inside(draft: Draft) -> bool:
        if sheet.inside[draft.cue[0].i] >= 0:
            return True
        at = draft.cue[0].start
        k = bisect_right(starts, at)
        return k > 0 and ends[k - 1] > at

    return [d for d in drafts if not (d.class_ in _INNER or _is_nobodys(d)) or not d.cue or d.quoted or not inside(d)]


def _is_nobodys(draft: Draft) -> bool:
    """Whether a claim or report is nobody's: in `rejected claims that it lied` the rejection is the statement."""
    return draft.speaker is None and draft.rule == "noun-that"


def _draft(sheet: Sheet, t: Token, frame: Frame, prefix: str, cues: Cues, words: Words) -> Draft | None:
    runs = trim_runs(sheet, frame, t, cues.verbs, words)
    if not runs:
        return None
    if t.tag == "VB" and t.dep == "ROOT" and not any(c.dep in ("aux", "nsubj") for c in t.children):
        return None  # `Ask what you can do for your country`
    draft = draft_of(frame, t, characters(sheet, runs), words.documents)
    draft.rule = prefix + frame.name
    if draft.speaker is not None and draft.speaker.lower == "it" and t.dep == "xcomp" and t.head.child("acomp") is not None:
        draft.speaker = None  # `it is hard to say whether`
    if draft.speaker is None and frame.name in _NEEDS_SPEAKER and not (frame.speaker_known and frame.name in _PASSIVE):
        return None
    if (
        draft.speaker is not None
        and draft.speaker.lemma in words.evidence
        and "evidence" in cues.verbs.get(t.lemma, _NONE).frames
    ):
        draft.class_ = "evidence"
    return draft if _may_speak(sheet, draft, frame, words) else None


def _may_speak(sheet: Sheet, draft: Draft, frame: Frame, words: Words) -> bool:
    """Whether what stands as speaker can hold what the frame says: a plaque praises no one, `this` says nothing."""
    speaker = draft.speaker
    if speaker is None or draft.class_ == "evidence":
        return True
    if speaker.tag == "DT" and speaker.lower in words.no_speakers:
        return False
    if draft.class_ in _HELD and speaker.lower in words.anybody and sheet.inside[speaker.i] < 0:
        return False
    if frame.needs_person and not is_person(sheet.reading.cast, speaker):
        return False
    if draft.class_ in _HELD or frame.name == "object":
        praised = frame.name == "object" and draft.class_ == "attitude"
        if praised and speaker.lower == "it" and speaker.i not in sheet.reading.cast.by_token:
            return False  # `it boasts three tiers`
        return not ((speaker.tag != "WDT" and speaker.lower in words.no_speakers) or _is_thing(sheet, speaker, words))
    return True


def _is_thing(sheet: Sheet, speaker: Token, words: Words) -> bool:
    """Whether a speaker is a common noun for which the cast knows nobody, or a relative word that stands for one."""
    cast = sheet.reading.cast
    head = antecedent(speaker) if speaker.tag == "WDT" else speaker
    if head.pos != "NOUN" or head.lemma in words.documents or head.lemma in words.evidence:
        return False
    return bool(cast.entities) and not any(t.i in cast.by_token for t in (head, *parts_of_name(head)))
