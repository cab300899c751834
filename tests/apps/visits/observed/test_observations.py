"""Observations: a shortfall has its reference; what is beyond the Code, or a strength, never counts against."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.visits.actions.observing import (
    Observed,
    change_observation,
    set_observation_state,
    write_observation,
)
from roadstead.visits.models import Observation, Visit
from roadstead.visits.observed_enums import ObservationKind, ObservationState
from roadstead.visits.observed_shape import ObservedError, StaleError
from roadstead.visits.queries import observed as queries
from tests import people
from tests.apps.visits.observed import acting


def test_a_shortfall_takes_the_reference_of_its_element_or_is_refused(liaison: User, trip: Visit) -> None:
    assert acting.observed(liaison, trip).reference == "A/14.2.1-14.2.2; B/16.10-16.20"
    assert acting.observed(liaison, trip, element="", reference="A/14.2.7").reference == "A/14.2.7"
    with pytest.raises(ObservedError, match="needs its ISPS reference"):
        acting.observed(liaison, trip, element="")


def test_the_database_refuses_a_shortfall_without_a_reference(liaison: User, trip: Visit) -> None:
    one = acting.observed(liaison, trip)
    rows = Observation.objects.for_the_system("a test breaks the rule").filter(pk=one.pk)
    with pytest.raises(IntegrityError, match="visits_observation_reference"), transaction.atomic():
        rows.update(reference="")
    rows.update(reference="", kind="strength")


@pytest.mark.parametrize("kind", ObservationKind)
@pytest.mark.parametrize("state", ObservationState)
def test_only_a_shortfall_that_stands_counts_against(
    liaison: User, trip: Visit, kind: ObservationKind, state: ObservationState
) -> None:
    one = acting.observed(liaison, trip, kind.value)
    if state == ObservationState.SETTLED and kind != ObservationKind.SHORTFALL:
        with pytest.raises(ObservedError, match="Only a shortfall"):
            set_observation_state(observation=one, state=state, why="mended", by=people.viewer(liaison))
        return
    if state != ObservationState.STANDS:
        one = set_observation_state(observation=one, state=state, why="mended", by=people.viewer(liaison))
    counted = kind == ObservationKind.SHORTFALL and state == ObservationState.STANDS
    assert one.counts_against is counted
    assert queries.shortfalls(people.viewer(liaison), country="NG").exists() is counted


def test_the_same_form_sent_twice_writes_once(liaison: User, trip: Visit) -> None:
    uid, by = uuid4(), people.viewer(liaison)
    said = Observed(ObservationKind.STRENGTH, "Two people look at every list.")
    first, second = (write_observation(uid=uid, visit=trip, observed=said, by=by) for _ in range(2))
    assert first.pk == second.pk


def test_who_was_overtaken_is_told(liaison: User, colleague: User, trip: Visit) -> None:
    one = acting.observed(liaison, trip)
    new = Observed(ObservationKind.SHORTFALL, "The east gate was open.", "ACC")
    change_observation(observation=one, revision=1, observed=new, by=people.viewer(colleague))
    other = Observed(ObservationKind.SHORTFALL, "The west gate was open.", "ACC")
    with pytest.raises(StaleError):
        change_observation(observation=one, revision=1, observed=other, by=people.viewer(liaison))


def test_the_same_change_sent_twice_is_made_once(liaison: User, trip: Visit) -> None:
    one = acting.observed(liaison, trip)
    new = Observed(ObservationKind.SHORTFALL, "The east gate was open.", "ACC")
    for _ in range(2):
        held = change_observation(observation=one, revision=1, observed=new, by=people.viewer(liaison))
    assert held.revision == 2


def test_it_is_for_the_programme_until_it_is_shared(liaison: User, trip: Visit, nigeria: User, ghana: User) -> None:
    one = acting.observed(liaison, trip)
    assert not queries.shared_observations(people.viewer(nigeria)).exists()
    acting.shared(liaison, one, "NG")
    assert queries.shared_observations(people.viewer(nigeria)).exists()
    assert not queries.observations(people.viewer(ghana)).exists()


def test_what_is_noted_on_a_restricted_visit_is_restricted(liaison: User, colleague: User) -> None:
    trip = acting.visit(liaison, mark=Mark.RESTRICTED)
    trip.people.set([liaison])
    one = acting.observed(liaison, trip)
    assert one.mark == Mark.RESTRICTED
    assert not queries.observations(people.viewer(colleague)).exists()
    assert queries.observations(people.viewer(liaison)).exists()


def test_nobody_observes_in_a_country_of_another(colleague: User, liaison: User, nigeria: User) -> None:
    with pytest.raises(PermissionDenied):
        acting.observed(colleague, acting.visit(liaison, "GH"))


def test_a_facility_is_one_of_the_country(liaison: User, trip: Visit) -> None:
    quay = acting.facility(liaison, "GH")
    with pytest.raises(ObservedError, match="facility of this country"):
        acting.observed(liaison, trip, facility=quay.pk)
