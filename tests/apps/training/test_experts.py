"""The roster: who fits what is asked, days, being chosen, the record of service."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from roadstead.accounts.models import User
from roadstead.training.actions import experts
from roadstead.training.errors import StaleError, TrainingError
from roadstead.training.models import Expert, Request
from roadstead.training.queries.experts import ExpertsAsked, fits
from tests.apps.training import acting
from tests.conftest import CountQueries
from tests.people import client_of, viewer

FIRST, LAST = date(2027, 1, 10), date(2027, 1, 14)


def chosen(by: User, one: Expert, request: Request, **said: Any) -> Any:
    given: dict[str, Any] = {"body": "", "role": "instructor", "first_on": FIRST, "last_on": LAST} | said
    return experts.send_expert(expert=one, request=request, by=viewer(by), **given)


def test_who_fits_comes_first_and_what_is_lacking_is_named(chief: User) -> None:
    acting.expert(chief, name="Ana Drills (invented)", subjects=["ips-drills"], languages=["en"])
    right = acting.expert(chief, name="Zoe Fits (invented)", languages=["en", "fr"], regions=[])
    told = client_of(chief).get(f"/desk/training/experts/{right.pk}/").content.decode()
    assert "English, French" in told
    assert "anywhere" in told
    asked = ExpertsAsked(subject="ips-isps", language="fr", country="GH")
    found = fits(asked, viewer(chief))
    assert [one.expert.pk for one in found if one.fits] == [right.pk]
    assert found[0].expert.pk == right.pk
    told = client_of(chief).get("/desk/training/experts/?subject=ips-isps&language=fr&country=GH").content.decode()
    assert "another subject, another language, not for this country" in told


def test_days_say_yes_no_or_nothing(chief: User) -> None:
    one = acting.expert(chief)
    asked = ExpertsAsked(first=FIRST, last=LAST)
    assert fits(asked, viewer(chief))[0].free is None
    experts.add_free(expert=one, first_on=date(2027, 1, 1), last_on=date(2027, 1, 31), by=viewer(chief))
    assert fits(asked, viewer(chief))[0].free is True
    assert fits(ExpertsAsked(first=date(2027, 3, 1)), viewer(chief))[0].free is False


def test_of_equals_who_was_sent_less_comes_first(chief: User, nigeria: User) -> None:
    first = acting.expert(chief, name="Ana (invented)")
    second = acting.expert(chief, name="Zoe (invented)")
    chosen(chief, first, acting.asked(nigeria))
    assert [one.expert.pk for one in fits(ExpertsAsked(subject="ips-isps"), viewer(chief))] == [second.pk, first.pk]


def test_nobody_is_in_two_places_and_nobody_is_chosen_twice(chief: User, nigeria: User) -> None:
    one = acting.expert(chief)
    request, other = acting.asked(nigeria), acting.asked(nigeria, course="ips-drills")
    made = chosen(chief, one, request)
    assert chosen(chief, one, request).pk == made.pk
    with pytest.raises(TrainingError, match="elsewhere"):
        chosen(chief, one, other)


def test_the_record_of_service_says_how_it_was(chief: User, nigeria: User, clock: Any) -> None:
    one = acting.expert(chief)
    made = chosen(chief, one, acting.asked(nigeria))
    with pytest.raises(TrainingError, match="no such service yet"):
        experts.say_after(expert=one, number=made.pk, after="Good.", by=viewer(chief))
    clock.set("2027-01-20")
    experts.say_after(expert=one, number=made.pk, after="Asked for again (invented).", by=viewer(chief))
    told = client_of(chief).get(f"/desk/training/experts/{one.pk}/").content.decode()
    assert "Say how it was" not in told
    assert "Asked for again (invented)." in told
    assert "Nigeria asks for" in told


def test_an_expert_is_found_for_what_a_partner_body_asks(chief: User) -> None:
    acting.expert(chief, name="Ana Drills (invented)", subjects=["ips-drills"])
    right = acting.expert(chief, name="Zoe Fits (invented)")
    request = acting.asked(chief, body="SPC")
    at, client = f"/desk/training/requests/{request.pk}/", client_of(chief)
    found = client.get(f"{at}experts/").content.decode()
    assert found.index("Zoe Fits (invented): fits") < found.index("Ana Drills (invented): another subject")
    days = {"first_on": FIRST.isoformat(), "last_on": LAST.isoformat()}
    said = {"expert": right.pk, "role": "instructor", "body": "SPC"} | days
    assert client.post(f"{at}experts/", said).status_code == 302
    assert "Zoe Fits" in client.get(at).content.decode()
    assert "SPC" in client.get(f"/desk/training/experts/{right.pk}/").content.decode()
    assert client.post(f"{at}experts/", said | {"last_on": "2026-12-01"}).status_code == 422


def test_who_left_the_roster_is_not_chosen_and_is_found_when_asked_for(chief: User, nigeria: User) -> None:
    one = acting.expert(chief)
    experts.retire_expert(expert=one, by=viewer(chief))
    assert fits(ExpertsAsked(), viewer(chief)) == []
    assert fits(ExpertsAsked(standing="left"), viewer(chief))[0].expert.pk == one.pk
    with pytest.raises(TrainingError, match="left the roster"):
        chosen(chief, one, acting.asked(nigeria))


def test_the_roster_costs_the_same_however_many_are_in_it(chief: User, at_most_queries: CountQueries) -> None:
    client = client_of(chief)
    acting.expert(chief, regions=["NG", "GH"])
    client.get("/desk/training/experts/")
    with CaptureQueriesContext(connection) as one:
        client.get("/desk/training/experts/?country=NG")
    for number in range(5):
        acting.expert(chief, name=f"Expert {number} (invented)", regions=["NG"])
    with at_most_queries(len(one)):
        assert client.get("/desk/training/experts/?country=NG").status_code == 200


def test_an_old_page_does_not_overwrite(chief: User) -> None:
    one = acting.expert(chief)
    said = experts.ExpertSaid(name="Ida", organisation="", subjects=["ips-drills"], languages=["en"])
    experts.change_expert(expert=one, revision=1, said=said, by=viewer(chief))
    with pytest.raises(StaleError):
        experts.change_expert(expert=one, revision=1, said=said, by=viewer(chief))


def test_the_roster_is_kept_by_who_runs_training_and_read_by_no_state(
    analyst: User, nigeria: User, chief: User
) -> None:
    one = acting.expert(chief)
    with pytest.raises(PermissionDenied):
        acting.expert(analyst)
    assert client_of(nigeria).get(f"/desk/training/experts/{one.pk}/").status_code in (302, 403)
