"""Takes docs/reading_room_light.png and _dark.png, the sample page in the reading room: `make picture`.  Needs chromium."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))


def main() -> None:
    """Writes the pictures."""
    from build_room import serving

    where = shutil.which("chromium")
    with serving() as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=where, args=["--no-sandbox", "--disable-background-networking"])
        for name in ("light", "dark"):
            tab = browser.new_page(viewport={"width": 1080, "height": 640}, color_scheme=name)  # type: ignore[arg-type]
            tab.goto(f"{address}/sample")
            tab.click("#go")
            tab.wait_for_selector(".reading", timeout=90_000)
            tab.locator(".group .card.k-e").nth(1).hover()
            tab.locator(".reading").evaluate("e => e.scrollIntoView()")
            tab.screenshot(path=HERE / f"reading_room_{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
