"""Keeping organisations: writing, changing, marking, and saying that one is no longer there."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import LONGEST_REASON, Mark
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.keeping import RegisterError, StaleError, must_keep
from roadstead.registry.actions.marking import set_mark
from roadstead.registry.actions.organisation_shape import Particulars, written
from roadstead.registry.models import Country, Organisation
from roadstead.registry.organisation_events import OrganisationChanged, OrganisationRetired, OrganisationWritten
from roadstead.registry.reach import Reach, must_reach, person_of, reach_of


@action
def write_organisation(
    *,
    particulars: Particulars,
    by: Viewer,
    mark: Mark = Mark.PROGRAMME,
    states: Collection[str] = (),
    people: Collection[int] = (),
    reason: str = "",
) -> Organisation:
    """Enter an organisation, marked as said. Raises PermissionDenied; RegisterError, MarkError for what is wrong."""
    new = particulars.checked()
    must_keep(by, new.country)
    _check_place(new, by)
    made = Organisation.objects.create(
        **written(new),
        mark=Mark.PROGRAMME,
        mark_reason=_("As written; not shared yet."),
        marked_by_id=person_of(by),
        marked_at=clock.now(),
    )
    record(OrganisationWritten(kind=new.kind.value, country=new.country or ""), subject=made, by=by)
    if mark != Mark.PROGRAMME or reason.strip():
        set_mark(marked=made, mark=mark, states=states, people=people, reason=reason, by=by)
        made.refresh_from_db()
    return made


@action
def change_organisation(
    *, organisation: Organisation, revision: int, particulars: Particulars, by: Viewer
) -> Organisation:
    """Change what is written, for everyone who may read it. `revision` is the one that was looked at.

    Raises PermissionDenied; RegisterError; StaleError; DoesNotExist where it may not be read.
    """
    held = _held(organisation, by)
    if held.revision != revision:
        raise StaleError(held)
    new = particulars.checked()
    must_keep(by, new.country)
    _check_place(new, by, held)
    changed = {name: value for name, value in written(new).items() if getattr(held, name) != value}
    if not changed:
        unchanged()
        return held
    for name, value in changed.items():
        setattr(held, name, value)
    held.revision += 1
    held.save(update_fields=[*(name.removesuffix("_id") for name in changed), "revision"])
    told = [name.removesuffix("_id") for name in changed if name != "folded"]
    record(OrganisationChanged(fields=told, revision=held.revision), subject=held, by=by)
    return held


@action
def retire_organisation(*, organisation: Organisation, why: str, by: Viewer) -> Organisation:
    """Say that an organisation is no longer there. Raises PermissionDenied; RegisterError; DoesNotExist."""
    held = _held(organisation, by)
    reason = " ".join(why.split())
    if held.retired_at is not None:
        raise RegisterError(_("It was said already that it is no longer there."))
    if not reason:
        raise RegisterError(_("Say what became of it."), "why")
    if len(reason) > LONGEST_REASON:
        raise RegisterError(_("At most %(most)s characters are kept here.") % {"most": LONGEST_REASON}, "why")
    held.retired_at, held.revision = clock.now(), held.revision + 1
    held.save(update_fields=["retired_at", "revision"])
    record(OrganisationRetired(why=reason), subject=held, by=by)
    return held


@action
def mark_organisation(
    *,
    organisation: Organisation,
    mark: Mark,
    states: Collection[str] = (),
    people: Collection[int] = (),
    reason: str,
    by: Viewer,
    seen_marked_at: datetime | None = None,
) -> Reach:
    """Say who may see an organisation. Raises PermissionDenied, MarkError, DoesNotExist as `set_mark` does."""
    must_keep(by, organisation.country_id)
    _old, new = set_mark(
        marked=organisation,
        mark=mark,
        states=states,
        people=people,
        reason=reason,
        by=by,
        seen_marked_at=seen_marked_at,
    )
    unchanged()  # unless the mark is another, which the event of the mark says
    return new


def _held(organisation: Organisation, by: Viewer) -> Organisation:
    """The row, locked, if it is this viewer's to change."""
    rows: Any = Organisation.objects.visible_to(by)
    held: Organisation = rows.select_for_update().get(pk=organisation.pk)
    must_keep(by, held.country_id)
    must_reach(by, reach_of(held))
    return held


def _check_place(new: Particulars, by: Viewer, held: Organisation | None = None) -> None:
    """Raises RegisterError for a country or parent that there is not, a circle, or an entry that is there already."""
    if new.country and not Country.objects.filter(pk=new.country).exists():
        raise RegisterError(_("Choose a country from the list."), "country")
    readable, own = Organisation.objects.visible_to(by), held.pk if held else None
    above, seen = new.parent, {own}
    while above is not None:
        if above in seen:
            raise RegisterError(_("An organisation is no part of itself."), "parent")
        seen.add(above)
        row = readable.filter(pk=above).values_list("parent_id", flat=True)
        if above == new.parent and not row.exists():
            raise RegisterError(_("There is no such organisation."), "parent")
        above = row.first()
    alike = readable.filter(folded=written(new)["folded"], country=new.country, kind=new.kind, retired_at__isnull=True)
    if (alike.exclude(pk=held.pk) if held else alike).exists():
        raise RegisterError(_("There is such an organisation of this name already. Open that one."), "name")
