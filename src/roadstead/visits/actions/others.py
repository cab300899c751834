"""Visits that embassies and agencies plan: telling of one, changing it, taking it back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry import queries as registry
from roadstead.registry.reach import must_reach, person_of, reach_of
from roadstead.visits.actions.shape import StaleVisitError, VisitError, check_days
from roadstead.visits.actions.telling import tell_officer
from roadstead.visits.models import OtherVisit
from roadstead.visits.others_events import OtherChanged, OtherTold, OtherWithdrawn
from roadstead.visits.queries.overlaps import overlaps_of_other

FIELDS = ("agency", "first_on", "last_on", "purpose", "places")


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a visit of others."""

    agency: str
    first_on: date
    last_on: date
    purpose: str
    places: str = ""

    def checked(self) -> "Told":
        """The same without space around it. Raises VisitError."""
        agency, purpose, places = (" ".join(one.split()) for one in (self.agency, self.purpose, self.places))
        check_days(self.first_on, self.last_on)
        for name, said, longest in (("agency", agency, 150), ("purpose", purpose, 300), ("places", places, 300)):
            if not said and name != "places":
                raise VisitError(_("Say whose visit it is, and what for."), name)
            if len(said) > longest:
                raise VisitError(_("Say it in at most %(most)s characters.") % {"most": longest}, name)
        return Told(agency, self.first_on, self.last_on, purpose, places)


@action
def tell_other(*, uid: UUID, country: str, told: Told, by: Viewer) -> OtherVisit:
    """Tell of a visit of others; the same `uid` again tells nothing more.

    An embassy or agency shares it with all who work with the country; an officer who does so for them keeps it in the
    programme. Raises PermissionDenied; VisitError.
    """
    _must(by, country)
    if by.user_id is None:
        raise VisitError(_("A visit is told of by a person."))
    new = told.checked()
    if not registry.country_rows({country}).exists():
        raise VisitError(_("There is no such country."), "country")
    if before := OtherVisit.objects.visible_to(by).filter(uid=uid, told_by=by.user_id).first():
        unchanged()
        return before
    try:
        with transaction.atomic():
            other = _make(uid, country, new, by)
    except IntegrityError as error:
        raise VisitError(_("This form was sent before. Open a new one, and put your text into it.")) from error
    record(OtherTold(country=country), subject=other, by=by)
    _tell(other, by, _("An embassy or agency told of a visit close to one of yours."))
    return other


@action
def change_other(*, other: OtherVisit, revision: int, told: Told, by: Viewer) -> OtherVisit:
    """Change what was told; whoever told of it may, and an officer of the country.

    Raises PermissionDenied; VisitError; StaleVisitError; DoesNotExist where it may not be read.
    """
    held, new = _hold(other, revision, by), told.checked()
    changed = [name for name in FIELDS if getattr(held, name) != getattr(new, name)]
    if not changed:
        unchanged()
        return held
    for name in changed:
        setattr(held, name, getattr(new, name))
    held.revision += 1
    held.save(update_fields=[*changed, "revision"])
    record(OtherChanged(fields=changed, revision=held.revision), subject=held, by=by)
    _tell(held, by, _("A visit of others close to one of yours was changed."))
    return held


@action
def withdraw_other(*, other: OtherVisit, revision: int, by: Viewer) -> OtherVisit:
    """Say that it does not take place. Raises as `change_other` does."""
    held = _hold(other, revision, by)
    _tell(held, by, _("A visit of others close to one of yours does not take place."))
    held.withdrawn_at, held.revision = clock.now(), held.revision + 1
    held.save(update_fields=["withdrawn_at", "revision"])
    record(OtherWithdrawn(), subject=held, by=by)
    return held


def may_keep(other: OtherVisit, by: Viewer) -> bool:
    """Whether somebody may change what was told: who told of it, and an officer of the country."""
    mine = other.told_by_id == by.user_id and by.may(Permission.TELL_VISITS, country=other.country_id)
    return mine or by.may(Permission.PLAN_VISITS, country=other.country_id)


def _must(by: Viewer, country: str) -> None:
    if not by.may(Permission.PLAN_VISITS, country=country):
        by.must(Permission.TELL_VISITS, country=country)


def _hold(other: OtherVisit, revision: int, by: Viewer) -> OtherVisit:
    held = OtherVisit.objects.visible_to(by).select_for_update().get(pk=other.pk)
    _must(by, held.country_id)
    if not may_keep(held, by):
        raise PermissionDenied(_("A visit is changed by who told of it, or by an officer of the country."))
    if held.told_by_id != by.user_id:
        must_reach(by, reach_of(held))
    if held.withdrawn_at is not None:
        raise VisitError(_("It was said that this visit does not take place. Tell of a new one."))
    if held.revision != revision:
        raise StaleVisitError(held)
    return held


def _make(uid: UUID, country: str, told: Told, by: Viewer) -> OtherVisit:
    outside = not by.holds(Permission.READ_PROGRAMME)
    shared_why = _("Told by an embassy or agency, for all who work with the country.")
    other = OtherVisit.objects.create(
        uid=uid,
        country_id=country,
        **{name: getattr(told, name) for name in FIELDS},
        mark=Mark.PARTNER if outside else Mark.PROGRAMME,
        mark_reason=shared_why if outside else _("As told; not shared."),
        marked_by_id=person_of(by),
        marked_at=clock.now(),
        told_by_id=person_of(by),
        told_at=clock.now(),
    )
    shared: Collection[str] = [country] if outside else []
    other.states.set(registry.country_rows(shared))
    return other


def _tell(other: OtherVisit, by: Viewer, text: str) -> None:
    """The officer who answers for the country, if it lies close to a visit of the programme that this one may know."""
    near = overlaps_of_other(other, by)
    page = f"/desk/visits/{near[0].visit.pk}/" if near else f"/desk/visits/others/{other.pk}/"
    said = text if near else _("An embassy or agency told of a visit to one of your countries.")
    tell_officer(other.country_id, said, page, but=by.user_id)
