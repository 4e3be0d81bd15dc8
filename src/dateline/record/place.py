"""Where: places with coordinates."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.record.entity import Mention

Resolution = Literal["country", "region", "city", "feature"]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place named in the text; `lat`/`lon` in degrees (WGS 84), `geonames` the GeoNames id where there is one."""

    id: str
    name: str
    resolution: Resolution
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    mentions: tuple[Mention, ...] = ()
    why: str = ""
