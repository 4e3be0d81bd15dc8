"""Reading pages for the web: in processes of their own, within limits of size and time."""

from dateline.web.reading.pool import BusyError, DiedError, ReadingError, ReadingPool, SlowError
from dateline.web.reading.request import Wanted, WantedError, as_file, as_wanted
from dateline.web.reading.work import Answer

__all__ = [
    "Answer",
    "BusyError",
    "DiedError",
    "ReadingError",
    "ReadingPool",
    "SlowError",
    "Wanted",
    "WantedError",
    "as_file",
    "as_wanted",
]
