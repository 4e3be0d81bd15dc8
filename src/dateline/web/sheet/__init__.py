"""A record as a sheet for people: its text with every finding marked, and a card for each."""

from dateline.web.sheet.card import KINDS, Card, Row, Value
from dateline.web.sheet.sheet import Sheet, lay_out

__all__ = ["KINDS", "Card", "Row", "Sheet", "Value", "lay_out"]
