"""A new officer, a cover, an end, a hand-over: what stands afterwards, who is told, and what is refused."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.accounts.models import Notification, User
from roadstead.audit.models import Event
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import system
from roadstead.registry.actions import assigning, handing_over
from roadstead.registry.actions.portfolio_shape import PortfolioError
from roadstead.registry.models import HandOver
from roadstead.registry.queries import portfolios
from tests import people
from tests.apps.registry.posting import assign, countries, cover, days, end, headquarters, officer, post, stand

pytestmark = pytest.mark.django_db
RESPONSIBLE, COVER = "responsible", "cover"


@pytest.fixture(autouse=True)
def _countries(clock) -> None:
    countries()


@pytest.fixture
def by() -> User:
    return headquarters()


@pytest.fixture
def ana(by: User) -> User:
    return officer("Ana Reyes")


@pytest.fixture
def ben(by: User) -> User:
    return officer("Ben Okri")


@pytest.fixture
def cleo(by: User) -> User:
    return officer("Cleo Diaz")


def told(who: User) -> list[str]:
    return list(Notification.objects.filter(person=who).order_by("pk").values_list("text", flat=True))


def events(kind: str) -> list[Event]:
    return list(Event.objects.for_the_system("tests").filter(type=kind).order_by("number"))


def refusal(field: str, message: str, act, *args, **said) -> None:
    before = stand()
    with pytest.raises(PortfolioError, match=message) as error:
        act(*args, **said)
    assert error.value.field == field
    assert stand() == before


def test_an_assignment_makes_responsible_gives_the_role_and_tells(by: User, ana: User) -> None:
    post()
    (row,) = assign(by, ana, "NG", post="brunssum")
    assert stand() == [(RESPONSIBLE, "Ana Reyes", days(0), None)]
    assert row.post_id == "brunssum"
    assert people.viewer(ana).may(Permission.RELEASE_INFORMATION, country="NG")
    assert not people.viewer(ana).may(Permission.RELEASE_INFORMATION, country="GH")
    assert told(ana)[-1] == "You are the responsible officer for Nigeria from 22 November 2026 on."
    (event,) = events("registry.officer_assigned")
    assert (event.subject_kind, event.subject) == ("registry.country", "NG")
    assert "Ana Reyes" not in str(event.data)  # a name can be forgotten, and is no part of the chain


def test_a_change_of_officer_is_one_act(by: User, ana: User, ben: User, clock) -> None:
    assign(by, ana, "NG")
    assign(by, ben, "NG", first=days(10), why="Ana moves")
    assert stand() == [(RESPONSIBLE, "Ana Reyes", days(0), days(10)), (RESPONSIBLE, "Ben Okri", days(10), None)]
    assert told(ana)[-1] == "From 2 December 2026 on somebody else is the responsible officer for Nigeria."
    assert people.viewer(ana).may(Permission.KEEP_REGISTER, country="NG")
    assert not people.viewer(ben).may(Permission.KEEP_REGISTER, country="NG")
    clock.advance(timedelta(days=10))
    assert not people.viewer(ana).may(Permission.KEEP_REGISTER, country="NG")
    assert people.viewer(ben).may(Permission.KEEP_REGISTER, country="NG")


def test_whoever_follows_on_the_same_coming_day_takes_the_plan_over(by: User, ana: User, ben: User) -> None:
    assign(by, ana, "NG", first=days(5))
    assign(by, ben, "NG", first=days(5))
    assert stand() == [(RESPONSIBLE, "Ben Okri", days(5), None)]
    assert events("registry.assignment_ended")[0].data["until"] == ""
    assert ana.grants.get(role="liaison").withdrawn_at is not None


def test_what_cannot_be_is_refused_with_the_field_and_a_word(by: User, ana: User, ben: User, clock) -> None:
    refusal("country", "Choose at least one", assign, by, ana)
    refusal("country", "no country XX", assign, by, ana, "XX")
    refusal("why", "Say why", assign, by, ana, "NG", why="  ")
    refusal("why", "at most 300", assign, by, ana, "NG", why="w" * 301)
    refusal("until", "before the first", assign, by, ana, "NG", until=days(0))
    refusal("first", "30 years away", assign, by, ana, "NG", first=date(2126, 1, 1))
    refusal("post", "no such post", assign, by, ana, "NG", post="nowhere")
    post("tokyo", former=True)
    refusal("post", "no such post", assign, by, ana, "NG", post="tokyo")
    assign(by, ana, "NG")
    refusal("officer", "Ana Reyes is responsible for Nigeria already", assign, by, ana, "NG")
    refusal("first", "since this very day", assign, by, ben, "NG")
    clock.advance(timedelta(days=10))
    refusal("first", "What was stays so", assign, by, ben, "NG", first=days(-2))
    assign(by, ben, "NG", first=days(10))
    refusal("until", "From 12 December 2026 on Ben Okri", assign, by, officer("Dan Roth"), "NG", first=days(5))


def test_a_past_that_nobody_held_can_be_written_and_gives_no_role(by: User, ana: User) -> None:
    (row,) = assign(by, ana, "NG", first=date(2020, 1, 1), until=date(2024, 1, 1))
    assert row.grant_id is None
    assert not people.viewer(ana).may(Permission.KEEP_REGISTER, country="NG")
    (now,) = assign(by, ana, "GH", first=date(2025, 1, 1))
    assert now.grant_id is not None
    assert people.viewer(ana).may(Permission.KEEP_REGISTER, country="GH")


def test_only_who_may_assign_does_and_never_to_oneself(by: User, ana: User) -> None:
    for role in ("liaison", "analyst", "watch", "administrator", "authority"):
        with pytest.raises(PermissionDenied):
            assign(people.holder(role, email=f"{role}.x@example.org"), ana, "NG")
    with pytest.raises(PermissionDenied):
        assigning.assign(countries=["NG"], officer=ana.pk, first=days(0), why="x", by=system("nobody"))
    refusal("officer", "Nobody gives a country to themselves", assign, by, by, "NG")


def test_nobody_becomes_staff_by_a_portfolio(by: User) -> None:
    partner = people.holder("authority", "NG", name="Paula Partner")
    refusal("officer", "no role at the desk", assign, by, partner, "NG")
    gone = officer("Gone Away")
    gone.is_active = False
    gone.save()
    refusal("officer", "no role at the desk", assign, by, gone, "NG")


def test_a_cover_lets_a_colleague_act_for_its_days(by: User, ana: User, ben: User, clock) -> None:
    assign(by, ana, "NG", "GH")
    cover(by, ben, "NG", "GH", first=days(3), until=days(10))
    assert stand()[1] == (COVER, "Ben Okri", days(3), days(10))
    clock.advance(timedelta(days=3))
    who = portfolios.answering(["NG"], days(0))["NG"]
    assert (who.responsible.officer_name, who.cover.officer_name) == ("Ana Reyes", "Ben Okri")
    assert who.acting == who.cover
    assert people.viewer(ben).may(Permission.RELEASE_INFORMATION, country="NG")
    assert people.viewer(ana).may(Permission.RELEASE_INFORMATION, country="NG")
    clock.advance(timedelta(days=7))
    assert not people.viewer(ben).may(Permission.RELEASE_INFORMATION, country="NG")
    assert portfolios.answering(["NG"], days(0))["NG"].cover is None


def test_covers_that_cannot_be_are_refused(by: User, ana: User, ben: User, cleo: User) -> None:
    refusal("first", "no one officer is responsible", cover, by, ben, "NG", first=days(0), until=days(3))
    assign(by, ana, "NG", until=days(20))
    refusal("officer", "cannot cover for oneself", cover, by, ana, "NG", first=days(0), until=days(3))
    refusal("first", "no one officer is responsible", cover, by, ben, "NG", first=days(15), until=days(21))
    refusal("until", "over", cover, by, ben, "NG", first=days(-9), until=days(-2))
    cover(by, ben, "NG", first=days(1), until=days(5))
    refusal("first", "Ben Okri covers Nigeria", cover, by, cleo, "NG", first=days(4), until=days(8))
    cover(by, cleo, "NG", first=days(5), until=days(8))


def test_a_cover_ends_with_the_time_that_it_leans_on(by: User, ana: User, ben: User, cleo: User) -> None:
    assign(by, ana, "NG")
    cover(by, ben, "NG", first=days(3), until=days(10))
    cover(by, ben, "NG", first=days(20), until=days(30))
    assign(by, cleo, "NG", first=days(5))
    assert stand() == [
        (RESPONSIBLE, "Ana Reyes", days(0), days(5)),
        (COVER, "Ben Okri", days(3), days(5)),
        (RESPONSIBLE, "Cleo Diaz", days(5), None),
    ]


def test_an_end_leaves_a_gap_and_takes_the_role(by: User, ana: User, clock) -> None:
    (row,) = assign(by, ana, "NG")
    clock.advance(timedelta(days=5))
    refusal("until", "stay as they were", end, by, row, days(-1))
    end(by, row, days(0))
    assert stand() == [(RESPONSIBLE, "Ana Reyes", days(-5), days(0))]
    assert not people.viewer(ana).may(Permission.KEEP_REGISTER, country="NG")
    refusal("until", "ends by then already", end, by, row, days(4))
    assert told(ana)[-1] == "From 27 November 2026 on you do not answer for Nigeria any more."


def test_an_end_before_the_beginning_takes_it_back(by: User, ana: User) -> None:
    (row,) = assign(by, ana, "NG", first=days(5))
    end(by, row, days(0))
    assert stand() == []
    assert ana.grants.get(role="liaison").withdrawn_at is not None


def hand(by: User, giver: User, taker: User, *codes: str, on: date, **said) -> HandOver:
    given = {"why": "rotation", "note": "Call the harbour master first."} | said
    return handing_over.hand_over(giver=giver.pk, taker=taker.pk, countries=codes, on=on, by=people.viewer(by), **given)


def test_a_portfolio_passes_on_with_its_ends_and_posts(by: User, ana: User, ben: User, cleo: User, clock) -> None:
    post()
    assign(by, ana, "NG", post="brunssum", until=days(100))
    assign(by, ana, "GH", "TG")
    cover(by, ben, "NG", first=days(8), until=days(12))
    made = hand(by, ana, cleo, "NG", "GH", on=days(10))
    assert stand("NG") == [
        (RESPONSIBLE, "Ana Reyes", days(0), days(10)),
        (COVER, "Ben Okri", days(8), days(10)),
        (RESPONSIBLE, "Cleo Diaz", days(10), days(100)),
    ]
    assert stand("TG") == [(RESPONSIBLE, "Ana Reyes", days(0), None)]
    assert portfolios.answering(["NG"], days(10))["NG"].responsible.post == "brunssum"
    assert made.countries == ["GH", "NG"]
    assert [item["country"] for item in made.open] == ["NG"]
    assert "Ben Okri was to cover" in made.open[0]["text"]
    assert "Ghana, Nigeria" in told(cleo)[-1]
    clock.advance(timedelta(days=10))
    assert people.viewer(cleo).may(Permission.KEEP_REGISTER, country="GH")
    assert not people.viewer(ana).may(Permission.KEEP_REGISTER, country="GH")
    assert people.viewer(ana).may(Permission.KEEP_REGISTER, country="TG")


def test_the_taker_alone_confirms_having_read_and_once(by: User, ana: User, ben: User) -> None:
    assign(by, ana, "NG")
    made = hand(by, ana, ben, "NG", on=days(1))
    for other in (by, ana):
        with pytest.raises(PermissionDenied):
            handing_over.confirm(hand_over=made.pk, by=people.viewer(other))
    for _twice in range(2):
        handing_over.confirm(hand_over=made.pk, by=people.viewer(ben))
    made.refresh_from_db()
    assert made.taken_at is not None
    assert len(events("registry.hand_over_read")) == 1


def test_hand_overs_that_cannot_be_change_nothing_of_any_country(by: User, ana: User, ben: User) -> None:
    assign(by, ana, "NG", first=days(2))
    assign(by, ben, "GH", first=days(2))
    refusal("country", "Ghana is not this officer", hand, by, ana, ben, "NG", "GH", on=days(5))
    refusal("officer", "Choose another", hand, by, ana, ana, "NG", on=days(5))
    refusal("first", "What was stays so", hand, by, ana, ben, "NG", on=days(-1))
    refusal("note", "at most 4000", hand, by, ana, ben, "NG", on=days(5), note="n" * 4001)
    with pytest.raises(PermissionDenied):
        hand(ana, ana, ben, "NG", on=days(5))
    assert not HandOver.objects.exists()


def test_names_of_officers_can_be_forgotten(by: User, ana: User, ben: User) -> None:
    assign(by, ana, "NG")
    cover(by, ben, "NG", first=days(1), until=days(3))
    made = hand(by, ana, ben, "NG", on=days(5))
    assert made.pk
    for event in Event.objects.for_the_system("tests").filter(type__startswith="registry."):
        assert "Reyes" not in str(event.data)
        assert "Okri" not in str(event.data)
