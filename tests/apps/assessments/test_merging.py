"""Two entries of one facility become one: what the facility said of itself stays with the entry that is kept."""

import pytest

from roadstead.accounts.roles import Role
from tests.apps.assessments import acting
from tests.apps.registry.facilities import made
from tests.apps.registry.reconciliation import acting as reconciling
from tests.people import holder

pytestmark = pytest.mark.django_db


def test_a_self_assessment_follows_its_facility() -> None:
    made.world()
    kept, merged = acting.facility("NGAPP-0001"), acting.facility("NGAPP-0002", "East Quay, once more (invented)")
    one = acting.begun(holder(Role.AUTHORITY, "NG"), facility=merged)
    row = reconciling.merged(kept, merged)
    assert row.moved["assessments.SelfAssessment.facility"] == [one.pk]
    assert acting.anew(one).facility_id == kept.pk
