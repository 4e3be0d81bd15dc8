"""The parameters that the API's lists share, each said once."""

from __future__ import annotations

from typing import Annotated

from litestar.params import QueryParameter

Most = Annotated[int, QueryParameter(ge=1, le=1_000, description="How many rows at most.")]
Before = Annotated[int | None, QueryParameter(ge=0, lt=10**15, description="Rows whose `n` is below this: the next page.")]
Words = Annotated[
    str | None, QueryParameter(name="q", max_length=300, description="Words that must all stand there, or their beginnings.")
]
Since = Annotated[
    str | None, QueryParameter(name="from", max_length=40, description="From this date on: 2016-12-16, 2016-12 or 2016.")
]
Until = Annotated[str | None, QueryParameter(name="to", max_length=40, description="Up to this date.")]
Who = Annotated[
    str | None,
    QueryParameter(max_length=300, description="A name, or a country's code; a state stands for all that act for it."),
]
Several = Annotated[list[str] | None, QueryParameter(description="Keeps these; may stand several times.")]
