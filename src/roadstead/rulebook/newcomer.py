"""What a new edition must be, beyond what the replay asks of every edition.

Old editions are history and may be odd; one that is published here and now is not.
"""

from collections.abc import Iterator
from datetime import date
from typing import NoReturn

from roadstead.core.advisory import RuleBook
from roadstead.rulebook import schema
from roadstead.rulebook.records import refuse

FILE = "editions/{}.yaml"


def check_record(id_: str, record: schema.EditionRecord, before: RuleBook, today: date) -> None:
    """The record alone, and against what was published before it. Raises RuleBookError."""

    def no(field: str, problem: str, remedy: str) -> NoReturn:
        refuse(FILE.format(id_), id_, field, problem, remedy)

    if not record.changes:
        no("changes", "it changes nothing", "Say what it lists, delists, excepts or withdraws.")
    if not isinstance(record.known, date):
        no("known", "the day on which it becomes public is not one day", "Write the day of publication.")
    if record.known > today:
        no("known", f"{record.known} is still to come", "Publish it on that day, or correct the day.")
    if (newest := _newest(before)) and record.known < newest:
        problem = f"{record.known} lies before {newest}, when the newest edition became public"
        no("known", problem, "What was public is not changed afterwards; write the day of publication.")
    if twin := next((one.id for one in before.editions if one.known.exact == record.known and one.id > id_), None):
        problem = f"{twin} became public the same day, and would be read after it"
        no("", problem, f"Give it an identifier that comes after {twin} in the alphabet, or publish it tomorrow.")
    if record.psa and any(one.psa == record.psa.number for one in before.editions):
        no("psa.number", f"the number {record.psa.number} is already used", "Give it the next number.")
    for field, when in _moments(record):
        _check_moment(id_, record.known, field, when)


def _check_moment(id_: str, public: date, field: str, when: schema.When) -> None:
    if not isinstance(when, date):
        remedy = "Write the day on which it takes effect."
        refuse(FILE.format(id_), id_, field, "it takes effect on no certain day", remedy)
    if when < public:
        problem = f"it would take effect on {when}, before it is public on {public}"
        refuse(FILE.format(id_), id_, field, problem, "Let it take effect on the day of publication or later.")


def _newest(book: RuleBook) -> date | None:
    return max((one.known.not_after for one in book.editions if one.known.not_after), default=None)


def _moments(record: schema.EditionRecord) -> Iterator[tuple[str, schema.When]]:
    if record.effective is not None:
        yield "effective", record.effective
    for number, change in enumerate(record.changes):
        if change.effective is not None and not (isinstance(change, schema.WithdrawExceptions) and _open(change)):
            yield f"changes[{number}].effective", change.effective


def _open(change: schema.WithdrawExceptions) -> bool:
    """Whether it only says that exceptions are in doubt, which has no certain day."""
    return change.reason != "withdrawn"
