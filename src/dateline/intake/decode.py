"""Bytes to text: as declared, else as detected, else with what can't be read replaced; and says so."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
# Browsers read these names as Windows-1252, and pages are written by that.
_AS_CP1252 = {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii", "windows-1252", "cp1252"}
_DETECT_BYTES = 60_000
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
CONTROLS_NOTE = "it holds control characters, which are read as spaces"
_SURROGATES = re.compile("[\ud800-\udfff]")


class Decoded(NamedTuple):
    """Text and what was noteworthy in reading it."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, declared: str | None = None, html: bool = False) -> Decoded:
    """The text of `data`; `declared` is an encoding its carrier names, `html` looks for one inside."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_plain(data.decode(name, "replace")))
    declared = declared or (_inside(data) if html else None)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _other(data, declared)
    odd = declared and not data.isascii() and _canonical(declared) not in {"utf-8", None}
    note = (f"it is UTF-8 although '{declared}' is declared",) if odd else ()
    return Decoded(_plain(text), note)


def well_formed(text: str) -> str:
    """The text with lone surrogates, which no file can hold, replaced by the replacement character."""
    return _SURROGATES.sub("\ufffd", text) if _SURROGATES.search(text) else text


def _plain(text: str) -> str:
    return well_formed(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def _inside(data: bytes) -> str | None:
    m = _XML.search(data[:1024]) or _META.search(data[:8192])
    return m.group(1).decode("ascii") if m else None


def _canonical(name: str) -> str | None:
    if name.strip().lower() in _AS_CP1252:
        return "cp1252"
    try:
        info = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return None
    return info.name if getattr(info, "_is_text_encoding", True) else None


def _other(data: bytes, declared: str | None) -> Decoded:
    """Text of bytes that are not UTF-8."""
    name = _canonical(declared) if declared else None
    if name and name != "utf-8":
        try:
            return Decoded(_plain(data.decode(name)))
        except (UnicodeDecodeError, ValueError):
            pass
    lost = data.decode("utf-8", "replace")
    bad = lost.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    many = sum(b > 127 for b in data[:_DETECT_BYTES]) + 1
    if bad <= 3 and many > bad * 10:  # one byte cut in a UTF-8 page is no reason to read it as something else
        return Decoded(_plain(lost), (f"{bad} character{'s' * (bad != 1)} could not be decoded as UTF-8 and were replaced",))
    said = f"'{declared}' is declared but wrong" if declared else "no encoding is declared and it is not UTF-8"
    guess = _detect(data)
    if guess:
        try:
            return Decoded(_plain(data.decode(guess)), (f"{said}: read as {guess}, which was guessed",))
        except (UnicodeDecodeError, LookupError, ValueError):
            pass
    note = f"{said}: read as Windows-1252, and what that lacks was replaced"
    return Decoded(_plain(data.decode("cp1252", "replace")), (note,))


def _detect(data: bytes) -> str | None:
    """The likeliest encoding; Western text, the common case, is settled before the slow detector is asked."""
    from charset_normalizer import from_bytes

    part = data[:_DETECT_BYTES]
    high = sum(b > 127 for b in part)
    if high <= len(part) * 0.05 and _is_western(part):
        return "cp1252"
    best = from_bytes(part).best()
    return best.encoding if best else None


def _is_western(part: bytes) -> bool:
    """Whether bytes beyond ASCII are few and those of quotes, dashes and accented letters in Windows-1252."""
    high = [b for b in part if b > 127]
    usual = sum(b in (0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xA0, 0xA3) or b >= 0xC0 for b in high)
    words = len(re.findall(rb"\b(?:the|of|and|to|in|that|said)\b", part))
    return usual >= len(high) * 0.9 and words * 30 > len(part.split())
