"""What the host’s own people do with what was seen: the State’s, and the security officer of one facility."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.accounts.models import User
from roadstead.accounts.queries import notifications
from roadstead.accounts.roles import Role
from roadstead.common import clock as moments
from roadstead.common.access.marks import Mark
from roadstead.registry.actions.marking import set_mark
from roadstead.visits.actions.remarking import remark_on
from roadstead.visits.models import Observation, Recommendation, Visit
from roadstead.visits.observed_shape import ObservedError
from roadstead.visits.queries import practice as practices
from roadstead.visits.queries.observed import observations, remarks_of
from roadstead.visits.queries.recommended import recommendations
from tests import people
from tests.apps.visits.observed import acting
from tests.apps.visits.observed.test_pages import page
from tests.people import client_of

pytestmark = pytest.mark.usefixtures("_files")


@pytest.fixture
def _files(settings: Any, tmp_path: Any) -> None:
    settings.DATA_DIR = tmp_path


@pytest.fixture
def quay(liaison: User) -> Any:
    """A facility of Nigeria that its own officer may read."""
    one = acting.facility(liaison, number="NGAPP-0001")
    said: dict[str, Any] = {"mark": Mark.PARTNER, "states": ["NG"], "reason": "for a test"}
    set_mark(marked=one, by=people.viewer(liaison), **said)
    return one


@pytest.fixture
def officer(quay: Any) -> User:
    return people.holder(Role.FACILITY, "NGAPP-0001", name="Femi Officer", email="femi@example.org")


@pytest.fixture
def seen(liaison: User, trip: Visit, quay: Any) -> Observation:
    """A shortfall at the facility, shared with its State."""
    one = acting.observed(liaison, trip, facility=quay.pk, text="The quay gate was open.")
    acting.shared(liaison, one, "NG")
    return one


def test_a_host_remarks_beside_the_observation(liaison: User, nigeria: User, seen: Observation) -> None:
    uid, by = uuid4(), people.viewer(nigeria)
    for _ in range(2):
        remark_on(observation=seen, uid=uid, text="It was closed the next day.", by=by)
    assert [one.text for one in remarks_of(seen)] == ["It was closed the next day."]
    assert "It was closed the next day." in page(liaison, f"/desk/observations/{seen.pk}/")
    assert "Ngozi Authority" in page(liaison, f"/desk/observations/{seen.pk}/")
    told = [one.text for one in notifications(liaison) if "remarked" in one.text]
    assert told == ["The host remarked on something that you observed."], "told once"
    client, at = client_of(nigeria), f"/partner/observations/{seen.pk}/"
    assert client.post(at, {"uid": str(uuid4()), "text": ""}).status_code == 422
    assert client.post(at, {"uid": str(uuid4()), "text": "And a guard stands there."}).status_code == 302
    assert "And a guard stands there." in page(nigeria, at)


def test_remarks_are_the_hosts_alone(liaison: User, ghana: User, nigeria: User, seen: Observation) -> None:
    with pytest.raises(PermissionDenied):
        remark_on(observation=seen, uid=uuid4(), text="No.", by=people.viewer(liaison))
    with pytest.raises(Observation.DoesNotExist):
        remark_on(observation=seen, uid=uuid4(), text="No.", by=people.viewer(ghana))
    embassy = people.holder(Role.EMBASSY, "NG", email="embassy.ng@example.org")
    with pytest.raises(PermissionDenied):
        remark_on(observation=seen, uid=uuid4(), text="No.", by=people.viewer(embassy))
    uid = uuid4()
    remark_on(observation=seen, uid=uid, text="Once.", by=people.viewer(nigeria))
    other = people.holder(Role.AUTHORITY, "NG", name="Dele Deputy", email="dele@example.org")
    with pytest.raises(ObservedError, match="sent before"):
        remark_on(observation=seen, uid=uid, text="Mine.", by=people.viewer(other))


def test_a_facility_officer_reads_what_is_of_the_own_facility_alone(
    liaison: User, trip: Visit, officer: User, quay: Any, seen: Observation
) -> None:
    elsewhere = acting.observed(liaison, trip, facility=acting.facility(liaison, name="Other Quay (invented)").pk)
    of_the_state = acting.observed(liaison, trip)
    unshared = acting.observed(liaison, trip, facility=quay.pk)
    for one in (elsewhere, of_the_state):
        acting.shared(liaison, one, "NG")
    viewer = people.viewer(officer)
    assert [one.pk for one in observations(viewer)] == [seen.pk]
    assert "The quay gate was open." in page(officer, "/partner/observations/")
    assert "The quay gate was open." in page(officer, f"/partner/observations/{seen.pk}/")
    for one in (elsewhere, of_the_state, unshared):
        page(officer, f"/partner/observations/{one.pk}/", 404)
    acting.shared(liaison, unshared, "GH")
    assert unshared.pk not in {one.pk for one in observations(viewer)}, "shared with another State alone"


def test_a_facility_officer_answers_and_never_closes(
    liaison: User, officer: User, seen: Observation, nigeria: User
) -> None:
    said = acting.recommended(liaison, observation=seen, text="Guard the quay gate.")
    assert not recommendations(people.viewer(officer)).exists()
    acting.shared(liaison, said, "NG")
    at = f"/partner/recommendations/{said.pk}/"
    form = {"uid": str(uuid4()), "to": "done", "text": "A guard stands there.", "after": "Guarded by day and night."}
    for _ in range(2):
        assert client_of(officer).post(at, form).status_code == 302, "the same form sent twice is no fault"
    said.refresh_from_db()
    assert (said.state, said.progress.all().stated().count()) == ("done", 1)
    assert "Attach evidence" in page(officer, at)
    with pytest.raises(PermissionDenied):
        acting.move(officer, said, "closed")
    assert "about your facility" in " ".join(one.text for one in notifications(officer))


def test_a_facility_officer_recommends_for_the_own_facility(liaison: User, officer: User, quay: Any) -> None:
    later = (moments.today() + timedelta(9)).isoformat()
    form = {"uid": str(uuid4()), "text": "Come at the change of shifts.", "owner": "The team", "due_on": later}
    at = "/partner/recommendations/new/"
    assert client_of(officer).post(at, form | {"facility": quay.pk}).status_code == 302
    one = Recommendation.objects.for_the_system("a test looks").get()
    assert (one.toward, one.facility_id, one.country_id) == ("programme", quay.pk, "NG")
    refused = client_of(officer).post(at, form | {"uid": str(uuid4())})
    assert refused.status_code in (403, 422)


def test_best_practice_is_found_at_a_facility_with_like_problems(
    liaison: User, officer: User, quay: Any, seen: Observation, nigeria: User
) -> None:
    best = acting.released(liaison, "NG", "GH", title="A second look at gates")
    other = acting.released(liaison, "NG", title="Of drills", elements=["DRL"])
    for who in (officer, nigeria):
        shown = page(who, f"/partner/facilities/{quay.pk}/")
        assert "A second look at gates" in shown
        assert "The quay gate was open." in shown
        assert "Of drills" not in shown
    assert "A second look at gates" in page(liaison, f"/desk/facilities/{quay.pk}/")
    assert {one.pk for one in practices.released(people.viewer(officer))} == {best.pk, other.pk}
    assert "Ngozi" not in page(officer, f"/partner/practice/{best.pk}/")
    elsewhere = acting.released(liaison, "GH", title="For others")
    page(officer, f"/partner/practice/{elsewhere.pk}/", 404)
