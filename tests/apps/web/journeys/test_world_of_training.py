"""What the demonstration invents of training: years of courses, a year in every state, and something to compare."""

import pytest
from django.test import Client

from roadstead.training.enums import OfferingState, RequestState
from roadstead.training.models import Certificate, Expert, Nomination, Offering, Request, Service, Voice

pytestmark = pytest.mark.django_db
WHY = "a test looks at all of them"


def every(model):
    return model.objects.for_the_system(WHY)


def test_courses_and_requests_stand_in_every_state(world) -> None:
    assert set(every(Offering).values_list("state", flat=True)) == set(OfferingState.values)
    assert set(every(Request).values_list("state", flat=True)) == set(RequestState.values)


def test_the_state_that_can_be_tried_out_has_asked_and_nominated(world) -> None:
    asked = every(Request).filter(country="NG")
    assert set(asked.values_list("state", flat=True)) == set(RequestState.values)
    assert every(Nomination).filter(country="NG", offering__state=OfferingState.OPEN).exists()
    offered = asked.get(state=RequestState.OFFERED)
    assert every(Voice).filter(request=offered).count() == 2  # the embassy, too


def test_an_expert_who_served_is_spoken_of_and_one_is_chosen_for_a_partner_body(world) -> None:
    served = every(Service)
    assert served.exclude(after="").exists()
    assert served.filter(body="OAS").exists()


def test_whoever_is_named_is_plainly_invented(world) -> None:
    assert every(Nomination).exists()
    for model in (Nomination, Expert, Certificate):
        assert all(name.endswith("(invented)") for name in every(model).values_list("name", flat=True))


def test_the_pages_of_training_show_it(world) -> None:
    client = Client()
    client.post("/demonstration/sign-in/headquarters/")
    for path in ("", "requests/", "experts/", "effect/", "effect/?by=course", "priorities/?closure=1"):
        assert client.get(f"/desk/training/{path}").status_code == 200, path
    one = every(Offering).filter(state=OfferingState.OPEN).first()
    assert client.get(f"/desk/training/offerings/{one.pk}/").status_code == 200
