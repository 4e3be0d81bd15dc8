"""What `import dateline` offers, and how little it costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import dateline


@pytest.mark.parametrize("name", dateline.__all__)
def test_public_name_is_there_and_described(name: str) -> None:
    assert getattr(dateline, name).__doc__
    assert name in dir(dateline)


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        dateline.nothing  # noqa: B018


@pytest.mark.parametrize("call", ["import dateline", "import dateline.cli.app, dateline.cli.view"])
def test_import_loads_no_heavy_room(call: str) -> None:
    heavy = "{'spacy', 'numpy', 'trafilatura', 'lxml', 'pyarrow', 'duckdb', 'dateline.steps'}"
    code = f"import sys; {call}; print(sorted(set(sys.modules) & {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
