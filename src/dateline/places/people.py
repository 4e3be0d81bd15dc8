"""Names of persons and bodies in an article, as far as given names, titles and the cast tell: they are no places."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.places.fold import fold
from dateline.places.names import is_capital
from dateline.places.words import Words
from dateline.record import Reading, Token


def find_surnames(reading: Reading, words: Words) -> frozenset[str]:
    """Folded last names of persons: after a given name or a title, before an age, or in the cast."""
    found: set[str] = set()
    tokens = reading.tokens
    for n, token in enumerate(tokens):
        if not is_capital(token) or token.tag[:3] != "NNP":
            continue
        before = tokens[n - 1] if n and tokens[n - 1].sentence == token.sentence else None
        if before is not None and _names_person(before, tokens, n, words):
            found.add(_last_of_run(tokens, n))
        elif _age_follows(tokens, n) and before is not None and is_capital(before) and before.tag[:3] == "NNP":
            found.add(fold(token.text))
    for entity in reading.cast.entities:
        if entity.kind == "person":
            found.update(fold(m.text.split()[-1]) for m in entity.mentions if m.kind == "name" and m.text.split())
    return frozenset(found - {""})


def find_bodies(reading: Reading) -> list[tuple[int, int]]:
    """Character ranges of names of persons, organisations and groups in the cast, in order."""
    found = set()
    for entity in reading.cast.entities:
        for m in entity.mentions:
            # A bare surname is left to `find_surnames`: "a Hammond resident" may be no Mr Hammond.
            named = m.kind == "name" and (
                entity.kind in {"organization", "group"} or (entity.kind == "person" and " " in m.text)
            )
            if named:
                found.add((m.start, m.end))
    return sorted(found)


def _names_person(before: Token, tokens: Sequence[Token], n: int, words: Words) -> bool:
    if fold(before.text) in words.first_names and is_capital(before) and before.tag[:3] == "NNP":
        return tokens[n].lower not in words.kinds_after
    return before.lower in words.titles and is_capital(before) and before.lower not in words.place_nouns


def _last_of_run(tokens: Sequence[Token], n: int) -> str:
    last = n
    while last + 1 < len(tokens) and last - n < 3:
        following = tokens[last + 1]
        if following.sentence != tokens[n].sentence or not is_capital(following) or following.tag[:3] != "NNP":
            break
        last += 1
    return fold(tokens[last].text)


def _age_follows(tokens: Sequence[Token], n: int) -> bool:
    """`Jo Houston, 45,`."""
    if n + 3 >= len(tokens) or tokens[n + 1].text != "," or tokens[n + 3].text not in {",", "."}:
        return False
    age = tokens[n + 2].text
    return age.isdigit() and len(age) == 2
