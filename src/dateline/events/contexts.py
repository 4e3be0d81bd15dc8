"""PLOVER's contexts: what an event is about, from the words of its sentence and from its type."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dateline.events.phrases import Phrases
from dateline.events.sheet import Sheet
from dateline.lexicon import Tables
from dateline.record import Sentence


class ContextWords(msgspec.Struct, frozen=True):
    """What contexts words and phrases bring, and those that types, modes and sectors bring."""

    phrases: Phrases[str]
    brought: Mapping[str, tuple[str, ...]]

    @classmethod
    def load(cls, tables: Tables) -> ContextWords:
        """From `tables/events/contexts.tsv`.  Raises TableError for a context that PLOVER does not have."""
        allowed = set(tables.toml("ontology/plover.toml")["contexts"]["all"])
        entries: list[tuple[str, str]] = []
        brought: dict[str, list[str]] = {}
        for row in tables.rows("events/contexts.tsv"):
            if row["context"] not in allowed:
                raise row.fault(f"'{row['context']}' is no PLOVER context", "see tables/ontology/plover.toml")
            entries += [(word, row["context"]) for word in row.many("words")]
            for key in row.many("brought_by"):
                brought.setdefault(key, []).append(row["context"])
        return cls(Phrases(entries), {k: tuple(c) for k, c in brought.items()})


def find_contexts(sentence: Sentence, keys: list[str], sheet: Sheet, known: ContextWords) -> tuple[str, ...]:
    """Contexts in order of the table's alphabet; `keys` are the event's type, `TYPE mode` and its parties' sectors."""
    found: set[str] = set()
    for i in range(sentence.first, sentence.last):
        found.update(known.phrases.at(sheet.tokens, i))
    for key in keys:
        found.update(known.brought.get(key, ()))
    return tuple(sorted(found))
