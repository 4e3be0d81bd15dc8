"""Finds the rule for a word: of the candidates by lemma whose conditions hold, the one that rests on most.

What a rule's conditions met decides, not the order of files: `fired tear gas` beats `fired at`, since it names the object.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.events.clause import Clause, find_subjects, is_for_to, is_infinitive, purposes
from dateline.events.conditions import has_word, is_kin, meets_any
from dateline.events.rule import Gives, Rule, RuleIndex, Trigger
from dateline.events.sheet import Sheet
from dateline.events.support import find_support
from dateline.record import Considered, Token

_KIND_OF = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
_PLAIN_VERBS = {"have", "need", "be"}  # modal only with an infinitive: "has to", not "has gone"
# Words that only make up another's name: the "detained students", the "riot police", an "attack helicopter".
_INSIDE_NAMES = {"VERB": {"amod", "compound"}, "NOUN": {"compound", "nmod"}}
# Where another clause begins: its head may rule a rule out ("refused to plead guilty"), its words may not.
_OWN_CLAUSES = {"ccomp", "advcl", "relcl", "acl", "conj", "parataxis"}
_BY_WORD = 6  # a condition met with this strength was met by a word the rule names


class Match:
    """A rule that holds at a word: the words it used, its objects, and the act it speaks of."""

    __slots__ = ("act", "act_match", "clause", "gives", "objects", "rule", "strength", "token", "used")

    def __init__(
        self, rule: Rule, token: Token, clause: Clause, objects: list[Token], used: list[Token], strength: int
    ) -> None:
        self.rule = rule
        self.strength = strength
        self.token = token
        self.clause = clause
        self.objects = objects
        self.used = used
        self.gives: Gives = rule.gives
        self.act: Token | None = None
        self.act_match: Match | None = None


class Matcher:
    """Matches the rules to one article's words, each word once."""

    def __init__(self, index: RuleIndex, sheet: Sheet) -> None:
        self._by_head = index.by_head
        self._future = sheet.words.future_auxiliaries
        self._sheet = sheet
        self._known: dict[int, Match | None] = {}
        self.considered: list[Considered] = []
        self.ruled_out: set[int] = set()  # words that a rule which codes nothing rests on: "denied the *charges*"
        self.fired: dict[int, tuple[Trigger, Rule]] = {}
        self.held: list[tuple[Trigger, Rule]] = []  # all whose conditions hold, those that another outdid among them

    def match(self, token: Token) -> Match | None:
        """The match at a word, or None; remembered."""
        if token.i in self._known:
            return self._known[token.i]
        self._known[token.i] = None  # a word inside its own act ends the search
        found = self._find(token)
        self._known[token.i] = found
        return found

    def _find(self, token: Token) -> Match | None:
        kind = _KIND_OF.get(token.pos)
        if kind is None or token.dep in _INSIDE_NAMES.get(token.pos, ()):
            return None
        candidates = self._by_head[kind].get(token.lemma, ())
        if not candidates:
            return None
        clause = self._sheet.clause(token)
        nearly: tuple[Rule, str] | None = None
        best: Match | None = None
        beside: set[str] | None = None
        for trigger, rule in candidates:
            if trigger.others:
                beside = _words_beside(token, kind) if beside is None else beside
                if trigger.others[0] not in beside:
                    nearly = nearly or (rule, _missing_words(trigger))
                    continue
            found, missing = self._try(trigger, rule, token, clause)
            if found is None:
                nearly = nearly or (rule, missing)
                continue
            self.held.append((trigger, rule))
            if best is None or found.strength > best.strength:
                best = found
                self.fired[token.i] = (trigger, rule)
        if best is None and kind == "verb":
            best = self._by_kin(candidates, token, clause)
        if best is not None:
            if not best.gives.type and not best.rule.passes:
                self.ruled_out.update(t.i for t in (token, *best.used))
                return None
            self._read_act(best)
            return best
        if nearly:
            span = self._sheet.reading.span_of(token, token)
            note = Considered(rule=nearly[0].id, trigger=span, sentence=token.sentence, missing=nearly[1])
            self.considered.append(note)
        return None

    def _by_kin(self, candidates: Sequence[tuple[Trigger, Rule]], token: Token, clause: Clause) -> Match | None:
        """The rule that would hold if its object were one of its kin, where a party with a public part does it.

        Not of verbs that say little by themselves ("held the door"), nor where the object is a measure of what follows it
        ("a second round of talks").
        """
        words = self._sheet.words
        if token.lemma in words.support_verbs or any(o.lemma in words.empty_heads for o in clause.objects):
            return None
        if not any(self._is_public(s) for s in clause.subjects) or any(self.match(o) for o in clause.objects):
            return None
        best: tuple[int, Match] | None = None
        for trigger, rule in candidates:
            if rule.object is not None and rule.object.kin:
                found, _ = self._try(trigger, rule, token, clause, kin=True)
                if found is not None and (best is None or found.strength > best[0]):
                    best = (found.strength, found)
        return best[1] if best else None

    def _is_public(self, token: Token) -> bool:
        for i in self._sheet.cast.by_token.get(token.i, ()):
            entity = self._sheet.entity(i)
            if entity.kind == "state" or (entity.sector and entity.sector not in self._sheet.words.private_sectors):
                return True
        return False

    def _try(
        self, trigger: Trigger, rule: Rule, token: Token, clause: Clause, *, kin: bool = False
    ) -> tuple[Match | None, str]:
        """A match, or what is missing for one; with `kin`, an object will do that is of a class with those of the rule."""
        used = _phrase_words(trigger, rule.kind, token)
        if used is None:
            return None, _missing_words(trigger)
        objects = clause.objects
        # Not "turned in their rifles in Mindanao", where the particle has no object of its own.
        bare = bool(used) and used[-1].dep == "prt" and not used[-1].children
        if rule.kind == "verb" and trigger.others and not bare and trigger.others[-1] in clause.preps:
            objects = clause.preps[trigger.others[-1]]
        held = self._conditions(rule, token, clause, objects, used, kin=kin)
        if isinstance(held, str):
            return None, held
        return Match(rule, token, clause, objects, used, held + 3 * len(trigger.others)), ""

    def _conditions(
        self, rule: Rule, token: Token, clause: Clause, objects: list[Token], used: list[Token], *, kin: bool
    ) -> int | str:
        """How much the rule rests on, or what keeps it from holding.  Adds the words it rests on to `used`."""
        sheet = self._sheet
        strength = 0
        if rule.passive is not None:
            if clause.passive != rule.passive:
                return "the passive" if rule.passive else "the active"
            strength += 1
        if rule.object is not None:
            met = meets_any(objects, rule.object, sheet)
            close = is_kin(objects, rule.object, sheet) if kin and met is None else 0
            if met is None and not close and (objects or "none" not in rule.object.labels):
                return "the object"
            strength += met.strength if met else 1 + close
            if met and met.strength >= _BY_WORD:
                used.append(met.token)
        if rule.subject is not None:
            met = meets_any(clause.subjects, rule.subject, sheet)
            if met is None and (clause.subjects or "none" not in rule.subject.labels):
                return "the subject"
            strength += min(met.strength, 3) if met else 0
        for name, condition in rule.prep.items():
            met = meets_any(clause.preps.get(name, ()), condition, sheet)
            if met is None:
                return f"'{name}' with its complement"
            strength += 1 + met.strength
            if met.strength >= _BY_WORD:
                used.append(met.token)
        if rule.complement:
            if not any(_is_complement(c, rule.complement) or self._is_own(c, rule, clause) for c in clause.complements):
                return "the complement"
            strength += 4
        if rule.doing is not None:
            met = meets_any(clause.complements, rule.doing, sheet)
            if met is None:
                return "the verb of its complement"
            strength += 1 + met.strength
        if rule.told == "refused" and not is_refused(token, self._future):
            return "'will not' or 'would not'"
        if rule.modal:
            if not any(_has_modal(c, rule.modal) for c in clause.complements):
                return "the modal of its complement"
            strength += 4
        if rule.unless is not None and has_word(_own_words(token), rule.unless, sheet):
            return "the absence of a word that rules it out"
        return strength

    def _is_own(self, complement: Token, rule: Rule, clause: Clause) -> bool:
        """Whether a clause tells of what the subject itself will do: "warned that *it might quit* the pact"."""
        if "own" not in rule.complement or complement.dep != "ccomp" or is_infinitive(complement):
            return False
        by_token, subjects = self._sheet.cast.by_token, find_subjects(complement)
        if not subjects or subjects[0].pos != "PRON" or not _has_modal(complement, self._sheet.words.intent_auxiliaries):
            return False
        ids = set(by_token.get(subjects[0].i, ()))
        return not ids or bool(ids & {i for s in clause.subjects for i in by_token.get(s.i, ())})

    def _read_act(self, match: Match) -> None:
        """Finds what is agreed, asked, refused or threatened, and lets it choose the type where the rule says so."""
        rule = match.rule
        for slot in rule.act:
            for token in self._act_tokens(slot, match):
                act = self._through(token)
                if match.act is None:
                    match.act = token
                if act is not None and act.gives.type:
                    match.act, match.act_match = act.token, act
                    break
            if match.act_match is not None:
                break
        if rule.if_act:
            key = "none"
            if match.act_match is not None:
                key = "conflict" if match.act_match.gives.type in self._sheet.words.conflict_types else "cooperation"
            match.gives = rule.if_act.get(key, rule.gives)

    def _act_tokens(self, slot: str, match: Match) -> list[Token]:
        if slot == "complement":
            own = match.clause.complements
            return own or (self._of_support(match.token) if match.rule.kind == "noun" else [])
        if slot == "object":
            return [inner for o in match.objects for inner in reversed(self._sheet.look_through(o))]
        return [inner for o in match.clause.preps.get(slot, ()) for inner in reversed(self._sheet.look_through(o))]

    def _of_support(self, noun: Token) -> list[Token]:
        """Clauses that the parse hangs on the support verb, not on its noun: "made a vow *to rebuild the town*"."""
        support = find_support(noun, self._sheet)
        if support is None:
            return []
        return self._sheet.clause(support.verb).complements or [c for c in purposes(support.verb) if c.i > noun.i]

    def _through(self, token: Token) -> Match | None:
        """The match at a word, through rules that only pass on ("continue to", "a plan to")."""
        found = self.match(token)
        for _ in range(4):
            if found is None or not found.rule.passes:
                return found
            inner = [c for slot in (found.rule.act or ("complement",)) for c in self._act_tokens(slot, found)]
            found = next((m for c in inner if (m := self.match(c)) is not None), None)
        return found


