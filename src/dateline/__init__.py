"""Dateline: who did what to whom, who said what, who promised what and by when, each fact with its words.

>>> import dateline
>>> record = dateline.read("Russian President Vladimir Putin visited Japan on Thursday.")   # doctest: +SKIP
"""

from dateline.reader import Reader, ReadError

__all__ = ["ReadError", "Reader"]
