"""The project's own layout of voyages: a folder that any reader of Parquet can open, made to be screened fast.

    FOLDER/roadstead.json                         what it is: version, counts, and what its maker said of it
    FOLDER/calls/country=XX/part-00000-*.parquet  the voyage table by country, each call with its place in its voyage
    FOLDER/voyages/part-00000.parquet             one row per voyage, with the last port it left
    FOLDER/totals.parquet                         voyages by month, arrival port and vessel type
    FOLDER/us_ports.json                          voyages by country called at and arrival port; types by arrival port

A part holds whole voyages. The places (slot_low, slot_high) hold under the rules named by `ranked_by`; under other
rules they are made anew. So a screening reads the folders of listed countries only.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa

from roadstead.core.advisory import Policy, RuleBook
from roadstead.core.conditions import steps_before_ranking
from roadstead.screening import engines, from_country
from roadstead.screening.atomic import whole
from roadstead.screening.errors import ScreeningError
from roadstead.screening.judging import Judgement
from roadstead.screening.summary import totals_of
from roadstead.screening.timeline import Timeline
from roadstead.screening.voyages import VESSEL

VERSION = 1
DESCRIPTION = "roadstead.json"
PART = 1_000_000  # voyages
# What a description says of the folder itself; all else is its maker's.
OWN = ("layout", "voyages", "calls", "parts", "ranked_by", "files", "first_arrival", "last_arrival")
_VOYAGE = ("arrival_port", "arrival_at", *(column.name for column in VESSEL))


@dataclass(frozen=True, slots=True)
class Layout:
    """A folder in this layout. about: all that its description says."""

    folder: Path
    about: Mapping[str, Any]

    @property
    def voyages(self) -> int:
        return int(self.about["voyages"])

    @property
    def calls(self) -> int:
        return int(self.about["calls"])

    @property
    def parts(self) -> int:
        return int(self.about["parts"])

    def ranked(self, policy: Policy) -> bool:
        """Whether the places of its calls hold under a policy."""
        return bool(self.about.get("ranked_by") == fingerprint(policy))

    def check(self, countries: Iterable[str]) -> None:
        """Raises ScreeningError where files of some countries' calls are gone; their ships would read as free."""
        for country in countries:
            wanted = self.about["files"].get(country, 0)
            if len(list(self.folder.glob(f"calls/country={country}/part-*.parquet"))) != wanted:
                raise ScreeningError(f"{self.folder} lacks files of calls in {country}. Make the folder anew.")

    def calls_of(self, countries: Iterable[str], part: int) -> list[Path]:
        """The files of some countries' calls in one part."""
        folders = (self.folder / f"calls/country={country}" for country in sorted(countries))
        return [file for folder in folders for file in sorted(folder.glob(f"part-{part:05}-*.parquet"))]

    def all_calls(self, part: int | None = None) -> list[Path]:
        """The files of all calls, or of those of one part."""
        which = "*" if part is None else f"{part:05}"
        return sorted(self.folder.glob(f"calls/country=*/part-{which}-*.parquet"))

    @property
    def totals(self) -> Path:
        return self.folder / "totals.parquet"

    def heads(self, part: int) -> Path:
        return self.folder / f"voyages/part-{part:05}.parquet"


def read(folder: Path) -> Layout | None:
    """The layout of a folder; None where it is of another kind. Raises ScreeningError where it is broken."""
    description = folder / DESCRIPTION
    if not description.exists():
        return None
    try:
        about = json.loads(description.read_text(encoding="utf-8"))
        found = Layout(folder, about)
        known = about["layout"] == VERSION
        if min(found.voyages, found.calls, found.parts) < 0 or not isinstance(about["files"], dict):
            raise ValueError
    except (ValueError, KeyError, TypeError):
        raise ScreeningError(f"{description} cannot be read; make the folder anew.") from None
    missing = [found.heads(part) for part in range(found.parts) if not found.heads(part).exists()]
    if not known or missing:
        what = f"{missing[0]} is missing" if missing else f"it is of version {about['layout']}, not {VERSION}"
        raise ScreeningError(f"{folder} cannot be used: {what}. Make the folder anew.")
    return found


