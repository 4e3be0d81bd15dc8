"""The front door in a real browser."""

from __future__ import annotations

from typing import Any

import pytest

from build_room import SAMPLE
from looking import DARK, PHONE, PLAIN, violations


def read_sample(tab: Any, address: str) -> None:
    tab.goto(f"{address}/sample")
    tab.click("#go")
    tab.wait_for_selector(".reading", timeout=90_000)


@pytest.mark.parametrize("tab", [{}, DARK, PHONE], indirect=True, ids=["light", "dark", "phone"])
def test_the_door_and_the_reading_are_for_everybody(tab: Any, address: str) -> None:
    tab.goto(address)
    assert violations(tab) == []
    read_sample(tab, address)
    assert violations(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_pointing_at_a_card_lights_the_words_it_rests_on(tab: Any, address: str) -> None:
    read_sample(tab, address)
    card = tab.locator(".group .card.k-e[data-spots*=who]").first
    card.hover()
    lit = tab.locator(".body .m.on")
    assert card.locator("blockquote").inner_text() in lit.all_inner_texts()
    roles = {spot.split(":")[1].replace("_", " ") for spot in card.get_attribute("data-spots").split()}
    assert roles - {""} <= set(lit.evaluate_all("marks => marks.map(m => m.dataset.role)"))


def test_pointing_at_words_lights_their_card_and_brings_it_into_view(tab: Any, address: str) -> None:
    read_sample(tab, address)
    mark = tab.locator(".body a.m-e", has_text="promised").first
    mark.scroll_into_view_if_needed()
    mark.hover()
    tab.wait_for_selector(".group .card.k-e.on")
    lit = tab.locator(".group .card.k-e.on").first
    assert lit.locator("blockquote").inner_text() == "promised"
    pane, box = tab.locator(".record").bounding_box(), lit.bounding_box()
    assert pane["y"] <= box["y"] < pane["y"] + pane["height"]


@pytest.mark.parametrize("tab", [{}, PHONE], indirect=True, ids=["desk", "phone"])
def test_words_with_several_findings_show_all_of_them(tab: Any, address: str) -> None:
    read_sample(tab, address)
    mark = tab.locator(".body a.m-n.m-p").first
    mark.click()
    shown = tab.locator("#here .card")
    assert shown.count() == len(mark.get_attribute("data-of").split())
    tab.keyboard.press("Escape")
    assert tab.locator("#here").is_hidden()


def test_the_keyboard_goes_from_mark_to_mark_and_opens_one(tab: Any, address: str) -> None:
    read_sample(tab, address)
    tab.locator(".body a.m").first.focus()
    first = tab.evaluate("document.activeElement.dataset.at")
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("document.activeElement.dataset.at") != first
    tab.keyboard.press("Enter")
    assert tab.locator("#here .card").count() >= 1
    tab.keyboard.press("Tab")
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.classList.contains('m')")


def test_a_kind_can_be_hidden(tab: Any, address: str) -> None:
    read_sample(tab, address)
    tab.uncheck("#show-n")
    assert tab.locator(".g-n").is_hidden()
    assert tab.locator(".g-e").is_visible()


@pytest.mark.parametrize("tab", [PLAIN], indirect=True)
def test_all_of_it_reads_without_a_script(tab: Any, address: str) -> None:
    tab.goto(f"{address}/sample")
    tab.click("#go")
    tab.wait_for_selector(".reading", timeout=90_000)
    mark = tab.locator(".body a.m-e").first
    mark.click()
    assert tab.locator(".card:target").count() == 1
    tab.locator(".card:target .find").click()
    assert tab.locator(".m:target").count() == 1
    tab.uncheck("#show-n")
    assert tab.locator(".g-n").is_hidden()


def test_a_dropped_file_is_read(tab: Any, address: str) -> None:
    tab.goto(address)
    drop = """text => {
        const data = new DataTransfer();
        data.items.add(new File([text], "page.txt", { type: "text/plain" }));
        const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
        document.querySelector(".paste").dispatchEvent(drop);
    }"""
    tab.evaluate(drop, SAMPLE)
    tab.wait_for_selector(".reading", timeout=90_000)
    assert "Prespa" in tab.locator(".body").inner_text()


@pytest.mark.parametrize(
    "text",
    [
        "وقعت كينيا اتفاقا. Kenya and Uganda signed a treaty in Nairobi on Friday. وقال الرئيس ذلك.",
        "Kenya signed " + "x" * 5_000 + " with Uganda in Nairobi on Friday.",
        "<b>Kenya</b> and Uganda signed a treaty on Friday <script>document.title = 'hacked'</script>"
        "<img src=x onerror=\"document.title='hacked'\">.",
    ],
    ids=["right to left", "very long word", "hostile"],
)
@pytest.mark.parametrize("tab", [PHONE], indirect=True)
def test_odd_texts_break_nothing(tab: Any, address: str, text: str) -> None:
    tab.goto(address)
    tab.fill("#text", text)
    tab.click("#go")
    tab.wait_for_selector(".reading, .trouble", timeout=90_000)
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert tab.title() != "hacked"
