"""Tokens and sentences stand where the text has them, whatever the text looks like."""

from __future__ import annotations

import pytest

from build import blocks_of, parsed, parser
from dateline.language import ModelMissingError, Parser
from dateline.record import Block, Reading


def sentences(reading: Reading) -> list[str]:
    text = reading.article.text
    return [" ".join(text[s.start : s.end].split()) for s in reading.sentences]


TEXTS = [
    "The minister left Oslo. He will return on Monday.",
    "A heading\n\nThe talks ended.  No date was set.\n- one item\n",
    "Über Çankırı — “naïve”, he said… 🇫🇮 won 2–1.",
    "\u202eRight to left\u202c and\u00a0back.\x00 Control.",
    "   leading space\n\ttab\n",
    "e\u0301 combining, \ufb01 ligature, \u200bzero\u200bwidth",
    "!!! ??? ... --- ",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_token_stands_where_it_says(text: str) -> None:
    reading = parsed(text)
    for token in reading.tokens:
        assert text[token.start : token.end] == token.text
    starts = [t.start for t in reading.tokens]
    assert starts == sorted(starts)
    assert [t.i for t in reading.tokens] == list(range(len(reading.tokens)))


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_but_space_lies_between_tokens(text: str) -> None:
    covered = [False] * len(text)
    for token in parsed(text).tokens:
        covered[token.start : token.end] = [True] * len(token.text)
    assert not "".join(c for c, done in zip(text, covered, strict=True) if not done).strip()


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_partition_the_tokens(text: str) -> None:
    reading = parsed(text)
    tokens = [t for s in reading.sentences for t in reading.tokens[s.first : s.last]]
    assert tokens == list(reading.tokens)
    for s in reading.sentences:
        assert (s.start, s.end) == (reading.tokens[s.first].start, reading.tokens[s.last - 1].end)
        assert reading.tokens[s.first].sentence == s.number
        assert s.root.head is s.root


def test_heads_children_and_subtrees_agree() -> None:
    for t in parsed("The Finnish president, who met Erdogan in Ankara, praised the deal and left.").tokens:
        assert t.head is t or t in t.head.children
        assert all(c.head is t and t.left <= c.left and c.right <= t.right for c in t.children)
        assert t.left <= t.i <= t.right


def test_no_sentence_crosses_a_block() -> None:
    text = "Peace talks resume\nThe envoys of both sides met in Geneva\nNobody spoke to the press."
    assert sentences(parsed(text)) == text.split("\n")


def test_a_hard_wrapped_line_ends_no_sentence() -> None:
    text = "The foreign ministers of Greece and Turkey met\nin Athens on Friday\nto discuss the border and the refugees."
    (tokens, found), *_ = parser().parse([(text, [Block(start=0, end=len(text))])])
    assert len(found) == 1
    assert {t.text for t in tokens} >= {"met", "in", "border", "and"}
    assert all(text[t.start : t.end] == t.text for t in tokens)


def test_headings_are_marked() -> None:
    text = "A New Treaty\nIt was signed in Oslo."
    blocks = [Block(start=0, end=12, kind="heading"), Block(start=13, end=len(text))]
    (_, found), *_ = parser().parse([(text, blocks)])
    assert [s.heading for s in found] == [True, False]
    assert [s.block for s in found] == [0, 1]


def test_a_block_may_begin_after_a_dateline() -> None:
    text = "OSLO (NTB) - The talks ended."
    (tokens, found), *_ = parser().parse([(text, [Block(start=13, end=len(text))])])
    assert text[found[0].start : found[0].end] == "The talks ended."
    assert tokens[0].text == "The"


def test_a_very_long_line_is_read_in_pieces() -> None:
    text = "The envoy met the rebels. " * 3000
    reading = parsed(text)
    assert len(reading.sentences) >= 2999
    assert all(text[t.start : t.end] == t.text for t in reading.tokens[::97])


@pytest.mark.parametrize("run", ["x", "“", "a-", "“said”"])
def test_a_long_run_without_spaces_is_read_in_good_time(run: str) -> None:
    text = run * (20_000 // len(run))
    assert sum(len(t.text) for t in parsed(text).tokens) == len(text)


def test_articles_come_back_in_order_and_unmixed() -> None:
    texts = ["Oslo hosted talks.", "", "Ankara refused. Athens agreed.", "\n\n"]
    grammars = list(parser().parse([(t, blocks_of(t)) for t in texts]))
    assert [len(g.sentences) for g in grammars] == [1, 0, 2, 0]
    assert [g.tokens[0].i for g in grammars if g.tokens] == [0, 0]


def test_a_text_reads_the_same_alone_and_among_others() -> None:
    text = "Ukraine accused Russia of shelling Kherson, and Moscow denied it."
    alone = parsed(text).tokens
    among = list(parser().parse([(t, blocks_of(t)) for t in ("A short one.", text, "Another " * 50)]))[1].tokens
    as_row = [(t.text, t.tag, t.dep, t.lemma, t.head.i) for t in alone]
    assert as_row == [(t.text, t.tag, t.dep, t.lemma, t.head.i) for t in among]


def test_a_missing_model_is_named_with_the_cure() -> None:
    with pytest.raises(ModelMissingError, match=r"no_such_model.*pip"):
        Parser("no_such_model")


def deepest(reading: Reading) -> int:
    return max(sum(1 for _ in t.ancestors()) for t in reading.tokens)


@pytest.mark.parametrize(
    "text", ["The envoy " + "agreed to agree to " * 400 + "leave.", "Oslo, Bergen, " * 400, "- " * 2_000]
)
def test_no_tree_is_deeper_than_the_stack_of_a_room(text: str) -> None:
    reading = parsed(text)
    assert deepest(reading) <= 100
    for token in reading.tokens:
        assert all(c.head is token for c in token.children)
        assert [c.i for c in token.children] == sorted(c.i for c in token.children)


@pytest.mark.parametrize("text", ["The envoy " + "agreed to agree to " * 100 + "leave.", TEXTS[0], TEXTS[2]])
def test_edges_hold_all_that_lies_below(text: str) -> None:
    reading = parsed(text)
    for token in reading.tokens:
        for above in token.ancestors():
            assert above.left <= token.i <= above.right
        below = [token.i, *(e for c in token.children for e in (c.left, c.right))]
        assert (token.left, token.right) == (min(below), max(below))


@pytest.mark.parametrize("count", [20, 80, 300])
def test_a_long_list_stays_one_list(count: int) -> None:
    reading = parsed("The ministers of Norway" + " and Peru" * count + " met.")
    assert max(len(t.conjuncts()) for t in reading.tokens) > 0.9 * count
