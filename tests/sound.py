"""A sound record with every field filled, made by hand, for tests of what holds, writes and shows records."""

from __future__ import annotations

from dateline.record import (
    Act,
    Article,
    Commitment,
    ContestedName,
    Dateline,
    Dispute,
    Entity,
    Event,
    MadeBy,
    Mention,
    Place,
    Published,
    Record,
    Section,
    Size,
    Span,
    Statement,
    Time,
)

TEXT = (
    "Talks in London\n\n"
    "Argentina's foreign minister, Susana Malcorra, arrived in London on Tuesday.\n\n"
    "“We want flights,” she said, “and we want them soon.” She promised to withdraw the complaint over the Falkland "
    "Islands, which Argentina calls the Malvinas, if flights to Stanley resume in 2017.\n"
)


def span(words: str, nth: int = 1) -> Span:
    """The span of the nth time the words stand in the text."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span.of(TEXT, start, start + len(words))


def mention(words: str, kind: str = "name", nth: int = 1) -> Mention:
    found = span(words, nth)
    return Mention(found.start, found.end, found.text, kind)  # type: ignore[arg-type]


def time(id: str, value: str, words: str) -> Time:
    found = span(words)
    return Time(id=id, value=value, start=found.start, end=found.end, text=found.text, why="counted from 2016-12-16")


def _sentences() -> tuple[tuple[int, int], ...]:
    starts = ("Talks in", "Argentina's", "“We", "She promised")
    ends = ("in London", "Tuesday.", "soon.”", "2017.")
    return tuple((span(a).start, span(b).end) for a, b in zip(starts, ends, strict=True))


ARTICLE = Article(
    text=TEXT,
    title="Talks in London",
    site="The Example",
    byline=("A. Writer",),
    url="https://example.org/talks",
    language="en",
    published=Published(value="2016-12-16", from_="inferred", why="'Tuesday' has passed"),
    dateline=Dateline(place="LONDON", agency="Reuters", date="Dec 16"),
    sections=(Section(heading="Talks in London", start=0, end=len(TEXT)),),
    keywords=("Falkland Islands", "flights"),
    related=("Islanders vote",),
)

ENTITIES = (
    Entity(
        id="n1",
        name="Susana Malcorra",
        kind="person",
        country="ARG",
        sector="GOV",
        role="foreign minister",
        mentions=(mention("foreign minister", "nominal"), mention("Susana Malcorra"), mention("she", "pronoun")),
        why="people/americas.tsv",
    ),
    Entity(id="n2", name="Argentina", kind="state", country="ARG", mentions=(mention("Argentina"),), why="states.tsv"),
    Entity(id="n3", name="United Kingdom", kind="state", country="GBR", mentions=(mention("London", nth=2),), why="seat"),
)

PLACES = (
    Place(
        id="p1",
        name="London",
        resolution="city",
        country="GBR",
        admin1="England",
        lat=51.51,
        lon=-0.13,
        geonames=2643743,
        mentions=(mention("London", nth=2),),
        why="the largest of that name",
    ),
    Place(id="p2", name="Falkland Islands", resolution="region", country="FLK", mentions=(mention("Falkland Islands"),)),
    Place(id="p3", name="Stanley", resolution="city", country="FLK", lat=-51.7, lon=-57.85, mentions=(mention("Stanley"),)),
)

EVENTS = (
    Event(
        id="e1",
        type="CONSULT",
        mode="visit",
        contexts=("diplomatic",),
        cameo="042",
        quad=1,
        score=4.0,
        actor=("n1",),
        recipient=("n3",),
        place="p1",
        time="t1",
        trigger=span("arrived"),
        actor_spans=(span("Argentina's foreign minister, Susana Malcorra"),),
        recipient_spans=(span("London", 2),),
        sentence=1,
        rule="consult-visit-travel",
        why="'arrived' with a traveller who speaks for a state",
    ),
    Event(
        id="e2",
        type="AGREE",
        quad=1,
        score=2.5,
        status="future",
        act=Act("RETREAT", "withdraw"),
        actor=("n1",),
        trigger=span("promised"),
        sentence=3,
        salience="side",
        claimed_by="s1",
        size=Size(participants=2),
        rule="agree-promise",
        why="'promised to'",
    ),
)

STATEMENTS = (
    Statement(
        id="s1",
        kind="direct",
        class_="speech",
        content=(span("We want flights,"), span("and we want them soon.")),
        speaker="n1",
        speaker_span=span("she"),
        cue=span("said"),
        addressee="n3",
        rule="quote-cue-inside",
        why="the cue stands between the two halves",
    ),
    Statement(
        id="s2",
        kind="indirect",
        class_="attitude",
        content=(span("to withdraw the complaint"),),
        speaker="n1",
        rule="praise",
    ),
)

COMMITMENTS = (
    Commitment(
        id="c1",
        kind="promise",
        by=("n1",),
        to=("n3",),
        action=span("withdraw the complaint"),
        due="t2",
        condition=span("if flights to Stanley resume in 2017"),
        event="e2",
        statement="s2",
        told=(span("promised to withdraw"),),
        rule="promise-to",
        why="'promised to'",
    ),
)

DISPUTES = (
    Dispute(
        place="p2",
        names=(
            ContestedName(by=None, name="Falkland Islands", span=span("Falkland Islands")),
            ContestedName(by="n2", name="Malvinas", span=span("Malvinas")),
        ),
        parts=("p3",),
        rule="which-calls",
        why="'which Argentina calls'",
    ),
)

RECORD = Record(
    id="a1",
    article=ARTICLE,
    sentences=_sentences(),
    entities=ENTITIES,
    places=PLACES,
    times=(time("t1", "2016-12-13", "Tuesday"), time("t2", "2017", "2017")),
    events=EVENTS,
    statements=STATEMENTS,
    commitments=COMMITMENTS,
    disputes=DISPUTES,
    made_by=MadeBy(dateline="0.1.0", model="en_core_web_sm 3.8.0", tables="0123456789abcdef"),
)
