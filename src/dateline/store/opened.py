"""An archive opened for questions: its tables as DuckDB relations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.lexicon import Tables
from dateline.store import followed, questions
from dateline.store.derived import DERIVED
from dateline.store.folder import Folder, folder_at
from dateline.store.generations import Generation, best_generation, covered, derived_name
from dateline.store.holding import Holding, read_holding
from dateline.store.index import index_path, may_index
from dateline.store.keys import as_written
from dateline.store.manifest import Manifest
from dateline.store.parts import RecordError, UnreadableError, part
from dateline.store.schema import TABLES, arrow_schema, columns_digest, empty
from dateline.store.searched import find, wanted_of
from dateline.store.unit import table_name

_MANY = 500_000  # statements or sentences from which on an index is worth its making


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
        self.folder = folder
        self._datasets: dict[str, Any] = {}
        self.holding = holding = read_holding(folder)
        self._hide(holding)
        try:
            for table in TABLES:
                self._connection.execute(f"CREATE VIEW {table} AS {self._view(table, holding)}")
        except part("duckdb").Error as e:  # it looks into the first file of each table
            raise self._told(e) from None
        self._asked: set[str] = set()
        self.links = self._show_links()
        self.run(f"CREATE VIEW {questions.EVENTS_ONCE} AS {questions.EVENTS_ONCE_VIEW}")

    @property
    def covers(self) -> str:
        """A digest of all articles of the archive."""
        return covered(self.holding)

    @property
    def note(self) -> str | None:
        """What has to be said of the answers given so far: that what joins articles is missing or out of date."""
        if not self._asked:
            return None
        if self.links is None:
            return "note: the articles are not linked; run `dateline link`"
        if self.links.covers != self.covers:
            return "note: links are out of date: articles came or went since; run `dateline link`"
        return None

    def show(self, table: str, name: str | None) -> None:
        """Makes a derived table readable: from its file, or without rows."""
        view = f"SELECT * FROM {self.files(arrow_schema(table), [name], f'{table}_derived')}" if name else empty(table)
        self._connection.execute(f"CREATE OR REPLACE VIEW {table} AS {view}")

    def bound_memory(self, limit: str, spill: str) -> None:
        """Keeps to so much memory ("1GB"); what goes beyond it is put into a folder of this machine meanwhile."""
        self.run(f"SET memory_limit = {_quoted(limit)}")
        self.run(f"SET temp_directory = {_quoted(spill)}")

    def run(self, command: str, values: Mapping[str, object] | None = None) -> None:
        """Runs a command of SQL that gives no rows.  Raises RecordError."""
        try:
            self._connection.execute(command, values or None)
        except part("duckdb").Error as e:
            raise RecordError(str(e)) from None

    def batches(self, query: str, parameters: Mapping[str, object] | None = None, *, size: int = 10_000) -> Iterator[Any]:
        """What a query gives as a stream of Arrow record batches; several streams may be open side by side."""
        duckdb = part("duckdb")
        cursor = self._connection.cursor()
        for name, dataset in self._datasets.items():  # which one cursor does not see of another
            cursor.register(name, dataset)
        try:
            yield from cursor.sql(query, params=parameters or None).to_arrow_reader(size)
        except duckdb.Error as e:
            raise self._told(e) from None

    def sql(self, query: str, parameters: Mapping[str, object] | Sequence[object] | None = None) -> Any:
        """The relation that a query gives; `$name` in it stands for a value of `parameters`.  Raises RecordError."""
        duckdb = part("duckdb")
        self._asked |= set(re.findall(r"(?i)\b(?:from|join)\s+(\w+)", query)) & {*DERIVED, questions.EVENTS_ONCE}
        try:
            return self._connection.sql(query, params=parameters) if parameters else self._connection.sql(query)
        except duckdb.Error as e:
            raise self._told(e) from None

    def cursor(self) -> Any:
        """A DuckDB connection of its own to the same tables, for a thread or a question that may be interrupted."""
        return self._connection.cursor()

    def close(self) -> None:
        """Lets go of the files."""
        self._connection.close()

    def __getitem__(self, table: str) -> Any:
        """The relation of a table: `record["events"]`."""
        if table not in TABLES and table not in DERIVED:
            raise KeyError(f"there is no table '{table}'; there are {', '.join([*TABLES, *DERIVED])}")
        return self.sql(f"SELECT * FROM {table}")

    def arrow(self, ask: Callable[[OpenRecord], Any]) -> Any:
        """What a question gives as an Arrow table: `record.arrow(lambda r: r.who("Kerry"))`.  Raises RecordError."""
        try:
            found = ask(self)
            if found is None:  # a command of SQL that gives no rows
                return part("pyarrow").table({})
            return found.to_arrow_table() if hasattr(found, "to_arrow_table") else found.fetch_arrow_table()
        except part("duckdb").Error as e:
            raise self._told(e) from None

    def _told(self, error: Exception) -> RecordError:
        """DuckDB's words, and what to do where a file is damaged."""
        if ".parquet" not in str(error):
            return RecordError(str(error))
        mend = (
            f"if no build or compaction is at work there, `dateline repair {self.folder.address}` takes out what is damaged"
        )
        return UnreadableError(f"{error}; {mend}")

    def timeline(self, *actors: str, once: bool = True) -> Any:
        """What an actor did and what was done to it, in order of day; of two actors, what passed between them.

        `once`: what near-copies tell alike is given once, where articles are linked (`copies` says how many more tell it).
        """
        return self._ask(questions.timeline([self._party(a) for a in actors], table=self._events(once)))

    def who(self, person: str) -> Any:
        """Under which names, countries and roles somebody appears, from when to when; one row each where linked."""
        return self._ask(questions.who(person) if self.links is None else questions.who_is(person))

    def said(self, actor: str, *, about: str | None = None) -> Any:
        """What an actor said, thought or wanted; `about` keeps what has words that begin so."""
        return self._ask(questions.said(self._party(actor), about))

    def search(
        self,
        words: str,
        *,
        within: str = "statements",
        by: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 20,
        index: bool | None = None,
    ) -> Any:
        """Statements or sentences with all of these words, the best first; `marked` shows them (see search.py).

        Large archives are searched by an index where tantivy is installed, which is made anew where articles came or
        went; `index` says whether one is used whatever the size.  Raises RecordError.
        """
        speaker = self._party(by) if by else None
        wanted = wanted_of(words, within, speaker=speaker, since=since, until=until, limit=limit)
        many = sum(m.rows.get(within, 0) for m in self.holding.counting()) > _MANY
        indexed = (many if index is None else index) and may_index()
        return find(self, wanted, index_path(self.folder, within, self.covers) if indexed else None)

    def register(self, name: str, rows: Any) -> None:
        """Makes an Arrow table a table for queries."""
        self._connection.register(name, rows)

    def promises(
        self,
        *,
        by: str | None = None,
        to: str | None = None,
        due: bool = False,
        state: str | None = None,
        asof: str | None = None,
    ) -> Any:
        """What was promised, agreed, asked or threatened, and what became of it.

        `due` keeps what has a date, in the order of the dates; `state` what is kept, broken, overtaken, disputed, open,
        due or overdue: on the last day of the archive, or on the day `asof` (2016-12-16).
        """
        parties = (by and self._party(by), to and self._party(to))
        if state is not None and state not in followed.STATES:
            raise RecordError(f"no promise is '{state}'; it may be {', '.join(followed.STATES)}")
        days = Tables().toml("corpus/promises.toml")
        limits = {"settled": days["settled"], "soon": days["due_soon"]}
        return self._ask(followed.promises(*parties, due=due, state=state, asof=asof, **limits))

    def happenings(
        self,
        *,
        type: str | None = None,
        actor: str | None = None,
        recipient: str | None = None,
        since: str | None = None,
        until: str | None = None,
        place: str | None = None,
        reports: int = 1,
        disputed: bool = False,
    ) -> Any:
        """Events each once, however many articles told of them; `reports`: those that so many told independently."""
        parties = (actor and self._party(actor), recipient and self._party(recipient))
        asked = {"type": type, "since": since, "until": until, "place": place}
        return self._ask(followed.happenings(*parties, **asked, reports=reports, disputed=disputed))

    def tellings(self, happening: str) -> Any:
        """What each article says of one happening, by its key."""
        return self._ask(followed.tellings(happening))

    def events(
        self,
        *,
        type: str | None = None,
        actor: str | None = None,
        recipient: str | None = None,
        since: str | None = None,
        until: str | None = None,
        place: str | None = None,
        once: bool = True,
    ) -> Any:
        """Events of a type, by an actor, to a recipient, from one day (2016-12-16) to another, at a place or country.

        `once` as of `timeline`.
        """
        parties = (actor and self._party(actor), recipient and self._party(recipient))
        return self._ask(
            questions.events(*parties, type=type, since=since, until=until, place=place, table=self._events(once))
        )

    def count(self, *by: str, once: bool = True) -> Any:
        """Numbers of events by year, month, day, type, mode, quad, status, actor, recipient or place (countries).

        `once` as of `timeline`.
        """
        unknown = [name for name in by if name not in questions.COUNTED]
        if unknown or not by:
            raise RecordError(f"can't count by '{', '.join(unknown)}'; count by {', '.join(questions.COUNTED)}")
        return self._ask(questions.count(by, table=self._events(once)))

    def _events(self, once: bool) -> str:
        """What events are read from: where nothing is linked, it is not known what is told once."""
        return questions.EVENTS_ONCE if once and self.links is not None else questions.EVERY_EVENT

    def _party(self, name: str) -> questions.Party:
        """Somebody by name or code; a state's name stands for all that act for it."""
        codes = [code for (code,) in self._ask(questions.codes(name)).fetchall()]
        return questions.Party(name, codes)

    def _ask(self, question: questions.Question) -> Any:
        return self.sql(question.sql, question.values)

    def _show_links(self) -> Generation | None:
        """Makes the derived tables readable; gives the generation, or None where there is none that is sound."""
        links = best_generation(self.folder, self.holding)
        try:
            for table in DERIVED:
                there = links and links.rows.get(table)
                self.show(table, derived_name(links.generation, table) if links and there else None)
        except (OSError, part("duckdb").Error, part("pyarrow").ArrowException):
            for table in DERIVED:  # a file is damaged or gone: what can be made anew must not stop the archive
                self.show(table, None)
            return None
        return links

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

    def _view(self, table: str, holding: Holding) -> str:
        """The query of a table's view: the files of the units that count."""
        units = [m for m in holding.counting() if m.rows.get(table)]
        alike = [m for m in units if m.unit not in holding.hidden and m.columns == columns_digest()]
        parts = [empty(table)]
        if alike:
            parts.append(f"SELECT * FROM {self._files(table, alike)}")
        for manifest in (m for m in units if m not in alike):
            seen = f"article NOT IN (SELECT article FROM hidden WHERE unit = '{manifest.unit}')"
            parts.append(f"SELECT * FROM {self._files(table, [manifest])} WHERE {seen}")
        return parts[1] if parts[1:] and len(alike) == len(units) else " UNION ALL BY NAME ".join(parts)

    def _files(self, table: str, units: list[Manifest]) -> str:
        return self.files(arrow_schema(table), [table_name(table, m.unit) for m in units], f"{table}_{units[0].unit}")

    def files(self, schema: Any, names: Iterable[str], called: str) -> str:
        """What SQL selects from: DuckDB reads files of this machine by itself, those of an object store through Arrow."""
        paths = [self.folder.path(name) for name in names]
        if self.folder.filesystem is None:
            return f"read_parquet([{', '.join(map(_quoted, paths))}], hive_partitioning = false)"
        filesystem = self.folder.filesystem
        dataset = part("pyarrow.dataset").dataset(paths, schema=schema, format="parquet", filesystem=filesystem)
        self._connection.register(called, dataset)
        self._datasets[called] = dataset
        return f'"{called}"'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
