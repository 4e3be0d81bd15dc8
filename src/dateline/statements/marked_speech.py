"""Speech that print marks without a verb: `PUTIN: We agreed.`, `Putin: talks go on`, `Talks go on - Kremlin`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.record import Token
from dateline.statements.draft import Draft
from dateline.statements.sheet import Sheet

_LONGEST_NAME = 6  # words before a colon or after a dash
_SHORTEST_TURN = 3  # words of a turn
_ASKED = ("Q", "A")


def read_marked_speech(sheet: Sheet) -> Iterator[Draft]:
    """Turns of a script, and headlines that name their speaker before a colon or after a dash.

    A single paragraph that opens with capitals and a colon (`UPDATE: ...`) is a turn only where a known person is named.
    """
    shouted: list[Draft] = []
    called: list[tuple[str, Draft]] = []
    for first, last in _blocks(sheet):
        heading = sheet.reading.blocks[sheet.blocks[first]].kind == "heading"
        colon = _colon(sheet, first, last)
        if colon is not None:
            name = sheet.tokens[first:colon]
            turn = _turn(sheet, first, colon, last)
            if _is_shouted(name) or (heading and _is_name(name)):
                shouted.append(turn)
            elif all(t.text[0].isupper() or t.pos in ("ADP", "DET", "PUNCT") for t in name):
                called.append((" ".join(t.text for t in name), turn))
        if heading:
            yield from _after_dash(sheet, first, last)
    yield from (t for t in shouted if len(shouted) > 1 or _is_person(sheet, t.speaker))
    if _is_dialogue([name for name, _ in called]):
        yield from (t for _, t in called)


def _is_dialogue(names: Sequence[str]) -> bool:
    """Whether names before colons take turns: one comes again after another, or a question has its answer."""
    if set(names) == set(_ASKED):
        return True
    return any(a == c != b for a, b, c in zip(names, names[1:], names[2:], strict=False))


def _is_person(sheet: Sheet, speaker: Token | None) -> bool:
    cast = sheet.reading.cast
    return speaker is not None and any(cast.get(i).kind == "person" for i in cast.by_token.get(speaker.i, ()))


def _blocks(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """First and last token of each block."""
    start = 0
    for s in sheet.reading.sentences:
        if s.first != start and s.block != sheet.blocks[start]:
            yield start, s.first - 1
            start = s.first
    if sheet.tokens:
        yield start, len(sheet.tokens) - 1


def _colon(sheet: Sheet, first: int, last: int) -> int | None:
    """The colon behind a short label that opens a block, with words enough after it and no quotation mark."""
    tokens = sheet.tokens
    for k in range(first + 1, min(first + _LONGEST_NAME + 1, last - _SHORTEST_TURN + 1)):
        if tokens[k].text == ":":
            return k if sheet.inside[k + 1] < 0 else None
    return None


def _turn(sheet: Sheet, first: int, colon: int, last: int) -> Draft:
    tokens = sheet.tokens
    run = (tokens[colon + 1].start, tokens[last].end)
    why = "a name and a colon open the paragraph"
    draft = Draft("script-turn", "speech", [run], [], _head(tokens[first:colon]), why=why)
    draft.mention = (first, colon - 1)
    return draft


def _is_shouted(name: Sequence[Token]) -> bool:
    return len(name[0].text) > 1 and all(t.text.isupper() or not t.text[0].isalpha() for t in name)


def _after_dash(sheet: Sheet, first: int, last: int) -> Iterator[Draft]:
    tokens = sheet.tokens
    for k in range(last - 1, max(first + _SHORTEST_TURN, last - _LONGEST_NAME), -1):
        if sheet.is_dash(k):
            name = tokens[k + 1 : last + 1]
            if _is_name(name) and any(t.pos in ("VERB", "AUX", "PART") for t in tokens[first:k]):
                run = (tokens[first].start, tokens[k - 1].end)
                draft = Draft(
                    "headline-dash", "speech", [run], [], _head(name), why="a name after a dash closes the headline"
                )
                draft.mention = (k + 1, last)
                yield draft
            return


def _is_name(words: Sequence[Token]) -> bool:
    return all(t.text[:1].isupper() or t.pos in ("ADP", "DET", "PUNCT") for t in words) and any(
        t.tag == "NNP" for t in words
    )


def _head(words: Sequence[Token]) -> Token:
    """The word of a name that the others hang on: the first whose head lies outside, or the last."""
    inside = {t.i for t in words}
    nouns = [t for t in words if t.pos in ("PROPN", "NOUN")]
    return next((t for t in nouns if t.head.i not in inside or t.head is t), nouns[-1] if nouns else words[-1])
