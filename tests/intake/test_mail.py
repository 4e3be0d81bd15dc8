from __future__ import annotations

import mailbox
from email.message import EmailMessage
from pathlib import Path

from dateline.intake import open_sources
from dateline.record import Document, Problem


def message(*, html: bool = False, text: str = "The café envoy left for Rome.\n") -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "Envoys meet in Zürich"
    made["Date"] = "Fri, 16 Dec 2016 23:30:00 +0300"
    made.set_content(text, charset="iso-8859-1")
    if html:
        made.add_alternative("<html><body><p>The envoy left.</p></body></html>", subtype="html")
    return made


def test_a_message_is_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(message().as_bytes())
    (found,) = open_sources([str(path)])
    assert isinstance(found, Document)
    assert (found.title, found.published) == ("Envoys meet in Zürich", "2016-12-16")
    assert found.text == "The café envoy left for Rome.\n"


def test_the_html_part_is_taken_where_there_is_one(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(message(html=True).as_bytes())
    (found,) = open_sources([str(path)])
    assert isinstance(found, Document)
    assert found.html
    assert found.text is None


def test_a_box_gives_each_message(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "a.mbox")
    for text in ("One.\n", "From here on it is two.\n", "   \n"):
        box.add(message(text=text))
    box.close()
    found = list(open_sources([str(tmp_path / "a.mbox")]))
    assert [type(f) for f in found] == [Document, Document, Problem]
    assert isinstance(found[1], Document)
    assert found[1].text is not None
    assert found[1].text.startswith("From here on")
    assert found[1].source.endswith("a.mbox:2")


def test_bad_mail_is_a_problem(tmp_path: Path) -> None:
    for name, data in (("a.eml", b""), ("b.eml", b"\xff\xfe\x00 no mail"), ("c.mbox", b""), ("d.eml", b"Subject: x\n\n")):
        (tmp_path / name).write_bytes(data)
        found = list(open_sources([str(tmp_path / name)]))
        assert len(found) == 1
    assert isinstance(found[0], Problem)
