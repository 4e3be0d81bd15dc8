"""What a string or a run of bytes looks like: HTML, JSON lines, or nothing that can be read as text."""

from __future__ import annotations

import re

_OPENERS = ("<!doctype", "<html", "<head", "<body", "<?xml", "<div", "<article", "<section", "<main", "<p>", "<p ", "<!--")
_TAGS = re.compile(r"<(?:html|head|body|meta|title|div|p|article|section|script)\b[^<>]*>", re.IGNORECASE)
# First bytes of kinds of file that people hand in by mistake, and what to call them in a message.
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
)
_CONTROLS = bytes(b for b in range(32) if not 9 <= b <= 13 and b != 27)  # of no use in texts


def looks_like_html(text: str) -> bool:
    """Whether a text opens with a tag that opens pages, or is full of such tags from the start."""
    head = text[:4000].lstrip("\ufeff \t\r\n")
    if not head.startswith("<"):
        return False
    return head[:12].lower().startswith(_OPENERS) or len(_TAGS.findall(head)) >= 3


def looks_like_jsonl(head: bytes) -> bool:
    """Whether bytes open with a line that is a JSON object (or the start of a long one)."""
    line = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0].strip()
    return line.startswith(b"{") and re.match(rb'\{\s*(?:"[^"\\]{1,60}"\s*:|\})', line) is not None


def binary_kind(head: bytes) -> str | None:
    """What kind of file that holds no text the first bytes belong to; None where they may be text."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_utf16(head):
        return None
    part = head[:4096]
    odd = len(part) - len(part.translate(None, _CONTROLS))
    zeros = part.count(0)  # one or two stand in texts that a program spoilt
    return "a binary file" if max(zeros * 2, odd) > len(part) * 0.1 else None


def _is_utf16(head: bytes) -> bool:
    """UTF-16 without a mark at its start: every second byte of Western text is zero."""
    part = head[:400]
    even, odd = part[0::2].count(0), part[1::2].count(0)
    return len(part) >= 8 and max(even, odd) > len(part) * 0.35 and min(even, odd) < len(part) * 0.05
