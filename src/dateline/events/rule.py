"""A rule as compiled: trigger words, conditions, what it gives and where the parties stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from dateline.lexicon import RuleSource, Tables

KINDS = ("verb", "noun", "adjective")
_LABEL = re.compile(r"<([A-Za-z]+)>$")
_CONDITIONS = {"object", "prep", "complement", "modal", "subject", "doing", "told", "unless", "passive"}
_ROLES = {"actor", "recipient", "act", "if_act", "passes", "status", "side"}
_FIELDS = {"id", "means", "gives", *KINDS, *_CONDITIONS, *_ROLES, "note", "yes", "outdone", "no", "todo"}
_KIN = 3  # as many words of a class make a class
_COMPLEMENTS = {"infinitive", "that", "gerund", "clause", "own", "subjunctive", "for"}


class Gives(msgspec.Struct, frozen=True):
    """What a rule codes; an empty type codes nothing (the rule only keeps others from firing)."""

    type: str = ""
    mode: str | None = None
    cameo: str | None = None


class Condition(msgspec.Struct, frozen=True):
    """Words (by head, with the words that must stand before it) and labels, any of which will do."""

    heads: Mapping[str, tuple[tuple[str, ...], ...]]
    labels: frozenset[str]
    kin: Mapping[str, int] = {}  # classes of nouns with how many of the words are of each


class Trigger(msgspec.Struct, frozen=True):
    """One trigger phrase: its head's lemma, the words before it (nouns) or after it (verbs)."""

    head: str
    others: tuple[str, ...] = ()


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One compiled rule."""

    id: str
    kind: str
    gives: Gives
    triggers: tuple[Trigger, ...]
    object: Condition | None = None
    prep: Mapping[str, Condition] = {}
    complement: frozenset[str] = frozenset()
    modal: frozenset[str] = frozenset()
    subject: Condition | None = None
    doing: Condition | None = None  # the verb of its complement: "declined to *comment*"
    unless: Condition | None = None
    told: str | None = None  # "refused": only with "will not", "would not"
    passive: bool | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    if_act: Mapping[str, Gives] = {}
    passes: bool = False
    side: bool = False  # what it passes on never is the sentence's main event
    status: str | None = None

    @property
    def asks_by_modal(self) -> bool:
        """Whether it reads a request off what somebody is said to have to do: "said that Iran must disarm"."""
        return bool(self.modal) and self.recipient == ("act_actor",)


class RuleIndex(msgspec.Struct, frozen=True, kw_only=True):
    """Rules by kind and head lemma, so that a word costs one look-up whatever the number of rules."""

    rules: tuple[Rule, ...]
    by_head: Mapping[str, Mapping[str, tuple[tuple[Trigger, Rule], ...]]]


def compile_rules(
    tables: Tables,
    patterns: Sequence[str] = ("events/*.toml",),
    *,
    ontology: str = "ontology/plover.toml",
    parties: str = "ontology/parties.toml",
) -> RuleIndex:
    """All rules of the tables that match, against the types and the party slots of these files.

    Raises TableError with file and line for a rule that can't be compiled.
    """
    defaults = tables.toml(parties)
    types = tables.toml(ontology)["types"]
    sources = [source for pattern in patterns for source in tables.rules(pattern)]
    classes = {r["word"]: r["class"] for r in tables.rows("words/noun_classes.tsv")}
    rules = tuple(_compile(source, tables, defaults, types, classes) for source in sources)
    found: dict[str, dict[str, list[tuple[Trigger, Rule]]]] = {k: {} for k in KINDS}
    for rule in rules:
        for trigger in rule.triggers:
            found[rule.kind].setdefault(trigger.head, []).append((trigger, rule))
    by_head = {kind: {head: tuple(pairs) for head, pairs in heads.items()} for kind, heads in found.items()}
    return RuleIndex(rules=rules, by_head=by_head)


def _compile(
    source: RuleSource, tables: Tables, defaults: Mapping[str, Any], types: Mapping[str, Any], classes: Mapping[str, str]
) -> Rule:
    f = source.fields
    unknown = set(f) - _FIELDS
    if unknown:
        raise source.fault(f"unknown field '{sorted(unknown)[0]}'", f"fields are {', '.join(sorted(_FIELDS))}")
    kinds = [k for k in KINDS if k in f]
    if len(kinds) != 1:
        raise source.fault("a rule needs exactly one of verb, noun, adjective", "split it")
    kind = kinds[0]
    gives = _gives(f.get("gives", {}), source, types)
    words = tables.expand(f[kind], source)
    complement = frozenset(f.get("complement", ()))
    if complement - _COMPLEMENTS:
        raise source.fault(f"unknown complement {sorted(complement - _COMPLEMENTS)}", f"use {sorted(_COMPLEMENTS)}")
    return Rule(
        id=f["id"],
        kind=kind,
        gives=gives,
        triggers=tuple(_trigger(w, kind) for w in words),
        object=_condition(f.get("object"), tables, source, classes),
        prep={p: c for p, v in f.get("prep", {}).items() if (c := _condition(v, tables, source, classes))},
        complement=complement,
        modal=frozenset(f.get("modal", ())),
        subject=_condition(f.get("subject"), tables, source, classes),
        doing=_condition(f.get("doing"), tables, source, classes),
        told=f.get("told"),
        unless=_condition(f.get("unless"), tables, source, classes),
        passive=f.get("passive"),
        actor=_role("actor", f, kind, gives.type, defaults),
        recipient=_role("recipient", f, kind, gives.type, defaults),
        act=tuple(f.get("act", ())),
        if_act={k: _gives(v, source, types) for k, v in f.get("if_act", {}).items()},
        passes=f.get("passes", False),
        side=f.get("side", False),
        status=f.get("status"),
    )


def _gives(fields: Mapping[str, Any], source: RuleSource, types: Mapping[str, Any]) -> Gives:
    name, mode = fields.get("type", ""), fields.get("mode")
    if name and name not in types:
        raise source.fault(f"unknown event type '{name}'", f"types are {', '.join(sorted(types))}")
    if mode and mode not in types[name].get("modes", {}):
        raise source.fault(f"{name} has no mode '{mode}'", f"modes are {', '.join(types[name].get('modes', {})) or 'none'}")
    return Gives(name, mode, fields.get("cameo"))


def _role(role: str, f: Mapping[str, Any], kind: str, name: str, defaults: Mapping[str, Any]) -> tuple[str, ...]:
    """The slots for actor or recipient: the rule's own, else the type's, else everyone's."""
    own = defaults.get(name, {}).get(kind, {})
    return tuple(f[role] if role in f else own.get(role, defaults["default"][kind][role]))


