"""The least hours of rest on board, as dated files tell them."""

from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from roadstead.core.advisory import Citation
from roadstead.core.rest import RestLimits
from roadstead.rulebook import decode, schema
from roadstead.rulebook.loader import DATA
from roadstead.rulebook.records import refuse
from roadstead.rulebook.schema import Address, Record, Text, When

Hours = Annotated[int, Meta(ge=1, le=168)]


class RestRecord(Record, frozen=True, kw_only=True):
    """One text; the id is the name of the file. The hours are what it asks, its exceptions are not modelled."""

    title: Text
    start: When
    day_rest: Hours
    week_rest: Hours
    periods: Annotated[int, Meta(ge=1)]
    longest: Hours
    between: Hours
    note: Text
    cite: Text
    url: Address


@cache
def shipped() -> tuple[RestLimits, ...]:
    """The texts of the package, the oldest first."""
    return load(DATA)


def in_force() -> RestLimits:
    """The text that limits are taken from: the newest."""
    return shipped()[-1]


def load(folder: Path) -> tuple[RestLimits, ...]:
    """Every text in a folder, the oldest first. Raises RuleBookError naming file, record and field."""
    return tuple(_limits(file, folder) for file in sorted((folder / "rest").glob("*.yaml")))


def _limits(file: Path, folder: Path) -> RestLimits:
    name = file.relative_to(folder).as_posix()
    record: RestRecord = decode.whole(file, name, RestRecord)
    for field, value, most in (
        ("day_rest", record.day_rest, 23),
        ("longest", record.longest, record.day_rest),
        ("between", record.between, 24 - record.day_rest),
    ):
        if value > most:
            refuse(name, file.stem, field, f"{value} hours are more than the {most} that fit", "Correct the hours.")
    return RestLimits(
        id=file.stem,
        title=record.title,
        start=schema.moment(record.start),
        day_rest=timedelta(hours=record.day_rest),
        week_rest=timedelta(hours=record.week_rest),
        periods=record.periods,
        longest=timedelta(hours=record.longest),
        between=timedelta(hours=record.between),
        note=record.note,
        citation=Citation(record.cite, record.url),
    )
