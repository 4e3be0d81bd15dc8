"""The pages of an archive whose articles are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from build_archive import put
from build_news import documents, make_archive
from build_room import client
from dateline.corpus import link


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient[Any]]:
    archive = make_archive(tmp_path_factory.mktemp("linked") / "record")
    news = documents()
    copy = (news[2].text or "").replace("(Example News)", "(Other Wire)") + " Nobody else was hurt, the police said."
    talks = "Kenya and Uganda held talks in Geneva on Sunday, diplomats said. The talks lasted three hours."
    more = [
        msgspec.structs.replace(news[2], source="other.jsonl:1", id="x1", text=copy, url="https://example.net/1"),
        msgspec.structs.replace(news[5], source="other.jsonl:2", id="x2", text=talks, title="Neighbours Meet"),
    ]
    put(archive, more)
    link(archive)
    with client(archive=archive) as found:
        yield found


def test_what_two_tell_stands_once_and_leads_to_both(linked: TestClient[Any]) -> None:
    page = linked.get("/happenings").text
    assert "are not joined" not in page
    (key,) = re.findall(r'href="/happening/(\w+)">2 independent reports', page)
    tellings = linked.get(f"/happening/{key}").text
    assert {"Talks in Geneva", "Neighbours Meet"} <= set(re.findall(r'class="source" [^>]*>([^<]+)<', tellings))


def test_an_article_names_its_copies(linked: TestClient[Any]) -> None:
    rows = linked.get("/api/happenings", params={"type": "ACCUSE"}).json()
    page = linked.get(f"/article/{rows[0]['article']}").text
    assert "1 near-copy of this story" in page


def test_promises_have_a_state_with_its_evidence(linked: TestClient[Any]) -> None:
    rows = linked.get("/api/promises").json()
    assert {r["state"] for r in rows} >= {"open"}
    assert all(r["state_why"] for r in rows)
    kept = linked.get("/promises", params={"state": "kept"}).text
    assert "Uganda withdrew its troops from the island" in kept
