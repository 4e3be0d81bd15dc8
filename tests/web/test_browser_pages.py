"""The archive's pages in a real browser."""

from __future__ import annotations

from typing import Any

import pytest

from looking import DARK, PHONE, PLAIN, violations

PAGES = [
    "/actors",
    "/actor?who=Kenya",
    "/pair?a=Kenya&b=Uganda",
    "/happenings",
    "/statements?q=treaty",
    "/promises",
    "/map",
    "/names",
    "/checks",
]


@pytest.mark.parametrize("tab", [{}, DARK, PHONE], indirect=True, ids=["light", "dark", "phone"])
def test_pages_are_for_everybody(tab: Any, address: str) -> None:
    found = {}
    for page in PAGES:
        tab.goto(f"{address}{page}")
        found[page] = violations(tab)
        assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page
    assert {page: faults for page, faults in found.items() if faults} == {}


@pytest.mark.parametrize("tab", [{}, PLAIN], indirect=True, ids=["script", "no script"])
def test_from_a_pair_to_the_sentence(tab: Any, address: str) -> None:
    tab.goto(f"{address}/actors")
    tab.fill("input[name=a]", "Kenya")
    tab.fill("input[name=b]", "Uganda")
    tab.click("text=What passed between them")
    tab.select_option("select[name=type]", "ASSAULT")
    tab.click("text=Show >> nth=0")
    assert "type=ASSAULT" in tab.url
    tab.locator(".row .source").first.click()
    assert tab.locator(".card:target").count() == 1


def test_the_map_zooms_and_its_dots_lead_on(tab: Any, address: str) -> None:
    tab.goto(f"{address}/map")
    tab.wait_for_selector(".globe.turning")
    before = tab.locator("#world .land").get_attribute("d")
    tab.locator("#globe").focus()
    tab.keyboard.press("+")
    tab.wait_for_function("d => document.querySelector('#world .land').getAttribute('d') !== d", arg=before)
    tab.keyboard.press("-")
    assert "/happenings?" in tab.locator("#world a").first.get_attribute("href")


def test_months_are_chosen_by_brushing(tab: Any, address: str) -> None:
    tab.goto(f"{address}/map")
    tab.wait_for_selector(".chart .brush .overlay")
    tab.locator(".downloads").scroll_into_view_if_needed()
    box = tab.locator(".chart .brush .overlay").bounding_box()
    tab.mouse.move(box["x"] + 5, box["y"] + 20)
    tab.mouse.down()
    tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + 30, steps=4)
    tab.mouse.up()
    tab.wait_for_url("**/map?from=2016-03&to=*")


@pytest.mark.parametrize("tab", [PLAIN], indirect=True)
def test_the_map_reads_without_a_script(tab: Any, address: str) -> None:
    tab.goto(f"{address}/map")
    assert tab.locator("#world circle").count() >= 3
    assert tab.locator("#places tbody tr").count() >= 3


def test_a_list_is_taken_along(tab: Any, address: str) -> None:
    tab.goto(f"{address}/happenings?type=AID")
    with tab.expect_download() as taken:
        tab.click("text=CSV")
    assert taken.value.suggested_filename == "dateline-happenings.csv"


def test_a_fact_is_checked_from_its_card(tab: Any, address: str) -> None:
    tab.goto(f"{address}/happenings?type=PROTEST")
    tab.locator(".row .source").first.click()
    tab.locator(".card:target .to-check a").click()
    assert violations(tab) == []
    tab.check("input[value=correct]")
    tab.fill("input[name=date]", "2017-05-08")
    tab.fill("textarea[name=reason]", "the march began on Monday")
    tab.fill("input[name=who]", "Ada")
    tab.click("text=Keep this check")
    assert "Corrected by Ada" in tab.locator(".card:target .checked").inner_text()
    tab.goto(f"{address}/checks")
    assert tab.locator("table.list tbody tr").count() == 1
    assert violations(tab) == []
