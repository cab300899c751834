"""Keeping host units and their calendars."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.actions.shape import person_of
from roadstead.hosting.errors import HostingError, StaleError, line_of, text_of
from roadstead.hosting.models import Busy, HostUnit
from roadstead.hosting.models.units import LONGEST_NAME, LONGEST_WHY, MOST_A_YEAR, MOST_PLACES
from roadstead.hosting.topics import topics
from roadstead.hosting.unit_events import UnitBusy, UnitKept
from roadstead.registry.queries.zones import has_zone

KEEP = Permission.KEEP_HOST_UNITS


@dataclass(frozen=True, slots=True)
class UnitSaid:
    """What is kept of a unit. shows: codes of topics."""

    name: str
    zone: str
    places: int = 12
    a_year: int = 2
    shows: Collection[str] = ()
    languages: str = ""
    note: str = ""

    def fields(self) -> dict[str, Any]:
        """The columns it fills. Raises HostingError, naming the field."""
        if not has_zone(self.zone):
            raise HostingError(_("There is no such Captain of the Port zone."), "zone")
        if not 1 <= self.places <= MOST_PLACES:
            raise HostingError(_("A unit takes from 1 to %(most)s people.") % {"most": MOST_PLACES}, "places")
        if not 0 <= self.a_year <= MOST_A_YEAR:
            raise HostingError(_("A unit hosts at most %(most)s times a year.") % {"most": MOST_A_YEAR}, "a_year")
        return {
            "name": line_of(self.name, most=LONGEST_NAME, field="name", must=_("Give the unit its name.")),
            "zone_id": self.zone,
            "places": self.places,
            "a_year": self.a_year,
            "shows": [code for code in topics() if code in self.shows],
            "languages": line_of(self.languages, most=100, field="languages"),
            "note": text_of(self.note, most=2_000, field="note"),
        }


@action
def keep_unit(*, uid: UUID, said: UnitSaid, by: Viewer) -> HostUnit:
    """Write a host unit. The same `uid` again writes nothing more. Raises PermissionDenied; HostingError."""
    by.must(KEEP)
    person, fields, now = person_of(by), said.fields(), clock.now()
    if before := HostUnit.objects.visible_to(by).filter(uid=uid).first():
        unchanged()
        return before
    marking = {"mark": Mark.PROGRAMME, "mark_reason": _("A host unit is the programme’s own."), "marked_at": now}
    try:
        with transaction.atomic():
            made: HostUnit = HostUnit.objects.create(
                uid=uid, **fields, **marking, marked_by_id=person, written_by_id=person, written_at=now
            )
    except IntegrityError as error:
        raise HostingError(_("There is a host unit of this name."), "name") from error
    record(UnitKept(what="written", fields=[]), subject=made, by=by)
    return made


@action
def change_unit(*, unit: HostUnit, revision: int, said: UnitSaid, by: Viewer) -> HostUnit:
    """Change what is kept of a unit. Raises PermissionDenied; HostingError; StaleError; DoesNotExist."""
    held = _held(unit, by, revision)
    fields = said.fields()
    changed = [name for name, value in fields.items() if getattr(held, name) != value]
    if not changed:
        unchanged()
        return held  # type: ignore[no-any-return]
    for name in changed:
        setattr(held, name, fields[name])
    _save(held, *(name.removesuffix("_id") for name in changed))
    record(UnitKept(what="changed", fields=changed), subject=held, by=by)
    return held  # type: ignore[no-any-return]


@action
def retire_unit(*, unit: HostUnit, revision: int, by: Viewer) -> HostUnit:
    """Note that a unit hosts no more; what it hosted stays. Raises as `change_unit` does."""
    held = _held(unit, by, revision)
    held.retired_at = clock.now()
    _save(held, "retired_at")
    record(UnitKept(what="retired", fields=[]), subject=held, by=by)
    return held  # type: ignore[no-any-return]


@action
def block_days(*, unit: HostUnit, uid: UUID, first_on: date, last_on: date, why: str, by: Viewer) -> Busy:
    """Note days on which a unit hosts nobody. The same `uid` again notes nothing more. Raises as `change_unit` does."""
    held = _held(unit, by)
    rows = Busy.objects.filter(unit=held).stated()
    if before := rows.filter(uid=uid).first():
        unchanged()
        return before
    if last_on < first_on:
        raise HostingError(_("It ends on the day on which it begins, or later."), "last_on")
    if last_on < clock.today():
        raise HostingError(_("These days are over."), "first_on")
    reason = line_of(why, most=LONGEST_WHY, field="why", must=_("Say why the unit hosts nobody then."))
    days = {"first_on": first_on, "last_on": last_on, "why": reason}
    made: Busy = Busy.objects.create(uid=uid, unit=held, **days, by_id=person_of(by), at=clock.now())
    record(UnitBusy(days=f"{first_on}/{last_on}", added=True), subject=held, by=by)
    return made


@action
def free_days(*, unit: HostUnit, busy: int, by: Viewer) -> None:
    """Take such days out again. Raises as `change_unit` does."""
    held = _held(unit, by)
    row = Busy.objects.filter(unit=held, pk=busy).stated().first()
    if row is None:
        raise HostingError(_("These days are not in the calendar any more."))
    days = f"{row.first_on}/{row.last_on}"
    row.delete()
    record(UnitBusy(days=days, added=False), subject=held, by=by)


def _held(unit: HostUnit, by: Viewer, revision: int | None = None) -> Any:
    by.must(KEEP)
    person_of(by)
    held = HostUnit.objects.visible_to(by).select_for_update().get(pk=unit.pk)
    if revision is not None and held.revision != revision:
        raise StaleError(held)
    if held.retired_at is not None:
        raise HostingError(_("This unit hosts no more."))
    return held


def _save(held: Any, *fields: str) -> None:
    held.revision += 1
    try:
        with transaction.atomic():
            held.save(update_fields=[*fields, "revision"])
    except IntegrityError as error:
        raise HostingError(_("There is a host unit of this name."), "name") from error
