"""What an assessment rests on: records taken as they are now, sources written here, and out again with why."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.files.base import File
from django.db.models import Max
from django.utils.translation import gettext as _

from roadstead.assessments.actions.country_shape import ASSESS, draft, keep, person_of
from roadstead.assessments.country_enums import Confidence, SourceKind
from roadstead.assessments.country_events import SourceTaken
from roadstead.assessments.errors import AssessmentError, text_of
from roadstead.assessments.models import CountryAssessment, Source
from roadstead.assessments.models.countries import LONGEST_WHY
from roadstead.assessments.models.sources import LONGEST_TEXT, LONGEST_TITLE
from roadstead.assessments.queries.gathering import offered
from roadstead.assessments.queries.matrix import versions_of
from roadstead.assessments.taking import Taken
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.files import actions as files
from roadstead.files import queries as kept
from roadstead.files.incoming import received


@action
def take_records(
    *, assessment: CountryAssessment, references: Collection[str], confidence: Confidence, until: date, by: Viewer
) -> list[Source]:
    """Take records of the programme as they are now; references: “model:key” of those offered.

    One that is there already is taken anew: its older words are taken out. until: after that day they support nothing.
    Raises PermissionDenied; AssessmentError for a record that is not offered; DoesNotExist if it is withheld.
    """
    held = draft(assessment, by)
    found = {one.reference: one for one in offered(held.country_id, by)}
    if not references:
        raise AssessmentError(_("Choose what is to be taken."), "references")
    if set(references) - set(found):
        raise AssessmentError(_("Something you chose is not there (any more). Look at the list anew."), "references")
    for one in _in_force(held).filter(record__in={found[ref].record for ref in references}):
        if f"{one.record}:{one.key}" in references:
            _taken_out(held, one, _("Taken anew."), by)
    return [_take(held, found[one], confidence, until, by) for one in sorted(references)]


@action
def write_source(
    *,
    assessment: CountryAssessment,
    source: Taken,
    confidence: Confidence,
    until: date,
    upload: "File[Any] | None" = None,
    by: Viewer,
) -> Source:
    """Write a source that is no record of the programme, with its document. Raises as `take_records`; FilesError."""
    held = draft(assessment, by)
    if source.kind.is_record or source.record:
        raise AssessmentError(_("A record of the programme is taken from the list of records."), "kind")
    known = {code for version in versions_of(held) for code in version.elements()}
    if not source.says or set(source.says) - known:
        raise AssessmentError(_("Choose the elements or criteria of which it speaks."), "elements")
    said = Taken(
        kind=source.kind,
        title=text_of(" ".join(source.title.split()), most=LONGEST_TITLE, field="title", must=_("Give it a title.")),
        text=text_of(source.text, most=LONGEST_TEXT, field="text", must=_("Write what it says.")),
        origin=text_of(
            " ".join(source.origin.split()), most=LONGEST_TITLE, field="origin", must=_("Say where it comes from.")
        ),
        dated=source.dated,
        says=source.says,
    )
    made = _take(held, said, confidence, until, by)
    if upload is not None:
        arrived, scope = received(upload), {"country": held.country_id}
        there = kept.attachments_of(held, by).filter(file__sha256=arrived.digest).first()
        made.attachment = there or files.attach(record=held, upload=arrived, by=by, may=ASSESS, scope=scope)
        made.save(update_fields=["attachment"])
    return made


@action
def put_out(*, assessment: CountryAssessment, number: int, why: str, by: Viewer) -> CountryAssessment:
    """Take a source out; it stays on record with why. Raises as `take_records`."""
    held = draft(assessment, by)
    one = _in_force(held).filter(number=number).first()
    if one is None:
        raise AssessmentError(_("There is no source of that number."))
    _taken_out(held, one, text_of(why, most=LONGEST_WHY, field="why", must=_("Say why it is taken out.")), by)
    keep(held)
    return held


def _take(held: CountryAssessment, said: Taken, confidence: Confidence, until: date, by: Viewer) -> Source:
    if said.dated > clock.today():
        raise AssessmentError(_("A source does not speak of a day that is to come."), "dated")
    if until < said.dated:
        raise AssessmentError(_("It supports something at least until the day it speaks of."), "until")
    rows: Any = Source.objects.filter(assessment=held.pk).stated()
    number = (rows.aggregate(last=Max("number"))["last"] or 0) + 1
    made: Source = Source.objects.create(
        assessment=held,
        number=number,
        kind=said.kind,
        record=said.record,
        key=said.key,
        title=said.title[:LONGEST_TITLE],
        text=said.text[:LONGEST_TEXT],
        origin=said.origin,
        says=said.says,
        digest=said.digest(),
        dated=said.dated,
        confidence=confidence,
        until=until,
        taken_by_id=person_of(by),
        taken_at=clock.now(),
    )
    keep(held)
    record(SourceTaken(number=number, kind=said.kind.value, into=True, digest=made.digest), subject=held, by=by)
    return made


def _taken_out(held: CountryAssessment, one: Source, why: str, by: Viewer) -> None:
    one.removed_at, one.removed_why = clock.now(), why
    one.save(update_fields=["removed_at", "removed_why"])
    kind = SourceKind(one.kind).value
    record(SourceTaken(number=one.number, kind=kind, into=False, digest=one.digest, why=why), subject=held, by=by)


def _in_force(held: CountryAssessment) -> Any:
    return Source.objects.filter(assessment=held.pk, removed_at__isnull=True).stated()
