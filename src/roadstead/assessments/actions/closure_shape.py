"""What the actions of the closure room have in common: the shortfall, its room, and who may work there."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.accounts import readers
from roadstead.accounts.actions.notices import notify
from roadstead.assessments.closure_enums import ONWARD, ClosureState
from roadstead.assessments.closure_events import ClosureStepped
from roadstead.assessments.errors import AssessmentError, StaleError
from roadstead.assessments.models import Closure
from roadstead.assessments.queries.closures import shortfall_of
from roadstead.audit.actions import record
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries import country_rows
from roadstead.registry.queries.facilities import facilities_by_key
from roadstead.registry.queries.mergers import all_numbers

WORK, VERIFY = Permission.WORK_ON_CLOSURE, Permission.VERIFY_CLOSURE
OPEN_STATES = (ClosureState.OPEN, ClosureState.SAID_CLOSED)


def person_of(by: Viewer) -> int:
    """Who acts. Raises PermissionDenied for a program."""
    if by.user_id is None:
        raise PermissionDenied(_("Shortfalls are closed by people."))
    return by.user_id


def working_scope(country: str, facility: int | None, by: Viewer) -> dict[str, str] | None:
    """For what a host may work: its State, or the facility whose officer it is; None where for neither."""
    if by.may(WORK, country=country):
        return {"country": country}
    own = by.reach(WORK, ScopeKind.FACILITY) or frozenset()
    held = facilities_by_key([facility], by).get(facility) if facility is not None and own else None
    number = next((one for one in all_numbers(held) if one in own), None) if held is not None else None
    return {"facility": number} if number is not None else None


def to_work(observation: int, by: Viewer) -> tuple[Closure, dict[str, str]]:
    """The room of a shortfall for its host, locked and made where there is none, and the scope of who works there.

    Raises PermissionDenied; AssessmentError where it is not shared with its State.
    """
    seen = _shared(observation, by)
    scope = working_scope(seen.country_id, seen.facility_id, by)
    if scope is None:
        raise PermissionDenied(WORK.meaning)
    return _room(seen, by), scope


def to_verify(observation: int, by: Viewer) -> Closure:
    """The room of a shortfall for an officer of its country. Raises as `to_work`."""
    seen = _shared(observation, by)
    by.must(VERIFY, country=seen.country_id)
    return _room(seen, by)


def must_be(held: Closure, *states: ClosureState) -> None:
    """Raises AssessmentError where it stands otherwise."""
    if held.state not in states:
        said = {"state": ClosureState(held.state).label}
        raise AssessmentError(_("It is “%(state)s”: this cannot be done now.") % said)


def must_be_as_seen(held: Closure, revision: int | None) -> None:
    """Raises StaleError where something came after it was looked at."""
    if revision is not None and held.revision != revision:
        raise StaleError(held)


def keep(held: Closure, *fields: str) -> None:
    """Write some fields as the next revision."""
    held.revision, held.changed_at = held.revision + 1, clock.now()
    held.save(update_fields=[*fields, "revision", "changed_at"])


def step(held: Closure, after: ClosureState, by: Viewer, why: str = "") -> None:
    """Take it to another state, with who did so. Raises AssessmentError where there is no such way."""
    before = ClosureState(held.state)
    if after not in ONWARD[before]:
        words = {"old": before.label, "new": after.label}
        raise AssessmentError(_("What is %(old)s cannot become %(new)s.") % words)
    now, person = clock.now(), person_of(by)
    held.state, held.state_why = after, why
    if after == ClosureState.OPEN:
        held.said_by = held.looked_by = held.closed_by = None
        held.said_at = held.looked_at = held.closed_at = None
    elif after == ClosureState.SAID_CLOSED:
        held.said_by_id, held.said_at = person, now
    elif after == ClosureState.LOOKED_AT:
        held.looked_by_id, held.looked_at = person, now
    else:
        held.closed_by_id, held.closed_at = person, now
    people = ("said_by", "said_at", "looked_by", "looked_at", "closed_by", "closed_at")
    keep(held, "state", "state_why", *people)
    record(ClosureStepped(before=before.value, after=after.value), subject=held, by=by)


def tell_host(held: Closure, text: str, by: Viewer) -> None:
    """A word to the State’s authority, and to the officer of the facility, without anything out of it."""
    seen = shortfall_of(held.observation_id, by)
    found = facilities_by_key([seen.facility_id], by) if seen is not None and seen.facility_id else {}
    there = readers.officers_of([number for one in found.values() for number in all_numbers(one)])
    people = {one.pk: one for one in (*readers.partners_of([held.country_id], among=("authority",)), *there)}
    for person in people.values():
        notify(person, text, f"/partner/closure/{held.observation_id}/")


def _shared(observation: int, by: Viewer) -> Any:
    seen = shortfall_of(observation, by)
    if seen is None:
        raise AssessmentError(_("It is no shortfall that is shared with its State (any more)."))
    return seen


def _room(seen: Any, by: Viewer) -> Closure:
    now, person = clock.now(), person_of(by)
    rows: Any = Closure.objects.for_the_system("the one room of a shortfall that was read for who asks")
    made, new = rows.get_or_create(
        observation_id=seen.pk,
        defaults={
            "country_id": seen.country_id,
            "changed_at": now,
            "mark": Mark.PARTNER,
            "mark_reason": _("The closing of a shortfall is for its State and the programme."),
            "marked_by_id": person,
            "marked_at": now,
        },
    )
    if new:
        made.states.set(country_rows([seen.country_id]))
    held: Closure = Closure.objects.visible_to(by).select_for_update(of=("self",)).get(pk=made.pk)
    return held
