"""Drawings made by the server: numbers in, shapes out, printed by templates.  They read without a script."""

from dateline.web.charts.bars import Bars, draw_bars
from dateline.web.charts.world import Dot, World, draw_world

__all__ = ["Bars", "Dot", "World", "draw_bars", "draw_world"]
