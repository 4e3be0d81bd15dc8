"""Checks the event rules against their own sentences: what must fire, what must not, and every word shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dateline.events.coder import Knowledge, code_article
from dateline.events.match import Matcher
from dateline.events.rule import Rule
from dateline.events.sheet import Sheet
from dateline.lexicon import Example, RuleSource, TableError, Tables, parse_example
from dateline.record import Event, Reading, Span

PATTERN = "events/*.toml"
_TRIGGER_MARKS = {"verb", "noun", "adjective", "trigger"}


class Fired(NamedTuple):
    """A rule that held at a word, with its trigger phrase."""

    rule: str
    head: str
    phrase: tuple[str, ...]


def fired_rules(reading: Reading, known: Knowledge, *, outdone: bool = False) -> list[Fired]:
    """Every rule that won a word of a reading, those that only pass on or keep others out among them.

    With `outdone` also those whose conditions hold but that a more telling rule outdid.
    """
    matcher = Matcher(known.index, Sheet(reading, known.words))
    for token in reading.tokens:
        matcher.match(token)
    won = matcher.held if outdone else matcher.fired.values()
    return [Fired(rule.id, trigger.head, trigger.others) for trigger, rule in won]


def check_rules(tables: Tables, read: Callable[[Sequence[str]], Sequence[Reading]]) -> Iterator[TableError]:
    """What is wrong with the rules' sentences, by file and line.  `read` gives a reading for each sentence."""
    known = Knowledge.load(tables)
    compiled = {r.id: r for r in known.index.rules}
    sources = tables.rules(PATTERN)
    wanted = [
        (s, field, parse_example(text))
        for s in sources
        for field in ("yes", "outdone", "no")
        for text in s.fields.get(field, ())
    ]
    readings = read([example.text for _, _, example in wanted])
    shown: dict[str, set[tuple[str, tuple[str, ...]]]] = {}
    for (source, field, example), reading in zip(wanted, readings, strict=True):
        fired = fired_rules(reading, known, outdone=field == "outdone")
        own = [f for f in fired if f.rule == source.fields["id"]]
        rule = compiled[source.fields["id"]]
        if field == "no":
            if own and (not rule.gives.type or any(e.rule == rule.id for e in code_article(reading, known).events)):
                yield source.fault(f"'{example.text}' must not fire, but does at '{own[0].head}'", "narrow the rule")
            continue
        shown.setdefault(source.fields["id"], set()).update((f.head, f.phrase) for f in own)
        if field == "outdone":
            if not own:
                yield source.fault(f"'{example.text}' must fit, but does not", "mend the rule or the sentence")
            continue
        yield from _check_yes(source, rule, example, reading, fired, own, known)
    for source in sources:
        yield from _check_shape(source, compiled[source.fields["id"]], shown.get(source.fields["id"], set()))


def _check_yes(
    source: RuleSource,
    rule: Rule,
    example: Example,
    reading: Reading,
    fired: list[Fired],
    own: list[Fired],
    known: Knowledge,
) -> Iterator[TableError]:
    if not own:
        others = ", ".join(sorted({f.rule for f in fired})) or "no rule"
        yield source.fault(f"'{example.text}' must fire, but {others} does", "mend the rule or the sentence")
        return
    if not rule.gives.type:
        return
    events = [e for e in code_article(reading, known).events if e.rule == rule.id]
    if not events:
        yield source.fault(f"'{example.text}' fires, but makes no event", "mend the rule or the sentence")
        return
    for mark in example.marks:
        span = Span.of(example.text, mark.start, mark.end)
        if not any(_bare(s) == _bare(span) for e in events for s in _spans(e, mark.name)):
            found = sorted({s.text for e in events for s in _spans(e, mark.name)})
            yield source.fault(f"'{example.text}': {mark.name} is {found or 'nothing'}, not '{span.text}'")


def _spans(event: Event, name: str) -> tuple[Span, ...]:
    if name in _TRIGGER_MARKS:
        return (event.trigger,)
    return event.actor_spans if name == "actor" else event.recipient_spans


def _bare(span: Span) -> tuple[int, int]:
    """A span without the article it opens with."""
    for article in ("the ", "a ", "an "):
        if span.text.lower().startswith(article):
            return span.start + len(article), span.end
    return span.start, span.end


def _check_shape(source: RuleSource, rule: Rule, shown: set[tuple[str, tuple[str, ...]]]) -> Iterator[TableError]:
    f = source.fields
    for field in ("means", "yes", "no"):
        if not f.get(field) and not (field == "yes" and f.get("outdone")):
            yield source.fault(
                f"rule '{rule.id}' has no '{field}'", "say what it means; give sentences it must and must not hit"
            )
    missing = [" ".join((t.head, *t.others)) for t in rule.triggers if (t.head, t.others) not in shown]
    if missing:
        yield source.fault(f"no `yes` of '{rule.id}' shows: {', '.join(missing)}", "add a sentence for each")
