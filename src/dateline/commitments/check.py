"""Checks the commitment rules against their own sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dateline.lexicon import Mark, TableError, Tables, parse_example
from dateline.record import Commitment, Reading, Span


def check_rules(tables: Tables, read: Callable[[Sequence[str]], Sequence[Reading]]) -> Iterator[TableError]:
    """What is wrong with the rules' sentences, by file and line.  `read` gives a full reading for each sentence."""
    sources = tables.rules("commitments/*.toml")
    wanted = [(s, f, parse_example(text)) for s in sources for f in ("yes", "no") for text in s.fields.get(f, ())]
    readings = read([example.text for _, _, example in wanted])
    for (source, field, example), reading in zip(wanted, readings, strict=True):
        own = [c for c in reading.commitments if c.rule == source.fields["id"]]
        if field == "no" and own:
            yield source.fault(f"'{example.text}' must not fire, but does ('{own[0].action.text}')", "narrow the rule")
        elif field == "yes" and not source.fields.get("gives"):
            if reading.commitments:
                yield source.fault(
                    f"'{example.text}' must give nothing, but '{reading.commitments[0].rule}' fires", "mend it"
                )
        elif field == "yes" and not own:
            others = ", ".join(sorted({c.rule for c in reading.commitments})) or "no rule"
            yield source.fault(f"'{example.text}' must fire, but {others} does", "mend the rule or the sentence")
        elif field == "yes":
            for mark in example.marks:
                if not any(_shows(c, mark, example.text, reading) for c in own):
                    text = example.text[mark.start : mark.end]
                    yield source.fault(f"'{example.text}': {mark.name} is not '{text}' in {own[0]}", "mend rule or mark")
    for source in sources:
        for field in ("means", "yes", "no"):
            if not source.fields.get(field):
                yield source.fault(f"rule '{source.fields['id']}' has no '{field}'", "add it")


def _shows(commitment: Commitment, mark: Mark, text: str, reading: Reading) -> bool:
    span = Span.of(text, mark.start, mark.end)
    if mark.name == "action":
        return commitment.action == span
    if mark.name == "due":
        return commitment.due is not None and any(t.id == commitment.due and t.start >= span.start for t in reading.times)
    if mark.name == "condition":
        return commitment.condition == span
    ids = commitment.by if mark.name == "by" else commitment.to
    mentions = [m for i in ids for m in reading.cast.get(i).mentions]
    return any(m.start < span.end and span.start < m.end for m in mentions)
