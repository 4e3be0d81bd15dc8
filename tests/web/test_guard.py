"""Who may come in, and what may come in."""

from __future__ import annotations

import os
import signal
from typing import Any

import pytest
from litestar.testing import TestClient

from build_room import client, token
from dateline.web.room import Room

SHORT = {"text": "Kenya and Uganda signed a border treaty in Nairobi on Friday, officials said."}


def test_every_answer_forbids_what_is_inline_or_from_elsewhere(asking: TestClient[Any]) -> None:
    for path in ("/", "/nothing", "/static/room.css", "/api/openapi.json"):
        headers = asking.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"


def test_a_form_without_our_token_changes_nothing(asking: TestClient[Any]) -> None:
    asking.get("/")
    assert asking.post("/read", data=SHORT).status_code == 403
    assert asking.post("/read", data={**SHORT, "_csrf_token": "0" * 128}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "null"},
    ],
)
def test_another_site_s_page_can_not_ask_for_work(asking: TestClient[Any], headers: dict[str, str]) -> None:
    assert asking.post("/api/read", json=SHORT, headers=headers).status_code == 403


def test_a_name_that_is_not_ours_is_refused(asking: TestClient[Any]) -> None:
    assert asking.get("/", headers={"Host": "rebound.example"}).status_code == 421
    assert asking.get("/", headers={"Host": "localhost:8017"}).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/static/../settings.py", "/static/%2e%2e/settings.py", "/static/..%2f..%2f..%2fetc/passwd", "/static//etc/passwd"],
)
def test_no_path_leads_out_of_the_files(asking: TestClient[Any], path: str) -> None:
    assert asking.get(path).status_code == 404


def test_a_request_that_is_too_large_is_refused() -> None:
    with client(most_bytes=2_000) as asking:
        assert asking.post("/api/read", json={"text": "word " * 1_000}).status_code == 413


def test_who_asks_too_often_has_to_wait() -> None:
    with client(changes_a_minute=2) as asking:
        given = [asking.post("/api/read", json={}).status_code for _ in range(4)]
    assert given == [400, 400, 429, 429]


def test_nobody_comes_in_without_the_password() -> None:
    with client(password="a long password", host="0.0.0.0", addresses=False) as asking:
        page = asking.get("/", follow_redirects=False)
        assert (page.status_code, page.headers["location"]) == (303, "/sign-in?back=%2F")
        assert asking.post("/api/read", json=SHORT).status_code == 401
        bearer = {"Authorization": "Bearer a long password"}
        assert asking.post("/api/read", json={}, headers=bearer).status_code == 400
        assert asking.post("/api/read", json={}, headers={"Authorization": "Bearer other"}).status_code == 401


def test_a_session_is_kept_in_a_cookie_that_scripts_can_not_read() -> None:
    with client(password="a long password") as asking:
        form = asking.get("/sign-in").text.split('name="_csrf_token" value="')[1].split('"')[0]
        sent = {"password": "wrong", "back": "/", "_csrf_token": form}
        assert asking.post("/sign-in", data=sent).status_code == 401
        right = asking.post("/sign-in", data={**sent, "password": "a long password"}, follow_redirects=False)
        cookie = right.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert asking.get("/").status_code == 200
        asking.post("/sign-out", data={"_csrf_token": form})
        assert asking.get("/", follow_redirects=False).status_code == 303


@pytest.mark.parametrize(
    "back", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\r\nX: y"]
)
def test_signing_in_leads_nowhere_else(back: str) -> None:
    with client(password="a long password") as asking:
        form = asking.get("/sign-in").text.split('name="_csrf_token" value="')[1].split('"')[0]
        sent = {"password": "a long password", "back": back, "_csrf_token": form}
        assert asking.post("/sign-in", data=sent, follow_redirects=False).headers["location"] == "/"


def test_addresses_are_not_fetched_where_that_is_off() -> None:
    with client(addresses=False) as asking:
        answer = asking.post("/api/read", json={"url": "https://example.org/story"})
        assert (answer.status_code, "fetches no addresses" in answer.json()["error"]) == (400, True)
        assert 'name="url"' not in asking.get("/").text


def test_a_killed_worker_costs_one_page() -> None:
    with client() as asking:
        assert asking.post("/api/read", json=SHORT).status_code == 200
        room = asking.app.state.room
        assert isinstance(room, Room)
        (pid,) = room.pool.pids()
        os.kill(pid, signal.SIGKILL)
        answer = asking.post("/api/read", json=SHORT)
        assert answer.status_code == 500
        assert "was killed" in answer.json()["error"]
        assert asking.post("/api/read", json=SHORT).status_code == 200


def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    with client(reading_seconds=2.0, most_text=3_000_000) as asking:
        assert asking.post("/api/read", json=SHORT).status_code == 200
        slow = asking.post("/api/read", json={"text": (SHORT["text"] + " ") * 11_000})
        assert (slow.status_code, "not read within" in slow.json()["error"]) == (503, True)
        assert asking.post("/api/read", json=SHORT).status_code == 200


def test_the_form_s_token_is_of_this_server() -> None:
    with client() as one, client() as other:
        assert other.post("/read", data={**SHORT, "_csrf_token": token(one)}).status_code == 403
