"""Evidence has a day of its own, a digest and versions; nothing of it goes."""

import hashlib
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.accounts.models import User
from roadstead.assessments.errors import AssessmentError
from roadstead.assessments.models import Evidence, SelfAssessment
from roadstead.files.errors import FilesError
from roadstead.files.queries import attachments_of
from roadstead.registry.models import Facility
from tests.apps.assessments import acting
from tests.people import viewer
from tests.together import Together


def every() -> Any:
    return Evidence.objects.for_the_system("a test looks").order_by("pk")


def test_the_day_of_the_evidence_stands_apart_from_the_day_it_came(nigeria: User, own: SelfAssessment) -> None:
    made = acting.proven(nigeria, own, acting.answers(own)[0], on=date(2025, 3, 1))
    assert made.dated_on == date(2025, 3, 1)
    assert made.added_at.date() == date(2026, 11, 23)
    assert made.sha256 == hashlib.sha256(b"A register.\n").hexdigest()


def test_a_newer_file_replaces_an_older_one_which_is_kept(nigeria: User, own: SelfAssessment) -> None:
    first = acting.answers(own)[0]
    old = acting.proven(nigeria, own, first)
    new = acting.proven(nigeria, own, first, b"A newer register.\n", replaces=old.pk)
    assert [(one.version, one.replaces_id) for one in every()] == [(1, None), (2, old.pk)]
    assert attachments_of(own, viewer(nigeria)).count() == 2
    with pytest.raises(AssessmentError, match="replaced this file already"):
        acting.proven(nigeria, own, first, b"Another.\n", replaces=old.pk)
    back = acting.proven(nigeria, own, first, replaces=new.pk)
    assert back.version == 3, "what was right before may come back"


def test_what_is_sent_twice_is_there_once(nigeria: User, own: SelfAssessment) -> None:
    uid, first = uuid4(), acting.answers(own)[0]
    assert len({acting.proven(nigeria, own, first, uid=uid).pk for _ in range(2)}) == 1
    with pytest.raises(AssessmentError, match="already"):
        acting.proven(nigeria, own, first)


def test_one_document_speaks_for_several_answers(nigeria: User, own: SelfAssessment) -> None:
    first, second = acting.answers(own)[:2]
    one, other = (acting.proven(nigeria, own, answer) for answer in (first, second))
    assert one.attachment_id == other.attachment_id
    assert attachments_of(own, viewer(nigeria)).count() == 1


def test_new_evidence_is_a_new_revision_of_its_answer(nigeria: User, own: SelfAssessment) -> None:
    first = acting.answers(own)[0]
    acting.proven(nigeria, own, first)
    assert acting.anew(first).revision == first.revision + 1


def test_what_cannot_be_is_refused(nigeria: User, own: SelfAssessment) -> None:
    first, second = acting.answers(own)[:2]
    with pytest.raises(AssessmentError, match="still to come"):
        acting.proven(nigeria, own, first, on=date(2026, 11, 24))
    with pytest.raises(FilesError):
        acting.proven(nigeria, own, first, b"MZ\0\0", name="plan.exe")
    old = acting.proven(nigeria, own, first)
    with pytest.raises(AssessmentError, match="no such evidence"):
        acting.proven(nigeria, own, second, b"Other.\n", replaces=old.pk)
    acting.submitted(nigeria, own)
    with pytest.raises(AssessmentError, match="closed until"):
        acting.proven(nigeria, own, first, b"Late.\n")


def test_others_add_nothing(liaison: User, own: SelfAssessment) -> None:
    with pytest.raises(PermissionDenied):
        acting.proven(liaison, own, acting.answers(own)[0])


def test_the_officer_of_a_facility_proves_and_both_read_it(officer: User, nigeria: User, quay: Facility) -> None:
    one = acting.begun(officer, facility=quay)
    acting.proven(officer, one, acting.answers(one)[0])
    for user in (officer, nigeria):
        assert attachments_of(one, viewer(user)).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_replace_the_same_file_at_once_do_not_both(
    nigeria: User, deputy: User, own: SelfAssessment, together: Together
) -> None:
    first = acting.answers(own)[0]
    old = acting.proven(nigeria, own, first)

    def replace(user: User, content: bytes) -> Any:
        try:
            return acting.proven(user, own, first, content, replaces=old.pk)
        except AssessmentError as error:
            return error

    found = together([lambda: replace(nigeria, b"One.\n"), lambda: replace(deputy, b"Two.\n")])
    assert sorted(type(one).__name__ for one in found) == ["AssessmentError", "Evidence"]
    assert together([lambda: every().count()]) == [2]
