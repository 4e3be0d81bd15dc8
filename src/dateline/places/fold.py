"""One spelling for the many that one name has: the key under which names are kept and looked up."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ə": "e",
    "ħ": "h",
    "ŋ": "n",
}
# Apostrophes, ayn and full stops carry nothing: "Sana'a" = "Sanaa", "U.S." = "US", "St. Louis" = "St Louis".
_DROPPED = dict.fromkeys(map(ord, "'’‘ʼʻʿʾ`´.ʹ"))
_BREAKS = {ord(c): " " for c in "-–—‑/_,"}
_TRANSLATION: dict[int, str | None] = {**_DROPPED, **_BREAKS, **{ord(k): v for k, v in _LETTERS.items()}}
_SPACE = re.compile(r"\s+")
# "Saint Petersburg" and "St. Petersburg", "Mount Sinai" and "Mt Sinai", "Fort Hood" and "Ft. Hood" are one key.
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "&": "and"}


def fold(name: str) -> str:
    """The key of a name: small letters without marks, points and apostrophes, hyphens as spaces, `the` left out.

    >>> fold("Saint-Étienne"), fold("St. Louis"), fold("the Hague")
    ('st etienne', 'st louis', 'hague')
    """
    key = name.lower().translate(_TRANSLATION)
    if not key.isascii():
        parts = unicodedata.normalize("NFKD", key)
        key = "".join(c for c in parts if not unicodedata.combining(c)).translate(_TRANSLATION)
    key = _SPACE.sub(" ", key).strip()
    first, _, rest = key.partition(" ")
    if rest:
        if first == "the":
            return fold(rest)
        short = _SHORT.get(first)
        if short:
            return f"{short} {rest}"
    return key
