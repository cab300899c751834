"""Entering a reciprocal visit that took place before this system, so that the numbers go back to 2005."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.actions.asking import made_for
from roadstead.hosting.actions.shape import HOST, check_days, note_move, person_of
from roadstead.hosting.enums import OfferState, Origin, State
from roadstead.hosting.errors import HostingError, text_of
from roadstead.hosting.events import HostingAsked
from roadstead.hosting.models import HostingRequest, Offer
from roadstead.hosting.models.requests import LONGEST_AIMS, MOST_PEOPLE
from roadstead.hosting.queries.units import units
from roadstead.hosting.topics import topics
from roadstead.registry.queries import country_rows, ports_by_code, zones_by_port

MOST_PORTS = 6


@dataclass(frozen=True, slots=True)
class Past:
    """A visit that took place. ports: codes of US ports; topics: codes."""

    country: str
    first_on: date
    last_on: date
    ports: Collection[str]
    aims: str
    topics: Collection[str] = ()
    size: int | None = None


@action
def enter_past(*, uid: UUID, past: Past, by: Viewer) -> HostingRequest:
    """Enter a visit that took place; it is closed. The same `uid`, or the same country and days, enter nothing more.

    Raises PermissionDenied; HostingError.
    """
    by.must(HOST, country=past.country)
    person = person_of(by)
    rows: Any = HostingRequest.objects.visible_to(by)
    same = rows.filter(country=past.country, first_on=past.first_on, state__in=(State.HOSTED, State.CLOSED))
    if before := rows.filter(uid=uid).first() or same.first():
        unchanged()
        return before  # type: ignore[no-any-return]
    zones = _checked(past)
    made = made_for(
        past.country,
        Origin.BEFORE,
        State.CLOSED,
        person,
        uid=uid,
        aims=text_of(past.aims, most=LONGEST_AIMS, field="aims", must=_("Say what it was about.")),
        topics=[code for code in topics() if code in past.topics],
        size=past.size,
        first_on=past.first_on,
        last_on=past.last_on,
    )
    note_move(made, "", by)
    hosts = dict(units(by).order_by("-pk").values_list("zone", "pk"))
    for code, zone in zones.items():
        _hosted(made, code, hosts.get(zone), person)
    record(HostingAsked(country=past.country, origin=Origin.BEFORE.value), subject=made, by=by)
    return made


def _checked(past: Past) -> dict[str, str]:
    """The zone of each port, "" where no source places it. Raises HostingError, naming the field."""
    if not country_rows([past.country]).exists():
        raise HostingError(_("There is no such country."), "country")
    check_days(past.first_on, past.last_on, past=True)
    if unknown := sorted(set(past.topics) - set(topics())):
        raise HostingError(_("There is no topic “%(code)s”.") % {"code": unknown[0]}, "topics")
    if past.size is not None and not 1 <= past.size <= MOST_PEOPLE:
        raise HostingError(_("A delegation has from 1 to %(most)s people.") % {"most": MOST_PEOPLE}, "size")
    codes = list(dict.fromkeys(one.strip().upper() for one in past.ports if one.strip()))
    if len(codes) > MOST_PORTS:
        raise HostingError(_("A programme has at most %(most)s ports.") % {"most": MOST_PORTS}, "ports")
    known, zones = ports_by_code(codes), zones_by_port()
    for code in codes:
        if code not in known:
            raise HostingError(_("“%(port)s” is no port that is known.") % {"port": code}, "ports")
        if code not in zones:
            words = {"port": known[code].name}
            raise HostingError(_("%(port)s is no US port that lies in a Captain of the Port zone.") % words, "ports")
    return {code: zones[code] for code in codes}


def _hosted(made: HostingRequest, port: str, unit: int | None, person: int) -> None:
    now = clock.now()
    said = {"first_on": made.first_on, "last_on": made.last_on, "state": OfferState.ACCEPTED, "answered_at": now}
    Offer.objects.create(request=made, port_id=port, unit_id=unit, **said, by_id=person, at=now)
