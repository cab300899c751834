"""Naming a delegation: by the State itself, or by the officer for it. A name and an office, and nothing more."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.actions.shape import ASK, HOST, held_at, person_of
from roadstead.hosting.enums import OfferState, State
from roadstead.hosting.errors import HostingError, line_of
from roadstead.hosting.events import DelegationNamed
from roadstead.hosting.models import Certificate, Delegate, HostingRequest, HostUnit, Offer
from roadstead.hosting.models.requests import LONGEST_NAME, MOST_PEOPLE

NAMED = (State.ASKED, State.MATCHED, State.PLANNED, State.HOSTED)


@action
def name_delegate(*, request: HostingRequest, uid: UUID, name: str, office: str, leads: bool, by: Viewer) -> Delegate:
    """Put somebody on the list. The same `uid` again, or the same name, names nobody more.

    Raises as `shape.held_at`; HostingError where the list is full.
    """
    held = held_at(request, by, *NAMED, may=(ASK, HOST))
    rows = Delegate.objects.visible_to(by).filter(request=held)
    said = line_of(name, most=LONGEST_NAME, field="name", must=_("Write the name."))
    if before := rows.filter(uid=uid).first() or rows.filter(name__iexact=said).first():
        unchanged()
        return before
    _check_room(held, rows.count() + 1)
    if leads and rows.filter(leads=True).exists():
        raise HostingError(_("Somebody else leads the delegation already."), "leads")
    made: Delegate = Delegate.objects.create(
        uid=uid,
        request=held,
        country_id=held.country_id,
        name=said,
        office=line_of(office, most=LONGEST_NAME, field="office", must=_("Write the office.")),
        leads=leads,
        named_by_id=person_of(by),
        named_at=clock.now(),
    )
    record(DelegationNamed(added=True, people=rows.count(), name=said), subject=held, by=by)
    return made


@action
def drop_delegate(*, request: HostingRequest, delegate: int, by: Viewer) -> None:
    """Take somebody off the list, name and all. Raises as `shape.held_at`; HostingError."""
    held = held_at(request, by, *NAMED, may=(ASK, HOST))
    rows = Delegate.objects.visible_to(by).filter(request=held)
    row: Any = rows.filter(pk=delegate).first()
    if row is None:
        raise HostingError(_("This person is not on the list any more."))
    if Certificate.objects.visible_to(by).filter(delegate=row.pk).exists():
        raise HostingError(_("This person has a certificate, and stays on the list."))
    name = row.name
    row.delete()
    record(DelegationNamed(added=False, people=rows.count(), name=name), subject=held, by=by)


def _check_room(held: Any, people: int) -> None:
    """Raises HostingError where more come than were asked for, or than a host unit takes."""
    most = held.size or MOST_PEOPLE
    if people > most:
        words = {"most": most}
        raise HostingError(_("The delegation was asked for with %(most)s people. Change the request first.") % words)
    hosts = Offer.objects.filter(request=held, state=OfferState.ACCEPTED).stated()
    limits = HostUnit.objects.for_the_system("how many people a host takes").in_bulk([one.unit_id for one in hosts])
    for one in hosts:
        places = limits[one.unit_id].places if one.unit_id in limits else most
        if people > places:
            words = {"port": one.port_id, "places": places}
            raise HostingError(_("The host in %(port)s takes at most %(places)s people.") % words)
