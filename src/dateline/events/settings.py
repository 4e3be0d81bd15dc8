"""Where and when: the event's place and time by grammar, then by the sentence, then by the paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from dateline.events.sheet import Sheet
from dateline.record import Place, Span, Time, Token
from dateline.record.edtf import bounds

_LOOSE = "time in its paragraph"
_YEAR = 366  # days


class Setting(NamedTuple):
    """Ids of place and time, and how they were found."""

    place: str | None
    time: str | None
    why: str
    long_ago: bool = False  # the time lies more than a year before the day of publication


class Settings:
    """Places and times of one article by sentence, made once."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        reading = sheet.reading
        starts = [s.start for s in reading.sentences]
        self._times: dict[int, list[Time]] = {}
        self._places: dict[int, list[tuple[int, Place]]] = {}
        for time in reading.times:
            self._times.setdefault(_sentence_at(starts, time.start), []).append(time)
        for place in reading.places:
            for mention in place.mentions:
                self._places.setdefault(_sentence_at(starts, mention.start), []).append((mention.start, place))
        self._token_at = {t.start: t for t in sheet.tokens}

    def find(self, anchor: Token, trigger: Token, taken: Sequence[Span]) -> Setting:
        """The setting of an event told by `trigger`, carried by `anchor`; spans `taken` are parties, no places."""
        place, place_why = self._place(anchor, taken)
        time, time_why = self._time(anchor, trigger)
        why = "; ".join(w for w in (place_why, time_why) if w)
        return Setting(place, time, why, time is not None and time_why != _LOOSE and self._is_long_ago(time))

    def _is_long_ago(self, time_id: str) -> bool:
        reading = self._sheet.reading
        published = reading.article.published
        told = bounds(reading.times[int(time_id[1:]) - 1].value)
        now = bounds(published.value) if published else None
        return told is not None and now is not None and (now[0] - told[1]).days > _YEAR

    def _time(self, anchor: Token, trigger: Token) -> tuple[str | None, str]:
        own = [t for t in self._times.get(anchor.sentence, []) if self._tells_when(t, anchor, trigger)]
        tokens = self._sheet.tokens
        low, high = tokens[anchor.left].start, tokens[anchor.right].end
        under = [t for t in own if low <= t.start < high and self._clause_of(t.start) == _clause(anchor)]
        if under:
            return _nearest(under, anchor).id, "time in its clause"
        if own:
            return _nearest(own, anchor).id, "time in its sentence"
        reading = self._sheet.reading
        block = reading.sentences[anchor.sentence].block
        for number in range(anchor.sentence - 1, max(-1, anchor.sentence - 3), -1):
            if reading.sentences[number].block != block:
                break
            told = self._times.get(number, [])
            if len(told) == 1:
                return (told[0].id, _LOOSE) if self._tells_when(told[0], anchor, trigger) else (None, "")
        return None, ""

    def _clause_of(self, start: int) -> int | None:
        token = self._token_at.get(start)
        return _clause(token) if token is not None else None

    def _tells_when(self, time: Time, anchor: Token, trigger: Token) -> bool:
        """Whether a time stands with a verb or the event itself: "the 2002 race", "the January talks" date another thing."""
        token = self._token_at.get(time.start)
        if token is None:
            return True
        while token.head is not token and time.start <= token.head.start < time.end:
            token = token.head
        if token.dep in {"compound", "amod", "nmod", "poss", "nummod"}:
            return token.head.i in {anchor.i, trigger.i}
        if token.dep == "pobj":
            governor = token.head.head
            if (
                governor.pos not in {"VERB", "AUX", "ADP", "ADV"}
                and governor.i not in {anchor.i, trigger.i}
                and governor.dep not in _OF_A_VERB
            ):
                return False
        return self._tells_of(token, anchor) or token.sentence != anchor.sentence

    def _tells_of(self, token: Token, anchor: Token) -> bool:
        """Whether the clause a word stands in also tells of the event, not of what somebody in it once did or said."""
        numbers = {anchor.i, *(a.i for a in anchor.ancestors())}
        verb = self._sheet.tokens[_clause(token)]
        for _ in range(6):
            if verb.i in numbers:
                return True
            if verb.dep not in {"advcl", "conj", "prep"}:
                return False
            verb = self._sheet.tokens[_clause(verb.head)]
        return False

    def _place(self, anchor: Token, taken: Sequence[Span]) -> tuple[str | None, str]:
        own = [
            (start, p)
            for start, p in self._places.get(anchor.sentence, [])
            if not any(s.start <= start < s.end for s in taken) and self._is_setting(start, anchor)
        ]
        if not own:
            return None, ""
        tokens = self._sheet.tokens
        low, high = tokens[anchor.left].start, tokens[anchor.right].end
        under = [(s, p) for s, p in own if low <= s < high and self._clause_of(s) == _clause(anchor)]
        own = [(s, p) for s, p in own if self._is_scene(s, anchor)]
        under = under or own
        if not under:
            return None, ""
        after = [(s, p) for s, p in under if s > anchor.start]
        _, place = min(after or under, key=lambda x: (_fineness(x[1]), abs(x[0] - anchor.start)))
        return place.id, "place in its clause" if under is not own else "place in its sentence"

    def _is_setting(self, start: int, anchor: Token) -> bool:
        """Whether a place stands after "in", "at", "near" of a verb or of the event itself, not of another noun.

        "They discussed the developments in Aleppo": nobody says that they did so in Aleppo.
        """
        token = self._token_at.get(start)
        while token is not None and token.dep in {"compound", "amod", "nmod", "conj", "appos", "poss"}:
            token = token.head
        if token is None or token.dep != "pobj":
            return False
        preposition = token.head
        if preposition.lower == "of":  # "in the city of Nagato"
            preposition = preposition.head.head
        governor = preposition.head
        own = governor.pos in {"VERB", "AUX"} or governor.i == anchor.i or governor.head.i == anchor.i
        return own and preposition.lower in self._sheet.words.place_prepositions

    def _is_scene(self, start: int, anchor: Token) -> bool:
        """Whether a place of another clause can be the event's: it lies there, nothing goes to or from it."""
        token = self._token_at[start]
        preposition = next((a for a in token.ancestors() if a.pos == "ADP" and a.lower != "of"), None)
        static = preposition is not None and preposition.lower in self._sheet.words.static_prepositions
        return static and self._tells_of(token, anchor)


_OF_A_VERB = {"attr", "npadvmod", "nsubj", "nsubjpass"}
_FINE = {"feature": 0, "city": 0, "region": 1, "country": 2}


def _fineness(place: Place) -> int:
    return _FINE[place.resolution]


def _nearest(times: list[Time], anchor: Token) -> Time:
    return min(times, key=lambda t: (abs(t.start - anchor.start), t.start))


def _clause(token: Token) -> int:
    """Number of the verb whose clause the token stands in."""
    if token.pos in {"VERB", "AUX"} and token.dep not in {"aux", "auxpass"}:
        return token.i
    for above in token.ancestors():
        if above.pos in {"VERB", "AUX"}:
            return above.i
    return token.i


def _sentence_at(starts: list[int], start: int) -> int:
    return max(0, bisect_right(starts, start) - 1)
