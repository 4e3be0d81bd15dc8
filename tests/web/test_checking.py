"""Checking a fact: kept beside the record, shown on the fact, counted, given out as gold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from build_news import make_archive
from build_room import client, token

NAME = "Ada <b>Analyst</b>"


@pytest.fixture(scope="module")
def checking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient[Any]]:
    archive = make_archive(tmp_path_factory.mktemp("checked") / "record")
    with client(archive=archive, changes_a_minute=10_000) as found:
        yield found


def an_event(asking: TestClient[Any]) -> dict[str, Any]:
    return next(r for r in asking.get("/api/happenings").json() if r["type"] == "AID")


def form(asking: TestClient[Any], **changed: str) -> dict[str, str]:
    event = an_event(asking)
    sent = {"article": event["article"], "fact": event["event"], "kind": "event", "type": "AID", "status": "actual"}
    sent |= {
        "actors": "Norway",
        "recipients": "Kenya",
        "date": "2017-01-14",
        "who": NAME,
        "reason": "",
        "verdict": "confirm",
    }
    return {**sent, "_csrf_token": token(asking), **changed}


def test_a_confirmed_fact_shows_who_and_stays_what_it_is(checking: TestClient[Any]) -> None:
    event = an_event(checking)
    before = checking.get(f"/api/articles/{event['article']}").content
    answer = checking.post("/check", data=form(checking), follow_redirects=False)
    assert answer.headers["location"] == f"/article/{event['article']}#{event['event']}"
    page = checking.get(f"/article/{event['article']}").text
    assert "Confirmed</strong> by Ada &lt;b&gt;Analyst&lt;/b&gt;" in page
    assert checking.get(f"/api/articles/{event['article']}").content == before


def test_a_correction_is_kept_with_its_reason_and_given_out_as_gold(checking: TestClient[Any]) -> None:
    sent = form(checking, verdict="correct", recipients="Kenya; World Food Programme", reason="the ship was WFP's")
    assert checking.post("/check", data=sent, follow_redirects=False).status_code == 303
    lines = [json.loads(line) for line in checking.get("/download/gold.jsonl").text.splitlines()]
    assert [line["fact"]["recipients"] for line in lines] == [["Kenya", "World Food Programme"]]
    (line,) = lines
    span = line["span"]
    assert line["text"][span["start"] : span["end"]] == span["text"]
    assert len(checking.get("/download/checks.jsonl").text.splitlines()) == len(checking.get("/api/checks").json())


def test_figures_by_type_are_shown(checking: TestClient[Any]) -> None:
    checking.post("/check", data=form(checking, who="Bo", verdict="reject", reason="no aid"))
    figures = checking.get("/api/agreement").json()
    assert [(f["type"], f["rejected"], f["twice"], f["agreed"]) for f in figures] == [("AID", 1, 1, 0)]
    assert re.search(r"<td>AID</td><td class=\"number\">1</td>", checking.get("/checks").text)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"who": " "}, "give a name"),
        ({"verdict": ""}, "say whether it is right"),
        ({"verdict": "reject"}, "say in a few words why"),
        ({"verdict": "correct", "reason": "x"}, "nothing was corrected"),
        ({"verdict": "correct", "reason": "x", "date": "some day"}, "is no date"),
        ({"verdict": "correct", "reason": "x", "kind": "statement"}, "stays of its kind"),
        ({"fact": "n1"}, "can be checked"),
        ({"fact": "../e1"}, "can be checked"),
    ],
)
def test_what_is_no_check_is_refused(checking: TestClient[Any], changed: dict[str, str], told: str) -> None:
    before = checking.get("/api/checks").json()
    answer = checking.post("/check", data=form(checking, **changed))
    assert answer.status_code == 400
    assert told in answer.text
    assert checking.get("/api/checks").json() == before


def test_a_check_needs_the_token_also_from_programs(checking: TestClient[Any]) -> None:
    sent = form(checking)
    assert checking.post("/check", data={k: v for k, v in sent.items() if k != "_csrf_token"}).status_code == 403
    body = {"article": sent["article"], "fact": sent["fact"], "verdict": "confirm", "who": "Program"}
    assert checking.post("/api/checks", json=body).status_code == 403
    mine = {"X-CSRFToken": checking.cookies["dateline_csrf"]}
    made = checking.post("/api/checks", json=body, headers=mine)
    assert made.status_code == 201
    assert made.json()["was"]["actors"] == ["Norway"]


def test_a_disk_that_is_full_costs_the_check_and_says_so(
    checking: TestClient[Any], archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline.store.local import LocalFolder

    def full(*_: Any) -> Any:
        raise OSError(28, "No space left on device")

    before = checking.get("/api/checks").json()
    monkeypatch.setattr(LocalFolder, "put", full)
    answer = checking.post("/check", data=form(checking))
    assert (answer.status_code, "No space left" in answer.text) == (507, True)
    monkeypatch.undo()
    assert checking.get("/api/checks").json() == before
    assert checking.post("/check", data=form(checking), follow_redirects=False).status_code == 303