def _missing_words(trigger: Trigger) -> str:
    return f"the words '{' '.join(trigger.others)}'"


def _words_beside(token: Token, kind: str) -> set[str]:
    """The words among which the first of a trigger phrase's others must be: told once a word, most phrases fail by it."""
    if kind == "verb":
        return {c.lower for c in token.children if c.i > token.i}
    return {w for c in token.children if c.i < token.i for w in (c.lower, c.lemma.lower())}


def _phrase_words(trigger: Trigger, kind: str, token: Token) -> list[Token] | None:
    """The tokens of a trigger phrase beside its head, or None where one is missing."""
    if not trigger.others:
        return []
    used: list[Token] = []
    if kind != "verb":
        before = {w: c for c in token.children if c.i < token.i for w in (c.lower, c.lemma.lower())}
        for word in trigger.others:
            if word not in before:
                return None
            used.append(before[word])
        return used
    hosts = [token]
    for word in trigger.others:
        met = next((c for h in reversed(hosts) for c in h.children if c.i > token.i and c.lower == word), None)
        if met is None:
            return None
        hosts.append(met)
        used.append(met)
    return used


def _own_words(token: Token) -> Iterator[Token]:
    """The words under a trigger that belong to it, not to a clause of their own further down."""
    stack = list(token.children)
    while stack:
        word = stack.pop()
        yield word
        if word.dep not in _OWN_CLAUSES or word.pos in {"NOUN", "PROPN"} or is_infinitive(word):
            stack.extend(word.children)  # "sent troops to keep the peace"
        else:
            stack.extend(c for c in word.children if c.dep in {"mark", "advmod"})  # "asked how talks could go on"


