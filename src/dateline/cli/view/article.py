"""The head of the view: title, date, dateline, what the page says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from dateline.cli.view.lines import FAINT, NAME, clean, indented, joined
from dateline.record import Record


def head(record: Record, *, explain: bool) -> Iterator[RenderableType]:
    """A few lines on the article."""
    article = record.article
    yield Text(clean(article.title or _opening(article.text)), style=NAME)
    yield from (indented(Text(clean(line), style=FAINT)) for line in (_source(record), _published(record)) if line)
    if article.sections:
        yield indented(Text("sections: " + clean(" · ".join(s.heading for s in article.sections)), style=FAINT))
    if article.keywords:
        yield indented(Text("keywords: " + clean(", ".join(article.keywords)), style=FAINT))
    if article.related:
        yield indented(Text("related: " + clean(" · ".join(article.related)), style=FAINT))
    if explain:
        made = record.made_by
        yield indented(
            Text(f"record {record.id} · dateline {made.dateline} · {made.model} · tables {made.tables}", style=FAINT)
        )


def _opening(text: str) -> str:
    words = " ".join(text[:200].split())
    return words if len(words) < 80 else words[:79].rsplit(" ", 1)[0] + " …"


def _source(record: Record) -> str:
    article = record.article
    line = article.dateline
    filed = joined((line.place, line.agency, line.date), ", ") if line else None
    return joined((article.site, ", ".join(article.byline), filed, article.url))


def _published(record: Record) -> str:
    published = record.article.published
    return f"published {published.value} ({joined((published.from_, published.why), ': ')})" if published else ""
