"""How pages are looked at: sorts of browsers, and what keeps people out."""

from __future__ import annotations

from typing import Any

DARK = {"color_scheme": "dark"}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
PLAIN = {"java_script_enabled": False}
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def violations(tab: Any) -> list[str]:
    """What axe finds on a page."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(tab, options={"runOnly": _RULES})
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found.response["violations"]]
