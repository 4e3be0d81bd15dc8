from __future__ import annotations

from itertools import pairwise

import pytest

from dateline.web.charts.world import land, project

RINGS = [[tuple(map(float, p.split(","))) for p in ring.removeprefix("M").split("L")] for ring in land().split("Z") if ring]


def on_land(lon: float, lat: float) -> bool:
    """Whether a ray to the right crosses the coast an odd number of times."""
    x, y = project(lon, lat)
    crossed = 0
    for ring in RINGS:
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
            crossed += (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
    return crossed % 2 == 1


@pytest.mark.parametrize(
    ("lon", "lat", "dry"),
    [(65, 50, True), (105, 62, True), (177, 68, True), (25, 0, True), (70, 0, False), (60, 15, False), (-140, 40, False)],
    ids=["Kazakhstan", "Siberia", "Chukotka", "Congo", "Indian Ocean", "Arabian Sea", "Pacific"],
)
def test_land_that_goes_over_the_edge_of_the_map_is_drawn_whole(lon: float, lat: float, dry: bool) -> None:
    assert on_land(lon, lat) is dry
