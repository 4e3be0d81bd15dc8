"""Who is asked for: a name becomes the keys under which the index has somebody."""

from __future__ import annotations

import msgspec

from dateline.store.pages.shelf import Row, Snapshot


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody: the name as it is written, the key in the index, and the country.

    A state (`c:JPN`) stands for all that act for it, another name (`n:amina mohamed`) for who is called exactly so.
    """

    name: str
    key: str
    kind: str
    country: str | None = None

    @property
    def state(self) -> bool:
        """Whether it stands for all that act for a state."""
        return self.key.startswith("c:")


def find_party(snapshot: Snapshot, name: str) -> Party | None:
    """The one of exactly this name or country's code, or None."""
    asked = " ".join(name.split())
    state = snapshot.rows(
        "SELECT code, name FROM shelf.states WHERE code = upper($name) OR lower(name) = lower($name) "
        "ORDER BY articles DESC, code LIMIT 1",
        {"name": asked},
    )
    if state:
        return Party(name=state[0]["name"], key=f"c:{state[0]['code']}", kind="state", country=state[0]["code"])
    key = f"n:{asked.lower()}"
    found = snapshot.rows("SELECT * FROM shelf.who WHERE key = $key ORDER BY articles DESC LIMIT 1", {"key": key})
    if found:
        return Party(name=found[0]["name"], key=key, kind=found[0]["kind"], country=found[0]["country"])
    return None


def parties_like(snapshot: Snapshot, name: str, most: int = 40) -> list[Row]:
    """Those whose names have these words, or begin so; the best known first.  All where no word is given."""
    sql = """
SELECT name, kind, country, roles, articles, first_day, last_day FROM shelf.who
WHERE contains(' ' || lower(name), ' ' || $words)
ORDER BY articles DESC, name, country LIMIT $most"""
    return snapshot.rows(sql, {"words": " ".join(name.lower().split()), "most": most})
