"""Damaged web archives: whether one breaks off, and where its next record may begin."""

from __future__ import annotations

import re
import zlib
from typing import IO

_BLOCK = 1 << 20  # bytes
_MOST_TAIL = 64 << 20  # bytes behind the last record that was read which are looked at
_MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")  # the head of a gzip member
_HEAD = re.compile(rb"(?:^|\r?\n\r?\n)(?=WARC/1\.\d\r?\n)")
_LONGEST = 16  # bytes that a head may take
_LENGTH = re.compile(rb"\r?\ncontent-length:[ \t]*(\d{1,18})[ \t]*\r?\n", re.IGNORECASE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")


def begins_zipped(stream: IO[bytes]) -> bool:
    """Whether an archive is zipped; the stream is left where it is."""
    head = stream.peek(2)[:2] if hasattr(stream, "peek") else b""
    if not head and stream.seekable():
        at = stream.tell()
        head = stream.read(2)
        stream.seek(at)
    return bytes(head) == b"\x1f\x8b"


def find_next(stream: IO[bytes], begin: int, *, zipped: bool) -> int | None:
    """The byte at or behind `begin` at which a record may begin, or None where there is none or we can't go there."""
    if not stream.seekable():
        return None
    stream.seek(begin)
    pattern = _MEMBER if zipped else _HEAD
    at, kept = begin, b""
    while part := stream.read(_BLOCK):
        block = kept + part
        m = pattern.search(block)
        if m is not None and not (m.start() == m.end() == 0 and kept):
            return at + m.end() if not zipped else at + m.start()
        kept = block[-_LONGEST:]
        at += len(block) - len(kept)
    return None


def next_inside(data: bytes) -> int:
    """Where in a body the next record of the archive begins, 0 where none does."""
    m = _HEAD.search(data, 1)
    return m.start() if m else 0


def ends_early(stream: IO[bytes], last: int, *, zipped: bool) -> bool:
    """Whether an archive breaks off behind the record at `last`, inside a gzip member or a record."""
    if not stream.seekable():
        return False
    stream.seek(last)
    if not zipped:
        return _record_is_open(stream)
    head = stream.read(4)
    stream.seek(last if _MEMBER.match(head) else 0)  # where one member holds the whole archive, no record begins one
    return _member_is_open(stream)


def _member_is_open(stream: IO[bytes]) -> bool:
    unzip = zlib.decompressobj(wbits=31)
    open_, left = False, _MOST_TAIL
    while left > 0 and (part := stream.read(_BLOCK)):
        left -= len(part)
        while part:
            try:
                unzip.decompress(part, _BLOCK)
            except zlib.error:
                return not part.strip(b"\x00")  # what pads an archive is no record
            open_ = not unzip.eof
            part = unzip.unused_data if unzip.eof else unzip.unconsumed_tail
            if unzip.eof:
                unzip = zlib.decompressobj(wbits=31)
    return open_ and left > 0


def _record_is_open(stream: IO[bytes]) -> bool:
    data = stream.read(_MOST_TAIL)
    if len(data) == _MOST_TAIL:
        return False
    while data.startswith(b"WARC/1."):
        end, length = _HEAD_END.search(data), _LENGTH.search(data)
        if end is None or length is None or length.start() > end.start():
            return True
        rest = data[end.end() :]
        if len(rest) < int(length.group(1)):
            return True
        data = rest[int(length.group(1)) :].lstrip(b"\r\n")
    return bool(data.strip(b"\r\n\x00 "))
