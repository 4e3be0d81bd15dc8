"""Which person of the tables a surname means: by title, by date, by the countries the article names."""

from __future__ import annotations

from dateline.entities.casting import Casting
from dateline.entities.named import Figure, Office
from dateline.entities.spelling import fold, keys_of

_NO_RANK = 9


def known_figure(c: Casting, keys: list[str], title: str | None, *, honorific: bool = False) -> Figure | None:
    """The person of the tables whom a surname means: by title, by date, by the countries the article names.

    `title` is the folded title before the name, or None; a full name of which the tables know only the end is nobody's.
    """
    figures = c.know.surnames.get(" ".join(keys)) or []
    if not figures and len(keys) > 1:
        figures = [f for f in c.know.surnames.get(keys[-1], []) if _same_initials(f, keys)]
    if title is not None and not honorific:
        figures = [f for f in figures if any(_fits_title(o.title, title) for o in f.offices)]
    if title is None:
        figures = [f for f in figures if not f.minor]
    if not figures:
        return None
    cued = [f for f in figures if any(c.countries[k] for k in f.countries)]
    if not c.day:
        if not cued and len(figures) > 1 and title is None and len({f.countries for f in figures}) > 1:
            return None
        return _foremost(c, cued or ([] if keys[-1] in c.know.given_names and title is None else figures))
    in_office = [f for f in figures if any(o.held(c.day) for o in f.offices)]
    if title is None:
        in_office = [f for f in in_office if any(o.held(c.day) and not o.minor for o in f.offices)]
        return _bare(c, in_office, given=" ".join(keys) in c.know.given_names)
    figures = in_office or [f for f in figures if f.offices[0].since[: len(c.day)] <= c.day] or figures
    cued = [f for f in figures if f in cued]
    if not cued and len({f.countries for f in figures}) > 1:  # "Finance Minister Fernandez", of several states
        figures = [f for f in figures if not f.minor]
    return _foremost(c, cued or (figures if in_office or len(figures) == 1 else []))


def is_elsewhere(c: Casting, figure: Figure) -> bool:
    """Whether a full name is more likely a namesake's: of a lesser minister, in an article on other countries."""
    return figure.minor and c.countries.total() > 0 and not any(c.countries[k] for k in figure.countries)


def _bare(c: Casting, in_office: list[Figure], *, given: bool) -> Figure | None:
    """Whom a surname alone means: somebody of a country the article names, else the one who leads a state.

    A surname that is a first name too ("Martin") needs the country, unless the article names none at all.  Several who
    lead different states are nobody.
    """
    cued = [f for f in in_office if any(c.countries[k] for k in f.countries)]
    if cued:
        best = min(_rank(c, f) for f in cued)
        return _foremost(c, [f for f in cued if _rank(c, f) == best])
    best = min((_rank(c, f) for f in in_office), default=_NO_RANK)
    pool = [f for f in in_office if _rank(c, f) == best]
    if best == _NO_RANK or (given and (best > 1 or c.countries.total())):
        return None
    if len({f.countries for f in pool}) > 1 and len({_country(c, f) for f in pool}) > 1:
        return None
    return _foremost(c, pool)


def leads_now(c: Casting, figure: Figure) -> bool:
    """Whether somebody leads a state on the published date."""
    return _rank(c, figure) == 1


def _country(c: Casting, figure: Figure) -> str | None:
    """The state of the highest office held on the day."""
    held = [o for o in figure.offices if o.held(c.day)]
    return min(held, key=lambda o: _office_rank(c, o)).country


def _rank(c: Casting, figure: Figure) -> int:
    """How high the offices held on the day are: 1 leads a state, 2 a part, a party or a movement, else none."""
    return min((_office_rank(c, o) for o in figure.offices if o.held(c.day)), default=_NO_RANK)


def _office_rank(c: Casting, office: Office) -> int:
    ranks = c.know.words["rank"]
    own = ranks.get(office.title)
    if own is not None:
        return int(own)
    part = " of " in office.title and office.title.split(" of ")[0] in ranks
    return 2 if part else _NO_RANK


def _fits_title(office: str, title: str) -> bool:
    office = fold(office)
    return office == title or office.endswith(" " + title) or title.endswith(" " + office)


def _foremost(c: Casting, figures: list[Figure]) -> Figure | None:
    """Of several, one who led a state, its head of state first; of those the latest."""
    leaders = c.know.words["role"]["leader"].split("|")
    heads = c.know.words["role"]["head of state"].split("|")

    def rank(f: Figure) -> tuple[bool, bool, str]:
        offices = [o for o in f.offices if c.day and o.held(c.day)] or f.offices
        return (
            any(o.title in leaders for o in f.offices), any(o.title in heads for o in offices), f.offices[-1].since,
        )  # fmt: skip

    return max(figures, key=rank) if figures else None


def _same_initials(figure: Figure, keys: list[str]) -> bool:
    """Whether initials before a surname fit somebody: "G.W. Bush", "H. Aliyev"."""
    given = "".join(k[:1] for k in keys_of(figure.name)[:-1])
    return len(keys[0]) <= 2 and len(keys) == 2 and given.startswith(keys[0])
