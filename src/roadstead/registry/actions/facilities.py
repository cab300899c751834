"""Keeping port facilities: entering one, correcting it, letting it follow its source again, and marking it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.facility_shape import checked, put
from roadstead.registry.actions.keeping import RegisterError, StaleError, must_keep
from roadstead.registry.actions.marking import set_mark
from roadstead.registry.facility_events import CorrectionTakenBack, FacilityCorrected, FacilityWritten
from roadstead.registry.facility_fields import CORRECTED, column, plain, rich
from roadstead.registry.models import Country, Facility
from roadstead.registry.reach import Reach, must_reach, person_of, reach_of

LONGEST_SOURCE = 200  # characters
POSITION = ("latitude", "longitude")


@action
def write_facility(
    *,
    country: str,
    said: Mapping[str, Any],
    by: Viewer,
    mark: Mark = Mark.PROGRAMME,
    states: Collection[str] = (),
    people: Collection[int] = (),
    reason: str = "",
) -> Facility:
    """Enter a facility that no import brought, marked as said. said: {field: value}, its source among them.

    Raises PermissionDenied; RegisterError, MarkError for what is wrong.
    """
    must_keep(by, country)
    if not Country.objects.filter(pk=country).exists():
        raise RegisterError(_("Choose a country from the list."), "country")
    made = Facility(country_id=country, marked_by_id=person_of(by), marked_at=clock.now(), mark=Mark.PROGRAMME)
    made.mark_reason = _("As written; not shared yet.")
    put(made, checked(said, made, by))
    made.save()
    record(FacilityWritten(country=country), subject=made, by=by)
    if mark != Mark.PROGRAMME or reason.strip():
        set_mark(marked=made, mark=mark, states=states, people=people, reason=reason, by=by)
        made.refresh_from_db()
    return made


@action
def correct_facility(
    *, facility: Facility, revision: int, said: Mapping[str, Any], source: str, by: Viewer
) -> Facility:
    """Correct what the register says. `revision` is the one that was looked at; source: where the correction is from.

    What is corrected, no import overwrites; what its source says is kept beside it.
    Raises PermissionDenied; RegisterError; StaleError; DoesNotExist where it may not be read.
    """
    held = held_to_keep(facility, by)
    if held.revision != revision:
        raise StaleError(held)
    changed = checked({name: value for name, value in said.items() if name not in ("country", "source")}, held, by)
    if not changed:
        unchanged()
        return held
    why = " ".join(source.split())
    if not why:
        raise RegisterError(_("Say where the correction is from: a letter, a visit, the facility itself."), "because")
    if len(why) > LONGEST_SOURCE:
        raise RegisterError(_("At most %(most)s characters are kept here.") % {"most": LONGEST_SOURCE}, "because")
    note_correction(held, changed, why, by)
    _save(held, put(held, changed))
    record(FacilityCorrected(fields=sorted(changed), revision=held.revision), subject=held, by=by)
    return held


@action
def take_back(*, facility: Facility, revision: int, field: str, by: Viewer) -> Facility:
    """Let a corrected field say again what its source says; a position comes back whole.

    Raises PermissionDenied; RegisterError; StaleError; DoesNotExist where it may not be read.
    """
    held = held_to_keep(facility, by)
    if held.revision != revision:
        raise StaleError(held)
    fields = [name for name in (POSITION if field in POSITION else (field,)) if name in held.corrected]
    if not fields:
        raise RegisterError(_("This field was not corrected."))
    back = {name: rich(name, held.corrected[name]["was"]) for name in fields}
    columns = put(held, checked({**back}, held, by))
    held.corrected = {name: one for name, one in held.corrected.items() if name not in fields}
    _save(held, columns)
    record(CorrectionTakenBack(fields=fields, revision=held.revision), subject=held, by=by)
    return held


@action
def mark_facility(
    *,
    facility: Facility,
    mark: Mark,
    states: Collection[str] = (),
    people: Collection[int] = (),
    reason: str,
    by: Viewer,
    seen_marked_at: datetime | None = None,
) -> Reach:
    """Say who may see a facility's entry. Raises PermissionDenied, MarkError, DoesNotExist as `set_mark` does."""
    must_keep(by, facility.country_id)
    seen: dict[str, Any] = {"seen_marked_at": seen_marked_at}
    _old, new = set_mark(marked=facility, mark=mark, states=states, people=people, reason=reason, by=by, **seen)
    unchanged()  # unless the mark is another, which its own event says
    return new


def held_to_keep(facility: Facility, by: Viewer) -> Facility:
    """The row, locked, if it is this viewer's to change. Raises PermissionDenied, RegisterError, DoesNotExist."""
    rows: Any = Facility.objects.visible_to(by)
    held: Facility = rows.select_for_update().get(pk=facility.pk)
    must_keep(by, held.country_id)
    must_reach(by, reach_of(held))
    if held.merged_into_id is not None:
        raise RegisterError(_("This entry was merged into another. Change that one."))
    return held


def note_correction(held: Facility, changed: Mapping[str, Any], source: str, by: Viewer) -> None:
    """Keep what the source says beside each corrected field; a field that says so again is corrected no more."""
    corrected = dict(held.corrected)
    for name in set(changed) & set(CORRECTED):
        was = corrected[name]["was"] if name in corrected else plain(name, getattr(held, column(name)))
        if was == plain(name, changed[name]):
            corrected.pop(name, None)
        else:
            corrected[name] = {"by": person_of(by), "at": clock.now().isoformat(), "was": was, "source": source}
    held.corrected = corrected


def _save(held: Facility, columns: Collection[str]) -> None:
    held.revision += 1
    held.save(update_fields=[*columns, "corrected", "revision"])
