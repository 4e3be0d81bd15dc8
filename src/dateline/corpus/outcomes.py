"""What a later sentence says of a commitment: kept, broken, overtaken, made again, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from dateline.corpus.hearing import Act, Heard, find_act, is_beside
from dateline.corpus.likeness import party_likeness
from dateline.corpus.pledged import Deed, Passage, Pledge
from dateline.corpus.told import Party
from dateline.corpus.wording import Wording, share, stem, tokens

_ALIKE = 0.3
_BACK = 4  # words before a verb in which "not" or "will" belongs to it
_TURNED = {"kept": "broken", "broken": "kept"}


class Followed(msgspec.Struct, frozen=True):
    """A commitment ready to be met again: who is to act, the weight of its words, its verb.

    `shunned` is the act it is to leave undone: "not to *arrest* protesters", "stop *deporting* refugees".
    """

    pledge: Pledge
    doers: tuple[Party, ...]
    weights: Mapping[str, float]
    deed: str
    shunned: str


class Finding(msgspec.Struct, frozen=True):
    """What a passage says of a commitment, and by which words."""

    says: str
    why: str


def follow(pledge: Pledge, wording: Wording) -> Followed:
    """The commitment with what it is to be known by."""
    settings = wording.settings
    doers = pledge.to if pledge.kind in settings["addressed"] else pledge.by
    action = pledge.action.replace(pledge.due_text, " ") if pledge.due_text else pledge.action
    words = [w for _, w in tokens(action)]
    weights = wording.weigh(action)
    for party in doers:  # "Russia will withdraw Russian troops": who acts is asked for apart
        for name in party.name.split():
            weights.pop(stem(name), None)
    names = [_deed_of(word, wording) for word in words[:2]] + ["", ""]
    if {w for _, w in tokens(pledge.lead)[-2:]} & set(settings["negations"]):
        return Followed(pledge, doers, weights, "", names[0])
    return Followed(pledge, doers, weights, names[0], names[1] if words and words[0] in settings["leaving"] else "")


def _deed_of(word: str, wording: Wording) -> str:
    """The names of the deeds that a verb is one of, else its stem."""
    return "|".join(sorted(wording.deeds.get(word, ()))) or stem(word)


def can_be_followed(followed: Followed) -> bool:
    """Whether it is known who is to act, and its words tell the act from others: "visit Baghdad", not "turn it around".

    What is demanded of nobody named is followed no further: whoever did such a thing may not have been meant.
    """
    if not followed.doers:
        return False
    content = [weight for word, weight in followed.weights.items() if word != followed.deed]
    return len(content) > 1 or (len(content) == 1 and len(followed.weights) > 1)


def find_outcome(followed: Followed, heard: Heard, wording: Wording) -> Finding | None:
    """What the passage says of the commitment; None where it speaks of something else."""
    if not can_be_followed(followed) or _is_of_before(followed, heard):
        return None
    act = find_act(followed.weights, heard)
    least = wording.settings["spoken_of" if heard.spoken else "plain"]
    event = _deed_done(followed, heard.passage, wording)
    part = act.share
    if event and followed.deed and followed.deed not in act.found:
        part += followed.weights.get(followed.deed, 1.0) / (sum(followed.weights.values()) or 1.0)
    if part < least or not _is_told(followed, act, event):
        if not heard.spoken or share(followed.weights, heard.before) < wording.settings["plain"]:
            return None
        act = Act(1.0, frozenset(followed.weights), 0, len(heard.words))  # the sentence before tells it
    return _decide(followed, heard, act, wording, event) if _speaks_of_doer(followed, heard.passage, wording) else None


def _is_told(followed: Followed, act: Act, event: Deed | None) -> bool:
    """Whether enough of what is not the verb stands together: two words, or the only one right beside the verb."""
    content = [word for word in followed.weights if word != followed.deed]
    found = [word for word in content if word in act.found]
    if len(content) > 1:
        return len(found) > 1
    return bool(found) and (event is not None or (followed.deed in act.found and act.last - act.first <= _BACK))


def _is_of_before(followed: Followed, heard: Heard) -> bool:
    """Whether the sentence gives years, and none as late as the promise."""
    day = followed.pledge.day
    years = [int(w) for _, w in heard.words if len(w) == 4 and w.isdigit() and w[:2] in ("17", "18", "19", "20")]
    return day is not None and bool(years) and max(years) < day.year


def _decide(followed: Followed, heard: Heard, act: Act, wording: Wording, event: Deed | None) -> Finding | None:
    passage = heard.passage
    found = {says: match for says, match in heard.cues.items() if is_beside(match, act, heard)}
    done = _done(followed.deed, followed, heard, act, wording) if followed.deed else ""
    relapse = _done(followed.shunned, followed, heard, act, wording) if followed.shunned else ""
    if "overtaken" in found:
        return Finding("overtaken", f"'{found['overtaken'].group()}'")
    for says in ("broken", "kept"):
        match = found.get(says)
        if match is None or (says == "kept" and done == "undone"):
            continue
        if says in heard.only and followed.deed and followed.deed not in act.found:
            continue
        turned = _is_negated(passage.text, match.start(), wording)
        return Finding(_TURNED[says] if turned else says, f"'{match.group()}'" + (" denied" if turned else ""))
    if done == "undone" or relapse == "done":
        due = followed.pledge.due_last
        early = due is not None and passage.day is not None and passage.day <= due
        return None if early and not relapse else Finding("broken", "told as done" if relapse else "told as not done")
    if done == "done" or relapse == "undone" or event is not None:
        why = f"told as done ({event.type} {event.event})" if event else "told as done" if done else "told as not done"
        return Finding("broken" if followed.pledge.kind in wording.settings["withheld"] else "kept", why)
    if "restated" in found:
        return Finding("restated", f"'{found['restated'].group()}'")
    return None


def _speaks_of_doer(followed: Followed, passage: Passage, wording: Wording) -> bool:
    """Whether one who is to act is mentioned."""
    return any(_is_doer(followed, party, wording) for _, party in passage.parties)


def _is_doer(followed: Followed, party: Party, wording: Wording) -> bool:
    return any(acts_for(doer, party, wording.official) for doer in followed.doers)


def acts_for(doer: Party, party: Party, official: frozenset[str]) -> bool:
    """Whether what one does may be what the other promised: a state and its government, but not a firm and its state."""
    if "state" in (doer.kind, party.kind) and doer.name != party.name:
        other = doer if party.kind == "state" else party
        return bool(doer.country) and doer.country == party.country and (other.kind == "state" or other.sector in official)
    return party_likeness(doer, party, frozenset(), frozenset()) >= _ALIKE


def _deed_done(followed: Followed, passage: Passage, wording: Wording) -> Deed | None:
    """An event of the promised type and mode by one who was to act."""
    pledge = followed.pledge
    if not pledge.type or pledge.type in ("AGREE", "SUPPORT") or followed.shunned:
        return None
    for deed in passage.deeds:
        fits = (
            deed.type == pledge.type
            and (not pledge.mode or deed.mode == pledge.mode)
            and deed.status in ("actual", "historical")
        )
        if fits and any(_is_doer(followed, actor, wording) for actor in deed.actors):
            return deed
    return None


def _done(deed: str, followed: Followed, heard: Heard, act: Act, wording: Wording) -> str:
    """Whether a verb stands in the sentence as done, as not done, or neither."""
    words = heard.words
    names = set(deed.split("|"))
    verdict = ""
    for number, (start, word) in enumerate(words):
        if not act.first - _BACK <= number <= act.last + _BACK:
            continue
        if not (names & wording.deeds.get(word, frozenset()) or stem(word) == deed):
            continue
        before = [w for _, w in words[max(0, number - _BACK) : number]]
        negated = any(w in wording.settings["negations"] or w.endswith("n't") for w in before)
        if negated:
            return "undone"
        past = word in wording.past or word.endswith("ed")
        if (
            past
            and not any(w in wording.settings["unreal"] for w in before[-2:])
            and _by_doer(followed, heard.passage, start, word, wording)
        ):
            verdict = "done"
    return verdict


def _by_doer(followed: Followed, passage: Passage, at: int, word: str, wording: Wording) -> bool:
    """Whether who was to act is told before the verb, or after "by" or "from"."""
    if any(stem(word).startswith(r) for r in wording.settings["receiving"]):
        return True
    for start, party in passage.parties:
        if _is_doer(followed, party, wording):
            lead = passage.text[max(0, start - 9) : start].lower().split()
            if start < at or (lead and lead[-1 if lead[-1] != "the" else -2] in ("by", "from")):
                return True
    return False


def _is_negated(text: str, at: int, wording: Wording) -> bool:
    before = [w for _, w in tokens(text[:at])][-3:]
    return any(w in wording.settings["negations"] or w.endswith("n't") for w in before)


def says_the_same(a: Followed, b: Followed, wording: Wording) -> bool:
    """Whether two commitments are one promise: one doer, one kind of word, one act."""
    if bool(a.shunned) != bool(b.shunned) or not _same_kind(a.pledge.kind, b.pledge.kind):
        return False
    if a.doers and b.doers and not any(acts_for(p, q, wording.official) for p in a.doers for q in b.doers):
        return False
    least = float(wording.settings["restated"])
    return share(a.weights, _own(b.weights)) >= least and share(b.weights, _own(a.weights)) >= least


def _own(weights: Iterable[str]) -> set[str]:
    return {name for word in weights for name in (word, *word.split("|"))}


def _same_kind(a: str, b: str) -> bool:
    giving = {"promise", "agreement", "acceptance", "proposal"}
    return a == b or (a in giving and b in giving)
