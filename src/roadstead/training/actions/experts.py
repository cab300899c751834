"""The roster of experts: entered, changed, retired; days on which they can be sent; chosen for a request."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries import country_rows
from roadstead.training.actions.shape import as_seen, keep, marked, must_be_body, must_be_course, person_of
from roadstead.training.errors import TrainingError, text_of
from roadstead.training.expert_events import ExpertFree, ExpertKept, ExpertServed
from roadstead.training.models import Expert, Free, Request, Service
from roadstead.training.models.offerings import LONGEST_TEXT, LONGEST_TITLE, LONGEST_WHY

KEEP = Permission.KEEP_TRAINING


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpertSaid:
    """What is said of an expert. An empty list of regions: goes anywhere."""

    name: str
    organisation: str
    subjects: Sequence[str]
    languages: Sequence[str]
    regions: Sequence[str] = ()
    note: str = ""


@action
def write_expert(*, uid: UUID, said: ExpertSaid, by: Viewer) -> Expert:
    """Put somebody into the roster. The same `uid` again enters once. Raises PermissionDenied, TrainingError."""
    by.must(KEEP)
    person = person_of(by)
    if before := Expert.objects.visible_to(by).filter(uid=uid).first():
        unchanged()
        return before
    why = _("The roster of experts is for the programme.")
    made: Expert = Expert.objects.create(
        uid=uid, made_by_id=person, changed_at=clock.now(), **_checked(said), **marked(Mark.PROGRAMME, why, person)
    )
    record(ExpertKept(new=True, retired=False), subject=made, by=by)
    return made


@action
def change_expert(*, expert: Expert, revision: int, said: ExpertSaid, by: Viewer) -> Expert:
    """Change what is said of an expert. Raises as `write_expert`; StaleError; DoesNotExist."""
    held = _held(expert, by)
    as_seen(held, revision)
    fields = _checked(said)
    if all(getattr(held, name) == value for name, value in fields.items()):
        unchanged()
        return held
    for name, value in fields.items():
        setattr(held, name, value)
    keep(held, *fields)
    record(ExpertKept(new=False, retired=False), subject=held, by=by)
    return held


@action
def retire_expert(*, expert: Expert, by: Viewer) -> Expert:
    """Take an expert off the roster; the record of service stays. Raises as `change_expert`."""
    held = _held(expert, by)
    if held.retired_at is not None:
        unchanged()
        return held
    held.retired_at = clock.now()
    keep(held, "retired_at")
    record(ExpertKept(new=False, retired=True), subject=held, by=by)
    return held


@action
def add_free(*, expert: Expert, first_on: date, last_on: date, by: Viewer) -> Free:
    """Enter days on which an expert can be sent; days that are there already are not entered again."""
    held = _held(expert, by)
    if last_on < first_on:
        raise TrainingError(_("The last day is not before the first."), "last_on")
    if last_on < clock.today():
        raise TrainingError(_("These days are past."), "last_on")
    rows: Any = Free.objects.filter(expert=held.pk).stated()
    if before := rows.filter(first_on__lte=first_on, last_on__gte=last_on).first():
        unchanged()
        same: Free = before
        return same
    made: Free = Free.objects.create(expert=held, first_on=first_on, last_on=last_on)
    _told_free(held, made, by, gone=False)
    return made


@action
def drop_free(*, expert: Expert, number: int, by: Viewer) -> None:
    """Take days away on which an expert can be sent. Raises as `change_expert`."""
    held = _held(expert, by)
    rows: Any = Free.objects.filter(expert=held.pk, pk=number).stated()
    found = rows.first()
    if found is None:
        unchanged()
        return
    _told_free(held, found, by, gone=True)
    found.delete()


@action
def send_expert(
    *, expert: Expert, request: Request, body: str, role: str, first_on: date, last_on: date, by: Viewer
) -> Service:
    """Choose an expert for a request, for some days. Once for each request. Raises as `change_expert`."""
    held = _held(expert, by)
    asked: Request = Request.objects.visible_to(by).get(pk=request.pk)
    if held.retired_at is not None:
        raise TrainingError(_("This expert left the roster."))
    if last_on < first_on:
        raise TrainingError(_("The last day is not before the first."), "last_on")
    rows: Any = Service.objects.filter(expert=held.pk).stated()
    if before := rows.filter(request=asked.pk).first():
        unchanged()
        same: Service = before
        return same
    if rows.filter(first_on__lte=last_on, last_on__gte=first_on).exists():
        raise TrainingError(_("This expert is elsewhere on one of these days."), "first_on")
    made: Service = Service.objects.create(
        expert=held,
        request=asked,
        body=must_be_body(body) if body else "",
        role=text_of(role, most=LONGEST_TITLE, field="role", must=_("Say as what."), line=True),
        first_on=first_on,
        last_on=last_on,
        entered_by_id=person_of(by),
        entered_at=clock.now(),
    )
    record(ExpertServed(request=asked.pk, first_on=first_on.isoformat(), after=False), subject=held, by=by)
    return made


@action
def say_after(*, expert: Expert, number: int, after: str, by: Viewer) -> Service:
    """Say how it was, once an expert has served. Raises as `change_expert`."""
    held = _held(expert, by)
    rows: Any = Service.objects.filter(expert=held.pk, pk=number).stated()
    found: Service | None = rows.first()
    if found is None or found.first_on > clock.today():
        raise TrainingError(_("There is no such service yet."))
    found.after = text_of(after, most=LONGEST_WHY, field="after", must=_("Say how it was."))
    found.save(update_fields=["after"])
    record(
        ExpertServed(request=found.request_id or 0, first_on=found.first_on.isoformat(), after=True),
        subject=held,
        by=by,
    )
    return found


def _held(expert: Expert, by: Viewer) -> Expert:
    by.must(KEEP)
    rows: Any = Expert.objects.visible_to(by).select_for_update(of=("self",))
    found: Expert = rows.get(pk=expert.pk)
    return found


def _told_free(held: Expert, one: Free, by: Viewer, *, gone: bool) -> None:
    days = {"first_on": one.first_on.isoformat(), "last_on": one.last_on.isoformat()}
    record(ExpertFree(gone=gone, **days), subject=held, by=by)


def _checked(said: ExpertSaid) -> dict[str, Any]:
    regions = sorted({code.upper() for code in said.regions})
    if set(country_rows(regions).values_list("pk", flat=True)) != set(regions):
        raise TrainingError(_("There is no such country."), "regions")
    if not said.subjects:
        raise TrainingError(_("Choose at least one course."), "subjects")
    return {
        "name": text_of(said.name, most=LONGEST_TITLE, field="name", must=_("Write the name."), line=True),
        "organisation": text_of(said.organisation, most=LONGEST_TITLE, field="organisation", line=True),
        "subjects": sorted({must_be_course(one) for one in said.subjects}),
        "languages": sorted({one.strip().lower() for one in said.languages if one.strip()}),
        "regions": regions,
        "note": text_of(said.note, most=LONGEST_TEXT, field="note"),
    }
