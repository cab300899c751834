"""What a loading did, for people and machines."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from roadstead.registry.enums import DropReason


@dataclass(frozen=True, slots=True)
class Source:
    """Where data came from: `name` and `version` of the package or file, `licence`, and what it gives."""

    name: str
    version: str
    licence: str
    gives: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something a source says that was not taken over.

    `what` is "position", "port", "name" or "translation"; `code` the UN/LOCODE or country code it is about;
    `detail` what the source says, as text.
    """

    what: str
    source: str
    code: str
    name: str
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """The outcome of one loading. `changed` is False if every source was as at the loading before."""

    changed: bool
    digest: str
    seconds: float
    counts: Mapping[str, int]
    sources: tuple[Source, ...]
    dropped: tuple[Dropped, ...]
    conflicts: tuple[Dropped, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """Plain lists and dictionaries, as kept in the database and printed with --format json."""
        return asdict(self)

    def dropped_by_reason(self) -> list[tuple[str, str, DropReason, int]]:
        """Rows (what, source, reason, how many), the most frequent first."""
        tally = Counter((row.what, row.source, DropReason(row.reason)) for row in self.dropped)
        return [(*key, count) for key, count in sorted(tally.items(), key=lambda item: (-item[1], item[0]))]


def from_json(data: Mapping[str, Any], *, changed: bool, seconds: float) -> LoadReport:
    """The report kept in the database, as a value."""
    return LoadReport(
        changed=changed,
        digest=data["digest"],
        seconds=seconds,
        counts=dict(data["counts"]),
        sources=tuple(Source(**row) for row in data["sources"]),
        dropped=_rows(data["dropped"]),
        conflicts=_rows(data["conflicts"]),
    )


def _rows(rows: Iterable[Mapping[str, str]]) -> tuple[Dropped, ...]:
    return tuple(Dropped(**row) for row in rows)
