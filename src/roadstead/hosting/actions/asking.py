"""Asking for a reciprocal visit: by the authority, the embassy, the officer; or inviting a State.

The same visit asked for twice is one request: whoever asks second is noted, with what they asked otherwise.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.actions.shape import ASK, HOST, held_at, keep, move, note_move, person_of
from roadstead.hosting.actions.telling import tell_officer, tell_partners
from roadstead.hosting.enums import Origin, State
from roadstead.hosting.errors import HostingError, line_of
from roadstead.hosting.events import HostingAsked, HostingChanged
from roadstead.hosting.models import Asker, HostingRequest
from roadstead.hosting.models.requests import LONGEST_NAME
from roadstead.hosting.queries.requests import open_like, sent_before
from roadstead.hosting.taking import FIELDS, Ask
from roadstead.registry.queries import country_rows

OURS = (Origin.OFFICER, Origin.INVITED)


@dataclass(frozen=True, slots=True)
class Who:
    """Who asks. name, office: of the person for whom an officer asks, or who holds a link."""

    origin: Origin
    name: str = ""
    office: str = ""


@action
def ask_hosting(*, uid: UUID, country: str, ask: Ask, who: Who, by: Viewer) -> HostingRequest:
    """Ask for a reciprocal visit of a country. The same `uid` again asks nothing more.

    Where one is open about the same time, that one is returned, and who asks now is noted beside it.
    Raises PermissionDenied; HostingError.
    """
    by.must(HOST if who.origin in OURS else ASK, country=country)
    made: HostingRequest = asked(uid, country, ask, who, person_of(by), by)
    return made


@action
def change_request(*, request: HostingRequest, revision: int, ask: Ask, by: Viewer) -> HostingRequest:
    """Change what is wanted, until the days are set: by the State or the officer. Raises as `shape.held_at`."""
    states = (State.INVITED, State.ASKED, State.MATCHED)
    held = held_at(request, by, *states, may=(HOST, ASK), revision=revision)
    new = ask.fields(clock.today())
    changed = _changed(held, new)
    if not changed:
        unchanged()
        return held  # type: ignore[no-any-return]
    keep(held, *changed)
    record(HostingChanged(fields=changed, revision=held.revision), subject=held, by=by)
    return held  # type: ignore[no-any-return]


def asked(uid: UUID, country: str, ask: Ask, who: Who, person: int, by: Viewer) -> Any:
    """The request, new or the one that is open; inside of an action, which has asked whether `by` may."""
    said = ask.fields(clock.today())
    if not country_rows([country]).select_for_update():  # two who ask at once wait here for each other
        raise HostingError(_("There is no such country."), "country")
    if before := sent_before(uid):
        unchanged()
        return before
    if held := open_like(country, ask.earliest, ask.latest):
        return _again(held, uid, said, who, by)
    state = State.INVITED if who.origin == Origin.INVITED else State.ASKED
    made = made_for(country, who.origin, state, person, uid=uid, **said)
    _note_asker(made, uid, who, by, {})
    note_move(made, "", by)
    record(HostingAsked(country=country, origin=who.origin.value, name=who.name), subject=made, by=by)
    if state == State.INVITED:
        tell_partners(made, _("The programme invites your State to a reciprocal visit."))
    else:
        tell_officer(made, _("A reciprocal visit was asked for."), but=by.user_id)
    return made


def made_for(country: str, origin: Origin, state: State, person: int, **said: Any) -> HostingRequest:
    """A request, shared with its State."""
    now = clock.now()
    made: HostingRequest = HostingRequest.objects.create(
        country_id=country,
        origin=origin,
        state=state,
        **said,
        mark=Mark.PARTNER,
        mark_reason=_("A State and the programme arrange a reciprocal visit together."),
        marked_by_id=person,
        marked_at=now,
        written_by_id=person,
        asked_at=now,
        changed_at=now,
    )
    made.states.set(country_rows([country]))
    return made


def _again(held: Any, uid: UUID, said: dict[str, Any], who: Who, by: Viewer) -> Any:
    """It was asked for already, or the State was invited: an invitation is taken up with what the State wants."""
    invited = held.state == State.INVITED and who.origin not in OURS
    if invited:
        changed = _changed(held, said)
        _note_asker(held, uid, who, by, {})
        move(held, State.ASKED, by, *changed)
        tell_officer(held, _("An invitation to a reciprocal visit was taken up."), but=by.user_id)
    else:
        aside = {name: _plain(said[name]) for name in FIELDS if said[name] and said[name] != getattr(held, name)}
        _note_asker(held, uid, who, by, aside)
        tell_officer(held, _("A reciprocal visit that is open was asked for again."), but=by.user_id)
    record(
        HostingAsked(country=held.country_id, origin=who.origin.value, again=True, name=who.name), subject=held, by=by
    )
    return held


def _note_asker(held: Any, uid: UUID, who: Who, by: Viewer, aside: dict[str, Any]) -> None:
    Asker.objects.create(
        uid=uid,
        request=held,
        origin=who.origin,
        person_id=by.user_id,
        name=line_of(who.name or by.name, most=LONGEST_NAME, field="name", must=_("Say who asks.")),
        office=line_of(who.office, most=LONGEST_NAME, field="office"),
        said=aside,
        at=clock.now(),
    )


def _changed(held: Any, new: dict[str, Any]) -> list[str]:
    changed = [name for name in FIELDS if getattr(held, name) != new[name]]
    for name in changed:
        setattr(held, name, new[name])
    return changed


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@action
def take_up(*, request: HostingRequest, origin: Origin, by: Viewer) -> HostingRequest:
    """Take up an invitation as it stands, for the State. Raises as `shape.held_at`."""
    held = held_at(request, by, State.INVITED, may=(ASK,))
    _note_asker(held, uuid5(held.uid, f"taken up {held.revision}"), Who(origin), by, {})
    move(held, State.ASKED, by)
    tell_officer(held, _("An invitation to a reciprocal visit was taken up."), but=by.user_id)
    return held  # type: ignore[no-any-return]
