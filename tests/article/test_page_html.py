# ruff: noqa: E501
from __future__ import annotations

import time

import pytest

from build import tables
from dateline.article import Clean, build
from dateline.record import Document, Problem

clean = build(tables())

BODY = [
    "Norway and Finland will open a joint rescue centre at the border, their defence ministers said in Kirkenes on Tuesday.",
    "The centre will have two helicopters and a staff of forty, Finnish minister Jo Low told reporters after the meeting.",
    "“We have waited for this for ten years,” said his Norwegian colleague. “Now it will be built within two.”",
    "Work is to begin in the spring. The cost will be shared, and Sweden has been invited to take part from the start.",
]
DATA = """{"@context": "https://schema.org", "@graph": [
 {"@type": "Organization", "@id": "#paper", "name": "The Valley Courier"},
 {"@type": "Person", "@id": "#anna", "name": "Anna Roe"},
 {"@type": "NewsArticle", "headline": "Nordic neighbours plan a rescue centre", "datePublished": "2021-05-04T23:30:00+02:00",
  "author": [{"@id": "#anna"}, {"@type": "Person", "name": "By Paul Loe"}], "publisher": {"@id": "#paper"},
  "keywords": ["Norway", "Finland"]}]}"""


def page(*, head: str = "", body: str = "", paragraphs: list[str] | None = None) -> str:
    text = "".join(f"<p>{p}</p>" for p in (BODY if paragraphs is None else paragraphs))
    return (
        f"<html><head><title>Nordic neighbours plan a rescue centre | The Valley Courier</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>Nordic neighbours plan a rescue centre</h1>{text}{body}</article></body></html>"
    )


def read(html: str, **fields: str) -> Clean:
    found = clean(Document(source="test", html=html, **fields))  # type: ignore[arg-type]
    assert isinstance(found, Clean), found
    return found


def test_linked_data_is_read_before_guessing() -> None:
    html = page(
        head=f'<script type="application/ld+json">{DATA}</script><link rel="canonical" href="https://example.org/n">'
    )
    article = read(html).article
    assert article.text == "\n\n".join(BODY)
    assert article.title == "Nordic neighbours plan a rescue centre"
    assert article.byline == ("Anna Roe", "Paul Loe")
    assert article.site == "The Valley Courier"
    assert article.url == "https://example.org/n"
    assert article.keywords == ("Norway", "Finland")
    assert article.published is not None
    assert (article.published.value, article.published.from_) == ("2021-05-04", "metadata")  # the publisher's own day


def test_meta_tags_are_read_where_there_is_no_linked_data() -> None:
    head = (
        '<meta property="og:title" content="Nordic neighbours plan a rescue centre - World - The Valley Courier">'
        '<meta property="article:published_time" content="2021-05-04T10:00:00Z"><meta name="author" content="Anna Roe">'
        '<meta property="og:site_name" content="The Valley Courier"><meta name="news_keywords" content="Norway, Finland">'
    )
    article = read(page(head=head)).article
    assert article.title == "Nordic neighbours plan a rescue centre"
    assert article.byline == ("Anna Roe",)
    assert article.site == "The Valley Courier"
    assert article.keywords == ("Norway", "Finland")
    assert article.published is not None
    assert article.published.value == "2021-05-04"


def test_what_stands_below_the_article_is_not_in_it() -> None:
    below = (
        "<p>Read more: Ferry strike enters its third week</p><h3>Most read</h3>"
        "<ul><li><a href='/a'>Storm closes the coastal road again</a></li></ul><p>© 2021 The Valley Courier. All rights reserved.</p>"
    )
    article = read(page(body=below)).article
    assert article.text == "\n\n".join(BODY)


def test_headings_make_sections() -> None:
    article = read(page(body=f"<h2>Who Pays</h2><p>{BODY[3]}</p><p>{BODY[2]}</p>")).article
    assert [s.heading for s in article.sections] == ["Who Pays"]
    assert article.text[article.sections[0].start :].startswith("Who Pays")


def test_a_shown_date_counts_where_there_is_no_other_and_a_comments_date_never_does() -> None:
    shown = '<span class="publish-date">Tuesday, May 4, 2021 10:15</span>'
    published = read(page(body=shown)).article.published
    assert published is not None
    assert published.value == "2021-05-04"
    comment = (
        '<div class="comments"><span class="comment-date">June 1, 2022</span></div><footer class="date">May 1, 2023</footer>'
    )
    assert read(page(body=comment)).article.published is None


def test_headlines_of_other_stories_are_related() -> None:
    aside = "<aside><a href='/a'>Storm closes the coastal road again</a><a href='/b'>Subscribe</a></aside>"
    assert read(page(body=aside)).article.related == ("Storm closes the coastal road again",)


def test_dates_that_disagree_are_named() -> None:
    head = '<meta property="article:published_time" content="2021-05-04T10:00:00Z">'
    published = read(page(head=head), url="https://example.org/2019/02/01/centre").article.published
    assert published is not None
    assert published.value == "2021-05-04"
    assert "2019-02-01" in published.why


def test_a_live_blog_and_a_wall_are_named() -> None:
    live = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Nordic neighbours plan"}</script>'
    assert "live blog" in read(page(head=live)).notes[0]
    wall = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "N", "isAccessibleForFree": "False"}</script>'
    assert "paywall" in read(page(head=wall)).notes[0]


HOSTILE = {
    "nested": "<html><body>" + "<div>" * 100_000 + "".join(f"<p>{p}</p>" for p in BODY),
    "attribute": "<html><body><p title='" + "x" * 50_000_000 + f"'>{BODY[0]}</p>" + "".join(f"<p>{p}</p>" for p in BODY),
    "open attribute": "<html><body><p title='" + "x" * 15_000_000,
    "entities": "<html><body><p>" + "&amp;" * 500_000 + "</p>",
    "elements": "<html><body>" + "<i></i>" * 300_000,
    "json": f'<html><head><script type="application/ld+json">{"[" * 100_000}</script></head><body><p>{BODY[0]}</p></body></html>',
    "unclosed": "<html><body>" + "<p " * 300_000,
    "binary": "<html>\x00\x01\x02</html>",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_pages_cost_little(name: str) -> None:
    start = time.process_time()
    found = clean(Document(source="test", html=HOSTILE[name]))
    assert isinstance(found, Clean | Problem)
    assert time.process_time() - start < 20


def test_script_in_a_title_is_text() -> None:
    html = page().replace("<h1>Nordic", "<h1>&lt;script&gt;alert(1)&lt;/script&gt; Nordic")
    title = read(html).article.title
    assert title is not None
    assert "<script>" not in read(html).article.text


@pytest.mark.parametrize(
    "html", ["<html></html>", "<p></p>", "<!-- nothing -->", "<html><body><nav>Home</nav></body></html>"]
)
def test_no_article_is_a_problem(html: str) -> None:
    found = clean(Document(source="page.html", html=html))
    assert isinstance(found, Problem)
    assert found.source == "page.html"
    assert found.mend
