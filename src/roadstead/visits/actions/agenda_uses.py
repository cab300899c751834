"""Every use of a link is kept: who opened it, who they said they are, what they did; and what each reader has seen."""

from typing import Any

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.agenda_parties import Party
from roadstead.visits.agenda_enums import Use
from roadstead.visits.agenda_link_events import AgendaLooked, LinkUsed
from roadstead.visits.models import AgendaLink, AgendaLook, AgendaUse
from roadstead.visits.queries import agenda as queries
from roadstead.visits.queries.agenda_links import look_of, visit_of


@action
def use_link(*, link: AgendaLink, what: Use, by: Viewer, own: bool | None = None) -> AgendaUse:
    """Keep that a link was used by who `by` is named after. own: whether they say that it was made out to them.

    by: nobody's account; the secret of the link is what lets them.
    """
    made = AgendaUse.objects.create(link=link, at=clock.now(), what=what, name=by.name, own=own)
    AgendaLink.objects.filter(pk=link.pk).stated().update(used_at=made.at)
    record(LinkUsed(link=link.pk, what=what.value), subject=visit_of(link), by=by)
    return made


def note_use(party: Party, what: Use) -> None:
    """The same, inside of an action that says what was done."""
    if party.link is not None:
        own = party.name == party.link.name
        AgendaUse.objects.create(link=party.link, at=clock.now(), what=what, name=party.name, own=own)
        AgendaLink.objects.filter(pk=party.link.pk).stated().update(used_at=clock.now())


@action
def see_changes(*, visit: Any, version: int, by: Viewer, link: Any = None) -> None:
    """Say that one has seen what changed up to a version. `visit` was read for `by`, or by the link."""
    agenda = queries.agenda_of(visit)
    if agenda is None or not 0 < version <= agenda.version or (by.user_id is None and link is None):
        unchanged()
        return
    person = None if link is not None else by.user_id
    look = look_of(agenda, person=person, link=link)
    if look is not None and look.version >= version:
        unchanged()
        return
    if look is None:
        look = AgendaLook(agenda=agenda, person_id=person, link=link)
    look.version, look.at = version, clock.now()
    look.save()
    record(AgendaLooked(version=version), subject=visit, by=by)
