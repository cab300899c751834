"""Only such changes of the advisory are announced as touch the fleet."""

import pytest

from roadstead.accounts.models import User
from roadstead.advisories import queries as advisories
from roadstead.advisories.models import EditionTold, Message, Subscription
from roadstead.advisories.subscriptions.fleets import Touched, of_person
from roadstead.advisories.subscriptions.presenters import messages
from roadstead.advisories.subscriptions.queries.changed import changed
from roadstead.advisories.subscriptions.queries.outbox import Group
from roadstead.arrivals.models import MeasuresLog
from roadstead.arrivals.touched import of_companies
from roadstead.common import clock
from tests.apps.ships import acting


@pytest.fixture
def mine(ours, watch):
    return acting.ship(ours, watch=watch)


def test_a_call_touches_and_another_country_does_not(ours, watch, mine):
    acting.notice(watch)
    found = of_person(ours.pk)
    assert found.narrowed({"IR", "SR"}) == ["IR"]
    [line] = found.lines({"IR", "SR"})
    assert line.startswith("INVENTED ONE (IMO 9074729): called in Iran")


def test_a_log_touches_too(ours, mine):
    acting.log(ours, mine)
    assert of_person(ours.pk).narrowed({"IR", "SR"}) == ["IR"]


def test_where_calls_are_not_known_nothing_is_left_out(ours, watch, mine):
    acting.notice(watch)
    acting.ship(ours, acting.OTHER)
    found = of_person(ours.pk)
    assert found.narrowed({"SR"}) is None
    assert any("not known here" in line for line in found.lines({"SR"}))


def test_another_companys_ships_touch_nobody_else(ours, theirs, watch, mine):
    acting.notice(watch)
    assert of_person(theirs.pk) == Touched()
    assert of_companies([""]) == Touched()


def news_of(edition: str) -> bool:
    found = changed(edition)
    return found is not None and bool(found.lines) and not found.wording


def told(person: User, edition: str) -> object:
    """The message that somebody would get of one edition."""
    one, _new = Subscription.objects.get_or_create(
        email="fleet@example.org",
        defaults={"person": person, "face": "operator", "confirmed_at": clock.now(), "changed_at": clock.now()},
    )
    row, _new = EditionTold.objects.get_or_create(edition=edition, defaults={"noticed_at": clock.now()})
    message, _new = Message.objects.get_or_create(subscription=one, edition=row, defaults={"due_at": clock.now()})
    return messages.message(Group(one, (message,)))


def test_a_message_tells_only_of_what_touches_the_fleet(ours, watch, mine):
    acting.notice(watch)
    editions = [one.id for one in advisories.rule_book().editions if news_of(one.id)]
    away = next(one for one in editions if not changed(one).countries & {"IR", "NL"})
    assert told(ours, away) is None
    [country, *_others] = sorted(changed(away).countries)
    MeasuresLog.objects.create(
        company=acting.OURS,
        imo=acting.IMO,
        country=country,
        begun_by=ours,
        begun_at=clock.now(),
        changed_at=clock.now(),
    )
    built = told(ours, away)
    assert "INVENTED ONE (IMO 9074729): a log of measures in" in built.body


def test_who_only_wants_to_know_is_told_of_everything(ours, watch, mine):
    acting.notice(watch)
    editions = [one.id for one in advisories.rule_book().editions if news_of(one.id)]
    away = next(one for one in editions if not changed(one).countries & {"IR", "NL"})
    assert told(ours, away) is None
    Subscription.objects.update(face="public")
    assert told(ours, away) is not None
