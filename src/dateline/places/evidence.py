"""What the words beside a name say: a place for sure, a part of another name, or nothing either way."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from dateline.places.atlas import Atlas
from dateline.places.fold import fold
from dateline.places.names import Name, is_capital
from dateline.places.words import Words
from dateline.record import Token

Strength = Literal["no", "none", "weak", "strong"]


class Evidence(NamedTuple):
    """How strongly the words beside a name speak for a place, and which words."""

    strength: Strength
    why: str


class Witness:
    """Weighs names of one article; knows where the other names stand."""

    def __init__(
        self,
        tokens: Sequence[Token],
        names: Sequence[Name],
        bodies: Sequence[tuple[int, int]],
        atlas: Atlas,
        words: Words,
    ) -> None:
        """`bodies` are the character ranges of names of persons and bodies in the cast."""
        self.bodies = bodies
        self.tokens = tokens
        self.words = words
        self.atlas = atlas
        self.starts = {n.first: n for n in names}
        self.ends = {n.last: n for n in names}

    def weigh(self, name: Name) -> Evidence:
        """The evidence of the words directly before and after."""
        if name.short:
            return Evidence("strong", "an abbreviation after a name")
        refused = self._in_body(name) or self._part_of_another(name) or self._mere_direction(name)
        if refused:
            return Evidence("no", refused)
        before = self._before(name)
        if before.strength == "strong" and self._owns(name):
            before = Evidence("weak", before.why)
        if before.strength == "strong":
            return before
        after = self._after(name)
        return after if after.strength != "none" else before

    def _owns(self, name: Name) -> bool:
        """`in Noma's case`: the preposition belongs to the case; `in Iraq's north` is in Iraq all the same."""
        after = self._token(name.last, name)
        return after is not None and after.lower in {"'s", "’s"} and name.candidates[0].weight < 5.5

    def _in_body(self, name: Name) -> str:
        """`Boston Police Department` and `Honda` of the cast; a land in a body's name is left to the other rules."""
        best = name.candidates[0]
        if best.own and (best.kind in {"country", "world"} or best.weight >= 5.5):
            return ""
        n = bisect_right(self.bodies, (name.start, 1 << 60))
        if n and self.bodies[n - 1][1] >= name.end:
            start, end = self.bodies[n - 1]
            longer = end - start > name.end - name.start
            before = self._before(name)
            sure = (before.strength == "strong" and before.why != "'at'") or self._lies_within(name)
            return "part of a name of the cast" if longer or (best.weight < 5.5 and not sure) else ""
        return ""

    def _lies_within(self, name: Name) -> bool:
        """`Hammond, Indiana`."""
        after = self._token(name.last, name)
        outer = self.starts.get(name.last + 1)
        return after is not None and after.text == "," and outer is not None and outer.candidates[0].resolution != "city"

    def _mere_direction(self, name: Name) -> str:
        """`North-Western Sydney` is in Sydney, not in Zambia's North-Western Province."""
        parts = name.word.split()
        mere = parts[0] in self.words.before and all(w in self.words.before | self.words.kinds_after for w in parts)
        return "a direction" if mere and (name.last in self.starts or not name.candidates[0].own) else ""

    def _token(self, i: int, name: Name) -> Token | None:
        """The token of that number where it stands in the name's sentence."""
        if 0 <= i < len(self.tokens) and self.tokens[i].sentence == self.tokens[name.first].sentence:
            return self.tokens[i]
        return None

    def _part_of_another(self, name: Name) -> str:
        """Why the name is a piece of a longer name of something else; empty where it is not."""
        if name.word in self.atlas.adjective_keys:
            return "an adjective"
        return self._left(name) or self._right(name) or self._of(name) or self._speaks(name) or self._shouted(name)

    def _speaks(self, name: Name) -> str:
        """`said Noma`, `Noma said`: a small town does not speak, a capital does."""
        if name.last - name.first > 1 or name.candidates[0].weight >= 6.3 or name.candidates[0].own:
            return ""
        before, after = self._token(name.first - 1, name), self._token(name.last, name)
        for token in (before, after):
            if token is before and after is not None and after.tag in {"VBZ", "VBD", "VBP", "MD"}:
                continue  # "he said Nashik had run out of beds"
            if token is not None and token.lower in self.words.speaking and token.tag[:2] == "VB":
                return f"a person: '{token.text}' stands beside it"
        return ""

    def _shouted(self, name: Name) -> str:
        """`TASS says`: a word in capitals in a plain sentence stands for something else, unless a dateline."""
        token = self.tokens[name.first]
        if name.last - name.first > 1 or name.candidates[0].own or not token.text.isupper() or name.first < 2:
            return ""
        near = self.tokens[max(0, name.first - 2) : name.last + 2]
        if any(t.text.isupper() for t in near if t is not token and len(t.text) > 1):
            return ""
        after = self._token(name.last, name)
        return "" if after is not None and after.text in {",", "(", "-", "–", "—"} else "an abbreviation"

    def _left(self, name: Name) -> str:
        words, token = self.words, self._token(name.first - 1, name)
        if token is None:
            return ""
        if token.text in "-–" and token.start > 0:
            other = self._token(name.first - 2, name)
            joined = other is not None and other.end == token.start and token.end == name.start
            if joined and other is not None and self._hyphened(other, name):
                return f"part of '{other.text}-'"
            return ""
        if token.lower in words.particles and self._after_capital(token, name):
            return f"part of a name with '{token.text}'"
        if token.text == "$" and token.end == name.start:
            return "a currency"
        if token.lower in words.titles and (is_capital(token) or token.tag[0] == "N"):
            return f"a person: '{token.text}' stands before it" if self._titled(token, name) else ""
        if not is_capital(token) or not token.text[0].isalpha():
            return ""
        if self._given(token) and {"surname", "first"} & words.ordinary.get(name.word, frozenset()):
            return f"a person: '{token.text}' is a given name"
        if token.lower in words.not_before:
            return f"part of a name with '{token.text}'"
        if name.first in self.ends or token.lower in words.before | words.closed | words.kinds_after | words.roles_after:
            return "" if token.lower not in words.first_names or name.first in self.ends else f"a person: '{token.text}'"
        if name.heading and fold(token.text) not in words.first_names:
            return ""
        if token.text in self.atlas.adjectives or token.tag[:3] != "NNP":
            return ""
        if fold(token.text) in words.first_names:
            return f"a person: '{token.text}' is a given name"
        first = token.i == 0 or self.tokens[token.i - 1].sentence != token.sentence
        return "" if first and token.tag[:3] != "NNP" else f"part of a name with '{token.text}'"

    def _given(self, token: Token) -> bool:
        """`Charlotte` of "Charlotte Jordan"."""
        return is_capital(token) and token.tag[:3] == "NNP" and fold(token.text) in self.words.first_names

    def _after_capital(self, particle: Token, name: Name) -> bool:
        """`Mario de Santiago`."""
        before = self._token(particle.i - 1, name)
        return before is not None and is_capital(before) and before.tag[:3] == "NNP" and before.i + 1 not in self.ends

    def _hyphened(self, other: Token, name: Name) -> bool:
        """`Abdel-Homs`, `euro-Atlantic`; but `Moscow-Kiev` and `anti-US`."""
        if is_capital(other):
            return name.first - 1 not in self.ends and other.text not in {"R", "D", "I"}
        return name.candidates[0].kind == "sea"

    def _titled(self, token: Token, name: Name) -> bool:
        """Whether the title before belongs to a person called so: "President Lincoln", not "former president Ohio"."""
        best = name.candidates[0]
        return best.kind not in {"country", "world"} and not name.heading

    def _right(self, name: Name) -> str:
        words, token = self.words, self._token(name.last, name)
        if token is None:
            return ""
        if token.text in "-–":
            after = self._token(name.last + 1, name)
            joined = after is not None and token.start == name.end and after.start == token.end
            if joined and after is not None and self._leads(after, name):
                return f"part of '-{after.text}'"
            return ""
        if token.text == "&":
            return "part of a name with '&'"
        if token.lower in words.illnesses or token.lower in words.not_after:
            return f"a thing: '{token.text}' follows"
        if token.lower in words.articles and self._goes_on(token):
            return f"part of a name with '{token.text}-'"
        if not is_capital(token) or not token.text[0].isalpha() or token.tag[:2] not in {"NN", "JJ", "VB"}:
            return ""
        following = self.starts.get(name.last)
        if following and self._given(self.tokens[name.first]) and following.word in words.ordinary:
            return f"a person: '{token.text}' is a surname"
        if name.last in self.starts and self.starts[name.last].candidates[0].weight >= 5:
            return ""
        lower = token.lower
        if lower in words.roles_after | words.kinds_after or token.text in self.atlas.adjectives:
            return self._role_right(name, token)
        if name.heading and lower not in words.facilities | words.bodies:
            return "a person: a given name" if name.word in words.first_names and token.tag[:3] == "NNP" else ""
        if name.candidates[0].kind == "country" and self.tokens[name.first].text.replace(".", "").isupper():
            return ""  # "US Centers for Disease Control", "UK Foreign Office"
        return f"part of a name with '{token.text}'"

    def _goes_on(self, article: Token) -> bool:
        """`Alma al-Chaab`."""
        rest = self.tokens[article.i + 1 : article.i + 3]
        return len(rest) == 2 and rest[0].text == "-" and is_capital(rest[1])

    def _leads(self, after: Token, name: Name) -> bool:
        """`Neo-natal`, `Homs-Al`; but `Paris-based` and `Moscow-Kiev`."""
        if is_capital(after):
            return name.last + 1 not in self.starts or (
                self._given(self.tokens[name.first]) and name.candidates[0].weight < 6
            )
        return after.lower not in self.words.compounds and name.candidates[0].weight < 6

    def _role_right(self, name: Name, token: Token) -> str:
        """`Kentucky Supreme Court` keeps its state; `Lincoln Park Police` and small towns before names do not."""
        after = self._token(name.last + 1, name)
        longer = after is not None and is_capital(after) and after.tag[:3] == "NNP"
        if longer and after is not None and after.lower in self.words.schools and name.candidates[0].kind != "country":
            return f"part of a name with '{after.text}'"
        best = name.candidates[0]
        small = best.weight < 5 and not best.own and best.kind == "city"
        if token.lower in self.words.landforms and all(c.kind in {"city", "admin2", "town"} for c in name.candidates):
            return f"part of a name with '{token.text}'"  # "Avon River" is no town
        return f"part of a name with '{token.text}'" if longer and small else ""

    def _of(self, name: Name) -> str:
        """`University of Leeds`, `Bank of England`: the whole is the name."""
        of = self._token(name.first - 1, name)
        if of is not None and of.lower == "the":
            of = self._token(name.first - 2, name)
        if of is None or of.lower not in {"of", "for", "and"}:
            return ""
        head = self._token(of.i - 1, name)
        if head is None or not is_capital(head):
            return ""
        if of.lower == "of" and head.lower in self.words.of_heads:
            return f"part of '{head.text} of'"
        return ""

    def _before(self, name: Name) -> Evidence:
        words = self.words
        i = name.first - 1
        token = self._token(i, name)
        passed = ""
        while token is not None and token.lower in words.between and name.first - i < 5:
            passed = token.lower
            i -= 1
            token = self._token(i, name)
        if token is None:
            return Evidence("none", "")
        if token.lower == "of" and (noun := self._token(i - 1, name)) is not None:
            if noun.lower in words.place_nouns or noun.lower in words.between:
                return Evidence("strong", f"'{noun.text} of'")
            if noun.lower in words.of_offices:
                return Evidence("strong", f"'{noun.text} of'")
        if token.lower in words.place_nouns and token.tag[0] == "N" and not is_capital(token):
            return Evidence("strong", f"'{token.text}' stands before it")
        if token.lower in words.locative:
            return Evidence("strong", f"'{token.text}'")
        if self._home_or_goal(token, name):
            return Evidence("strong", f"'{token.text}'")
        if token.lower in words.weak_locative:
            return Evidence("strong" if passed not in {"", "the", "all", "both"} else "weak", f"'{token.text}'")
        return Evidence("none", "")

    def _home_or_goal(self, token: Token, name: Name) -> bool:
        """`Ann Hall, 45, of Tupelo`; `moved to Thornhill`."""
        if token.lower == "to":
            return token.head.lemma in self.words.motion
        before = self._token(token.i - 1, name)
        if token.lower != "of" or before is None or "word" in self.words.ordinary.get(name.word, ()):
            return False
        return before.text == "," or (before.tag[:3] == "NNP" and before.lower not in self.words.of_heads)

    def _after(self, name: Name) -> Evidence:
        token = self._token(name.last, name)
        if token is None:
            return Evidence("none", "")
        after = self._token(name.last + 1, name)
        if (
            token.text in "-–"
            and after is not None
            and after.lower in {"based", "area", "bound", "born", "backed", "held", "led", "controlled"}
        ):
            return Evidence("strong", f"'-{after.text}'")
        if token.lower in self.words.natives:
            return Evidence("strong", f"'{token.text}' follows")
        if token.lower in self.words.place_nouns or (token.lower in self.words.kinds_after and is_capital(token)):
            return Evidence("strong", f"'{token.text}' follows")
        return Evidence("none", "")
