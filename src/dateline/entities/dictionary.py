"""Reads actor and agent dictionaries in the format of TABARI, PETRARCH and Phoenix, which win over the room's own tables.

    AFGHANISTAN_ [AFG]                         a name and its code; `_` is a space
    +KABUL                                     another name of the same actor
    HAMID_KARZAI
        [AFGELI <20011222][AFGGOV >20011222]   codes with dates (YYMMDD or YYYYMMDD)
    PEACEKEEPER {PEACEKEEPERS} [~MIL]          an agent: `~` is where the country comes; {} plural, {} empty for none
    !MINIST! = MINISTER, MINISTRY              a set, for `!MINIST!_OF_TRADE [~GOV]`

Comments open with `#`, `;` or stand between `<!--` and `-->`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.entities.knowledge import Knowledge, short_forms
from dateline.entities.named import Codes, Figure, Named, Noun, Office
from dateline.entities.spelling import fold, words_of
from dateline.lexicon import Tables
from dateline.lexicon.errors import TableError
from dateline.record.entity import EntityKind

_COMMENT = re.compile(r"<!--.*?-->", re.S)
_CODE = re.compile(r"\[\s*([^\]\s<>]+)\s*([<>]?\s*\d*\s*(?:-\s*\d+)?)\s*\]")
_SET = re.compile(r"^(![A-Z_]+!)\s*=\s*(.+)$")
_PERSONAL = {"GOV", "ELI", "MIL", "LEG", "JUD", "OPP", "PTY"}


@dataclass(slots=True)
class Entry:
    """One actor or agent as written: its names, explicit plurals, codes with dates."""

    names: list[str]
    line: int
    plurals: list[str] | None = None
    codes: list[tuple[str, str]] = field(default_factory=list)


def add_dictionaries(know: Knowledge, tables: Tables, paths: Sequence[str | Path]) -> None:
    """Files dictionaries over what the tables say.  Raises TableError for a file that can't be read or holds no entry."""
    meanings = {row["code"]: (row["is"], row["as"]) for row in tables.rows("entities/cameo_codes.tsv")}
    for path in paths:
        entries = list(_read(Path(path)))
        if not any(e.codes for e in entries):
            raise TableError(str(path), 0, "no actor or agent with a code", "lines read NAME [CODE]; see docs/entities.md")
        for entry in entries:
            if any("~" in code for code, _ in entry.codes):
                _add_agent(know, meanings, entry, Path(path).name)
            elif entry.codes:
                _add_actor(know, meanings, entry, Path(path).name)


def _read(path: Path) -> Iterator[Entry]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as e:
        raise TableError(str(path), 0, f"can't be read: {e.strerror}", "give the path of a dictionary") from None
    text = _COMMENT.sub(lambda m: "\n" * m.group().count("\n"), text)
    sets: dict[str, list[str]] = {}
    entry: Entry | None = None
    for number, raw in enumerate(text.split("\n"), 1):
        line = re.split(r"[#;]", raw, maxsplit=1)[0].rstrip()
        if not line.strip():
            continue
        if found := _SET.match(line):
            sets[found[1]] = [w.strip() for w in found[2].split(",")]
            continue
        name = re.split(r"[\[{]", line, maxsplit=1)[0].strip()
        codes = [(c, when.replace(" ", "")) for c, when in _CODE.findall(line)]
        if name.startswith("+") and entry is not None:
            entry.names += _spread(name[1:], sets)
        elif name:
            if entry is not None:
                yield entry
            entry = Entry(_spread(name, sets), number, _plurals(line))
        if entry is not None:
            entry.codes += codes
    if entry is not None:
        yield entry


def _spread(name: str, sets: Mapping[str, Sequence[str]]) -> list[str]:
    """A name in plain words, once for each word of a set in it."""
    names = [name]
    for key, words in sets.items():
        names = [n.replace(key, w) for n in names for w in (words if key in n else [""])]
    return [" ".join(n.replace("_", " ").split()) for n in names]


def _plurals(line: str) -> list[str] | None:
    found = re.search(r"\{([^}]*)\}", line)
    return [" ".join(p.replace("_", " ").split()) for p in found[1].split(",") if p.strip()] if found else None


