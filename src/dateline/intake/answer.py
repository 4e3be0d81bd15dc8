"""The answer of a server, read within bounds and unpacked as it comes in."""

from __future__ import annotations

import http.client
import zlib
from typing import NamedTuple

from dateline.intake.limits import in_words


class Answer(NamedTuple):
    """Status, headers and body."""

    status: int
    headers: http.client.HTTPMessage
    data: bytes


def read_answer(response: http.client.HTTPResponse, most: int, *, cut: bool = False) -> Answer:
    """The whole answer; with `cut` no more than `most` bytes of one that is longer.

    A small answer can't unpack into a huge one.  Raises ValueError for one that is too large, that is packed in a way we
    did not ask for, or that breaks off before the length it promised; zlib.error, OSError, http.client.HTTPException.
    """
    packed = response.headers.get("Content-Encoding", "").strip().lower()
    if packed not in {"", "identity", "gzip", "x-gzip"}:
        raise ValueError(f"it is packed as '{packed[:20]}', which we did not ask for")
    promised = response.length  # None where the answer comes in chunks or without a length
    if promised is not None and promised > most and not packed and not cut:
        raise ValueError(f"it is larger than {in_words(most)}")
    unzip = zlib.decompressobj(wbits=47) if packed not in {"", "identity"} else None
    parts: list[bytes] = []
    size = came = 0
    while size <= most and (raw := response.read1(65_536)):
        came += len(raw)
        part = unzip.decompress(raw, most + 1 - size) if unzip else raw
        size += len(part)
        parts.append(part)
        if unzip is not None and unzip.eof:
            break  # what follows is no part of it, and may never end
    if size > most:
        if not cut:
            raise ValueError(f"it is larger than {in_words(most)}")
    elif unzip is not None and came and not unzip.eof:
        raise ValueError("it breaks off inside its gzip data")
    elif unzip is None and promised is not None and came < promised:
        raise ValueError(f"it breaks off: {came:,} of {promised:,} bytes came")
    return Answer(response.status, response.headers, b"".join(parts)[:most])
