"""The invented notices of the demonstration: what is expected at once, the year in parts, and more while it runs."""

import json
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command

from roadstead.accounts.roles import Role
from roadstead.arrivals import demonstration
from roadstead.arrivals.demonstration.documents import documents
from roadstead.arrivals.demonstration.making import backwards
from roadstead.arrivals.models import Arrival, Decision, Received, Sending, Verdict
from roadstead.arrivals.queries.invented import RESERVE, VOYAGES, begun, left
from roadstead.audit.models import Event
from roadstead.wire.incoming.reading import read
from roadstead.wire.incoming.value import Incoming
from tests.conftest import FrozenClock
from tests.people import holder, viewer

pytestmark = pytest.mark.django_db
NOW = date(2026, 11, 22)


@pytest.fixture
def cast(clock: FrozenClock) -> demonstration.Cast:
    clock.set(NOW)
    return demonstration.Cast(by=viewer(holder(Role.HEADQUARTERS)), watch=viewer(holder(Role.WATCH)))


def test_what_is_expected_is_made_at_once_and_only_once(cast: demonstration.Cast, clock: FrozenClock) -> None:
    made = demonstration.make(cast=cast, most=60)
    assert 50 <= made <= 60
    assert demonstration.make(cast=cast, most=60) == 0
    rows = Arrival.objects.visible_to(cast.by)
    assert rows.count() == made == Verdict.objects.visible_to(cast.by).count()
    assert all(one.ship.startswith("INVENTED ") and one.agent.endswith("(invented)") for one in rows)
    assert Received.objects.visible_to(cast.by).filter(current=True).count() == made
    assert all(abs(one.eta - clock()) < timedelta(days=4) for one in rows)
    told = Event.objects.for_the_system("tests").filter(type="arrivals.notices_came")
    assert told.count() == Sending.objects.visible_to(cast.by).count() == 1


def test_the_year_is_made_backwards_with_what_became_of_it(cast: demonstration.Cast) -> None:
    assert backwards(cast=cast, most=80) == 0  # nothing was begun
    demonstration.make(cast=cast, most=20)
    before = left()
    made = backwards(cast=cast, most=600)
    assert made > 550
    assert left() == before - 600
    over = Arrival.objects.visible_to(cast.by).filter(attention="over")
    assert over.count() > made / 2
    decided = Decision.objects.visible_to(cast.by)
    assert decided.count() > 0
    assert all(one.kind == one.proposed for one in decided)
    assert Received.objects.visible_to(cast.by).filter(number=2, current=True).exists()
    assert Arrival.objects.visible_to(cast.by).filter(voyage="").count() == 0


def test_notices_come_in_one_after_another_while_it_runs(cast: demonstration.Cast, clock: FrozenClock) -> None:
    assert demonstration.go_on(cast=cast) == ""
    demonstration.make(cast=cast, most=20)
    there = begun()
    assert there is not None
    first = demonstration.go_on(cast=cast)
    assert ": new" in first
    assert "of the year before" in first
    after = begun()
    assert after is not None
    assert after.last > there.last
    clock.advance(timedelta(minutes=1))
    assert ": new" in demonstration.go_on(cast=cast)


def test_a_ship_far_away_is_not_heard_of_yet_and_another_is_again(cast: demonstration.Cast, clock: FrozenClock) -> None:
    demonstration.make(cast=cast, most=20)
    Arrival.objects.visible_to(cast.by).update(attention="quiet", eta=clock() + timedelta(days=6))
    sending = Sending.objects.visible_to(cast.by).get()
    name = f"invented 1-{VOYAGES - 5_000} until {(NOW + RESERVE).isoformat()}.jsonl"
    Sending.objects.visible_to(cast.by).filter(pk=sending.pk).update(name=name)  # as if the rest had been made
    assert "updated" in demonstration.go_on(cast=cast)
    assert Received.objects.visible_to(cast.by).filter(number__gte=2, current=True).exists()


def test_nothing_is_invented_in_service(cast: demonstration.Cast, settings: object) -> None:
    from dataclasses import replace

    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, production=True)  # type: ignore[attr-defined]
    with pytest.raises(PermissionDenied):
        demonstration.make(cast=cast, most=5)
    call_command("invent_notices")
    assert Arrival.objects.visible_to(cast.by).count() == 0


def test_nearly_all_of_them_can_be_read_and_many_tell_of_measures(clock: FrozenClock) -> None:
    clock.set(NOW)
    made = list(documents(VOYAGES - 100, VOYAGES - 41, NOW + RESERVE))
    assert len(made) == 60
    calls = [call for one in made for call in one["calls"]]
    assert len(calls) > 200
    assert any(call.get("facility_name") for call in calls)
    found = [read(json.dumps(one).encode())[0] for one in made]
    assert all(isinstance(one, Incoming) and not one.not_understood for one in found)
