"""`dateline serve`: what it refuses to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.app import app


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--host", "0.0.0.0"], "give a password with --token or --password-file"),
        (["--host", "192.168.1.5", "--token", "short"], "fewer than 8 characters"),
        (["nowhere"], "there is no record here"),
        (["--password-file", "nowhere"], "the password can't be read"),
    ],
)
def test_a_wrong_request_is_one_line_and_status_2(options: list[str], told: str) -> None:
    result = CliRunner().invoke(app, ["serve", *options])
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = CliRunner().invoke(app, ["serve", "--port", str(taken.getsockname()[1])])
    assert result.exit_code == 2
    assert "can't be listened on" in result.stderr
