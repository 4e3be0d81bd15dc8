"""An archive opened for questions: its tables as DuckDB relations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.store import questions
from dateline.store.folder import Folder, folder_at
from dateline.store.holding import Holding, read_holding
from dateline.store.keys import as_written
from dateline.store.manifest import Manifest
from dateline.store.parts import RecordError, part
from dateline.store.schema import TABLES, arrow_schema, columns_digest, empty
from dateline.store.unit import table_name


def open_record(folder: str | Path) -> OpenRecord:
    """Opens what `dateline build` wrote (a path, `s3://...`), as it is at this moment; a build may go on meanwhile.

    >>> record = open_record("record")                                          # doctest: +SKIP
    >>> record["events"].filter("type = 'CONSULT'").df()                        # doctest: +SKIP
    >>> record.timeline("Russia", "Japan").pl()                                 # doctest: +SKIP

    Raises RecordError where there is no archive, ArchiveMissingError where DuckDB is not installed.
    """
    return OpenRecord(folder_at(folder))


class OpenRecord:
    """The tables of an archive.

    What you get are DuckDB relations: `.df()` gives pandas, `.pl()` polars, `.to_arrow_table()` Arrow, `.fetchall()` rows.
    """

    def __init__(self, folder: Folder) -> None:
        self._connection = part("duckdb").connect()
        for setting in ("autoinstall_known_extensions", "autoload_known_extensions"):
            self._connection.execute(f"SET {setting} = false")  # nothing is fetched from anywhere
        if not folder.exists():
            where = folder.address
            raise RecordError(f"{where}: there is no record here; make one with `dateline build SOURCE --into {where}`")
        holding = read_holding(folder)
        self._hide(holding)
        for table in TABLES:
            self._connection.execute(f"CREATE VIEW {table} AS {self._view(folder, table, holding)}")

    def sql(self, query: str, parameters: Mapping[str, object] | Sequence[object] | None = None) -> Any:
        """The relation that a query gives; `$name` in it stands for a value of `parameters`.  Raises RecordError."""
        duckdb = part("duckdb")
        try:
            return self._connection.sql(query, params=parameters) if parameters else self._connection.sql(query)
        except duckdb.Error as e:
            raise RecordError(str(e)) from None

    def __getitem__(self, table: str) -> Any:
        """The relation of a table: `record["events"]`."""
        if table not in TABLES:
            raise KeyError(f"there is no table '{table}'; there are {', '.join(TABLES)}")
        return self.sql(f"SELECT * FROM {table}")

    def arrow(self, ask: Callable[[OpenRecord], Any]) -> Any:
        """What a question gives as an Arrow table: `record.arrow(lambda r: r.who("Kerry"))`.  Raises RecordError."""
        try:
            found = ask(self)
            if found is None:  # a command of SQL that gives no rows
                return part("pyarrow").table({})
            return found.to_arrow_table() if hasattr(found, "to_arrow_table") else found.fetch_arrow_table()
        except part("duckdb").Error as e:
            raise RecordError(str(e)) from None

    def timeline(self, *actors: str) -> Any:
        """What an actor did and what was done to it, in order of day; of two actors, what passed between them."""
        return self._ask(questions.timeline([self._party(a) for a in actors]))

    def who(self, person: str) -> Any:
        """Under which names, countries and roles somebody appears, from when to when."""
        return self._ask(questions.who(person))

    def said(self, actor: str, *, about: str | None = None) -> Any:
        """What an actor said, thought or wanted; `about` keeps what has words that begin so."""
        return self._ask(questions.said(self._party(actor), about))

    def promises(self, *, by: str | None = None, to: str | None = None, due: bool = False) -> Any:
        """What was promised, agreed, asked or threatened; `due` keeps what has a date, in the order of the dates."""
        return self._ask(questions.promises(by and self._party(by), to and self._party(to), due=due))

    def events(
        self,
        *,
        type: str | None = None,
        actor: str | None = None,
        recipient: str | None = None,
        since: str | None = None,
        until: str | None = None,
        place: str | None = None,
    ) -> Any:
        """Events of a type, by an actor, to a recipient, from one day (2016-12-16) to another, at a place or country."""
        parties = (actor and self._party(actor), recipient and self._party(recipient))
        return self._ask(questions.events(*parties, type=type, since=since, until=until, place=place))

    def count(self, *by: str) -> Any:
        """Numbers of events by year, month, day, type, mode, quad, status, actor, recipient or place (countries)."""
        unknown = [name for name in by if name not in questions.COUNTED]
        if unknown or not by:
            raise RecordError(f"can't count by '{', '.join(unknown)}'; count by {', '.join(questions.COUNTED)}")
        return self._ask(questions.count(by))

    def _party(self, name: str) -> questions.Party:
        """Somebody by name or code; a state's name stands for all that act for it."""
        codes = [code for (code,) in self._ask(questions.codes(name)).fetchall()]
        return questions.Party(name, codes)

    def _ask(self, question: questions.Question) -> Any:
        return self.sql(question.sql, question.values)

    def _hide(self, holding: Holding) -> None:
        """The articles for which another unit counts, by unit, for the views."""
        self._connection.execute("CREATE TABLE hidden (unit VARCHAR, article VARCHAR)")
        counting = {m.unit for m in holding.counting()}
        pairs = [(unit, key) for unit, keys in holding.hidden.items() if unit in counting for key in as_written(keys)]
        if pairs:
            arrow = part("pyarrow")
            rows = arrow.table({"unit": [u for u, _ in pairs], "article": [k for _, k in pairs]})
            self._connection.register("hidden_rows", rows)
            self._connection.execute("INSERT INTO hidden SELECT * FROM hidden_rows")
            self._connection.unregister("hidden_rows")

    def _view(self, folder: Folder, table: str, holding: Holding) -> str:
        """The query of a table's view: the files of the units that count."""
        units = [m for m in holding.counting() if m.rows.get(table)]
        alike = [m for m in units if m.unit not in holding.hidden and m.columns == columns_digest()]
        parts = [empty(table)]
        if alike:
            parts.append(f"SELECT * FROM {self._files(folder, table, alike)}")
        for manifest in (m for m in units if m not in alike):
            seen = f"article NOT IN (SELECT article FROM hidden WHERE unit = '{manifest.unit}')"
            parts.append(f"SELECT * FROM {self._files(folder, table, [manifest])} WHERE {seen}")
        return parts[1] if parts[1:] and len(alike) == len(units) else " UNION ALL BY NAME ".join(parts)

    def _files(self, folder: Folder, table: str, units: list[Manifest]) -> str:
        """What SQL selects from: DuckDB reads files of this machine by itself, those of an object store through Arrow."""
        names = [table_name(table, m.unit) for m in units]
        if folder.filesystem is None:
            paths = ", ".join(_quoted(folder.path(name)) for name in names)
            return f"read_parquet([{paths}], hive_partitioning = false)"
        called = f"{table}_{units[0].unit}"
        self._connection.register(
            called,
            part("pyarrow.dataset").dataset(
                [folder.path(name) for name in names],
                schema=arrow_schema(table),
                format="parquet",
                filesystem=folder.filesystem,
            ),
        )
        return f'"{called}"'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
