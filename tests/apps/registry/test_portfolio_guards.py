"""The database itself refuses two responsible officers for one day, and a cover for nobody."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core import checks
from django.db import IntegrityError, connection, transaction

from roadstead.accounts.models import User
from roadstead.common import clock
from roadstead.registry import guards
from roadstead.registry.models import Assignment
from tests.apps.registry import posting

pytestmark = pytest.mark.django_db
MARCH, APRIL, MAY, JUNE = (date(2027, month, 1) for month in (3, 4, 5, 6))


@pytest.fixture
def ana() -> User:
    posting.countries("NG", "GH")
    return posting.officer("Ana Reyes")


@pytest.fixture
def ben(ana: User) -> User:
    return posting.officer("Ben Okri")


def written(officer: User, first: date, until: date | None = None, **said: Any) -> Assignment:
    """A row as nothing but the table holds it, past every action."""
    given = {"country_id": "NG", "kind": "responsible", "given_by": officer, "given_at": clock.now(), "why": "test"}
    return Assignment.objects.create(officer=officer, valid_from=first, valid_until=until, **given | said)


def refused(message: str, write: Callable[[], Any]) -> None:
    with pytest.raises(IntegrityError, match=message), transaction.atomic():
        write()


def test_two_for_one_day_are_refused_whoever_writes(ana: User, ben: User) -> None:
    written(ana, APRIL, JUNE)
    for first, until in ((APRIL, JUNE), (MARCH, None), (MARCH, MAY), (MAY, None), (date(2027, 5, 31), None)):
        refused(guards.TWO, lambda first=first, until=until: written(ben, first, until))
    refused(guards.TWO, lambda: written(ana, MAY))  # nor the same officer twice


def test_one_after_another_and_for_another_country_are_not(ana: User, ben: User) -> None:
    written(ana, APRIL, JUNE)
    written(ben, MARCH, APRIL)
    written(ben, JUNE)
    written(ben, APRIL, country_id="GH")
    assert Assignment.objects.count() == 4


def test_nor_does_a_change_bring_two_for_one_day(ana: User, ben: User) -> None:
    written(ana, APRIL, MAY)
    later = written(ben, MAY)
    refused(guards.TWO, lambda: Assignment.objects.filter(pk=later.pk).update(valid_from=APRIL))
    refused(guards.TWO, lambda: Assignment.objects.filter(officer=ana).update(valid_until=None))
    moved = written(ana, APRIL, country_id="GH")
    refused(guards.TWO, lambda: Assignment.objects.filter(pk=moved.pk).update(country="NG"))


def test_a_cover_lies_within_the_time_of_somebody_else(ana: User, ben: User) -> None:
    refused(guards.NOBODY, lambda: written(ben, APRIL, MAY, kind="cover"))
    held = written(ana, APRIL, JUNE)
    written(ben, APRIL, MAY, kind="cover")
    refused(guards.NOBODY, lambda: written(ana, APRIL, MAY, kind="cover"))
    refused(guards.NOBODY, lambda: written(ben, MARCH, MAY, kind="cover"))
    refused(guards.NOBODY, lambda: written(ben, MAY, date(2027, 6, 2), kind="cover"))
    refused(guards.NOBODY, lambda: written(ben, APRIL, MAY, kind="cover", country_id="GH"))
    # Nor may the time that it leans on be taken from under it.
    refused(guards.NOBODY, lambda: Assignment.objects.filter(pk=held.pk).update(valid_until=date(2027, 4, 15)))
    refused(guards.NOBODY, lambda: Assignment.objects.filter(pk=held.pk).update(officer=ben))


def test_a_cover_has_a_last_day(ana: User, ben: User) -> None:
    written(ana, APRIL)
    refused("registry_assignment_cover_ends", lambda: written(ben, APRIL, kind="cover"))


def test_triggers_that_are_gone_are_noticed_and_laid_anew() -> None:
    assert guards.missing(connection) == []
    guards.take_away(connection)
    gone = guards.missing(connection)
    assert gone
    told = [one for one in checks.run_checks(databases=["default"]) if one.id == "registry.E1"]
    assert len(told) == 1
    assert gone[0] in told[0].msg
    assert guards.restore(connection) == gone
    assert guards.missing(connection) == []
    assert guards.restore(connection) == []