def _is_complement(token: Token, kinds: frozenset[str]) -> bool:
    if "clause" in kinds:
        return True
    if token.dep == "advcl" and is_for_to(token):
        return "for" in kinds
    if is_infinitive(token):
        return "infinitive" in kinds
    if token.tag == "VBG" and token.dep == "xcomp":
        return "gerund" in kinds
    if "subjunctive" in kinds and token.dep == "ccomp" and is_subjunctive(token):
        return True
    return "that" in kinds and token.dep in {"ccomp", "acl"}


def is_subjunctive(verb: Token) -> bool:
    """Whether a clause asks by its bare verb: "insisted that China *respect* the ruling"."""
    children = verb.children
    bare = verb.tag in {"VB", "VBP"} and not any(c.dep == "aux" for c in children)
    if verb.tag == "VBN":  # "that they *be freed*"
        bare = any(c.dep == "auxpass" and c.lower == "be" for c in children) and not any(c.dep == "aux" for c in children)
    if verb.tag == "VBP":  # "that China respect": singular, so no plain present
        bare = bare and any(c.dep == "nsubj" and c.tag in {"NN", "NNP"} and len(c.conjuncts()) == 1 for c in children)
    return bare


def is_refused(verb: Token, future: frozenset[str]) -> bool:
    """Whether somebody says that it will not be done: "would not accept"."""
    negated = willed = False
    for c in verb.children:
        if c.i > verb.i:
            break
        negated = negated or c.dep == "neg"
        willed = willed or (c.dep == "aux" and (c.lemma in future or c.lower in future))
    return negated and willed


def _has_modal(token: Token, modals: frozenset[str]) -> bool:
    """Whether a clause's verb stands under one of these: "must go"; "has to go", "needs to go" by their infinitive."""
    if any(c.dep == "aux" and c.lemma in modals and c.lemma not in _PLAIN_VERBS for c in token.children):
        return True
    return token.lemma in modals and any(is_infinitive(c) for c in token.children if c.dep == "xcomp")
