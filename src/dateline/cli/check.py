"""`dateline check`: whether records are sound."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.complaints import Complaints, count

if TYPE_CHECKING:
    from dateline.record.checker import Ontology


def check(
    records: Annotated[
        list[Path], typer.Argument(metavar="RECORDS.jsonl...", help="Files of records; .gz too.", show_default=False)
    ],
    tables: Annotated[
        list[Path] | None, typer.Option(metavar="FOLDER", help="Tables the records were made with, beside the package's.")
    ] = None,
) -> None:
    """Check that every span, id, range, code and date of the records is sound.

    Each fault names file and line, article, field and place in the text.  The exit status is 1 where there is one.
    """
    from dateline.cli.loading import load_ontology

    ontology = load_ontology(tables or [])
    complaints = Complaints()
    sound = sum(_check_file(path, ontology, complaints) for path in records)
    sound_ones = f"{count(sound, 'record')} {'is' if sound == 1 else 'are'} sound"
    complaints.close(f"{count(complaints.errors, 'fault')}; {sound_ones}")
    complaints.note(sound_ones)


def _check_file(path: Path, ontology: Ontology, complaints: Complaints) -> int:
    """How many records of the file are sound."""
    import gzip

    from dateline.record import Problem

    sound = 0
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    faults = _faults(line, ontology)
                    sound += not faults
                    for fault in faults:
                        complaints.add(Problem(source=f"{path}:{number}", what=fault, mend=""))
    except (OSError, EOFError) as e:
        mend = "give a file that `dateline read -o` wrote"
        complaints.add(Problem(source=str(path), what=f"can't be read ({e.__class__.__name__}: {e})", mend=mend))
    return sound


def _faults(line: bytes, ontology: Ontology) -> list[str]:
    import msgspec

    from dateline.record import decode_record
    from dateline.record.checker import check_record

    try:
        return check_record(decode_record(line), ontology)
    except (msgspec.DecodeError, UnicodeDecodeError) as e:
        return [f"not a record: {e}"]
