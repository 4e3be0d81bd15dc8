"""The API is what its description says, whatever it is asked."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings


@pytest.fixture(scope="module")
def operations(address: str) -> dict[str, Any]:
    """What the description of a room with an archive offers."""
    schema = schemathesis.openapi.from_url(f"{address}/api/openapi.json")
    found = [result.ok() for result in schema.get_all_operations()]
    return {operation.definition.raw["operationId"]: operation for operation in found}


@pytest.mark.parametrize(
    "name",
    [
        "actors",
        "agreement",
        "article",
        "check",
        "checks",
        "happenings",
        "months",
        "names",
        "places",
        "promises",
        "read",
        "statements",
    ],
)
def test_answers_are_as_described(operations: dict[str, Any], name: str) -> None:
    @given(case=operations[name].as_strategy())
    @settings(max_examples=20, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def asked(case: Any) -> None:
        answer = case.call()
        assert answer.status_code < 500, answer.text
        if answer.status_code < 300:
            case.validate_response(answer)

    asked()


def test_all_that_is_offered_is_tried(operations: dict[str, Any]) -> None:
    (tried,) = (m.args[1] for m in test_answers_are_as_described.pytestmark if m.name == "parametrize")  # type: ignore[attr-defined]
    assert sorted(operations) == tried
