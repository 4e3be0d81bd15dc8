"""I, we, my, our inside quotations: the one who is quoted."""

from __future__ import annotations

from dateline.entities.casting import Casting, Draft
from dateline.record import Token

_NEAR = 12  # tokens between a quotation and the verb that attributes it


def cast_speakers(c: Casting) -> None:
    """Gives first persons inside quotation marks to the subject of the verb of saying beside the marks."""
    firsts = [t for t in c.tokens if c.know.words["pronoun"].get(c.keys[t.i], "").startswith("1")]
    if not firsts:
        return
    regions = _quotations(c)
    for t in firsts:
        region = next((r for r in regions if r[0] < t.i < r[1]), None)
        if region is not None:
            for draft in _speaker(c, region, t):
                c.mention(draft, t.i, t.i, t.i, "pronoun")


def _quotations(c: Casting) -> list[tuple[int, int]]:
    """Runs of tokens between quotation marks, none across a paragraph."""
    regions: list[tuple[int, int]] = []
    opened = -1
    block = -1
    for t in c.tokens:
        here = c.reading.sentences[t.sentence].block
        if here != block:
            if opened >= 0:  # a quotation that goes on in the next paragraph has no closing mark
                regions.append((opened, t.i))
            block, opened = here, -1
        if t.text == "“" or (t.text in {'"', "``", "''"} and opened < 0):
            opened = t.i
        elif t.text in {"”", '"', "''"} and opened >= 0:
            regions.append((opened, t.i))
            opened = -1
    return regions


def _speaker(c: Casting, region: tuple[int, int], first: Token) -> list[Draft]:
    for above in first.ancestors():
        if not region[0] < above.i < region[1]:
            found = _subject(c, above)
            if found:
                return found
    last = min(region[1] + _NEAR, len(c.tokens))
    block = c.reading.sentences[first.sentence].block
    after = range(region[1], last)
    before = range(region[0], max(region[0] - _NEAR, -1), -1)
    for i in (*after, *before):
        t = c.tokens[i]
        if c.reading.sentences[t.sentence].block == block:
            found = _subject(c, t)
            if found:
                return found
    return []


def _subject(c: Casting, verb: Token) -> list[Draft]:
    if verb.lemma not in c.know.words["speech"] or verb.pos not in {"VERB", "AUX"}:
        return []
    subject = verb.child("nsubj")
    beside = (subject.i,) if subject is not None else (verb.i - 1, verb.i + 1)
    drafts = next((c.by_token[i] for i in beside if i in c.by_token), [])
    return list(drafts) if len(drafts) == 1 and drafts[0].kind in {"person", "state", "organization"} else []
