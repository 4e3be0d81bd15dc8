"""A folder of tables can bring an ontology of its own: the example in the docs, labour disputes."""

from __future__ import annotations

from pathlib import Path

from dateline.reader import Reader
from dateline.rules import check_rules

EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "labour"
TEXT = "Nurses began a strike on Monday over pay.\n\nThe union held talks with the government and ended the strike, it said."


def test_types_and_rules_are_replaced_wholesale() -> None:
    reader = Reader(tables=[EXAMPLE])
    record = reader.read(TEXT, published="2024-05-20")
    found = [(e.type, e.mode, e.contexts) for e in record.events if e.salience == "main"]
    assert ("STRIKE", "walkout", ("pay",)) in found
    assert {"BARGAIN", "SETTLE"} & {type_ for type_, _, _ in found}
    faults = [fault for fault in check_rules(reader) if "labour.toml" in fault]
    assert faults == []
