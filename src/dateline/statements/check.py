"""Checks the frames and cues against their own sentences: what must be found, with which spans, and what must not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dateline.lexicon import Example, RuleSource, TableError, Tables, parse_example
from dateline.record import Reading, Span, Statement
from dateline.statements.find import build_finder

PATTERN = "statements/frames.toml"
_EDGE = " \"“”'‘’«»,.;:"


def check_rules(tables: Tables, read: Callable[[Sequence[str]], Sequence[Reading]]) -> Iterator[TableError]:
    """What is wrong with the frames' sentences, by file and line.  `read` gives a parsed reading for each sentence."""
    find = build_finder(tables)
    sources = tables.rules(PATTERN)
    wanted = [
        (source, field, parse_example(text))
        for source in sources
        for field in ("yes", "no")
        for text in source.fields.get(field, ())
    ]
    readings = read([example.text for _, _, example in wanted])
    for (source, field, example), reading in zip(wanted, readings, strict=True):
        found = [s for s in find(reading) if s.rule == source.fields["id"]]
        if field == "yes":
            yield from _check_yes(source, example, found, find(reading))
        elif found:
            yield source.fault(f"'{example.text}' must not fire, but gives '{found[0].content[0].text}'", "narrow the frame")
    for source in sources:
        if not source.fields.get("means") or not (source.fields.get("yes") or source.fields.get("todo")):
            yield source.fault(f"frame '{source.fields['id']}' lacks 'means' or 'yes'", "say what it means and show it")


def _check_yes(
    source: RuleSource, example: Example, found: Sequence[Statement], others: Sequence[Statement]
) -> Iterator[TableError]:
    if not found:
        fired = ", ".join(sorted({s.rule for s in others})) or "no frame"
        yield source.fault(f"'{example.text}' must fire, but {fired} does", "mend the cue, the frame or the sentence")
        return
    want = _marked(example)
    for statement in found:
        if _spans(statement) == want:
            return
    yield source.fault(f"'{example.text}': found {_spans(found[0])}, not {want}")


def _marked(example: Example) -> dict[str, list[str]]:
    marked: dict[str, list[str]] = {"speaker": [], "cue": [], "content": []}
    for mark in example.marks:
        marked[mark.name].append(example.text[mark.start : mark.end].strip(_EDGE))
    return marked


def _spans(statement: Statement) -> dict[str, list[str]]:
    return {
        "speaker": _texts(statement.speaker_span),
        "cue": _texts(statement.cue),
        "content": [c.text.strip(_EDGE) for c in statement.content],
    }


def _texts(span: Span | None) -> list[str]:
    return [span.text.strip(_EDGE)] if span is not None else []
