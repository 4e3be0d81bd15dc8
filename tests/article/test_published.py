from __future__ import annotations

import pytest

from dateline.article.published import Evidence, choose_published, date_in_url


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://example.org/world/2016/12/16/summit", "2016-12-16"),
        ("https://example.org/world/20161216-summit.html", "2016-12-16"),
        ("https://example.org/2016/dec/16/summit", "2016-12-16"),
        ("https://example.org/2016/12/summit", "2016-12"),
        ("https://example.org/story-2016-12-16", "2016-12-16"),
        ("https://example.org/world/201612161048635", None),
        ("https://example.org/2016/13/45/summit", None),
        ("https://example.org/summit", None),
        (None, None),
    ],
)
def test_date_in_url(url: str | None, value: str | None) -> None:
    found = date_in_url(url)
    assert (found.value if found else None) == value


def test_trust_and_doubt() -> None:
    meta = Evidence("2021-05-04", "metadata", "JSON-LD says so")
    near = Evidence("2021-05-05", "url", "the address holds 2021-05-05")
    month = Evidence("2021-05", "url", "the address holds 2021-05")
    far = Evidence("2020-01-01", "dateline", "the dateline says January 1, 2020")
    chosen = choose_published([far, near, None, meta])
    assert chosen is not None
    assert (chosen.value, chosen.from_) == ("2021-05-04", "metadata")
    assert chosen.why == "JSON-LD says so; but the dateline says January 1, 2020"
    agreed = choose_published([meta, month])
    assert agreed is not None
    assert agreed.why == "JSON-LD says so"
    assert choose_published([None]) is None
