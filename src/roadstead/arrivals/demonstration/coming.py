"""What goes on while the demonstration runs: the year is filled, and notices come in, one after another."""

from datetime import datetime, timedelta

import msgspec

from roadstead.arrivals.actions.taking import take_notice
from roadstead.arrivals.demonstration import documents as invention
from roadstead.arrivals.demonstration.making import AHEAD, Cast, backwards, given
from roadstead.arrivals.enums import Origin
from roadstead.arrivals.queries.invented import VOYAGES, Begun, begun, to_be_updated
from roadstead.common import clock
from roadstead.common.invented import Chance
from roadstead.wire.incoming.base import When
from roadstead.wire.incoming.value import Incoming, Transaction

WINDOW = 60  # voyages that are looked at for the next notice
FARTHEST = AHEAD + timedelta(days=2)  # before arrival; a notice comes no earlier


def go_on(*, cast: Cast) -> str:
    """One step: a notice that comes in, or an update, and a part of the year that is still to be made. What was done.

    Nothing where the demonstration was never begun. Raises PermissionDenied.
    """
    there = begun()
    if there is None:
        return ""
    coming = _next(there) or _update()
    came = ""
    if coming is not None:
        arrival, outcome = take_notice(incoming=coming, origin=Origin.API, by=cast.by)
        came = f"{arrival.ship}: {outcome}"
    made = backwards(cast=cast)
    return ", ".join(filter(None, (came, f"{made} of the year before" if made else "")))


def _next(there: Begun) -> Incoming | None:
    """The next notice that is to come; None where its ship is still too far away."""
    if there.last >= VOYAGES:
        return None
    most = min(there.last + WINDOW, VOYAGES)
    for told in invention.documents(there.last + 1, most, there.until):
        one = given(told)
        if one is not None and one.eta is not None:
            return one.incoming if one.eta <= clock.now() + FARTHEST else None
    return None


def _update() -> Incoming | None:
    """Another hour of arrival for a ship that is some days away and was not heard of for longest."""
    held = to_be_updated()
    if held is None:
        return None
    notice, number = held
    eta = notice.arrival.eta
    if eta is None or eta.moment is None:
        return None
    hours = Chance("live", notice.notice_id, number).between(-6, 12) or 1
    return msgspec.structs.replace(
        notice,
        transaction=Transaction.UPDATE,
        created=_when(clock.now()),
        arrival=msgspec.structs.replace(notice.arrival, eta=_when(eta.moment + timedelta(hours=hours))),
    )


def _when(moment: datetime) -> When:
    said = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return When(said=said, moment=moment.replace(microsecond=0), zone_name="UTC")
