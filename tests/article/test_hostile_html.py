"""HTML made to do harm: each page costs bounded time and memory and gives an error or an article."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time

import pytest

from build import tables
from dateline.article import Clean, build
from dateline.record import Document, Problem

clean = build(tables())

STORY = (
    "<p>The envoys of both states met on Monday in the old town hall and spoke for three hours of the road.</p>"
    "<p>The minister said on Tuesday that the talks would go on for a week and that nobody had left the table.</p>"
)
PAGE = "<html><head><title>Envoys meet</title></head><body><article><h1>Envoys meet</h1>{}</article></body></html>"


def nested(tag: str, times: int) -> str:
    return f"<{tag}>" * times + STORY + f"</{tag}>" * times


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
PAGES = {
    "nested divs": PAGE.format(nested("div", 100_000)),
    "nested inline": PAGE.format(nested("b", 100_000)),
    "nested lists": PAGE.format(nested("ul><li", 50_000)),
    "nested tables": PAGE.format(nested("table><tr><td", 30_000)),
    "nested quotes": PAGE.format(nested("blockquote", 100_000)),
    "never closed": PAGE.format("<div><p><a href='x'>" * 50_000 + STORY),
    "only closed": PAGE.format("</div>" * 200_000 + STORY),
    "attribute of 50 MB": PAGE.format(f'<img src="data:{"A" * 50_000_000}">' + STORY),
    "attribute without end": PAGE.format(STORY + '<img src="' + "A" * 5_000_000),
    "a million attributes": PAGE.format("<p " + " ".join(f"a{n}=1" for n in range(300_000)) + ">" + STORY),
    "entities": PAGE.format("<p>" + "&amp;&lt;&#65;&nbsp;&notanentity;" * 100_000 + "</p>" + STORY),
    "billion laughs": f'<!DOCTYPE html [<!ENTITY a0 "ha">{ENTITIES}]>' + PAGE.format("<p>&a11;</p>" + STORY),
    "numbers of characters": PAGE.format("<p>" + "&#99999999999;&#xD800;&#0;" * 50_000 + "</p>" + STORY),
    "comments": PAGE.format("<!--" * 200_000 + STORY),
    "many comments": PAGE.format("<!-- a -->" * 200_000 + STORY),
    "many paragraphs": PAGE.format("<p>The envoy left for Rome on Monday, he said, and slept.</p>" * 20_000),
    "many links": PAGE.format(STORY + '<a href="/a">An envoy leaves for Rome</a>' * 40_000),
    "many headings": PAGE.format("<h1>Envoys meet in Rome again</h1>" * 20_000 + STORY),
    "many scripts": PAGE.format('<script type="application/ld+json">{"@type":"NewsArticle"}</script>' * 20_000 + STORY),
    "deep data": PAGE.format('<script type="application/ld+json">' + "[" * 400_000 + "</script>" + STORY),
    "wide data": PAGE.format('<script type="application/ld+json">[' + "{}," * 150_000 + "{}]</script>" + STORY),
    "long word": PAGE.format("<p>" + "a" * 900_000 + "</p>" + STORY),
    "long line": PAGE.format("<p>" + "An envoy, " * 90_000 + "</p>" + STORY),
    "spaces": PAGE.format("<p>" + " " * 2_000_000 + "</p>" + STORY),
    "angles": PAGE.format("<" * 500_000 + STORY),
    "nothing": "<html></html>",
    "nulls": PAGE.format("\x00" * 100_000 + STORY),
}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_cost_is_bounded(name: str) -> None:
    start = time.process_time()
    found = clean(Document(source="test", html=PAGES[name]))
    assert time.process_time() - start < 10
    assert isinstance(found, Clean) or (isinstance(found, Problem) and found.what)


@pytest.mark.parametrize(
    "name", ["attribute of 50 MB", "nested divs", "billion laughs", "many comments", "deep data", "nulls", "entities"]
)
def test_the_story_is_found_or_the_page_refused(name: str) -> None:
    found = clean(Document(source="test", html=PAGES[name]))
    assert isinstance(found, Problem) or "old town hall" in found.article.text
    if isinstance(found, Clean):
        assert len(found.article.text) < 1_100_000


@pytest.mark.parametrize("name", ["nested divs", "attribute of 50 MB", "billion laughs"])
def test_memory_is_bounded(name: str) -> None:
    """In a process of its own, which may take 1.5 GB at most."""
    code = (
        "import sys, json; sys.path[:0] = json.loads(sys.argv[1])\n"
        "from dateline.article import build; from dateline.lexicon import Tables; from dateline.record import Document\n"
        "html = sys.stdin.read(); build(Tables())(Document(source='x', html=html)); print('done')"
    )

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))

    arguments = [sys.executable, "-c", code, json.dumps(sys.path)]
    done = subprocess.run(arguments, input=PAGES[name], capture_output=True, text=True, preexec_fn=limit, check=False)
    assert done.stdout == "done\n", done.stderr[-500:]


INJECTED = [
    "<script>alert(1)</script>Envoys meet",
    "&lt;script&gt;alert(1)&lt;/script&gt;Envoys meet",
    "Envoys<img src=x onerror=alert(1)> meet",
    "Envoys \x1b[31mmeet\x1b[0m \u202eecaep",
    "Envoys\r\nSet-Cookie: a=b\x00 meet",
]


@pytest.mark.parametrize("title", INJECTED)
def test_scripts_in_titles_are_text_and_controls_are_gone(title: str) -> None:
    head = f"<head><title>{title}</title><meta property='og:title' content='{title}'></head>"
    page = f"<html>{head}<body><article><h1>{title}</h1>{STORY}</article></body></html>"
    found = clean(Document(source="test", html=page))
    assert isinstance(found, Clean)
    shown = found.article.title or ""
    assert shown
    assert all(c.isprintable() for c in shown), repr(shown)
    assert "alert" not in found.article.text
    assert "<img" not in shown
