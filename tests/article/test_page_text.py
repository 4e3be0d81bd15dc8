from __future__ import annotations

from pathlib import Path

import pytest

from build import tables
from dateline.article import Clean, build
from dateline.record import Document, Problem

clean = build(tables())
SAMPLE = Path(__file__).parents[2] / "docs" / "sample" / "page.txt"

PROSE = [
    "Norway and Finland will open a joint rescue centre at the border, their defence ministers said in Kirkenes on Tuesday.",
    "The centre will have two helicopters and a staff of forty, Finnish minister Jo Low told reporters after the meeting.",
    '"We have waited for this for ten years," said his Norwegian colleague. "Now it will be built within two."',
    "Work is to begin in the spring. The cost will be shared, and Sweden has been invited to take part from the start.",
]


def read(text: str, **fields: str) -> Clean:
    found = clean(Document(source="test", text=text, **fields))  # type: ignore[arg-type]
    assert isinstance(found, Clean)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Kerry met Lavrov in Geneva.",
        "Rebels seize town",
        "\n\n".join(PROSE),
        "\nBackground\n\n" + "\n".join(PROSE) + "\n",
        "A headline above the text\n\nMonday, May 3, 2021\n\n" + "\n\n".join(PROSE),
        "By Jo Low\n" + "\n".join(PROSE),
        "  " + PROSE[0] + "  \n\t" + PROSE[1],
        "The members are:\n- Norway\n- Finland\n- Sweden\n" + PROSE[0],
    ],
)
def test_clean_text_comes_through_untouched(text: str) -> None:
    found = read(text)
    assert found.article.text == text
    assert found.blocks


def test_a_scraped_page_loses_its_furniture() -> None:
    page = "\n".join(
        [
            "Home | World | Sport | Business",
            "Subscribe",
            "Nordic neighbours plan a rescue centre",
            "By Jo Low",
            "Published 4 May 2021 10:20",
            "Share Tweet Email",
            *PROSE[:2],
            "Advertisement",
            "Who Pays",
            *PROSE[2:],
            "Tags: Norway, Finland, Kirkenes",
            "Read next",
            "Ferry strike enters its third week",
            "Comments (12)",
            "Anna: What a waste of our money this is, as always.",
            "© 2021 The Valley Courier. All rights reserved.",
        ]
    )
    found = read(page)
    article = found.article
    assert article.text == "\n\n".join([*PROSE[:2], "Who Pays", *PROSE[2:]])
    assert article.title == "Nordic neighbours plan a rescue centre"
    assert article.byline == ("Jo Low",)
    assert article.published is not None
    assert (article.published.value, article.published.from_) == ("2021-05-04", "metadata")
    assert article.keywords == ("Norway", "Finland", "Kirkenes")
    assert article.related == ("Ferry strike enters its third week",)
    assert [s.heading for s in article.sections] == ["Who Pays"]
    assert [b.kind for b in found.blocks] == ["paragraph", "paragraph", "heading", "paragraph", "paragraph"]


def test_a_single_line_of_furniture_goes_and_the_rest_stays() -> None:
    found = read("\n\n".join([*PROSE, "Read more: Ferry strike enters its third week"]))
    assert found.article.text == "\n\n".join(PROSE)


def test_the_sample_page() -> None:
    found = read(SAMPLE.read_text(encoding="utf-8"))
    article = found.article
    for words in ("short URL", "Listen Live", "GMT", "Telegram", "Lake Prespa Villages", "Comment via", "standards"):
        assert words not in article.text
    assert [s.heading for s in article.sections] == ["A Vote to Come", "Protests on Both Sides"]
    assert all(article.text[s.start :].startswith(s.heading) for s in article.sections)
    assert article.keywords == ("Alexis Tsipras", "Zoran Zaev", "Greece", "North Macedonia", "Lake Prespa")
    assert len(article.related) == 2
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("PSARADES, Greece", "Sample News")
    assert article.published is not None
    assert article.published.value == "2018-06-17"  # by its dateline; the page's clock is no date of the story
    assert article.language == "en"
    starts = [article.text[b.start : b.end].split()[0] for b in found.blocks]
    assert starts[:3] == ["Greece", "Greek", "Under"]


def test_a_dateline_stays_in_the_text_and_out_of_the_first_sentence() -> None:
    found = read("OSLO, May 4, 2021 (Reuters) - " + PROSE[0] + "\n" + PROSE[1])
    assert found.article.text.startswith("OSLO, May 4")
    assert found.article.text[found.blocks[0].start :].startswith("Norway")
    assert found.article.published is not None
    assert (found.article.published.value, found.article.published.from_) == ("2021-05-04", "dateline")


def test_given_and_address_beat_the_dateline_and_doubt_is_named() -> None:
    text = "OSLO, May 4, 2021 (Reuters) - " + PROSE[0]
    given = read(text, published="2021-05-04", url="https://example.org/2019/02/01/rescue").article.published
    assert given is not None
    assert given.from_ == "given"
    assert "2019-02-01" in given.why
    address = read(text, url="https://example.org/2021/05/05/rescue").article.published
    assert address is not None
    assert (address.value, address.from_) == ("2021-05-05", "url")
    assert "but" not in address.why  # a day apart is a matter of time zones


def test_a_hard_wrapped_text_has_a_block_a_paragraph() -> None:
    text = (
        "The harbour of the island was closed on Sunday after fishermen blocked\n"
        "the entrance with some sixty boats, the coast guard said in a statement\n"
        "that it sent to newspapers.\n\n"
        "The fishermen demand that the government withdraw from the accord which\n"
        "it signed with its northern neighbour in the autumn, and that it pay\n"
        "for the nets they have lost.\n"
    )
    found = read(text)
    assert found.article.text == text
    assert [found.article.text[b.start : b.end].count("\n") for b in found.blocks] == [2, 2]


@pytest.mark.parametrize("text", ["", "   \n \t", "Menu\nSearch\nShare\nSubscribe\nPrivacy Policy"])
def test_no_article_is_a_problem(text: str) -> None:
    found = clean(Document(source="page.txt", text=text))
    assert isinstance(found, Problem)
    assert found.source == "page.txt"
    assert found.mend


def test_a_text_that_is_too_long_is_a_problem() -> None:
    found = clean(Document(source="page.txt", text="The envoy left. " * 100_000))
    assert isinstance(found, Problem)
    assert "characters" in found.what


def test_another_language_is_named() -> None:
    german = "Die Minister haben sich am Montag in der Stadt getroffen, um über die Lage an der Grenze zu sprechen. " * 3
    assert read(german).article.language == "de"
