"""The facilities that advisories except, handed to the register so that it can be held against them."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from roadstead.advisories import books, queries
from roadstead.common import clock
from roadstead.core.listed import ExceptionOn, NumberOn
from roadstead.core.listing import exceptions_of
from roadstead.core.truth import NO, UNKNOWN, YES
from roadstead.registry.printed import Printed, register

WORDS = {YES: "yes", NO: "no", UNKNOWN: "unknown"}
RANK = {YES: 2, UNKNOWN: 1, NO: 0}
NO_NUMBER = NumberOn("", None, certain=True)


def exceptions() -> tuple[Printed, ...]:
    """Every facility that an advisory ever excepted, as known today."""
    return _on(clock.today())


@books.of_book(maxsize=4)
def _on(day: date) -> tuple[Printed, ...]:
    view = queries.snapshot(day)
    countries = sorted({one.country for one in queries.rule_book().facilities})
    latest: dict[str, ExceptionOn] = {}
    for one in (row for code in countries for row in exceptions_of(view, day, code)):
        held = latest.get(one.facility)
        if held is None or RANK[one.in_force] >= RANK[held.in_force]:
            latest[one.facility] = one
    return tuple(row for one in latest.values() for row in _rows(one))


def _rows(one: ExceptionOn) -> Iterator[Printed]:
    """One line for each number that is printed, or one without."""
    for at, number in enumerate(one.numbers or (NO_NUMBER,)):
        yield Printed(
            key=f"{one.facility}_{at + 1}" if len(one.numbers) > 1 else one.facility,
            country=one.country,
            names=(one.name, *one.other_names),
            number=number.normalised,
            printed_number=number.printed,
            certain=number.certain,
            ports=one.ports,
            in_force=WORDS[one.in_force],
            since=one.since,
            source=one.citation,
            url=reverse("advisories:country", args=[one.country]),
        )


register(exceptions)
