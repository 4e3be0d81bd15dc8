"""The world in the Equal Earth projection, and dots on it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import Any

import msgspec

WIDTH, HEIGHT = 960.0, 470.0
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_SCALE = WIDTH / 2 / 2.7066
_ATLAS = "static/vendored/world-atlas-2.0.2-countries-110m.json"


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """A place, as large as what happened there."""

    x: float
    y: float
    size: float
    name: str
    count: int
    conflict: int
    link: str | None = None

    @property
    def tone(self) -> str:
        """What most of it was."""
        return "conflict" if self.conflict * 2 > self.count else "cooperation"


class World(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing."""

    land: str
    dots: tuple[Dot, ...]
    width: float = WIDTH
    height: float = HEIGHT


def draw_world(places: Sequence[dict[str, Any]]) -> World:
    """The drawing of rows with `place`, `lat`, `lon`, `happenings`, `conflict` and, where there is one, `link`."""
    most = max((p["happenings"] for p in places), default=1)
    dots = []
    for place in places:
        if place["lat"] is None or place["lon"] is None:
            continue
        x, y = project(place["lon"], place["lat"])
        size = 3.0 + 11.0 * sqrt(place["happenings"] / most)
        counts = {"count": place["happenings"], "conflict": place["conflict"]}
        dots.append(Dot(x=x, y=y, size=round(size, 1), name=place["place"], link=place.get("link"), **counts))
    return World(land=land(), dots=tuple(dots))


def project(lon: float, lat: float) -> tuple[float, float]:
    """Where a point of the Earth stands in the drawing."""
    t = asin(sqrt(3) / 2 * sin(radians(lat)))
    t2 = t * t
    t6 = t2 * t2 * t2
    x = radians(lon) * cos(t) / (sqrt(3) / 2 * (_A[0] + 3 * _A[1] * t2 + t6 * (7 * _A[2] + 9 * _A[3] * t2)))
    y = t * (_A[0] + _A[1] * t2 + t6 * (_A[2] + _A[3] * t2))
    return round(WIDTH / 2 + x * _SCALE, 1), round(HEIGHT / 2 - y * _SCALE, 1)


@cache
def land() -> str:
    """The land as the path of an SVG, from Natural Earth by way of world-atlas."""
    atlas = json.loads((files("dateline.web") / _ATLAS).read_text(encoding="utf-8"))
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append(project(x * sx + tx, y * sy + ty))
        arcs.append(points)
    return "".join(_path(ring, arcs) for ring in _rings(atlas["objects"]["land"]))


def _rings(shape: dict[str, Any]) -> Iterator[list[int]]:
    for inner in shape.get("geometries", ()):
        yield from _rings(inner)
    if shape["type"] == "Polygon":
        yield from shape["arcs"]
    elif shape["type"] == "MultiPolygon":
        for polygon in shape["arcs"]:
            yield from polygon


def _path(ring: list[int], arcs: list[list[tuple[float, float]]]) -> str:
    """One ring; an arc with its bits turned over is walked backwards."""
    points: list[tuple[float, float]] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    if points[0] == points[-1]:
        points.pop()
    # Over the edge of the map, as Fiji and Chukotka go, no line is drawn across the whole world: the ring is cut there, and
    # begins at a cut, so that each piece closes along the edge.
    cuts = [i for i in range(len(points)) if abs(points[i][0] - points[i - 1][0]) >= WIDTH / 2] or [0]
    points = points[cuts[0] :] + points[: cuts[0]]
    bounds = [i - cuts[0] for i in cuts] + [len(points)]
    return "".join("M" + "L".join(f"{x:.0f},{y:.0f}" for x, y in points[a:b]) + "Z" for a, b in pairwise(bounds))
