"""Full-text search: all words must be there; what has them more often, in shorter text, comes first.

A word finds those that begin so ("treat" finds treaties); words in quotation marks must follow one another.  Upper case and
accents don't count.  One query ranks, whether it goes through a table or only through what an index found (see index.py), so
that both give the same.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from dateline.store.parts import RecordError
from dateline.store.questions import Party, Question, party_is

Terms = list[list[str]]  # words that must follow one another; one, for a word that stands alone

# What can be searched, with the columns that the ranking needs.
TEXTS = {
    "statements": """
SELECT article, id, day, speaker, speaker_country, array_to_string(content, ' … ') AS text FROM statements""",
    "sentences": """
SELECT article, sentence::VARCHAR AS id, NULL::DATE AS day, NULL::VARCHAR AS speaker, NULL::VARCHAR AS speaker_country, text
FROM sentences""",
}
_MARK = "**"
_OFTEN, _LENGTH, _USUAL = 1.2, 0.75, 150  # of BM25: how soon more of a word counts less, how length counts, usual length
_WORD = re.compile(r"[^\W_]+")


def terms_of(words: str) -> Terms:
    """What is searched for.  Raises RecordError where there is no word.

    >>> terms_of('Erdoğan "peace treaty"')
    [['erdogan'], ['peace', 'treaty']]
    """
    found = []
    for quoted, plain in re.findall(r'"([^"]*)"|([^\s"]+)', words):
        split = _WORD.findall(folded(quoted or plain))
        if split:
            found.append(split)
    if not found:
        raise RecordError(f"'{words}' holds no word; search for words, or \"words in a row\"")
    return found


def folded(text: str) -> str:
    """Without upper case and accents.

    >>> folded("Søreide, ERDOĞAN")
    'søreide, erdogan'
    """
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def ranking(
    terms: Terms, source: str, *, speaker: Party | None, since: str | None, until: str | None, limit: int
) -> Question:
    """The best rows of a source (a table or query with the columns of `TEXTS`)."""
    values: dict[str, Any] = {"limit": limit}
    where, often = [], []
    for number, words in enumerate(terms):
        for at, word in enumerate(words):
            values[f"w{number}_{at}"] = word
            where.append(f"contains(plain, $w{number}_{at})")  # quick; what begins so is told below
        values[f"p{number}"] = rf"(?:^|[^\pL\pN]){_in_a_row(words)}"
        often.append(f"len(regexp_extract_all(plain, $p{number}))")
    counts = [f"n{number}" for number in range(len(terms))]
    plain = "lower(strip_accents(text))"
    if speaker is not None:
        where.append(party_is(speaker, "[speaker]", "[speaker_country]", values))
    for name, sign, value in (("since", ">=", since), ("until", "<=", until)):
        if value is not None:
            where.append(f"day {sign} ${name}::DATE")
            values[name] = value
    weights = [
        f"{c} * {_OFTEN + 1} / ({c} + {_OFTEN} * ({1 - _LENGTH} + {_LENGTH} * length(text) / {_USUAL}))" for c in counts
    ]
    sql = f"""
SELECT round({" + ".join(weights)}, 4) AS score, article, id, day, speaker, text
FROM (SELECT *, {", ".join(f"{o} AS {c}" for o, c in zip(often, counts, strict=True))}
      FROM (SELECT *, {plain} AS plain FROM ({source})) WHERE {" AND ".join(where)})
WHERE {" AND ".join(f"{c} > 0" for c in counts)}
ORDER BY score DESC, article, length(id), id LIMIT $limit"""
    return Question(sql, values)


def dated_sentences(source: str) -> str:
    """Sentences with the days of their articles."""
    return f"SELECT s.* EXCLUDE (day), a.published_day AS day FROM ({source}) s JOIN articles a USING (article)"


TOLD = """
SELECT f.score, coalesce(f.day, a.published_day) AS day, f.speaker, f.marked, f.text, a.title, a.source, f.article, f.id
FROM found f JOIN articles a USING (article) ORDER BY f.score DESC, f.article, length(f.id), f.id"""


def marked(text: str, terms: Terms) -> str:
    """The text with what was found between two marks.

    >>> marked("Treaties, a treaty and entreaties", [["treat"]])
    '**Treaties**, a **treaty** and entreaties'
    """
    plain, places = _with_places(text)
    spans = sorted(m.span("hit") for words in terms for m in re.finditer(rf"(?<![^\W_])(?P<hit>{_rows_of(words)})", plain))
    out, at = [], 0
    for begin, end in spans:
        start, stop = places[begin], places[end]
        if start >= at:
            out += [text[at:start], _MARK, text[start:stop], _MARK]
            at = stop
    return "".join([*out, text[at:]])


def _with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters which of the text's it comes from."""
    plain: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        for one in folded(character):
            plain.append(one)
            places.append(at)
    return "".join(plain), [*places, len(text)]


def _in_a_row(words: list[str]) -> str:
    """For DuckDB's regular expressions."""
    return r"[\pL\pN]*[^\pL\pN]+".join(words)


def _rows_of(words: list[str]) -> str:
    """For Python's, to the end of the last word."""
    return r"[^\W_]*[\W_]+".join(words) + r"[^\W_]*"