def _meaning(meanings: Mapping[str, tuple[str, str]], code: str, why: str) -> Codes:
    """Country and sectors of a CAMEO code: its parts have three letters each."""
    parts = re.findall(r"[A-Z0-9]{3}", code.upper().replace("~", ""))
    country: str | None = None
    sectors: list[str] = []
    for n, part in enumerate(parts):
        what, value = meanings.get(part, ("", part))
        if what == "sector" and (n or "~" in code):
            sectors.append(value)
        elif n == 0 and "~" not in code:
            country = None if what == "world" else value
            sectors += [value] if what == "world" else []
        elif what == "world":
            sectors.append(value)
    sectors = list(dict.fromkeys(sectors))
    return Codes(country, sectors[0] if sectors else None, tuple(sectors[1:]), why)


def _add_agent(know: Knowledge, meanings: Mapping[str, tuple[str, str]], entry: Entry, file: str) -> None:
    codes = _meaning(meanings, entry.codes[0][0], f"{file}:{entry.line}")
    for name in entry.names:
        keys = [fold(w) for w in words_of(name)]
        old = know.nouns.exactly(keys)
        kind: EntityKind = old[0].kind if old else "person"
        for plural in [keys, *([fold(w) for w in words_of(p)] for p in entry.plurals or ())]:
            know.nouns.put(plural, Noun(name.lower(), kind, codes, given=True))


def _add_actor(know: Knowledge, meanings: Mapping[str, tuple[str, str]], entry: Entry, file: str) -> None:
    why = f"{file}:{entry.line}"
    plain = [_meaning(meanings, code, why) for code, when in entry.codes if not when]
    dated = [(_meaning(meanings, code, why), when) for code, when in entry.codes if when]
    name = _title_case(entry.names[0])
    if dated:
        figure = Figure(name, tuple(_office(codes, when) for codes, when in dated), given=True)
        know.figures[name] = figure
        for key in {k for n in entry.names for k in short_forms([fold(w) for w in words_of(n)], short=False)}:
            know.surnames.setdefault(key, []).append(figure)
        _file(know, entry.names, "person", name, Codes(why=why), figure)
        return
    codes = plain[0]
    state = know.states.get(codes.country or "") if not codes.sector else None
    kind: EntityKind = "state" if not codes.sector and codes.country else "organization"
    if codes.sector in {"REB", "IMG", "UAF", "CRM", "REF", "CVL"}:
        kind = "group"
    elif (
        codes.sector in _PERSONAL
        and codes.country
        and " " in name
        and words_of(name)[-1].lower() not in know.nouns.singles()
    ):
        kind = "person"
    _file(know, entry.names, kind, state.name if state else name, codes, None)


def _ends_in_noun(know: Knowledge, name: str) -> bool:
    last = fold(words_of(name)[-1])
    return bool(know.nouns.exactly([last]) or know.nouns.exactly([last.removesuffix("s")]))


def _file(know: Knowledge, names: Sequence[str], kind: EntityKind, name: str, codes: Codes, figure: Figure | None) -> None:
    for spelling in names:
        words = words_of(_title_case(spelling))
        keys = [fold(w) for w in words]
        old = know.names.exactly(keys)
        if figure is None and kind == "state" and old and old[0].codes.country == codes.country:
            continue  # ours knows besides whether the word is an adjective or a capital
        if figure is None and kind == "person":
            office = Office("", codes.country, codes.sector, "", "")
            know.figures[name] = figure = Figure(name, (office,), given=True)
        if words:
            know.names.put(keys, Named("name", kind, name, codes, tuple(words), figure))


def _office(codes: Codes, when: str) -> Office:
    since, until = "", ""
    if when.startswith(">"):
        since = _date(when[1:])
    elif when.startswith("<"):
        until = _date(when[1:])
    elif "-" in when:
        since, until = (_date(d) for d in when.split("-", 1))
    return Office("", codes.country, codes.sector, since, until, codes.why)


def _date(digits: str) -> str:
    if len(digits) == 6:
        digits = ("19" if int(digits[:2]) > 30 else "20") + digits
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}" if len(digits) == 8 else ""


def _title_case(name: str) -> str:
    """A name in capitals as texts write it; names of one short word keep theirs (`IMF`)."""
    words = name.split()
    if not name.isupper() or (len(words) == 1 and len(name) < 4):
        return name
    return " ".join(w.capitalize() if len(w) > 2 or n == 0 else w.lower() for n, w in enumerate(words))
