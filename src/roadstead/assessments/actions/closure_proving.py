"""Evidence that a shortfall is closed: a file with its own day and digest; a newer one replaces an older."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.base import File
from django.utils.translation import gettext as _

from roadstead.assessments.actions.closure_shape import OPEN_STATES, WORK, keep, must_be, person_of, to_work
from roadstead.assessments.closure_events import ClosureEvidenceAdded
from roadstead.assessments.errors import AssessmentError, text_of
from roadstead.assessments.models import Closure, ClosureEvidence
from roadstead.assessments.models.closure_parts import LONGEST_WHAT
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.files import actions as files
from roadstead.files import queries as kept
from roadstead.files.incoming import received


@action
def prove(
    *,
    uid: UUID,
    observation: int,
    upload: "File[Any]",
    dated_on: date,
    what: str = "",
    replaces: int | None = None,
    by: Viewer,
) -> ClosureEvidence:
    """Add evidence, or a newer version of some. The same `uid` again adds nothing.

    Raises PermissionDenied; FilesError for a file that is not taken; AssessmentError.
    """
    held, scope = to_work(observation, by)
    rows: Any = ClosureEvidence.objects.for_the_system("whether this form was sent before")
    before: ClosureEvidence | None = rows.filter(uid=uid, closure=held.pk).first()
    if before is not None:
        unchanged()
        return before
    must_be(held, *OPEN_STATES)
    if dated_on > clock.today():
        raise AssessmentError(_("Evidence cannot be of a day that is still to come."), "dated_on")
    older = _older(held, replaces)
    arrived = received(upload)
    if kept.attachments_of(held, by).filter(file__sha256=arrived.digest).exists():
        raise AssessmentError(_("This very file is evidence here already."), "file")
    made: ClosureEvidence = ClosureEvidence.objects.create(
        uid=uid,
        closure=held,
        attachment=files.attach(record=held, upload=arrived, by=by, may=WORK, scope=scope),
        sha256=arrived.digest,
        what=text_of(" ".join(what.split()), most=LONGEST_WHAT, field="what"),
        dated_on=dated_on,
        added_by_id=person_of(by),
        added_at=clock.now(),
        version=older.version + 1 if older else 1,
        replaces=older,
    )
    keep(held)
    told = ClosureEvidenceAdded(sha256=made.sha256, dated_on=dated_on.isoformat(), version=made.version)
    record(told, subject=held, by=by)
    return made


def _older(held: Closure, replaces: int | None) -> ClosureEvidence | None:
    """What is replaced. Raises AssessmentError where it is not of this shortfall, or was replaced already."""
    if replaces is None:
        return None
    rows: Any = ClosureEvidence.objects.filter(closure=held.pk).stated()
    found: ClosureEvidence | None = rows.filter(pk=replaces).first()
    if found is None:
        raise AssessmentError(_("There is no such evidence for this shortfall."))
    if rows.filter(replaces=found.pk).exists():
        raise AssessmentError(_("Somebody replaced this file already. Look at the newer one first."))
    return found
