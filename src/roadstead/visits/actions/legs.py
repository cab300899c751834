"""The places of a visit in their order, each with the facilities that are toured there."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common.access.viewer import Viewer
from roadstead.registry import queries as registry
from roadstead.registry.queries.facilities import facilities
from roadstead.visits.actions.shape import VisitError, hold, keep
from roadstead.visits.enums import VisitKind
from roadstead.visits.events import LegsChanged
from roadstead.visits.models import Leg, LegFacility, Visit

MOST = 30  # places
LONGEST_TRAVEL = 7 * 24 * 60  # minutes


@dataclass(frozen=True, slots=True)
class Stay:
    """A stay at a port by its code, or at a place by name; facilities by number."""

    first_on: date
    last_on: date
    port: str = ""
    place: str = ""
    facilities: Collection[int] = ()
    travel_minutes: int | None = None
    travel_by: str = ""


@action
def add_leg(*, visit: Visit, revision: int, stay: Stay, by: Viewer) -> Leg:
    """Put a place at the end of a visit.

    Raises PermissionDenied; VisitError; StaleVisitError; DoesNotExist where the visit may not be read.
    """
    held = hold(visit, revision, by)
    legs = Leg.objects.filter(visit=held).stated()
    if legs.count() >= MOST:
        raise VisitError(_("A visit has at most %(most)s places.") % {"most": MOST})
    last = legs.order_by("position").values_list("position", flat=True).last() or 0
    leg = Leg(visit=held, position=last + 1)
    return _write(leg, held, stay, by, "added")


@action
def change_leg(*, visit: Visit, revision: int, leg: int, stay: Stay, by: Viewer) -> Leg:
    """Change a place of a visit. Raises as `add_leg` does, DoesNotExist where it is not there any more."""
    held = hold(visit, revision, by)
    return _write(Leg.objects.filter(visit=held).stated().get(pk=leg), held, stay, by, "changed")


@action
def remove_leg(*, visit: Visit, revision: int, leg: int, by: Viewer) -> None:
    """Take a place out of a visit. Raises as `change_leg` does."""
    held = hold(visit, revision, by)
    one = Leg.objects.filter(visit=held).stated().get(pk=leg)
    place = name_of(one)
    LegFacility.objects.filter(leg=one).stated().delete()
    one.delete()
    keep(held)
    record(LegsChanged(what="removed", place=place), subject=held, by=by)


@action
def move_leg(*, visit: Visit, revision: int, leg: int, by: Viewer) -> None:
    """Put a place before the one that stands before it. Raises as `change_leg` does."""
    held = hold(visit, revision, by)
    legs = list(Leg.objects.filter(visit=held).stated().order_by("position"))
    here = next((number for number, one in enumerate(legs) if one.pk == leg), 0)
    if not here:
        raise VisitError(_("This place is the first already, or is not there any more."))
    before, one = legs[here - 1], legs[here]
    first, second = before.position, one.position
    for row, position in ((one, 0), (before, second), (one, first)):  # two never have one position
        row.position = position
        row.save(update_fields=["position"])
    keep(held)
    record(LegsChanged(what="moved", place=name_of(one)), subject=held, by=by)


def name_of(leg: Leg) -> str:
    """What a place is called."""
    return leg.port.name if leg.port is not None else leg.place


def _write(leg: Leg, held: Visit, stay: Stay, by: Viewer, what: str) -> Leg:
    _check(held, stay)
    _check_apart(held, leg, stay)
    leg.port_id, leg.place = _somewhere(held, stay)
    leg.first_on, leg.last_on = stay.first_on, stay.last_on
    leg.travel_minutes, leg.travel_by = stay.travel_minutes, " ".join(stay.travel_by.split())
    leg.save()
    _tour(leg, held, stay.facilities, by)
    keep(held)
    record(LegsChanged(what=what, place=name_of(leg)), subject=held, by=by)
    return leg


def _check(held: Visit, stay: Stay) -> None:
    if held.first_on is None or held.last_on is None:
        raise VisitError(_("Give the visit its days first."))
    if stay.last_on < stay.first_on:
        raise VisitError(_("A stay ends on the day on which it begins, or later."), "last_on")
    if stay.first_on < held.first_on or stay.last_on > held.last_on:
        raise VisitError(_("These days are not days of the visit."), "first_on")
    if stay.travel_minutes is not None and not 0 <= stay.travel_minutes <= LONGEST_TRAVEL:
        raise VisitError(_("Travel takes at most a week. Give it in minutes."), "travel_minutes")


def _check_apart(held: Visit, leg: Leg, stay: Stay) -> None:
    """Raises VisitError where two stays share more than the day of travel between them."""
    for other in Leg.objects.filter(visit=held).exclude(pk=leg.pk).stated().select_related("port"):
        shared = (min(other.last_on, stay.last_on) - max(other.first_on, stay.first_on)).days + 1
        if shared > 1:
            words = {"place": name_of(other), "days": shared}
            raise VisitError(
                _("The stay at %(place)s has %(days)s of these days already; two share one at most.") % words,
                "first_on",
            )


def _somewhere(held: Visit, stay: Stay) -> tuple[str | None, str]:
    place = " ".join(stay.place.split())
    if not stay.port:
        if not place:
            raise VisitError(_("Choose a port, or name the place."), "port")
        return None, place
    port = registry.port(stay.port)
    if held.kind == VisitKind.RECIPROCAL:
        if port is None or registry.zone_of(port.code) is None:
            raise VisitError(_("A reciprocal visit goes to US ports that lie in a Captain of the Port zone."), "port")
    elif port is None or port.country != held.country_id:
        raise VisitError(_("There is no such port in the country."), "port")
    return port.code, place


def _tour(leg: Leg, held: Visit, wanted: Collection[int], by: Viewer) -> None:
    """The facilities of a leg as said; those that whoever says it may not read stay as they are."""
    there_is = {"port": leg.port_id} if held.kind == VisitKind.RECIPROCAL else {"country": held.country_id}
    readable = set(facilities(by).filter(**there_is).values_list("pk", flat=True))
    if set(wanted) - readable:
        raise VisitError(_("A facility that you chose is not in this country’s register (any more)."), "facilities")
    rows = LegFacility.objects.filter(leg=leg).stated()
    rows.filter(facility__in=readable - set(wanted)).delete()
    there = set(rows.values_list("facility", flat=True))
    for pk in sorted(set(wanted) - there):
        LegFacility.objects.create(leg=leg, facility_id=pk)
