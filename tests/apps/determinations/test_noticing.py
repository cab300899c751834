"""A record that a case rests on changes later: every case is looked at, and those are flagged, whatever their state."""

from io import StringIO

import pytest
from django.core.management import call_command

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common.access.marks import Mark
from roadstead.determinations.actions.gathering import take_source
from roadstead.determinations.enums import CaseState
from roadstead.determinations.models import Case
from roadstead.visits.actions.observed_marking import mark_observed
from roadstead.visits.actions.observing import Observed, change_observation
from roadstead.visits.models import Observation
from roadstead.visits.observed_enums import ObservationKind
from tests.apps.determinations.making import fresh, ready, source_of, three
from tests.apps.visits.observed.acting import observed, visit
from tests.people import holder, viewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def lea() -> User:
    return holder(Role.LIAISON, "NG", name="Lea Liaison")


def looked() -> str:
    out = StringIO()
    call_command("note_source_changes", stdout=out)
    return out.getvalue()


def resting_on(lea: User) -> tuple[Case, Observation]:
    """A signed case that rests on an observation, and the observation."""
    by = viewer(lea)
    seen = observed(lea, visit(lea))
    case = ready(by)
    take_source(case=case, revision=case.revision, source=source_of(case, seen.pk, by), by=by)
    return three(fresh(case, by), by), seen


def changed(seen: Observation, lea: User) -> None:
    other = Observed(ObservationKind.SHORTFALL, "Something else.", "ACC")
    change_observation(observation=seen, revision=seen.revision, observed=other, by=viewer(lea))


def test_a_signed_case_is_flagged_once_and_stays_signed(lea: User) -> None:
    case, seen = resting_on(lea)
    assert "0 cases flagged" in looked()
    changed(seen, lea)
    assert f"Case {case.pk}: sources 2 changed." in looked()
    assert "0 cases flagged" in looked()
    now = fresh(case, viewer(lea))
    assert now.source_changed_at is not None
    assert now.state == CaseState.SIGNED


def test_a_source_that_few_may_read_is_not_taken_for_changed(lea: User) -> None:
    _case, seen = resting_on(lea)
    mark_observed(marked=seen, mark=Mark.RESTRICTED, people=[lea.pk], reason="for a test", by=viewer(lea))
    assert "0 cases flagged" in looked()
    seen.refresh_from_db()
    changed(seen, lea)
    assert "1 cases flagged" in looked()
