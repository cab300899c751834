"""What others would write: bare reading, SQL by hand and pandas, with the engine's small tables ready made."""

from pathlib import Path

import duckdb
import pyarrow as pa

from roadstead.screening import engines, tables
from roadstead.screening.timeline import Timeline

SQL = Path(__file__).with_name("screening.sql")
# Reads every column that the engine needs of the plain file, and does as little as can be with them.
SCAN = """
SELECT bit_xor(voyage_id), bit_xor(epoch_us(arrival_at)), bit_xor(epoch_us(departed_at)),
    sum(strlen(country)), sum(strlen(port)), sum(strlen(facility)), sum(strlen(purpose)),
    bool_or(security_level_2), bool_or(access_points_guarded), bool_or(dos_attempted),
    bool_or(logged), bool_or(reported)
FROM read_parquet({plain})
"""
ASKED = """
SELECT DISTINCT
    exceptions AS at_exceptions,
    CASE WHEN by_port THEN coalesce(port, '') ELSE '' END AS at_port,
    coalesce(facility, '') AS at_facility
FROM read_parquet({plain}) JOIN standings
    ON coalesce(country, left(port, 2)) = at_country
    AND least(greatest(make_timestamp(epoch_us(arrival_at))::DATE, DATE {first}), DATE {last}) = at_day
WHERE asks
"""


class Hand:
    """SQL by hand, on a connection with the engine's own settings."""

    def __init__(self, plain: Path, timeline: Timeline) -> None:
        self.connection: duckdb.DuckDBPyConnection = engines.DuckDB().backend.con
        self.connection.execute("SET enable_progress_bar = false")
        first, last = tables.span(timeline)
        self._words = {"plain": f"'{plain}'", "first": f"'{first}'", "last": f"'{last}'"}
        wordings, consequences = tables.wordings(timeline)
        self.small = {"standings": tables.standings(timeline), "wordings": wordings, "consequences": consequences}
        for name, table in self.small.items():
            self._put(name, table)
        asked = self.connection.execute(ASKED.format(**self._words)).to_arrow_table()
        self.small["berths"] = tables.berths(timeline, asked)
        self._put("berths", self.small["berths"])

    def _put(self, name: str, table: pa.Table) -> None:
        self.connection.register("given", table)
        self.connection.execute(f"CREATE TABLE {name} AS FROM given")
        self.connection.unregister("given")

    def scan(self) -> None:
        self.connection.execute(SCAN.format(**self._words)).fetchall()

    def screen(self, target: Path) -> None:
        said = SQL.read_text(encoding="utf-8")
        for word, value in (self._words | {"target": f"'{target}'"}).items():
            said = said.replace(f"${word}", value)
        self.connection.execute(said)

    def screen_freely(self, target: Path) -> None:
        """The same with as much memory as DuckDB takes by itself."""
        self.connection.execute("RESET memory_limit")
        self.screen(target)
        self.connection.execute(f"SET memory_limit = '{engines.MEMORY}'")


def agreed(one: Path, other: Path) -> int:
    """How many voyages have the same verdicts in two files. Raises ValueError where any differs."""
    columns = (
        "outcome, caught_calls, unknown_calls, unmet_duties, boarding, armed_guards, visit_to_listed_port, edition"
    )
    files = [f"SELECT {columns}, voyage_id FROM read_parquet('{file}')" for file in (one, other)]
    sums = [f"SELECT count(*), sum(hash({columns}, voyage_id)::HUGEINT) FROM ({file})" for file in files]
    first, second = (duckdb.execute(query).fetchone() for query in sums)
    if first is None or first != second:
        raise ValueError(f"{one.name} and {other.name} do not say the same: the screenings do not mean the same")
    return int(first[0])
