"""Who sees to a recommendation: a person known here, or somebody in words."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from roadstead.accounts.models import User
from roadstead.common import clock as moments
from roadstead.engagement.actions.contact_forgetting import forget_contact
from roadstead.visits.models import Recommendation, Visit
from roadstead.visits.observed_enums import Side
from roadstead.visits.observed_shape import ObservedError
from roadstead.visits.queries.owners import owners
from tests import people
from tests.apps.engagement.people import acting as meeting
from tests.apps.visits.observed import acting
from tests.apps.visits.observed.test_pages import page
from tests.people import client_of


def key_of(user: User) -> str:
    return f"user:{user.pk}"


def test_people_of_the_host_who_have_an_account_can_be_chosen(liaison: User, nigeria: User, ghana: User) -> None:
    found = {one.key for one in owners("NG", Side.HOST, people.viewer(liaison))}
    assert key_of(nigeria) in found
    assert not {key_of(ghana), key_of(liaison)} & found
    one = acting.recommended(liaison, owner="", sees_to=key_of(nigeria))
    assert (one.owner, one.owner_user_id) == ("Ngozi Authority", nigeria.pk)
    acting.shared(liaison, one, "NG")
    assert "Ngozi Authority (you)" in page(nigeria, "/partner/recommendations/?mine=yes")
    assert "Nothing fits" in page(liaison, "/desk/recommendations/?mine=yes")


def test_who_is_not_of_the_host_is_refused(liaison: User, ghana: User) -> None:
    with pytest.raises(ObservedError, match="cannot see to it"):
        acting.recommended(liaison, owner="", sees_to=key_of(ghana))
    with pytest.raises(ObservedError, match="not both"):
        acting.recommended(liaison, owner="The port", sees_to=key_of(ghana))
    with pytest.raises(ObservedError, match="who sees to it"):
        acting.recommended(liaison, owner=" ")


def test_a_person_who_is_called_is_chosen_linked_and_forgotten(liaison: User, headquarters: User) -> None:
    person = meeting.written(liaison, country="NG", consent="refused")
    meeting.part(person, meeting.organisation(liaison), liaison)
    one = acting.recommended(liaison, owner="", sees_to=f"contact:{person.pk}")
    assert one.owner == person.name
    assert f"/desk/people/{person.pk}/" in page(liaison, f"/desk/recommendations/{one.pk}/")
    forget_contact(contact=person, why="asked for", by=people.viewer(headquarters))
    one.refresh_from_db()
    assert person.name not in one.owner


def test_a_form_says_who_and_a_change_keeps_it(liaison: User, nigeria: User) -> None:
    later = (moments.today() + timedelta(9)).isoformat()
    form: dict[str, Any] = {"uid": str(uuid4()), "text": "Close it.", "due_on": later, "sees_to": key_of(nigeria)}
    assert client_of(liaison).post("/desk/recommendations/new/?country=NG", form).status_code == 302
    one = Recommendation.objects.for_the_system("a test looks").get()
    shown = page(liaison, f"/desk/recommendations/{one.pk}/change/")
    assert f'value="{key_of(nigeria)}" selected' in shown
    change = {"revision": 1, "text": "Close it at night.", "due_on": later, "sees_to": "", "owner": "The port"}
    for _ in range(2):
        assert client_of(liaison).post(f"/desk/recommendations/{one.pk}/change/", change).status_code == 302
    one.refresh_from_db()
    assert (one.owner, one.owner_user_id, one.revision) == ("The port", None, 2)


def test_a_host_is_told_no_name_of_an_officer(liaison: User, nigeria: User, trip: Visit) -> None:
    for one in owners("NG", Side.PROGRAMME, people.viewer(nigeria)):
        assert one.name == ""
