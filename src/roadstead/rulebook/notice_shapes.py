"""Shapes of notices of arrival, as dated files tell them: which element, cell or column is which field.

Parts of the official formats are unpublished, so what we read is data that an installation can add to: a newer file of
a shape takes the place of an older one. Kept apart from the rule book of the judge: no verdict reads them.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, field

from roadstead.rulebook import decode
from roadstead.rulebook.errors import RuleBookError
from roadstead.rulebook.instrument_check import check_file_name
from roadstead.rulebook.loader import DATA
from roadstead.rulebook.schema import Address, Record, Text

Status = Literal["verified", "inferred", "unverified"]
Target = Text  # a canonical field, as `wire.incoming.fields` names them
Sources = Annotated[tuple[Text, ...], Meta(min_length=1)]
FOLDER = "notice-shapes"


class FieldRecord(Record, frozen=True, kw_only=True):
    """One field and where it stands; of several places the first that is filled counts."""

    to: Target
    sources: Sources = field(name="from")
    status: Status = "verified"


class ListRecord(Record, frozen=True, kw_only=True):
    """Something that repeats: each element of one of these paths, or each row of a sheet."""

    to: Literal["calls", "cdc"]
    sources: Sources = field(name="from")
    status: Status = "verified"
    fields: tuple[FieldRecord, ...]


class PeopleRecord(Record, frozen=True, kw_only=True):
    """Lines about people: the nationality is read, of each item only whether it is filled."""

    to: Literal["crew", "others"]
    sources: Sources = field(name="from")
    nationality: tuple[Text, ...]
    items: dict[str, tuple[Text, ...]]


class ShapeRecord(Record, frozen=True, kw_only=True):
    """One shape as of a day. closed: what nothing below is looked at. words: how the format says our words."""

    shape: Text
    title: Text
    kind: Literal["xml", "workbook", "csv"]
    as_of: date
    about: Text
    sources: tuple[Address, ...]
    versions: tuple[str, ...]
    roots: tuple[Text, ...]
    zone: str
    zone_note: Text
    words: dict[Target, dict[str, str]]
    fields: tuple[FieldRecord, ...]
    lists: tuple[ListRecord, ...]
    people: tuple[PeopleRecord, ...]
    left_out: tuple[Text, ...]
    closed: tuple[Text, ...]


@cache
def shipped() -> tuple[ShapeRecord, ...]:
    """The shapes of the package, read once per process."""
    return load([DATA])


def load(folders: Iterable[Path]) -> tuple[ShapeRecord, ...]:
    """The newest version of every shape in these folders. Raises RuleBookError naming file, record and field."""
    newest: dict[str, ShapeRecord] = {}
    for folder in folders:
        for file in sorted((folder / FOLDER).glob("*.yaml")):
            name = file.relative_to(folder).as_posix()
            record: ShapeRecord = decode.whole(file, name, ShapeRecord)
            check_file_name(name, file.stem, record.shape, record.as_of)
            _check(record, name, file.stem)
            if record.shape not in newest or newest[record.shape].as_of <= record.as_of:
                newest[record.shape] = record
    return tuple(newest[shape] for shape in sorted(newest))


def _check(record: ShapeRecord, name: str, id_: str) -> None:
    """No field is told twice."""
    for where, fields in (("fields", record.fields), *((f"lists.{one.to}", one.fields) for one in record.lists)):
        seen: set[str] = set()
        for number, one in enumerate(fields):
            if one.to in seen:
                raise RuleBookError(
                    file=name,
                    record=id_,
                    field=f"{where}[{number}].to",
                    problem=f"the field {one.to} stands twice",
                    remedy="Put the places of a field into one list.",
                )
            seen.add(one.to)
