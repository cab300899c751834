"""Answers are kept field by field: twice, late, by two people at once; nothing typed is lost."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from roadstead.accounts.models import User
from roadstead.assessments.errors import AssessmentError
from roadstead.assessments.models import AnswerOther, SelfAssessment
from roadstead.assessments.queries.rows import progress_of
from tests.apps.assessments import acting
from tests.apps.assessments.acting import NOON
from tests.together import Together


def test_an_answer_is_kept_and_progress_tells_it(nigeria: User, own: SelfAssessment) -> None:
    first, *_rest = rows = acting.answers(own)
    acting.typed(nigeria, own, first, said="partly", words="Half of it.")
    kept = acting.anew(first)
    assert (kept.said, kept.words, kept.revision) == ("partly", "Half of it.", 2)
    progress = progress_of([own])[own.pk]
    assert (progress.questions, progress.answered, progress.left) == (len(rows), 1, len(rows) - 1)


def test_what_is_sent_twice_is_there_once(nigeria: User, own: SelfAssessment) -> None:
    first = acting.answers(own)[0]
    for _ in range(2):
        acting.typed(nigeria, own, first, words="Once.")
    assert acting.anew(first).revision == 2
    assert not AnswerOther.objects.for_the_system("a test looks").exists()


def test_of_two_wordings_the_later_stands_and_the_other_is_kept_beside_it(
    nigeria: User, deputy: User, own: SelfAssessment
) -> None:
    first = acting.answers(own)[0]
    acting.typed(nigeria, own, first, words="Mine.", device="a")
    acting.typed(deputy, own, first, words="Theirs.", device="b", at=NOON + timedelta(minutes=1))
    assert acting.anew(first).words == "Theirs."
    aside = AnswerOther.objects.for_the_system("a test looks").get()
    assert (aside.value, aside.by_id, aside.late) == ("Mine.", nigeria.pk, False)


def test_two_people_who_fill_in_different_fields_undo_nothing(nigeria: User, deputy: User, own: SelfAssessment) -> None:
    first = acting.answers(own)[0]
    acting.typed(nigeria, own, first, said="no")
    acting.typed(deputy, own, first, words="There is no law yet.", device="b")
    kept = acting.anew(first)
    assert (kept.said, kept.words) == ("no", "There is no law yet.")


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_lose_nothing(
    nigeria: User, deputy: User, own: SelfAssessment, together: Together
) -> None:
    first, second = acting.answers(own)[:2]
    found = together(
        [
            lambda: acting.typed(nigeria, own, first, words="Mine.", device="a"),
            lambda: acting.typed(deputy, own, first, words="Theirs.", device="b"),
            lambda: acting.typed(deputy, own, second, said="yes", device="b"),
        ]
    )
    assert not [one for one in found if isinstance(one, Exception)]

    def look() -> tuple[set[str], str]:
        others = AnswerOther.objects.for_the_system("a test looks").values_list("value", flat=True)
        return {acting.anew(first).words, *others}, acting.anew(second).said

    assert together([look]) == [({"Mine.", "Theirs."}, "yes")]


def test_what_comes_after_it_was_submitted_is_put_aside_and_not_lost(
    nigeria: User, deputy: User, own: SelfAssessment
) -> None:
    acting.submitted(nigeria, own)
    first = acting.answers(own)[0]
    for _ in range(2):
        kept = acting.typed(deputy, own, first, words="Too late.", device="b")
        assert kept.late
    assert acting.anew(first).words != "Too late."
    aside = AnswerOther.objects.for_the_system("a test looks").get()
    assert (aside.value, aside.late) == ("Too late.", True)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [("said", "perhaps", "Choose one"), ("words", "x" * 10_001, "too long"), ("mood", "glad", "no field")],
)
def test_what_cannot_be_taken_is_said(nigeria: User, own: SelfAssessment, field: str, value: str, said: str) -> None:
    with pytest.raises(AssessmentError, match=said):
        acting.typed(nigeria, own, acting.answers(own)[0], **{field: value})


def test_an_answer_of_another_questionnaire_is_none_of_this_one(nigeria: User, own: SelfAssessment) -> None:
    other = acting.begun(nigeria, facility=acting.facility())
    with pytest.raises(AssessmentError, match="no such question"):
        acting.typed(nigeria, own, acting.answers(other)[0], said="yes")


def test_others_answer_nothing(ghana: User, liaison: User, own: SelfAssessment) -> None:
    first = acting.answers(own)[0]
    with pytest.raises(ObjectDoesNotExist):
        acting.typed(ghana, own, first, said="yes")
    with pytest.raises(PermissionDenied):
        acting.typed(liaison, own, first, said="yes")
