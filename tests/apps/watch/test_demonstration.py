"""The invented notices of the demonstration: taken in as any others, once."""

import json
from datetime import date

import pytest

from roadstead.accounts.roles import Role
from roadstead.arrivals import bridge, demonstration
from roadstead.arrivals.models import Arrival, Verdict
from tests.conftest import FrozenClock
from tests.people import holder, viewer

pytestmark = pytest.mark.django_db


def test_they_are_taken_in_once_and_named_invented(clock: FrozenClock) -> None:
    clock.set(date(2026, 11, 22))
    by = viewer(holder(Role.HEADQUARTERS))
    taken = demonstration.make(by=by, ships=40)
    assert taken >= 36
    assert demonstration.make(by=by, ships=40) == 0
    rows = Arrival.objects.visible_to(by)
    assert rows.count() == taken == Verdict.objects.visible_to(by).count()
    assert all(one.ship.startswith("INVENTED ") for one in rows)
    assert rows.order_by("-eta").first().eta.date() <= date(2026, 12, 2)


def test_nearly_all_of_them_can_be_read_and_many_tell_of_measures(clock: FrozenClock) -> None:
    clock.set(date(2026, 11, 22))
    made = list(demonstration.documents(60))
    assert len(made) == 60
    calls = [call for one in made for call in one["calls"]]
    assert len(calls) > 200
    assert any(call.get("facility_name") for call in calls)
    read = [bridge.taken(json.dumps(one).encode()) for one in made]
    assert not any(one.ignored for one in read)
