"""Taking notices in: each by itself, judged at once, its verdict stored with the edition it was given under."""

from hashlib import sha256
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils.translation import gettext as _

from roadstead.advisories import books
from roadstead.arrivals.actions.receipts import Told, keep_sending, sent_before
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.actions.versions import add_version, cancel, first_version
from roadstead.arrivals.enums import Origin
from roadstead.arrivals.events import ArrivalClaimed
from roadstead.arrivals.intake import known
from roadstead.arrivals.intake.given import Given
from roadstead.arrivals.intake.holding import hold
from roadstead.arrivals.intake.settled import carried
from roadstead.arrivals.models import Arrival, Sending
from roadstead.arrivals.queries.senders import speaks_for
from roadstead.audit.actions import action, record, unchanged
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.wire.errors import NoticeError
from roadstead.wire.incoming.problem import Problem
from roadstead.wire.incoming.reading import read
from roadstead.wire.incoming.value import Incoming, Kind, Transaction, moment

MOST_PROBLEMS = 5  # of one notice, told in its row


def take_in(*, body: bytes, name: str, origin: Origin, by: Viewer, company: str = "") -> Sending:
    """Take in whatever a file holds. Each notice is kept or rejected by itself, and the receipt says which.

    The same bytes twice have one receipt. Killed in the middle, the notices before are kept; sent again, they are the
    same, and the rest is taken in. company: for whose ships the sender speaks. Raises PermissionDenied.
    """
    _must_speak_for(company, by)
    digest = sha256(body).hexdigest()
    if before := sent_before(digest, company):
        return before
    with books.one_book():
        told = [
            take_one(found=found, at=str(number), origin=origin, by=by, company=company)
            for number, found in enumerate(read(body, name), start=1)
        ]
    return keep_sending(told=told, sha256=digest, size=len(body), name=name, origin=origin, by=by, company=company)


def take_one(*, found: Incoming | Problem, at: str, origin: Origin, by: Viewer, company: str = "") -> Told:
    """Take in one notice that was read, or say why it is not one. Raises PermissionDenied."""
    if isinstance(found, Problem):
        return Told(at=found.at, ship="", outcome="rejected", words=f"{found.what} {found.todo}")
    ship = found.vessel.name or found.vessel.imo or ""
    if why := why_refused(found):
        return Told(at=at, ship=ship, outcome="rejected", words=why)
    try:
        arrival, outcome = take_notice(incoming=found, origin=origin, by=by, company=company)
    except ArrivalError as error:
        return Told(at=at, ship=ship, outcome="rejected", words=str(error))
    except NoticeError as error:
        words = " ".join(f"{one.field} {one.message}".strip() for one in error.problems[:MOST_PROBLEMS])
        return Told(at=at, ship=ship, outcome="rejected", words=words)
    told: dict[str, Any] = {"at": at, "ship": ship, "outcome": outcome, "sha256": found.digest.removeprefix("sha256:")}
    if company and arrival.company != company:
        words = _("Somebody else announced this voyage in the same words; the watch has it.")
        return Told(**told, words=words)
    return Told(**told, arrival=arrival.pk, words=arrival.why)


def why_refused(found: Incoming) -> str:
    """Why a notice that was read is not one to take in; "" where it is."""
    if found.kind is Kind.DEPARTURE:
        return _("A notice of departure; only arrivals are taken in.")
    if moment(found.arrival.eta) is None and not (found.transaction is Transaction.CANCEL and found.notice_id):
        return _("It says no time of arrival (ETA). Give the day and the hour, and send it again.")
    return ""


def take_notice(*, incoming: Incoming, origin: Origin, by: Viewer, company: str = "") -> tuple[Arrival, str]:
    """Keep one notice of arrival and judge it: the arrival, and whether it is new, updated, same, older or cancelled.

    Everything is worked out first, so that the database is held as shortly as can be. Two who bring the same at one
    moment: the second is told that it is the same. Raises PermissionDenied, NoticeError, ArrivalError.
    """
    given = Given(incoming).ready()
    try:
        return keep_notice(given=given, origin=origin, by=by, company=company)
    except IntegrityError:
        return keep_notice(given=Given(incoming), origin=origin, by=by, company=company)


@action
def keep_notice(*, given: Given, origin: Origin, by: Viewer, company: str = "") -> tuple[Arrival, str]:
    """Keep a notice that was worked out. Raises as `take_notice`, and IntegrityError where somebody was quicker."""
    _must_speak_for(company, by)
    hold(given)
    found = known.look(given, company)
    if found.same is not None:
        return _the_same(found.same, company, by), "same"
    if found.before is not None:
        if settled := carried(found.before, given.incoming):
            given.settle(settled)
        if settled := known.settled(found.before, given):
            given.settle(settled)
        say = cancel if given.cancels else add_version
        return found.before, say(arrival=found.before, given=given, origin=origin, by=by)
    if given.eta is None:
        raise ArrivalError(_("It cancels a notice that has not come. Send that one, or give ship and time of arrival."))
    made = first_version(given=given, found=found, origin=origin, by=by, company=company)
    return made, "cancelled" if given.cancels else "new"


def _the_same(arrival: Arrival, company: str, by: Viewer) -> Arrival:
    """Nothing is kept twice. An arrival that was nobody's becomes the company's that says the same."""
    if arrival.company or not company:
        unchanged()
        return arrival
    arrival.company = company
    arrival.revision += 1
    arrival.save(update_fields=["company", "revision"])
    record(ArrivalClaimed(company=company), subject=arrival, by=by)
    return arrival


def _must_speak_for(company: str, by: Viewer) -> None:
    """Raises PermissionDenied for who may not take notices in, or not for the ships of this company."""
    by.must(Permission.TAKE_NOTICES)
    own = speaks_for(by)
    if own is not None and company not in own:
        raise PermissionDenied(_("You take in notices of your own company’s ships."))
