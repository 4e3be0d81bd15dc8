"""The sheet of this room: what is known of an article's actors while they are being found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.entities.knowledge import Knowledge
from dateline.entities.named import Named, Noun, Title
from dateline.entities.spelling import fold
from dateline.record import Reading, Token
from dateline.record.entity import EntityKind, MentionKind

# How readily a pronoun takes up a mention, by its place in the clause; only the order matters.
_WEIGHTS = {
    "nsubj": 30, "nsubjpass": 28, "agent": 15, "dobj": 14, "dative": 14, "conj": 12, "poss": 10, "attr": 8, "pobj": 6,
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Draft:
    """An entity that is still growing."""

    name: str
    kind: EntityKind
    country: str | None = None
    sector: str | None = None
    others: list[str] = field(default_factory=list)
    role: str | None = None
    why: list[str] = field(default_factory=list)
    gender: str = ""
    plural: bool = False
    roles: set[str] = field(default_factory=set)  # titles the article gives, folded
    head: str = ""  # lemma of the describing noun, for "the troops" after "Burmese troops"
    former: bool = False
    named: bool = False  # a person whose name the article gives
    definite: bool = False  # described with "the"
    foreign: bool = False  # described as from abroad: the ground does not tell the country
    mentions: list[tuple[int, int, MentionKind]] = field(default_factory=list)  # first token, last token


@dataclass(slots=True)
class NameHit:
    """A table's name in the text: tokens `first` to `end` (exclusive), the row chosen, and the token it hangs by."""

    first: int
    end: int
    named: Named
    head: int


class TitleHit(NamedTuple):
    """A title in the text, tokens `first` to `end` (exclusive)."""

    first: int
    end: int
    title: Title


class NounHit(NamedTuple):
    """An actor noun in the text, tokens `first` to `end` (exclusive)."""

    first: int
    end: int
    noun: Noun


@dataclass(slots=True)
class PersonHit:
    """A personal name in the text; `who` is the same for all names of one person."""

    first: int
    end: int
    head: int
    who: str
    title: tuple[int, int] | None = None  # first and head token of the title before it
    more: tuple[int, ...] = ()  # head tokens of titles before that title


@dataclass(slots=True, frozen=True)
class Seen:
    """Somebody was mentioned: what pronouns and descriptions after it choose from."""

    head: int
    sentence: int
    drafts: tuple[Draft, ...]
    weight: int  # of the place in the clause: subjects are taken up more often than objects


@dataclass(slots=True)
class Casting:
    """Everything the room's steps hand on to each other."""

    reading: Reading
    know: Knowledge
    tokens: Sequence[Token]
    keys: list[str]  # folded words
    lemmas: list[str]  # the same, plural nouns as singular
    day: str  # the published date, or empty
    hits: list[NameHit | None] = field(default_factory=list)  # by token, for each token of the name
    persons: dict[int, PersonHit] = field(default_factory=dict)  # by head token
    in_person: dict[int, PersonHit] = field(default_factory=dict)  # by every token of the name
    unknown: dict[int, tuple[int, int, str | None]] = field(default_factory=dict)  # by head: other names, with a sector
    titles: dict[int, TitleHit] = field(default_factory=dict)  # by head token: "secretary" of "secretary of state"
    title_ends: dict[int, int] = field(default_factory=dict)  # last token of a title: its head
    in_title: set[int] = field(default_factory=set)
    nouns: dict[int, NounHit] = field(default_factory=dict)  # by head token
    described: set[int] = field(default_factory=set)  # nouns with a state's or body's name before them, subjects of speech
    used_titles: set[int] = field(default_factory=set)  # head tokens of titles that stand before a name
    inside: set[int] = field(default_factory=set)  # tokens of a body's name after its head: no actors of their own
    small: set[str] = field(default_factory=set)  # words that the article writes small somewhere
    countries: Counter[str] = field(default_factory=Counter)  # how often the article names each
    shared: dict[str, Draft] = field(default_factory=dict)  # whose "the Supreme Court" is in this article, by the row's name
    drafts: list[Draft] = field(default_factory=list)
    by_key: dict[str, Draft] = field(default_factory=dict)
    by_token: dict[int, list[Draft]] = field(default_factory=dict)
    by_modifier: dict[int, list[Draft]] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)

    def draft(self, key: str, name: str, kind: EntityKind) -> Draft:
        """The entity filed under a key, made where there is none yet."""
        found = self.by_key.get(key)
        if found is None:
            found = self.by_key[key] = Draft(name, kind)
            self.drafts.append(found)
        return found

    def mention(self, draft: Draft, first: int, last: int, head: int, kind: MentionKind) -> None:
        """Notes that tokens `first` to `last` (inclusive), which hang by `head`, stand for an entity."""
        own = self.by_token.setdefault(head, [])
        if draft in own:
            return
        own.append(draft)
        draft.mentions.append((first, last, kind))
        token = self.tokens[head]
        if len(own) > 1:
            self.seen.pop()
        self.seen.append(Seen(head, token.sentence, tuple(own), _WEIGHTS.get(token.dep, 0)))

    def modify(self, draft: Draft, first: int, last: int) -> None:
        """Notes that a name stands before a noun, as adjectives do."""
        own = self.by_modifier.setdefault(last, [])
        if draft not in own:
            own.append(draft)
            draft.mentions.append((first, last, "name"))


def start_casting(reading: Reading, know: Knowledge) -> Casting:
    """The sheet with its words folded."""
    tokens = reading.tokens
    keys: list[str] = []
    known: dict[str, str] = {}
    for t in tokens:
        low = t.lower
        key = known.get(low)
        if key is None:
            key = known[low] = fold(low)
        keys.append(key)
    nouns = know.nouns.singles()
    lemmas = [
        _singular(t, k) if t.tag in {"NNS", "NNPS"} and k not in nouns else k for t, k in zip(tokens, keys, strict=True)
    ]
    published = reading.article.published
    day = published.value[:10] if published else ""
    return Casting(reading, know, tokens, keys, lemmas, day, hits=[None] * len(tokens))


def _singular(token: Token, key: str) -> str:
    if token.tag == "NNS":
        return fold(token.lemma)
    if key.endswith("ies"):
        return key[:-3] + "y"
    return key[:-1] if key.endswith("s") and not key.endswith("ss") else key
