"""Offering a course: at a place, on days, with places; changed, opened, closed, held, cancelled."""

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
from roadstead.training.actions.shape import as_seen, keep, marked, must_be_body, must_be_course, must_go, person_of
from roadstead.training.actions.telling import tell_delegations
from roadstead.training.enums import OFFERING_WAYS, TAKES_A_PLACE, OfferingState
from roadstead.training.errors import TrainingError, text_of
from roadstead.training.events import Offered, OfferingStepped
from roadstead.training.models import Nomination, Offering
from roadstead.training.models.offerings import LONGEST_TEXT, LONGEST_TITLE, LONGEST_WHY, MOST_SEATS

KEEP = Permission.KEEP_TRAINING


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferingSaid:
    """What is said of an offering. country: "" where the place is in none that is known."""

    course: str
    body: str
    place: str
    first_on: date
    last_on: date
    seats: int
    nominate_by: date
    title: str = ""
    country: str = ""
    language: str = ""
    paid_by: str = ""
    note: str = ""


@action
def offer(*, uid: UUID, said: OfferingSaid, by: Viewer) -> Offering:
    """Offer a course; it is planned, and for the programme's eyes until it is marked. The same `uid` offers once.

    Raises PermissionDenied; TrainingError, for a day that is past, too.
    """
    by.must(KEEP)
    person = person_of(by)
    if before := Offering.objects.visible_to(by).filter(uid=uid).first():
        unchanged()
        return before
    fields = _checked(said, new=True)
    now = clock.now()
    why = _("Planned: not told to anybody yet.")
    made: Offering = Offering.objects.create(
        uid=uid, made_by_id=person, made_at=now, changed_at=now, **fields, **marked(Mark.PROGRAMME, why, person)
    )
    _told(made, by, new=True)
    return made


@action
def change_offering(*, offering: Offering, revision: int, said: OfferingSaid, by: Viewer) -> Offering:
    """Change an offering that was not held. Raises as `offer`; StaleError; DoesNotExist where it may not be read."""
    held = held_offering(offering, by)
    as_seen(held, revision)
    if held.state in (OfferingState.HELD, OfferingState.CANCELLED):
        raise TrainingError(_("It was held or cancelled: it is not changed any more."))
    fields = _checked(said, new=held.first_on != said.first_on)
    taken = Nomination.objects.filter(offering=held.pk, state__in=TAKES_A_PLACE).stated().count()
    if said.seats < taken:
        words = _("%(taken)s delegates have a place already: withdraw some first.") % {"taken": taken}
        raise TrainingError(words, "seats")
    if all(getattr(held, name) == value for name, value in fields.items()):
        unchanged()
        return held
    moved = (held.first_on, held.last_on, held.place) != (said.first_on, said.last_on, fields["place"])
    for name, value in fields.items():
        setattr(held, name, value)
    keep(held, *fields)
    _told(held, by, new=False)
    if moved:
        tell_delegations(held, _("The days or the place of a course for which you nominated were changed."))
    return held


@action
def step_offering(
    *, offering: Offering, to: OfferingState, why: str = "", revision: int | None = None, by: Viewer
) -> Offering:
    """Open it for nominations, close them, say that it was held, cancel it with a reason. Raises as `offer`."""
    held = held_offering(offering, by)
    as_seen(held, revision)
    must_go(OFFERING_WAYS, OfferingState, held.state, to)
    must = _("Say why it is cancelled.") if to == OfferingState.CANCELLED else ""
    reason = text_of(why, most=LONGEST_WHY, field="why", must=must, line=True)
    today = clock.today()
    if to == OfferingState.OPEN and held.nominate_by < today:
        raise TrainingError(_("The last day for nominations is past: change it first."))
    if to == OfferingState.HELD and held.last_on > today:
        raise TrainingError(_("It ends on %(day)s: it was not held yet.") % {"day": held.last_on.isoformat()})
    before, held.state, held.state_why = held.state, to, reason
    keep(held, "state", "state_why")
    record(OfferingStepped(before=before, after=to.value, why=reason), subject=held, by=by)
    if to == OfferingState.CANCELLED:
        tell_delegations(held, _("A course for which you nominated was cancelled."))
    return held


def held_offering(offering: Offering, by: Viewer) -> Offering:
    """An offering that somebody who runs training may read, locked. Raises PermissionDenied, DoesNotExist."""
    by.must(KEEP)
    rows: Any = Offering.objects.visible_to(by).select_for_update(of=("self",))
    found: Offering = rows.get(pk=offering.pk)
    return found


def _checked(said: OfferingSaid, *, new: bool) -> dict[str, Any]:
    """The fields of an offering. new: its days are not past. Raises TrainingError."""
    texts = {name: text_of(getattr(said, name), most=LONGEST_TITLE, field=name, line=True) for name in ONE_LINE}
    if not texts["place"]:
        raise TrainingError(_("Say where it is held."), "place")
    if said.last_on < said.first_on:
        raise TrainingError(_("The last day is not before the first."), "last_on")
    if said.nominate_by > said.first_on:
        raise TrainingError(_("Nominations end before the course begins."), "nominate_by")
    if new and said.first_on < clock.today():
        raise TrainingError(_("That day is past. Choose a later one."), "first_on")
    if not 1 <= said.seats <= MOST_SEATS:
        raise TrainingError(_("An offering has 1 to %(most)s places.") % {"most": MOST_SEATS}, "seats")
    if said.country and not country_rows([said.country]).exists():
        raise TrainingError(_("There is no such country."), "country")
    days = {name: getattr(said, name) for name in ("first_on", "last_on", "seats", "nominate_by")}
    codes = {"course": must_be_course(said.course), "body": must_be_body(said.body)}
    note = text_of(said.note, most=LONGEST_TEXT, field="note")
    return {**codes, **days, **texts, "note": note, "country_id": said.country or None}


ONE_LINE = ("title", "place", "language", "paid_by")


def _told(held: Offering, by: Viewer, *, new: bool) -> None:
    day = held.first_on.isoformat()
    record(Offered(new=new, course=held.course, first_on=day, seats=held.seats), subject=held, by=by)
