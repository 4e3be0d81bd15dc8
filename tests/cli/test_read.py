"""`dateline read`: sources in, records out in their order, in the format asked for."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dateline.record import decode_record
from dateline.record.checker import check_record

PAGE = "Norway's foreign minister arrived in Ankara on Monday. “We want trade,” she said after the talks."
OTHER = "Kenya and Uganda signed a border treaty in Nairobi on Friday, officials said."


def rows(*texts: str) -> str:
    return "".join(json.dumps({"id": f"d{n}", "text": t}) + "\n" for n, t in enumerate(texts))


def records(text: str) -> list:
    return [decode_record(line) for line in text.split("\n") if line]


def test_piped_output_is_a_record_a_line(run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    done = run("read", "page.txt")
    assert (done.exit_code, done.stderr) == (0, "")
    (record,) = records(done.stdout)
    assert "arrived in Ankara" in record.article.text
    assert check_record(record) == []


def test_records_come_in_the_order_of_the_sources(run, tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text(rows(*[f"{OTHER} It was treaty number {n}." for n in range(70)]), encoding="utf-8")
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    with gzip.open(tmp_path / "c.jsonl.gz", "wt", encoding="utf-8") as f:
        f.write(json.dumps({"id": "last", "text": PAGE}) + "\n")
    found = records(run("read", "b.jsonl", "a.txt", "c.jsonl.gz").stdout)
    assert [r.id for r in found[:70]] == [f"d{n}" for n in range(70)]
    assert len(found) == 72
    assert found[-1].id == "last"


def test_folder_and_standard_input_are_read(run, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "pages" / "two.jsonl").write_text(rows(OTHER), encoding="utf-8")
    (tmp_path / "pages" / "notes.md").write_text("Not a page.", encoding="utf-8")
    assert len(records(run("read", "pages").stdout)) == 2
    assert "Nairobi" in records(run("read", "-", stdin=OTHER).stdout)[0].article.text
    assert records(run("read", "-", stdin=rows(PAGE, OTHER)).stdout)[1].id == "d1"


def test_published_is_taken_where_the_page_gives_none(run, tmp_path: Path) -> None:
    lines = [{"id": "x", "text": PAGE}, {"id": "y", "text": PAGE, "published": "2015-05-04"}]
    (tmp_path / "p.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    first, second = records(run("read", "p.jsonl", "--published", "2016-12-16").stdout)
    assert (first.article.published.value, first.article.published.from_) == ("2016-12-16", "given")
    assert second.article.published.value == "2015-05-04"


def test_json_is_one_array(run, tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text(rows(PAGE, OTHER), encoding="utf-8")
    assert [r["id"] for r in json.loads(run("read", "p.jsonl", "--format", "json").stdout)] == ["d0", "d1"]
    (tmp_path / "empty").mkdir()
    assert json.loads(run("read", "empty", "--format", "json").stdout) == []


def test_view_is_for_people(run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    shown = run("read", "page.txt", "--format", "view", "--explain").stdout
    assert shown.startswith("Norway's foreign minister arrived")
    assert "record " in shown
    with pytest.raises(json.JSONDecodeError):
        json.loads(shown)


def test_output_file_is_written_whole_and_nothing_else(run, tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text(rows(PAGE, OTHER), encoding="utf-8")
    done = run("read", "p.jsonl", "-o", "out.jsonl")
    assert (done.exit_code, done.stdout) == (0, "")
    assert len(records((tmp_path / "out.jsonl").read_text(encoding="utf-8"))) == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", "p.jsonl"]


def test_output_may_replace_its_own_source(run, tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text(rows(PAGE), encoding="utf-8")
    assert run("read", "p.jsonl", "-o", "p.jsonl").exit_code == 0
    assert records((tmp_path / "p.jsonl").read_text(encoding="utf-8"))[0].id == "d0"


def test_interrupted_run_leaves_what_was_there(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.reader import Reader

    def stop(self, reading):
        raise KeyboardInterrupt

    (tmp_path / "p.jsonl").write_text(rows(PAGE), encoding="utf-8")
    (tmp_path / "out.jsonl").write_text("from yesterday\n", encoding="utf-8")
    monkeypatch.setattr(Reader, "finish", stop)
    assert run("read", "p.jsonl", "-o", "out.jsonl").exit_code != 0
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "from yesterday\n"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", "p.jsonl"]


def test_output_that_cannot_be_written_is_named(run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    done = run("read", "page.txt", "-o", "no/such/out.jsonl")
    assert done.exit_code == 1
    assert done.stderr.startswith("no/such/out.jsonl: can't be written")


def test_device_is_written_to_and_not_replaced(run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    assert run("read", "page.txt", "-o", "/dev/null").exit_code == 0
    assert not Path("/dev/null").is_file()


def test_same_text_gives_the_same_bytes(run, tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text(rows(PAGE, OTHER, PAGE), encoding="utf-8")
    assert run("read", "p.jsonl").stdout == run("read", "p.jsonl").stdout


def test_only_speech_keeps_every_reference_sound(run, tmp_path: Path) -> None:
    text = "The president hopes for peace. “We will sign,” he said. He believes that Oslo promised to withdraw its troops."
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    (record,) = records(run("read", "page.txt", "--statements", "speech").stdout)
    assert {s.class_ for s in record.statements} <= {"speech"}
    assert check_record(record) == []


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("page.txt", "--published", "Friday"), 2, "'Friday' is no date"),
        (("page.txt", "--format", "xml"), 2, "xml"),
        (("page.txt", "--model", "no_such_model"), 2, "no language model 'no_such_model' is installed; install it with pip"),
        (("page.txt", "--tables", "nowhere"), 2, "nowhere:0: no such folder of tables"),
        ((), 2, "Missing argument"),
    ],
)
def test_wrong_requests_are_told_in_a_line(run, tmp_path: Path, arguments, status: int, words: str) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    done = run("read", *arguments)
    assert done.exit_code == status
    assert words in " ".join(done.stderr.replace("│", " ").split())
    assert "Traceback" not in done.stderr


def test_tables_laid_over_count_into_made_by(run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "own" / "words").mkdir(parents=True)
    (tmp_path / "own" / "words" / "mine.toml").write_text('own_words = ["trek"]\n', encoding="utf-8")
    plain, own = (records(run("read", "page.txt", *more).stdout)[0] for more in ((), ("--tables", "own")))
    assert plain.made_by.tables != own.made_by.tables
