"""Drafts into statements: spans, kind, and the entities behind the words."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.record import Cast, Entity, Span, Statement, Token
from dateline.record.statement import StatementKind
from dateline.statements.cues import Words
from dateline.statements.draft import Draft
from dateline.statements.sheet import Sheet
from dateline.statements.speakers import antecedent, mention_run, parts_of_name

_HELPERS = frozenset({"aux", "auxpass", "neg", "advmod"})
_RELATIVE = frozenset({"WP", "WDT"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def finish_statements(sheet: Sheet, drafts: list[Draft], words: Words) -> tuple[Statement, ...]:
    """The statements of drafts that are in order, numbered."""
    speakers = [_of_two(sheet, d.speaker, words) or _entity(sheet, d.speaker) for d in drafts]
    known = {i: one for d, i in zip(drafts, speakers, strict=True) if (one := _one_of_country(sheet, d.speaker, i, words))}
    speakers = [known.get(i or "", i) for i in speakers]
    _give_first_persons(sheet, drafts, speakers, words)
    return tuple(
        _statement(sheet, d, n, speaker, words) for n, (d, speaker) in enumerate(zip(drafts, speakers, strict=True), 1)
    )


def _give_first_persons(sheet: Sheet, drafts: list[Draft], speakers: list[str | None], words: Words) -> None:
    """`I` inside a quotation is whoever is quoted."""
    quoted: dict[int, str | None] = {}
    for d, speaker in zip(drafts, speakers, strict=True):
        if d.quoted:
            for start, end in d.content:
                for q in sheet.quotations_in(start, end):
                    quoted.setdefault(q.start, speaker)
    for n, d in enumerate(drafts):
        if d.speaker is not None and d.speaker.lower in words.first_person:
            own = sheet.quotation_of(d.speaker)
            speakers[n] = quoted.get(own.start) if own is not None else None


def _entity(sheet: Sheet, speaker: Token | None) -> str | None:
    """The entity a mention stands for; none where several are named or none is known."""
    if speaker is None:
        return None
    head = antecedent(speaker) if speaker.tag in _RELATIVE or speaker.lower == "that" else speaker
    if any(c.dep == "conj" and c.pos in _NOUNS for c in head.children):
        return None
    cast = sheet.reading.cast
    found: tuple[str, ...] = ()
    for t in (head, *parts_of_name(head), *_after_place(head, cast)):
        ids = cast.by_token.get(t.i, ())
        if len(ids) == 1 and _is_named_person(cast.get(ids[0])):
            return ids[0]
        found = found or ids
    return found[0] if len(found) == 1 else None


def _after_place(head: Token, cast: Cast) -> Iterator[Token]:
    """A name that the parser hung on the place in a title: `the archbishop of Gulu, Joseph | Okello`."""
    if head.pos == "NOUN":
        for of in head.children:
            place = of.child("pobj") if of.dep == "prep" and of.lower == "of" else None
            if place is None or place.pos != "PROPN":
                continue
            if not any(cast.get(i).kind == "person" for i in cast.by_token.get(place.i, ())):
                yield from (c for c in place.children if c.dep == "appos" and c.i > place.i)


def _of_two(sheet: Sheet, speaker: Token | None, words: Words) -> str | None:
    """`The former`, `the latter`: of the two persons, or else parties, that the sentence before names."""
    if speaker is None or speaker.lower not in words.of_two or speaker.child("det") is None:
        return None
    reading = sheet.reading
    cast = reading.cast
    for number in (speaker.sentence - 1, speaker.sentence):
        if number < 0 or reading.sentences[number].block != reading.sentences[speaker.sentence].block:
            continue
        first, last = reading.sentences[number].first, reading.sentences[number].last
        ids = [i for k in range(first, min(last, speaker.i)) for i in cast.by_token.get(k, ())]
        named = list(dict.fromkeys(i for i in ids if cast.get(i).name[:1].isupper()))
        for two in ([i for i in named if cast.get(i).kind == "person"], named):
            if len(two) == 2:
                return two[words.of_two.index(speaker.lower)]
    return None


def _one_of_country(sheet: Sheet, speaker: Token | None, found: str | None, words: Words) -> str | None:
    """`The Pole`, `the Egyptian minister`: the only named person of that country before it, where the office fits."""
    if speaker is None or found is None or speaker.tag in ("NNS", "NNPS") or speaker.child("det") is None:
        return None
    cast = sheet.reading.cast
    nominal = cast.get(found)
    if nominal.country is None or nominal.kind not in ("person", "group") or _is_named(nominal):
        return None
    before = [
        e
        for e in cast.entities
        if e.kind == "person" and e.country == nominal.country and _is_named(e) and e.mentions[0].start < speaker.start
    ]
    if len(before) != 1:
        return None
    role = (before[0].role or "").split()
    fits = nominal.role is None or not role or role[-1] in words.relations or role[-1] == nominal.role.split()[-1]
    return before[0].id if fits and (nominal.role is not None or speaker.text[:1].isupper()) else None


def _is_named(entity: Entity) -> bool:
    return any(m.kind == "name" for m in entity.mentions)


def _is_named_person(entity: Entity) -> bool:
    return entity.kind == "person" and _is_named(entity)


def _statement(sheet: Sheet, draft: Draft, number: int, speaker: str | None, words: Words) -> Statement:
    reading = sheet.reading
    kind = _kind(sheet, draft.content)
    addressee = _entity(sheet, draft.addressee)
    return Statement(
        id=f"s{number}",
        kind=kind,
        class_=draft.class_,
        content=tuple(reading.span(s, e) for s, e in draft.content),
        speaker=speaker,
        speaker_span=_mention_span(sheet, draft, words),
        cue=_cue_span(sheet, draft),
        addressee=None if addressee == speaker else addressee,
        rule=_rule(draft, kind),
        why=draft.why,
    )


def _mention_span(sheet: Sheet, draft: Draft, words: Words) -> Span | None:
    if draft.speaker is None:
        return None
    tokens = sheet.tokens
    first, last = draft.mention or mention_run(draft.speaker)
    if last > first + 1 and tokens[last].lower in words.days:  # `the envoy on Sunday | urged restraint`
        last -= 2 if tokens[last - 1].lower == "on" else 1
    while last > first and tokens[last].pos == "PUNCT" and tokens[last].text != ")":
        number = sheet.inside[last]
        if number >= 0 and sheet.first_token[number] > first:  # `the group "Mothers of the Square"`
            break
        last -= 1
    while first < last and not tokens[first].text[0].isalnum():
        first += 1
    return sheet.reading.span_of(tokens[first], tokens[last])


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
        for q in sheet.quotations_in(start, end):
            quoted += max(0, min(end, q.end) - max(start, q.start))
    if quoted == 0:
        return "indirect"
    return "direct" if total - quoted <= 2 else "mixed"
