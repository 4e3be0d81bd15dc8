"""Loads the tables in `dateline/tables`, with a user's own folders laid over them; knows no table by heart."""

from dateline.lexicon.errors import TableError
from dateline.lexicon.examples import Example, Mark, parse_example
from dateline.lexicon.tables import Row, RuleSource, Tables

__all__ = ["Example", "Mark", "Row", "RuleSource", "TableError", "Tables", "parse_example"]
