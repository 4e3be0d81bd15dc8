"""Says in words what a time was counted from."""

from __future__ import annotations

from dateline.times.anchors import Anchors
from dateline.times.find import Found

_NOW_KINDS = ("weekday", "day", "weekend", "holiday", "quarter", "half", "season")


def explain(item: Found, anchors: Anchors) -> str:
    """The rule and the anchor: `weekday: counted from 2016-12-16 (published)`."""
    anchor = _anchor(item, anchors)
    return f"{item.rule}: {anchor}" if anchor else f"{item.rule}: as written"


def _anchor(item: Found, anchors: Anchors) -> str:
    slots = item.slots.get("of", item.slots.get("day") if item.kind == "clock" else item.slots)
    if not isinstance(slots, dict) or "year" in slots:
        return "" if isinstance(slots, dict) else _told(anchors)
    if (
        slots.get("from") == "focus"
        or slots["kind"] == "day_of_month"
        or slots.get("way") in ("following", "previous", "that")
    ):
        return _told(anchors)
    if anchors.narrative and anchors.focus is not None and slots["kind"] not in ("decade", "century"):
        return _told(anchors)
    if slots["kind"] in _NOW_KINDS or slots.get("from") == "now" or "month" in slots:
        return _published(anchors) if anchors.now is not None else _told(anchors)
    return ""


def _published(anchors: Anchors) -> str:
    return f"counted from {anchors.now.value} (published)" if anchors.now is not None else ""


def _told(anchors: Anchors) -> str:
    return f"counted from {anchors.focus.value} (told before)" if anchors.focus is not None else ""
