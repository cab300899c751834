"""Saying which port a place of a notice is: the notice is judged anew, as a version of its own with who said so."""

from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from roadstead.arrivals.actions import rows
from roadstead.arrivals.actions.bringing import keep_applied, keep_calls
from roadstead.arrivals.actions.letter_shape import hold_arrival
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.actions.versions import judged_anew
from roadstead.arrivals.enums import Cause, Origin
from roadstead.arrivals.intake import measured
from roadstead.arrivals.intake.given import Given
from roadstead.arrivals.intake.settled import carried
from roadstead.arrivals.letter_events import PlaceSettled
from roadstead.arrivals.models import LONGEST_WORD, Arrival, Received, Settled
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.ports import ports_by_code
from roadstead.wire.incoming.difference import Change, Doing
from roadstead.wire.incoming.value import restore


@action
def settle_place(*, arrival: Arrival, path: str, port: str, by: Viewer) -> Arrival:
    """Settle the port of a place that was asked. The second who does is told what the first said.

    Raises PermissionDenied; ArrivalError; DoesNotExist; NoticeError.
    """
    held = hold_arrival(arrival, by)
    if held.zone_id or not by.holds(Permission.ACT_ON_ARRIVALS):
        by.must(Permission.ACT_ON_ARRIVALS, zone=held.zone_id or "")
    before: Received = Received.objects.filter(arrival=held, current=True).stated().get()
    said = _asked(before, path)["said"][:LONGEST_WORD]
    found = next(iter(ports_by_code([port]).values()), None)
    if found is None:
        raise ArrivalError(_("No port of the register has this UN/LOCODE. Write five characters, as in USHOU."), "port")
    now = clock.now()
    Settled.objects.create(arrival=held, path=path, said=said, port=found.code, settled_by_id=by.person, settled_at=now)
    incoming = restore(before.stored.encode())
    given = Given(incoming, carried(held, incoming))
    reported = measured.bring(given, held.company)
    given.changes = (Change(path=f"{path}.port", doing=Doing.CHANGED, before=said, after=found.code, matters=True),)
    given.sha256 = sha256(f"{before.sha256} {given.content}".encode()).hexdigest()
    for name, value in rows.facts(given).items():
        if name != "voyage":  # it stays as its sender told it, so that the same notice sent again is known
            setattr(held, name, value)
    _version(held, before, given, by)
    keep_applied(held, reported)
    judged_anew(held, given, Cause.ANSWER)
    held.changed_at, held.revision = now, held.revision + 1
    held.save()
    record(PlaceSettled(path=path, said=said, port=found.code, outcome=held.outcome), subject=held, by=by)
    return held


def _asked(version: Received, path: str) -> dict[str, Any]:
    """The row of what was asked. Raises ArrivalError where nothing is, with who settled it."""
    found: dict[str, Any] | None = next((one for one in version.asked if one["path"] == path), None)
    if found is not None:
        return found
    known = Settled.objects.filter(arrival=version.arrival_id, path=path).stated().select_related("settled_by")
    if one := known.order_by("-pk").first():
        said = _("%(who)s has settled it already: %(port)s.")
        raise ArrivalError(said % {"who": one.settled_by.name, "port": one.port})
    raise ArrivalError(_("This place is not asked for any more."))


def _version(arrival: Arrival, before: Received, given: Given, by: Viewer) -> None:
    """The same words under a new number, so that every verdict before can still be replayed on what it was given on."""
    Received.objects.filter(pk=before.pk).stated().update(current=False)
    numbers = Received.objects.filter(arrival=arrival).stated().order_by("-number").values_list("number", flat=True)
    arrival.number = (numbers.first() or 0) + 1
    rows.version_of(arrival, given, arrival.number, Origin.PAGE, by.user_id).save(force_insert=True)
    keep_calls(arrival, given.content, first=False)
