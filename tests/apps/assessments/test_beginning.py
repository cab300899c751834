"""A self-assessment begins with the questions as they read that day, and keeps them."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.accounts.models import User
from roadstead.assessments.actions.beginning import begin
from roadstead.assessments.errors import AssessmentError
from roadstead.assessments.models import SelfAssessment
from roadstead.registry.models import Facility
from roadstead.rulebook import instruments
from roadstead.rulebook.loader import DATA
from tests.apps.assessments import acting
from tests.people import viewer
from tests.together import Together


def test_a_government_is_asked_what_the_instruments_ask_governments(own: SelfAssessment) -> None:
    asked = instruments.shipped().questionnaire("government")
    rows = acting.answers(own)
    assert [(one.element, one.question, one.asked) for one in rows] == [(e.code, q.code, q.text) for _v, e, q in asked]
    assert all(one.digest.startswith("sha256:") and one.version == "2026-11-22" for one in rows)
    assert own.versions == {"isps-government": "2026-11-22", "isps-port-facility": "2026-11-22"}
    assert (own.mark, [one.pk for one in own.states.all()]) == ("partner", ["NG"])


def test_a_facility_officer_is_asked_of_the_facility_alone(officer: User, quay: Facility, nigeria: User) -> None:
    one = acting.begun(officer, facility=quay)
    assert one.asked_of == "facility"
    assert {"ACC", "SOC", "GOV-3"} <= {row.element for row in acting.answers(one)}
    assert "GOV-1" not in {row.element for row in acting.answers(one)}
    with pytest.raises(PermissionDenied):
        acting.begun(officer)


def test_questions_stay_as_they_were_asked_whatever_is_new(nigeria: User, tmp_path: Path) -> None:
    folder = tmp_path / "local" / "instruments"
    folder.mkdir(parents=True)
    old = (DATA / "instruments/2026-11-22-isps-government.yaml").read_text(encoding="utf-8")
    new = old.replace("as_of: 2026-11-22", "as_of: 2027-01-01").replace("Name the law.", "Name the law, and its day.")
    first = acting.begun(nigeria)
    (folder / "2027-01-01-isps-government.yaml").write_text(new, encoding="utf-8")
    book = instruments.load(extra=folder.parent)
    before = {one.question + one.element: (one.asked, one.digest) for one in acting.answers(first)}
    ghana = begin(uid=uuid4(), country="NG", facility=acting.facility().pk, by=viewer(nigeria), book=book)
    assert ghana.versions["isps-government"] == "2027-01-01"
    assert {one.question + one.element: (one.asked, one.digest) for one in acting.answers(first)} == before
    assert "its day" not in acting.answers(first)[0].asked


def test_one_form_sent_twice_begins_one_and_a_second_one_is_refused(nigeria: User, deputy: User) -> None:
    uid = uuid4()
    assert acting.begun(nigeria, uid=uid).pk == acting.begun(nigeria, uid=uid).pk
    with pytest.raises(AssessmentError, match="under way already"):
        acting.begun(deputy)


@pytest.mark.django_db(transaction=True)
def test_two_who_begin_at_once_begin_one(nigeria: User, deputy: User, together: Together) -> None:
    def begin_by(user: User) -> Any:
        try:
            return acting.begun(user)
        except AssessmentError as error:
            return error

    found = together([lambda: begin_by(nigeria), lambda: begin_by(deputy)])
    assert sorted(type(one).__name__ for one in found) == ["AssessmentError", "SelfAssessment"]


def test_who_has_no_part_in_it_begins_none(ghana: User, liaison: User, quay: Facility) -> None:
    for user in (ghana, liaison):
        with pytest.raises(PermissionDenied):
            acting.begun(user)
    with pytest.raises(AssessmentError, match="of your own"):
        acting.begun(ghana, "GH", facility=quay)
