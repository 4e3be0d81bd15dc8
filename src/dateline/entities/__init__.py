"""Who: persons, states, bodies and groups, from tables, titles, capitals and grammar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.entities.casting import Casting, start_casting
from dateline.entities.dictionary import add_dictionaries
from dateline.entities.finish import finish_cast
from dateline.entities.groups import cast_pair
from dateline.entities.knowledge import Knowledge, load_knowledge
from dateline.entities.names import scan_words
from dateline.entities.nominals import cast_age, cast_nominal
from dateline.entities.people import cast_person
from dateline.entities.persons import find_persons
from dateline.entities.pronouns import cast_pronoun
from dateline.entities.speakers import cast_speakers
from dateline.entities.states import cast_name, cast_unknown
from dateline.lexicon import Tables
from dateline.record import Cast, Reading


def build(tables: Tables, *, actors: Sequence[str | Path] = ()) -> Callable[[Reading], Cast]:
    """Compiles the room's tables, and PETRARCH actor dictionaries where given.

    Call the result with a reading that has tokens and sentences.  Raises TableError for a bad row.
    """
    know = load_knowledge(tables)
    if actors:
        add_dictionaries(know, tables, actors)

    def find(reading: Reading) -> Cast:
        return find_cast(reading, know)

    return find


def find_cast(reading: Reading, know: Knowledge) -> Cast:
    """The entities of one article: names first, then all else left to right, so that words may take up what came before."""
    c = start_casting(reading, know)
    scan_words(c)
    find_persons(c)
    pronouns = know.words["pronoun"]
    for t in c.tokens:
        _cast_token(c, t.i, pronouns)
    cast_speakers(c)
    return finish_cast(c)


def _cast_token(c: Casting, i: int, pronouns: dict[str, str]) -> None:
    if i in c.inside:
        return
    hit = c.hits[i]
    if hit is not None and hit.named.kind != "person":
        if hit.head == i:
            cast_name(c, hit)
    elif i in c.persons:
        cast_person(c, c.persons[i])
    elif i in c.in_person:
        return
    elif i in c.unknown:
        cast_unknown(c, i)
    elif i in c.nouns or i in c.titles or c.lemmas[i] in c.know.words["gathers"]:
        if not cast_pair(c, i):
            cast_nominal(c, i)
    elif c.keys[i] in pronouns:
        cast_pronoun(c, i)
    elif c.keys[i] == "old" and i > 1:
        cast_age(c, i)
    elif c.tokens[i].tag in {"NN", "NNS"} and (i in c.described or _speaks(c, i)):
        c.described.add(i)
        cast_nominal(c, i)


def _speaks(c: Casting, i: int) -> bool:
    token = c.tokens[i]
    return token.dep == "nsubj" and token.head.lemma in c.know.words["speech"]
