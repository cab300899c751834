"""What a notice of arrival must say, and by when: 33 CFR 160.206 to 160.212 as dated, cited data."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta

from roadstead.rulebook import decode
from roadstead.rulebook.errors import RuleBookError
from roadstead.rulebook.instrument_check import check_file_name
from roadstead.rulebook.loader import DATA
from roadstead.rulebook.schema import Address, Record, Text

FOLDER = "notice-rules"
Status = Literal["verified", "unverified"]
Check = Literal[
    "five_ports", "call_dates", "whole_time", "contact", "cdc_names", "cdc_amounts", "plan", "security_officer"
]
Group = Literal["crew", "others"]


class ItemRecord(Record, frozen=True, kw_only=True):
    """One item. asks: any of these fields will do; check: a test of its own; people: the list and the item of a line.

    when, unless: the item is asked only then, or not then.
    """

    code: Text
    paragraph: Text
    title: Text
    status: Status
    source: Text
    asks: tuple[Text, ...] = ()
    check: Check | None = None
    people: tuple[Group, Text] | None = None
    number: int | None = None
    weight: Literal["asked", "if_any"] = "asked"
    when: Literal["cdc", "consecutive_interim"] | None = None
    unless: Literal["domestic"] | None = None


class TimeRecord(Record, frozen=True, kw_only=True):
    """One time. voyage_hours: from or up to which length of voyage it holds."""

    paragraph: Text
    title: Text
    hours: Annotated[int, Meta(ge=1)]
    status: Status
    source: Text
    voyage_hours: int | None = None
    tonnage: int | None = None

    @property
    def length(self) -> timedelta:
        return timedelta(hours=self.hours)

    @property
    def voyage(self) -> timedelta:
        return timedelta(hours=self.voyage_hours or 0)


class TimesRecord(Record, frozen=True, kw_only=True):
    """All times."""

    long: TimeRecord
    short: TimeRecord
    towing: TimeRecord
    small: TimeRecord
    update: TimeRecord
    late_update: TimeRecord
    small_shift: TimeRecord
    seaway: TimeRecord
    assumed_zone: TimeRecord


class NoticeRules(Record, frozen=True, kw_only=True):
    """One version of the rules, the whole of them, as of a day."""

    rules: Text
    title: Text
    as_of: date
    about: Text
    sources: dict[str, Address]
    items: Annotated[tuple[ItemRecord, ...], Meta(min_length=1)]
    times: TimesRecord

    def url(self, source: str) -> str:
        return self.sources[source]


@cache
def shipped() -> NoticeRules:
    """The newest rules of the package, read once per process."""
    return load([DATA])[-1]


def load(folders: Iterable[Path]) -> tuple[NoticeRules, ...]:
    """Every version in these folders, the oldest first. Raises RuleBookError naming file, record and field."""
    return tuple(sorted(_read(folders), key=lambda one: one.as_of))


def _read(folders: Iterable[Path]) -> Iterator[NoticeRules]:
    for folder in folders:
        for file in sorted((folder / FOLDER).glob("*.yaml")):
            name = file.relative_to(folder).as_posix()
            record: NoticeRules = decode.whole(file, name, NoticeRules)
            check_file_name(name, file.stem, record.rules, record.as_of)
            _check(record, name, file.stem)
            yield record


def _check(record: NoticeRules, name: str, id_: str) -> None:
    """Items come once and ask for something; every source is there."""
    seen: set[str] = set()
    for number, item in enumerate(record.items):
        if item.code in seen:
            _refuse(name, id_, f"items[{number}].code", f"the item {item.code} stands twice")
        if not (item.asks or item.people):
            _refuse(name, id_, f"items[{number}].asks", "the item asks for nothing")
        if item.source not in record.sources:
            _refuse(name, id_, f"items[{number}].source", f"no source has the key {item.source}")
        seen.add(item.code)
    for field in TimesRecord.__struct_fields__:
        if getattr(record.times, field).source not in record.sources:
            _refuse(name, id_, f"times.{field}.source", "no source has this key")


def _refuse(name: str, id_: str, field: str, problem: str) -> None:
    raise RuleBookError(file=name, record=id_, field=field, problem=problem, remedy="Correct it.")
