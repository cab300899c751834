"""Evidence for an answer: a file with its own day; a newer one replaces an older, which is kept."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.base import File
from django.utils.translation import gettext as _

from roadstead.assessments.actions.answering import must_be_open
from roadstead.assessments.actions.parts import ANSWER, person_of, to_answer
from roadstead.assessments.errors import AssessmentError, text_of
from roadstead.assessments.events import EvidenceAdded
from roadstead.assessments.models import Answer, Evidence, SelfAssessment
from roadstead.assessments.models.evidence import LONGEST_WHAT
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.files import actions as files
from roadstead.files import queries as kept
from roadstead.files.incoming import received


@action
def add_evidence(
    *,
    uid: UUID,
    assessment: SelfAssessment,
    answer: int,
    upload: "File[Any]",
    dated_on: date,
    what: str = "",
    replaces: int | None = None,
    by: Viewer,
) -> Evidence:
    """Add a file for an answer, or one that replaces an older. The same `uid` again adds nothing.

    Raises PermissionDenied; FilesError for a file that is not taken; AssessmentError; DoesNotExist if withheld.
    """
    held, scope = to_answer(assessment, by)
    rows: Any = Evidence.objects.for_the_system("whether this was sent before")
    before: Evidence | None = rows.filter(uid=uid, assessment=held.pk).first()
    if before is not None:
        unchanged()
        return before
    one: Any = Answer.objects.filter(assessment=held.pk, pk=answer).stated().select_for_update().first()
    if one is None:
        raise AssessmentError(_("There is no such question in this self-assessment."))
    must_be_open(held, one)
    if dated_on > clock.today():
        raise AssessmentError(_("Evidence cannot be of a day that is still to come."), "dated_on")
    older = _older(one, replaces)
    arrived = received(upload)
    # One document often speaks for several answers: its bytes and its row are there once.
    there = kept.attachments_of(held, by).filter(file__sha256=arrived.digest).first()
    attached = there or files.attach(record=held, upload=arrived, by=by, may=ANSWER, scope=scope)
    if there is not None and _has(one, there.pk):
        raise AssessmentError(_("This very file is evidence for this answer already."), "file")
    made = Evidence.objects.create(
        uid=uid,
        assessment=held,
        answer=one,
        attachment=attached,
        sha256=arrived.digest,
        what=text_of(" ".join(what.split()), most=LONGEST_WHAT, field="what"),
        dated_on=dated_on,
        added_by_id=person_of(by),
        added_at=clock.now(),
        version=older.version + 1 if older else 1,
        replaces=older,
    )
    _told(held, one, made, by)
    return made


def _older(one: Answer, replaces: int | None) -> Evidence | None:
    """What is replaced. Raises AssessmentError where it is none of this answer's, or was replaced already."""
    if replaces is None:
        return None
    rows: Any = Evidence.objects.filter(answer=one.pk).stated()
    found: Evidence | None = rows.filter(pk=replaces).first()
    if found is None:
        raise AssessmentError(_("There is no such evidence for this answer."))
    if rows.filter(replaces=found.pk).exists():
        raise AssessmentError(_("Somebody replaced this file already. Look at the newer one first."))
    return found


def _has(one: Answer, attachment: int) -> bool:
    """Whether a file is evidence for an answer now; an older version of it may come back."""
    rows: Any = Evidence.objects.filter(answer=one.pk, attachment=attachment).stated()
    return bool(
        rows.exclude(
            pk__in=Evidence.objects.filter(answer=one.pk, replaces__isnull=False).stated().values("replaces")
        ).exists()
    )


def _told(held: SelfAssessment, one: Answer, made: Evidence, by: Viewer) -> None:
    """New evidence is a new revision of its answer: what was looked at is no longer all that there is."""
    one.revision += 1
    one.save(update_fields=["revision"])
    held.changed_at = clock.now()
    held.save(update_fields=["changed_at"])
    question, day = f"{one.element} {one.question}", made.dated_on.isoformat()
    told = EvidenceAdded(question=question, dated_on=day, sha256=made.sha256, version=made.version)
    record(told, subject=held, by=by)
