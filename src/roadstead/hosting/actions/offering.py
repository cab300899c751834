"""Choosing ports for a delegation out of the match, and noting what their units answer."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.hosting import reasons
from roadstead.hosting.actions.shape import check_days, held_at, move, person_of
from roadstead.hosting.enums import OfferState, State
from roadstead.hosting.errors import HostingError, line_of
from roadstead.hosting.events import OfferAnswered, PortOffered
from roadstead.hosting.matching import Match
from roadstead.hosting.models import HostingRequest, HostUnit, Offer
from roadstead.hosting.models.offers import LONGEST_REASONS
from roadstead.hosting.models.requests import LONGEST_WHY
from roadstead.hosting.queries.matches import matches
from roadstead.hosting.queries.units import loads

STANDS = (OfferState.WAITING, OfferState.ACCEPTED)
MOST_PORTS = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """A port by its code, with the days there. why: asked for where something stands against it."""

    port: str
    first_on: date
    last_on: date
    why: str = ""


@action
def offer_port(*, request: HostingRequest, uid: UUID, choice: Choice, by: Viewer) -> Offer:
    """Choose a port, whose unit is asked to host. The same `uid` again chooses nothing more.

    Raises as `shape.held_at`; HostingError for an unknown port, days that are over, one that is chosen already.
    """
    held = held_at(request, by, State.ASKED, State.MATCHED)
    rows = Offer.objects.filter(request=held).stated()
    if before := rows.filter(uid=uid).first():
        unchanged()
        return before
    check_days(choice.first_on, choice.last_on)
    standing = rows.filter(state__in=STANDS)
    if standing.filter(port=choice.port).exists():
        raise HostingError(_("This port was chosen already."), "port")
    if standing.count() >= MOST_PORTS:
        raise HostingError(_("A programme has at most %(most)s ports.") % {"most": MOST_PORTS}, "port")
    match = _match(held, choice, by)
    why = line_of(choice.why, most=LONGEST_WHY, field="why")
    if match.against and not why:
        words = {"against": " ".join(reasons.against(match))}
        raise HostingError(_("%(against)s If you choose it all the same, say why.") % words, "why")
    made: Offer = Offer.objects.create(
        uid=uid,
        request=held,
        port_id=match.port.code,
        unit_id=match.port.unit.key if match.port.unit else None,
        first_on=choice.first_on,
        last_on=choice.last_on,
        rank=match.rank,
        points=match.points,
        reasons=reasons.in_short(match)[:LONGEST_REASONS],
        why=why,
        by_id=person_of(by),
        at=clock.now(),
    )
    record(PortOffered(port=made.port_id, rank=match.rank, why=why), subject=held, by=by)
    return made


@action
def answer_offer(*, request: HostingRequest, offer: int, state: OfferState, answer: str, by: Viewer) -> Offer:
    """Note what the unit answered, or take a choice back. The first that hosts makes the request matched, the last that
    is taken back makes it asked for again. Raises as `shape.held_at`; HostingError.
    """
    held = held_at(request, by, State.ASKED, State.MATCHED)
    row: Any = Offer.objects.filter(request=held, pk=offer).stated().select_for_update().first()
    if row is None or row.state not in STANDS:
        raise HostingError(_("This port is not chosen any more."))
    if row.state == state:
        unchanged()
        return row  # type: ignore[no-any-return]
    said = line_of(answer, most=LONGEST_WHY, field="answer")
    if state == OfferState.DECLINED and not said:
        raise HostingError(_("Say why the unit cannot host."), "answer")
    if state == OfferState.ACCEPTED:
        _check_calendar(held, row, by)
    row.state, row.answer, row.answered_at = state, said, clock.now()
    row.save(update_fields=["state", "answer", "answered_at"])
    record(OfferAnswered(port=row.port_id, state=state.value, why=said), subject=held, by=by)
    _follow(held, by)
    return row  # type: ignore[no-any-return]


def _check_calendar(held: HostingRequest, row: Offer, by: Viewer) -> None:
    """Raises HostingError where the days of the unit were taken meanwhile, and no reason was given for all the same.

    Two delegations that are given to a unit at once wait for each other here.
    """
    unit = HostUnit.objects.visible_to(by).select_for_update().filter(pk__in=[row.unit_id]).first()
    if unit is None or row.why:
        return
    busy = loads([unit.pk], clock.today(), by, but=held.pk)[unit.pk].busy
    taken = next((one for one in busy if one[0] <= row.last_on and row.first_on <= one[1]), None)
    if taken:
        words = {"unit": unit.name, "first": taken[0], "last": taken[1]}
        said = _(
            "%(unit)s was taken meanwhile from %(first)s to %(last)s. Take this choice back, and choose other days or "
            "another port; or choose it again and say why."
        )
        raise HostingError(said % words)


def _follow(held: Any, by: Viewer) -> None:
    """Whether somebody hosts decides how the request stands."""
    hosts = Offer.objects.filter(request=held, state=OfferState.ACCEPTED).stated().exists()
    if hosts and held.state == State.ASKED:
        move(held, State.MATCHED, by)
    if not hosts and held.state == State.MATCHED:
        move(held, State.ASKED, by)


def _match(held: HostingRequest, choice: Choice, by: Viewer) -> Match:
    """The port as the match has it on these days. Raises HostingError for one that is no US port of a zone."""
    found = matches(held, by, first_on=choice.first_on, last_on=choice.last_on)
    one = next((match for match in found if match.port.code == choice.port.upper()), None)
    if one is None:
        words = {"port": choice.port}
        raise HostingError(_("“%(port)s” is no US port that lies in a Captain of the Port zone.") % words, "port")
    return one