def _trigger(phrase: str, kind: str) -> Trigger:
    words = phrase.split()
    if kind == "verb":  # "lash out at": the verb leads
        return Trigger(words[0], tuple(words[1:]))
    return Trigger(words[-1].lower(), tuple(w.lower() for w in words[:-1]))  # "air strike": the noun closes


def _condition(words: Any, tables: Tables, source: RuleSource, classes: Mapping[str, str]) -> Condition | None:
    if words is None:
        return None
    heads: dict[str, list[tuple[str, ...]]] = {}
    labels: set[str] = set()
    for word in tables.expand([words] if isinstance(words, str) else list(words), source):
        label = _LABEL.match(word)
        if label or word == "none":
            labels.add(label.group(1) if label else word)
        else:
            *before, head = word.lower().split()
            heads.setdefault(head, []).append(tuple(before))
    return Condition({h: tuple(v) for h, v in heads.items()}, frozenset(labels), _kin(heads, classes))


def _kin(heads: Mapping[str, Sequence[tuple[str, ...]]], classes: Mapping[str, str]) -> dict[str, int]:
    """Classes that several of the words are of: what else is of them is like to be meant."""
    counted = Counter(classes[h] for h, befores in heads.items() if h in classes and () in befores)
    return {name: n for name, n in counted.items() if n >= _KIN and name != "human"}  # people: the entities' matter
