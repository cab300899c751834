"""Versions of a notice: the first, those that change it, and the one that cancels it. Called inside of actions."""

from typing import Any

from django.utils.translation import gettext as _

from roadstead.advisories.queries import judge
from roadstead.arrivals import bridge
from roadstead.arrivals.actions import rows
from roadstead.arrivals.actions.bringing import keep_applied, keep_calls
from roadstead.arrivals.enums import Attention, Cause, Origin
from roadstead.arrivals.events import NoticeReceived
from roadstead.arrivals.intake import heard, known, measured
from roadstead.arrivals.intake.given import Given
from roadstead.arrivals.intake.wants import unknown, wants
from roadstead.arrivals.models import Arrival, Change, Received, Verdict
from roadstead.audit.actions import record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.wire.incoming.difference import difference, matters
from roadstead.wire.incoming.value import restore


def first_version(*, given: Given, found: known.Known, origin: Origin, by: Viewer, company: str = "") -> Arrival:
    """An arrival that was not announced before. Raises NoticeError."""
    reported = measured.bring(given, company or found.fleet)
    arrival, verdict = rows.arrival_of(given, company or found.fleet)
    arrival.attention, arrival.why = wants(arrival, given.asked, given.missing, given.findings)
    arrival.unknown = unknown(arrival, given.asked, given.missing)
    if doubt := _doubt(arrival, found):
        arrival.attention, arrival.why = Attention.LOOK, doubt
    if given.cancels:
        arrival.attention, arrival.why = Attention.CANCELLED, _("It was cancelled before it was announced.")
    arrival.save(force_insert=True)
    rows.version_of(arrival, given, 1, origin, by.user_id).save(force_insert=True)
    keep_calls(arrival, given.content, first=True)
    keep_applied(arrival, reported)
    verdict.arrival = arrival
    verdict.save(force_insert=True)
    _tell(arrival, given, origin, by)
    return arrival


def add_version(*, arrival: Arrival, given: Given, origin: Origin, by: Viewer) -> str:
    """Another version. What does not change the verdict flags nothing; older than what is there, it only stands beside
    it. "updated" or "older". Raises NoticeError.
    """
    held = known.current(arrival)
    if known.is_older(given, arrival):
        _keep(arrival, given, origin, by, current=False)
        _tell(arrival, given, origin, by)
        return "older"
    before = restore(held.stored.encode())
    heard.bring(given, arrival, before)
    given.changes = difference(before, given.incoming)
    reported = measured.bring(given, arrival.company)
    back = arrival.attention == Attention.CANCELLED
    Received.objects.filter(arrival=arrival, current=True).stated().update(current=False)
    for name, value in rows.facts(given).items():
        setattr(arrival, name, value)
    arrival.changed_at, arrival.revision = clock.now(), arrival.revision + 1
    if back:
        arrival.attention, arrival.why = Attention.LOOK, _("It was cancelled, and is announced again.")
    _keep(arrival, given, origin, by)
    keep_applied(arrival, reported)
    told = (held.asked, held.missing) != (given.asked, given.missing)
    if matters(given.changes) or told:
        judged_anew(arrival, given, Cause.UPDATED, asks_more=told)
    arrival.save()
    _tell(arrival, given, origin, by)
    return "updated"


def cancel(*, arrival: Arrival, given: Given, origin: Origin, by: Viewer) -> str:
    """The ship does not come, unless something newer says that it does. "cancelled" or "older"."""
    older = known.is_older(given, arrival)
    _keep(arrival, given, origin, by, current=False)
    if not older:
        arrival.attention, arrival.why = Attention.CANCELLED, _("The ship’s side cancelled the notice.")
        arrival.changed_at, arrival.revision = clock.now(), arrival.revision + 1
        arrival.save()
    _tell(arrival, given, origin, by)
    return "older" if older else "cancelled"


def judged_anew(arrival: Arrival, read: Any, cause: Cause, *, asks_more: bool = True) -> None:
    """Judge what a notice says now; where that is another verdict, it is a change, and somebody looks at it.

    read: what it says, with content, missing, asked and findings; asks_more: whether it leaves more open than before.
    The arrival is for the caller to save.
    """
    before = bridge.verdict_in(arrival)
    decision = judge(clock.today()).decide(bridge.notice_of(read.content))
    told = bridge.columns(decision, clock.now(), read.missing)
    for name, value in told.items():
        setattr(arrival, name, value)
    arrival.unknown = unknown(arrival, read.asked, read.missing)
    wanted = wants(arrival, read.asked, read.missing, read.findings)
    changed = bridge.verdict_in(arrival) != before
    latest = Verdict.objects.filter(arrival=arrival).stated().order_by("pk").last()
    after = rows.verdict_of(arrival, decision.digest, cause, told)
    after.save(force_insert=True)
    if changed and latest is not None:
        Change.objects.create(arrival=arrival, before=latest, after=after, cause=cause, queued_at=clock.now())
    asks_more = asks_more and bool(read.asked or read.missing)
    arrival.attention, arrival.why = _now_wanted(arrival, *wanted, changed=changed, asks_more=asks_more)


def _now_wanted(
    arrival: Arrival, attention: Attention, why: str, *, changed: bool, asks_more: bool
) -> tuple[Attention, str]:
    """What an arrival wants after it was judged anew. Without another verdict, only a new question brings it back."""
    if changed and arrival.disposition and attention == Attention.QUIET:
        return Attention.LOOK, _("The verdict has changed since it was decided.")
    if changed or (asks_more and attention == Attention.LOOK):
        return attention, why
    if arrival.attention != Attention.LOOK or _changes(arrival):
        return Attention(arrival.attention), arrival.why
    doubt = _doubt(arrival, known.Known())
    return (Attention.LOOK, doubt) if doubt else (attention, why)


def _changes(arrival: Arrival) -> bool:
    """Whether its verdict changed and nobody has looked at that yet."""
    return Change.objects.filter(arrival=arrival, settled_at__isnull=True).stated().exists()


def _doubt(arrival: Arrival, found: known.Known) -> str:
    """Why a person has to say whose voyage this is; "" where nothing is odd."""
    if known.another_of(arrival.imo, arrival.ship):
        said = _("A ship of another name goes by IMO number %(imo)s. Which is it?")
        return said % {"imo": arrival.imo}
    if found.others:
        return _("Somebody else announced this voyage too, in other words. Which holds?")
    if found.fleet and found.fleet != arrival.company:
        return _("The ship is in the fleet of another company than the one that sent this.")
    return ""


def _keep(arrival: Arrival, given: Given, origin: Origin, by: Viewer, *, current: bool = True) -> None:
    """Keep a version, numbered after the last; the one that counts is the arrival's own number."""
    held = Received.objects.filter(arrival=arrival).stated().order_by("-number")
    number = (held.values_list("number", flat=True).first() or 0) + 1
    arrival.number = number if current else arrival.number
    rows.version_of(arrival, given, number, origin, by.user_id, current=current).save(force_insert=True)
    if current:
        keep_calls(arrival, given.content, first=False)


def _tell(arrival: Arrival, given: Given, origin: Origin, by: Viewer) -> None:
    told = {"outcome": arrival.outcome, "edition": arrival.edition, "sha256": f"sha256:{given.sha256}"}
    record(NoticeReceived(origin=origin.value, number=arrival.number, **told), subject=arrival, by=by)
