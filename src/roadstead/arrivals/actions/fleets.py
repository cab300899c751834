"""Fleets: a company says which ships are its own, and the watch confirms it before others’ notices are shown."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.models import LONGEST_NAME, Arrival, Ship
from roadstead.arrivals.ships_events import ShipAdded, ShipConfirmed, ShipLeft
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.core.identity import IdentityError, parse_ship_number


@action
def add_ship(*, imo: str, name: str, company: str, by: Viewer) -> Ship:
    """Say that a ship is one's company's. The same again changes nothing. Raises PermissionDenied, ArrivalError."""
    by.must(Permission.REPORT_MEASURES, company=company)
    try:
        number = parse_ship_number(imo)
    except IdentityError as error:
        raise ArrivalError(str(error), "imo") from error
    held = Ship.objects.for_the_system("whether it is in a fleet").filter(imo=number, left_at__isnull=True).first()
    if held is not None and held.company == company:
        unchanged()
        return held
    if held is not None:
        raise ArrivalError(_taken(), "imo")
    said = {"company": company, "imo": number, "name": " ".join(name.split())[:LONGEST_NAME]}
    try:
        with transaction.atomic():
            made = Ship.objects.create(**said, added_at=clock.now(), added_by_id=by.person)
    except IntegrityError as error:
        raise ArrivalError(_taken(), "imo") from error
    record(ShipAdded(imo=number, company=company), subject=made, by=by)
    return made


@action
def remove_ship(*, ship: Ship, by: Viewer) -> None:
    """Take a ship from one's fleet. What was judged and logged stays. Raises PermissionDenied, DoesNotExist."""
    held = Ship.objects.visible_to(by).select_for_update().get(pk=ship.pk)
    by.must(Permission.REPORT_MEASURES, company=held.company)
    _leave(held, by, turned_down=False)


@action
def turn_down(*, ship: Ship, by: Viewer) -> None:
    """Say that a ship is not that company's. Raises PermissionDenied, DoesNotExist."""
    _may_confirm(by)
    _leave(Ship.objects.visible_to(by).select_for_update().get(pk=ship.pk), by, turned_down=True)


@action
def confirm_ship(*, ship: Ship, by: Viewer) -> int:
    """Confirm whose ship it is: the company reads its arrivals from then on; how many there are that nobody else has.

    Raises PermissionDenied, ArrivalError, DoesNotExist.
    """
    _may_confirm(by)
    held = Ship.objects.visible_to(by).select_for_update().get(pk=ship.pk)
    if held.left_at is not None:
        raise ArrivalError(_("The ship is in this fleet no longer."))
    if held.confirmed_at is not None:
        unchanged()
        return 0
    held.confirmed_at, held.confirmed_by_id = clock.now(), by.user_id
    held.save(update_fields=["confirmed_at", "confirmed_by"])
    rows = Arrival.objects.for_the_system("whose ship it is").filter(imo=held.imo, company="")
    number = rows.filter(eta__gte=held.added_at).update(company=held.company)
    record(ShipConfirmed(imo=held.imo, company=held.company, arrivals=number), subject=held, by=by)
    return number


def _may_confirm(by: Viewer) -> None:
    """Whoever acts for any zone: a ship comes to all of them."""
    if not by.holds(Permission.ACT_ON_ARRIVALS):
        by.must(Permission.INVITE_OPERATOR)


def _leave(held: Ship, by: Viewer, *, turned_down: bool) -> None:
    if held.left_at is not None:
        unchanged()
        return
    held.left_at = clock.now()
    held.save(update_fields=["left_at"])
    record(ShipLeft(imo=held.imo, company=held.company, turned_down=turned_down), subject=held, by=by)


def _taken() -> str:
    """Kindly, and without a word about whose it is."""
    return _(
        "This ship is in another company’s fleet here. If it changed hands, or a digit is wrong, ask the watch of the"
        " Captain of the Port: it can move the ship to you."
    )
