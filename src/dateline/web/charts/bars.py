"""Time from left to right, cooperation upwards, conflict downwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

WIDTH, HALF = 960.0, 78.0  # of the drawing; HALF is the height of one side
_LEFT, _LABELS = 34.0, 22.0
_MOST_MONTHS = 150  # more are drawn as years


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """One month or year."""

    x: float
    width: float
    up: float
    down: float
    cooperation: int
    conflict: int
    period: str


class Tick(msgspec.Struct, frozen=True):
    """A label below the bars."""

    x: float
    text: str


class Bars(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing."""

    width: float
    height: float
    middle: float
    left: float
    most: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    unit: str


def draw_bars(months: Sequence[dict[str, Any]]) -> Bars | None:
    """The drawing of rows with `month`, `cooperation` and `conflict`; None where there are none."""
    counted: dict[str, tuple[int, int]] = {}
    for row in months:
        counted[f"{row['month']:%Y-%m}"] = (row["cooperation"], row["conflict"])
    if not counted:
        return None
    periods = _months(min(counted), max(counted))
    unit = "month"
    if len(periods) > _MOST_MONTHS:
        counted, unit = _by_year(counted), "year"
        periods = [f"{year:04d}" for year in range(int(min(counted)), int(max(counted)) + 1)]
    if len(periods) < 12:
        periods = _padded(periods, 12) if unit == "month" else periods
    most = max(max(pair) for pair in counted.values())
    step = (WIDTH - _LEFT) / len(periods)
    bars, ticks = [], []
    for number, period in enumerate(periods):
        x = _LEFT + number * step
        if period in counted:
            up, down = counted[period]
            bars.append(
                Bar(
                    x=round(x, 1),
                    width=round(max(step - 1.2, 0.8), 2),
                    up=_height(up, most),
                    down=_height(down, most),
                    cooperation=up,
                    conflict=down,
                    period=period,
                )
            )
        if _labelled(period, len(periods), step) and x < WIDTH - 46:
            ticks.append(Tick(round(x, 1), period if unit == "year" or not period.endswith("-01") else period[:4]))
    return Bars(
        width=WIDTH,
        height=2 * HALF + _LABELS + 8,
        middle=HALF + 4,
        left=_LEFT,
        most=most,
        bars=tuple(bars),
        ticks=tuple(ticks),
        unit=unit,
    )


def _height(count: int, most: int) -> float:
    """What there is shows, however much more there is elsewhere."""
    return round(max(count / most * HALF, 2.0), 1) if count else 0.0


def _months(first: str, last: str) -> list[str]:
    start, end = (int(m[:4]) * 12 + int(m[5:]) - 1 for m in (first, last))
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, end + 1)]


def _padded(periods: list[str], least: int) -> list[str]:
    """As many months as are wanted, the given ones in the middle."""
    before = (least - len(periods)) // 2
    first = max(int(periods[0][:4]) * 12 + int(periods[0][5:]) - 1 - before, 12)
    last = min(first + least - 1, date.max.year * 12 + 11)
    return _months(f"{first // 12:04d}-{first % 12 + 1:02d}", f"{last // 12:04d}-{last % 12 + 1:02d}")


def _by_year(counted: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    years: dict[str, tuple[int, int]] = {}
    for month, (up, down) in counted.items():
        before = years.get(month[:4], (0, 0))
        years[month[:4]] = (before[0] + up, before[1] + down)
    return years


def _labelled(period: str, number: int, step: float) -> bool:
    """Which labels leave each other room."""
    room = 56.0
    if len(period) == 4:
        return int(period) % max(int(room // step) + 1, 1) == 0
    if number * step / room >= number:
        return True
    years = number / 12
    every = max(int(years * room // (WIDTH - _LEFT)) + 1, 1)
    if years <= 2.5:
        return int(period[5:]) % 3 == 1
    return period.endswith("-01") and int(period[:4]) % every == 0
