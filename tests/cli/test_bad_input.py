"""Every kind of bad input gets one clear line; what stands beside it is read; the exit status and a count tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.record import Record, decode_record
from dateline.record.checker import check_record

GOOD = "Kenya and Uganda signed a border treaty in Nairobi on Friday, officials said."
FRENCH = (
    "Le ministre des Affaires étrangères du Sénégal a rencontré lundi à Ankara le président de la Turquie. Les deux "
    "hommes ont parlé de commerce et des frontières, mais ils ne sont pas parvenus à un accord."
)
FORM = "<html><head><title>Log in</title></head><body><form><input name='q'><button>Go</button></form></body></html>"
LATIN = "The president of Côte d'Ivoire met the envoy of São Tomé in Abidjan on Friday, café owners said."

BAD = [
    ("missing", "no.txt", None, "no.txt: there is no such file; check the name"),
    ("empty", "no.txt", b"", "no.txt: the file is empty; give"),
    ("spaces only", "no.txt", b" \n\t \n", "no.txt: the file is empty; give"),
    ("a PDF", "no.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\n", "no.txt: it is a PDF, not text; give it as text"),
    ("a picture", "no.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20, "no.html: it is a PNG picture, not text"),
    ("noise", "no.txt", bytes(range(256)) * 20, "no.txt: it is a binary file, not text"),
    ("HTML without an article", "no.html", FORM.encode(), "no.html: "),
    ("20 MB of text", "no.txt", b"The envoy met the rebels. " * 800_000, "no.txt: the text has 20,800,000 characters, more"),
    ("JSON that is cut off", "no.jsonl", b'{"id": "1", "text": "The env\n', "no.jsonl:1: not valid JSON"),
    ("JSON that is no object", "no.jsonl", b'["The envoy met the rebels."]\n', "no.jsonl:1: the line is JSON but no object"),
    ("JSON without a text", "no.jsonl", b'{"id": "1", "body": "x"}\n', "no.jsonl:1: neither 'text' nor 'html' is there"),
    ("JSON with an empty text", "no.jsonl", b'{"id": "1", "text": " "}\n', "no.jsonl:1: the text is empty"),
    ("gzip that is none", "no.jsonl.gz", b"\x1f\x8b\x08\x00broken", "no.jsonl.gz: the gzip data is damaged"),
    ("an empty JSONL", "no.jsonl", b"", "no.jsonl: the file is empty"),
]


def records(text: str) -> list[Record]:
    found = [decode_record(line) for line in text.split("\n") if line]
    assert all(check_record(r) == [] for r in found)
    return found


@pytest.mark.parametrize(("name", "data", "line"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_bad_input_gets_one_line_and_the_rest_is_read(run, tmp_path: Path, name: str, data: bytes | None, line: str) -> None:
    for good in ("a.txt", "z.txt"):
        (tmp_path / good).write_text(GOOD, encoding="utf-8")
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = run("read", "a.txt", name, "z.txt", "-o", "out.jsonl")
    assert done.exit_code == 1
    told, count = done.stderr.strip().split("\n")
    assert told.startswith(line)
    assert "; " in told, "it says what to do"
    assert count == "1 of 3 documents could not be read"
    assert len(records((tmp_path / "out.jsonl").read_text(encoding="utf-8"))) == 2


def test_broken_lines_are_named_by_number_and_the_others_read(run, tmp_path: Path) -> None:
    good = json.dumps({"id": "g", "text": GOOD})
    (tmp_path / "d.jsonl").write_text(f"{good}\nnonsense\n\n{good}\n{{}}\n{good}\n", encoding="utf-8")
    done = run("read", "d.jsonl")
    assert done.exit_code == 1
    assert [line.split(": ")[0] for line in done.stderr.splitlines()[:-1]] == ["d.jsonl:2", "d.jsonl:5"]
    assert done.stderr.splitlines()[-1] == "2 of 5 documents could not be read"
    assert len(records(done.stdout)) == 3


def test_another_language_is_named_and_only_its_article_kept(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "fr.txt").write_text(FRENCH, encoding="utf-8")
    done = run("read", "a.txt", "fr.txt")
    assert done.exit_code == 1
    told, count = done.stderr.strip().split("\n")
    assert told.startswith("fr.txt: the text is not English (it looks like 'fr'); ")
    assert count == "1 of 2 documents could not be read"
    french = records(done.stdout)[1]
    assert "ministre" in french.article.text
    assert french.sentences == french.entities == ()


def test_another_language_is_read_on_demand(run, tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text(FRENCH, encoding="utf-8")
    done = run("read", "fr.txt", "--any-language")
    assert done.exit_code == 0
    assert "ministre" in records(done.stdout)[0].article.text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(run, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "page.txt").write_bytes(LATIN.encode(encoding))
    done = run("read", "page.txt")
    assert done.exit_code == 0
    assert "Côte d'Ivoire" in records(done.stdout)[0].article.text
    assert all(line.startswith("note: page.txt: ") for line in done.stderr.splitlines())


def test_one_long_line_is_read(run, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("The envoy met the rebels in Nairobi. " * 2_000, encoding="utf-8")
    done = run("read", "long.txt")
    assert done.exit_code == 0
    assert len(records(done.stdout)[0].sentences) >= 1_950


@pytest.mark.parametrize(
    "text",
    [
        "The envoy\x07 met \x0bthe\x0c rebels\x1b[31m in Nairobi.\x85 He\u2028left\u2029 on Friday.",
        "\u202eThe envoy met the rebels\u202c in Nairobi. \u200fשלום\u200e he said on Friday.\ufeff",
        "The e\u0301nvoy m\u200bet the re\u00adbels in Nairobi \U0001f1f0\U0001f1ea on Friday.\ufffd\ufffe",
    ],
)
def test_odd_characters_are_read_and_offsets_hold(run, tmp_path: Path, text: str) -> None:
    (tmp_path / "odd.jsonl").write_text(json.dumps({"text": text}), encoding="utf-8")
    done = run("read", "odd.jsonl", "--any-language")
    assert done.exit_code == 0
    assert len(records(done.stdout)) == 1
    assert run("read", "odd.jsonl", "--any-language", "--format", "view", "--explain").exit_code == 0


def test_half_a_character_is_replaced(run, tmp_path: Path) -> None:
    (tmp_path / "half.jsonl").write_text('{"text": "The envoy \\ud83d met the rebels in Nairobi."}', encoding="utf-8")
    assert "The envoy \ufffd met" in records(run("read", "half.jsonl").stdout)[0].article.text


def test_unsound_record_is_not_written(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.txt").write_text(GOOD, encoding="utf-8")
    faults = ["article 'a': events[0].trigger 3-9: wrong", "more"]
    monkeypatch.setattr("dateline.reader.check_record", lambda record, ontology: faults)
    done = run("read", "page.txt")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "page.txt: the record is not sound: article 'a': events[0].trigger 3-9: wrong (and 1 more); " in done.stderr
