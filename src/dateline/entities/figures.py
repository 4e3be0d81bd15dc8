"""Which person of the tables a surname means: by title, by date, by the countries the article names."""

from __future__ import annotations

from dateline.entities.casting import Casting
from dateline.entities.named import Figure
from dateline.entities.spelling import fold


def known_figure(c: Casting, keys: list[str], title: str | None, *, honorific: bool = False) -> Figure | None:
    """The person of the tables whom a surname means: by title, by date, by the countries the article names.

    `title` is the folded title before the name, or None; a full name of which the tables know only the end is nobody's.
    """
    figures = c.know.surnames.get(" ".join(keys)) or []
    if not figures and len(keys) > 1:
        figures = [f for f in c.know.surnames.get(keys[-1], []) if title is not None and _same_first(f, keys)]
    if title is not None and not honorific:
        figures = [f for f in figures if any(_fits_title(o.title, title) for o in f.offices)]
    if not figures:
        return None
    if c.day:
        in_office = [f for f in figures if any(o.held(c.day) for o in f.offices)]
        if title is None:  # alone, only who is in office is meant: a leader, or one whose country the article names
            cued = [f for f in in_office if any(c.countries[k] for k in f.countries)]
            key = " ".join(keys)
            given = key in c.know.given_names
            leaders = [f for f in in_office if key in f.alone or (_leads(c, f) and not given)]
            return _foremost(c, cued or (leaders if len(leaders) == 1 else []))
        figures = in_office or [f for f in figures if f.offices[0].since[: len(c.day)] <= c.day] or figures
        cued = [f for f in figures if any(c.countries[k] for k in f.countries)]
        return _foremost(c, cued or (figures if in_office or len(figures) == 1 else []))
    cued = [f for f in figures if any(c.countries[k] for k in f.countries)]
    if not cued and len(figures) > 1 and title is None and len({f.countries for f in figures}) > 1:
        return None
    return _foremost(c, cued or ([] if keys[-1] in c.know.given_names and title is None else figures))


def _fits_title(office: str, title: str) -> bool:
    office = fold(office)
    return office == title or office.endswith(" " + title) or title.endswith(" " + office)


def _foremost(c: Casting, figures: list[Figure]) -> Figure | None:
    """Of several, one who led a state; of those the latest."""

    def rank(f: Figure) -> tuple[bool, str]:
        return (_leads(c, f), f.offices[-1].since)

    return max(figures, key=rank) if figures else None


def _leads(c: Casting, figure: Figure) -> bool:
    leaders = c.know.words["role"]["leader"].split("|")
    return any(o.title in leaders for o in figure.offices)


def _same_first(figure: Figure, keys: list[str]) -> bool:
    return len(keys) > 1 and figure.name[:1].lower() == keys[0][:1] and len(keys[0]) <= 2