def write(
    tables: Iterable[pa.Table], folder: Path, *, book: RuleBook, about: Mapping[str, Any], overwrite: bool = False
) -> int:
    """Write voyage tables (`voyages.SCHEMA`, checked; whole voyages in each) as a folder. Returns the voyages written.

    about: kept in the description; `{"invented": True, "label": …}` says what was made up. book: whose rules the
    places of calls follow. The folder appears whole or not at all.
    """
    # The placing of calls asks the policy alone, so any day of knowledge does.
    judgement = Judgement(Timeline(book, None))
    with whole(folder, overwrite=overwrite) as partial:
        (partial / "voyages").mkdir(parents=True)
        parts = voyages = calls = 0
        after: dict[str, Counter[str]] = {}
        for part in _gathered(tables):
            made = _write_part(judgement, part, partial, parts, after)
            parts, voyages, calls = parts + 1, voyages + made, calls + part.num_rows
        span = _write_totals(partial, parts)
        from_country.keep(partial, after)
        span["files"] = dict(sorted(Counter(file.parent.name[8:] for file in partial.glob("calls/*/*")).items()))
        said = {
            "layout": VERSION,
            "voyages": voyages,
            "calls": calls,
            "parts": parts,
            "ranked_by": fingerprint(book.policy),
        }
        (partial / DESCRIPTION).write_text(json.dumps({**about, **said, **span}, indent=2) + "\n", encoding="utf-8")
    return voyages


def _gathered(tables: Iterable[pa.Table]) -> Iterable[pa.Table]:
    """Tables put together until they hold about PART voyages."""
    waiting: list[pa.Table] = []
    for table in tables:
        waiting.append(table)
        if sum(entry.num_rows for entry in waiting) >= PART * 5:
            yield pa.concat_tables(waiting)
            waiting = []
    if waiting:
        yield pa.concat_tables(waiting)


def _write_part(judgement: Judgement, part: pa.Table, folder: Path, number: int, after: dict[str, Counter[str]]) -> int:
    """Write one part; what it has of arrivals after a call in a country is added to `after`."""
    engine = engines.DuckDB(spill=str(folder))
    calls = engine.table(part)
    place = calls.port.fill_null(calls.country)
    placed = judgement.placed(engine.utc(calls))
    ranks = engine.keep(judgement.ranks(placed.filter(placed.takes_place.fill_null(True))))
    same = [placed.voyage_id == ranks.rank_voyage, placed.departed == ranks.rank_departed]
    ranked = placed.left_join(ranks, same)
    slots = {name: ranked[name].fill_null(0) for name in ("slot_low", "slot_high")}
    laid = ranked.mutate(**slots).select(*part.column_names, *slots)
    engine.write_by(laid, folder / "calls", "country", f"part-{number:05}-{{i}}")
    last = {"last_departed_at": calls.departed_at.max(), "last_port": place.argmax(calls.departed_at)}
    told = {name: calls[name].arbitrary() for name in _VOYAGE if name in part.column_names}
    heads = calls.group_by("voyage_id").aggregate(**told, **last, calls=ibis._.count())
    engine.write(heads.order_by("voyage_id"), folder / f"voyages/part-{number:05}.parquet")
    if "arrival_port" in part.column_names:
        pairs = laid.select("country", "arrival_port", "voyage_id").drop_null().distinct()
        for row in engine.fetch(pairs.group_by("country", "arrival_port").aggregate(n=ibis._.count())).to_pylist():
            after.setdefault(row["country"], Counter())[row["arrival_port"]] += row["n"]
    return int(engine.fetch(calls.select("voyage_id").distinct()).num_rows)


def _write_totals(folder: Path, parts: int) -> dict[str, Any]:
    """Write the totals; returns the days of the first and the last arrival."""
    if not parts:
        return {}
    engine = engines.DuckDB()
    heads = engine.read([folder / f"voyages/part-{number:05}.parquet" for number in range(parts)])
    engine.write(totals_of(heads), folder / "totals.parquet")
    times = engine.fetch(heads.aggregate(first=heads.arrival_at.min(), last=heads.arrival_at.max())).to_pylist()[0]
    return {
        name: f"{time:%Y-%m-%d}" for name, time in zip(("first_arrival", "last_arrival"), times.values(), strict=True)
    }


def fingerprint(policy: Policy) -> str:
    """Names the rules by which calls take their places; the same on every machine."""
    return sha256(repr(_plain(steps_before_ranking(policy))).encode()).hexdigest()[:16]


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return (type(value).__name__, *(_plain(getattr(value, entry.name)) for entry in fields(value)))
    if isinstance(value, frozenset):
        return sorted(value)
    return [_plain(entry) for entry in value] if isinstance(value, tuple) else value
