"""PLOVER's contexts: what an event is about, from the words of its sentence and from its type."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dateline.events.sheet import Sheet
from dateline.lexicon import Tables
from dateline.record import Sentence


class ContextWords(msgspec.Struct, frozen=True):
    """Word -> contexts, phrases by their first word, and contexts that types, modes and sectors bring."""

    words: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    brought: Mapping[str, tuple[str, ...]]

    @classmethod
    def load(cls, tables: Tables) -> ContextWords:
        """From `tables/events/contexts.tsv`.  Raises TableError for a context that PLOVER does not have."""
        allowed = set(tables.toml("ontology/plover.toml")["contexts"]["all"])
        words: dict[str, list[str]] = {}
        phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        brought: dict[str, list[str]] = {}
        for row in tables.rows("events/contexts.tsv"):
            if row["context"] not in allowed:
                raise row.fault(f"'{row['context']}' is no PLOVER context", "see tables/ontology/plover.toml")
            for word in row.many("words"):
                first, *rest = word.split()
                if rest:
                    phrases.setdefault(first, []).append(((first, *rest), row["context"]))
                else:
                    words.setdefault(first, []).append(row["context"])
            for key in row.many("brought_by"):
                brought.setdefault(key, []).append(row["context"])
        return cls(
            {w: tuple(c) for w, c in words.items()},
            {w: tuple(p) for w, p in phrases.items()},
            {k: tuple(c) for k, c in brought.items()},
        )


def find_contexts(sentence: Sentence, keys: list[str], sheet: Sheet, known: ContextWords) -> tuple[str, ...]:
    """Contexts in order of the table's alphabet; `keys` are the event's type, `TYPE mode` and its parties' sectors."""
    found: set[str] = set()
    tokens = sheet.tokens
    for i in range(sentence.first, sentence.last):
        token = tokens[i]
        for word in {token.lemma.lower(), token.lower}:
            found.update(known.words.get(word, ()))
            for phrase, context in known.phrases.get(word, ()):
                after = tokens[i : i + len(phrase)]
                if len(after) == len(phrase) and all(
                    p in (t.lower, t.lemma.lower()) for p, t in zip(phrase, after, strict=True)
                ):
                    found.add(context)
    for key in keys:
        found.update(known.brought.get(key, ()))
    return tuple(sorted(found))
