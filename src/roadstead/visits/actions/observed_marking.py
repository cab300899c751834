"""Who may see observations and recommendations, and their files."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.files.base import File
from django.utils.translation import gettext as _

from roadstead.accounts import readers
from roadstead.accounts.actions.notices import notify
from roadstead.audit.actions import action, unchanged
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.files import actions as files
from roadstead.files import queries as kept
from roadstead.files.incoming import received
from roadstead.registry.actions.marking import set_mark
from roadstead.registry.queries.facilities import facilities_by_key
from roadstead.registry.reach import Reach
from roadstead.visits.actions.observed_parts import recommends_as, visit_to_note
from roadstead.visits.models import Observation, Recommendation, Visit, VisitNote
from roadstead.visits.observed_shape import ObservedError

PAGES = {Observation: "observations", Recommendation: "recommendations"}


@action
def mark_observed(
    *,
    marked: Observation | Recommendation,
    mark: Mark,
    states: Collection[str] = (),
    people: Collection[int] = (),
    reason: str,
    by: Viewer,
    seen_marked_at: datetime | None = None,
) -> Reach:
    """Say who may see it, and tell those who may from now on, without its text. Raises as `set_mark` does."""
    by.must(Permission.OBSERVE, country=marked.country_id)
    old, new = set_mark(
        marked=marked, mark=mark, states=states, people=people, reason=reason, by=by, seen_marked_at=seen_marked_at
    )
    if old == new:
        unchanged()
    page = PAGES[type(marked)]
    for person in readers.partners_of(shared) if (shared := sorted(new.states - old.states)) else ():
        notify(person, _("The programme shared something of a visit with your State."), f"/partner/{page}/{marked.pk}/")
    for person in _officers_there(marked, by) if shared else ():
        notify(person, _("The programme shared something about your facility."), f"/partner/{page}/{marked.pk}/")
    for person in readers.staff_among(new.people - old.people - {by.user_id or 0}):
        notify(person, _("You were named for a restricted record."), f"/desk/{page}/{marked.pk}/")
    return new


@action
def attach_to(*, marked: Observation | Recommendation, upload: "File[Any]", description: str, by: Viewer) -> Any:
    """Attach a file: to an observation by who observes, to a recommendation (evidence) by either side.

    Raises PermissionDenied; FilesError for a file that is not taken.
    """
    may, scope = Permission.OBSERVE, {"country": marked.country_id}
    if isinstance(marked, Recommendation):
        may, scope = Permission.RECOMMEND, recommends_as(by, marked.country_id, marked.facility_id)
    return files.attach(record=marked, upload=upload, description=description, by=by, may=may, scope=scope)


def _officers_there(marked: Observation | Recommendation, by: Viewer) -> Any:
    """The security officers of the facility that it is about."""
    found = facilities_by_key([marked.facility_id] if marked.facility_id else [], by)
    return readers.officers_of([one.number for one in found.values() if one.number])


@action
def attach_photo(*, visit: Visit, uid: UUID, upload: "File[Any]", by: Viewer) -> Any:
    """Attach a picture to a note of a visit. The very same again is there once, and no fault: it was sent twice.

    Raises PermissionDenied; FilesError for a file that is not taken; ObservedError where the note has not come yet.
    """
    held = visit_to_note(visit, by)
    note: Any = VisitNote.objects.visible_to(by).filter(uid=uid, visit=held).select_for_update().first()
    if note is None:
        raise ObservedError(_("The note of this picture has not arrived yet. It is sent again with the note."))
    arrived = received(upload)
    if before := kept.attachments_of(note, by).filter(file__sha256=arrived.digest).first():
        unchanged()
        return before
    scope = {"country": held.country_id}
    return files.attach(record=note, upload=arrived, by=by, may=Permission.OBSERVE, scope=scope)
