"""All records of a rule book, each with the name of its file."""

from typing import Generic, NamedTuple, NoReturn, TypeVar

from roadstead.rulebook import schema
from roadstead.rulebook.errors import RuleBookError

T = TypeVar("T")


class Filed(NamedTuple, Generic[T]):
    """A record and how errors call its file."""

    file: str
    record: T


class NamedPoint(NamedTuple):
    """One value of the policy point `name`."""

    name: str
    point: schema.AnyPoint


class Records(NamedTuple):
    """Everything that was read, by identifier; nothing has been compared yet."""

    editions: dict[str, Filed[schema.EditionRecord]]
    regimes: dict[str, Filed[schema.RegimeRecord]]
    facilities: dict[str, Filed[schema.FacilityRecord]]
    missing_rows: dict[str, Filed[schema.MissingRowsRecord]]
    points: list[Filed[NamedPoint]]
    sources: dict[str, Filed[schema.Source]]
    duties: dict[str, Filed[schema.DutyRecord]]
    countries: dict[str, Filed[schema.Names]]
    sanctions: dict[str, Filed[schema.SanctionRecord]]
    confirmations: dict[str, Filed[schema.ConfirmationRecord]]
    gaps: dict[str, Filed[schema.GapRecord]]


def refuse(file: str, record: str, field: str, problem: str, remedy: str) -> NoReturn:
    """Stop: the record cannot be used."""
    raise RuleBookError(file=file, record=record, field=field, problem=problem, remedy=remedy)
