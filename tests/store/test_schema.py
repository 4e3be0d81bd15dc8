"""Every field of the record has its columns, and every column is filled from somewhere."""

from __future__ import annotations

import pytest

import dateline.record as record
from build_archive import ALL
from build_reader import reader
from dateline.record import Problem
from dateline.store.flat import columns
from dateline.store.rows import _IDS, Rows
from dateline.store.schema import TABLES, arrow_schema

STRUCTS = {
    "articles": record.Article,
    "entities": record.Entity,
    "mentions": record.Mention,
    "places": record.Place,
    "times": record.Time,
    "events": record.Event,
    "statements": record.Statement,
    "commitments": record.Commitment,
    "disputes": record.Dispute,
    "problems": record.Problem,
}


@pytest.mark.parametrize("table", STRUCTS)
def test_every_field_of_a_record_has_its_column(table: str) -> None:
    renamed = _IDS.get(table, {})
    wanted = {renamed.get(c, c) for c in columns(STRUCTS[table]) if not c.startswith("mentions_") and c != "mentions"}
    assert wanted <= set(TABLES[table])


def test_every_part_of_a_record_has_its_table() -> None:
    parts = set(record.Record.__struct_fields__) - {"id", "article", "made_by"}
    assert parts <= set(TABLES)


def test_rows_have_the_columns_that_are_written_down() -> None:
    rows = Rows()
    text = f"{' '.join(ALL)} Japan calls the islands the Northern Territories, while Russia calls them the Southern Kurils."
    rows.add(reader().read(text, published="2017-11-15"), "k1", "page.txt")
    rows.add_problem(Problem(source="no.txt", what="there is no such file", mend="check the name"), "k2")
    for table, found in rows.tables.items():
        assert found, f"the text gives no row of {table}"
        assert all(set(row) == set(TABLES[table]) for row in found), table


def test_types_are_arrows() -> None:
    schema = arrow_schema("events")
    assert schema.names == list(TABLES["events"])
    assert str(schema.field("actors").type).startswith("list<")
    assert str(schema.field("day").type) == "date32[day]"


def test_columns_can_be_named_without_quotes() -> None:
    duckdb = pytest.importorskip("duckdb")
    names = ", ".join(f"1 AS {n}" for n in {name for table in TABLES.values() for name in table})
    duckdb.connect().execute(f"SELECT {names}")
    assert not {"end", "start", "to", "by", "from"} & {name for table in TABLES.values() for name in table}
