"""Beginning an agenda from the template of the visit's kind."""

from typing import Any
from uuid import uuid4

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.agenda_keeping import keep_version
from roadstead.visits.actions.agenda_parties import OVER, AgendaError, Party
from roadstead.visits.actions.agenda_shape import ItemText
from roadstead.visits.agenda import templates, zones
from roadstead.visits.agenda_enums import Side
from roadstead.visits.agenda_events import AgendaBegun
from roadstead.visits.enums import VisitState
from roadstead.visits.models import Agenda, AgendaItem, Visit
from roadstead.visits.queries import agenda as queries


@action
def begin_agenda(*, visit: Visit, zone: str, by: Viewer, language: str = "") -> Agenda:
    """Begin the agenda of a visit with what its kind usually has. Begun already, it stays as it is.

    zone: of the IANA database; language: two letters, "" for English alone.
    Raises PermissionDenied; AgendaError; DoesNotExist where the visit may not be read.
    """
    held: Any = Visit.objects.visible_to(by).select_for_update().get(pk=visit.pk)
    by.must(Permission.PLAN_VISITS, country=held.country_id)
    before: Agenda | None = queries.agenda_of(held)
    if before is not None:
        unchanged()
        return before
    if VisitState(held.state) in OVER or by.user_id is None:
        raise AgendaError(_("The visit is over. Its agenda cannot be begun any more."))
    if zone not in zones.zones():
        raise AgendaError(_("Choose a time zone from the list, as in Africa/Lagos."), "zone")
    agenda = Agenda.objects.create(
        visit=held, zone=zone, language=language, begun_by_id=by.user_id, begun_at=clock.now()
    )
    made = _from_template(held, agenda, by.name)
    party = Party(Side.PROGRAMME, by.name, by.user_id)
    record(AgendaBegun(kind=held.kind, items=made), subject=held, by=by)
    keep_version(held, agenda, party, by)
    return agenda


def _from_template(visit: Any, agenda: Agenda, name: str) -> int:
    stays = [
        templates.Stay(one.port.name if one.port else one.place, one.first_on, one.last_on)
        for one in queries.legs_of(visit)
    ]
    days = {"first": visit.first_on, "last": visit.last_on}
    drafts = templates.drafts(visit.kind, stays=stays, language=agenda.language, **days)
    for number, one in enumerate(drafts, start=1):
        text = ItemText(
            one.block,
            one.purpose,
            one.purpose_local,
            one.place,
            one.starts,
            one.ends,
            agenda.zone,
            prepare=one.prepare,
            prepare_local=one.prepare_local,
        )
        said = {"side": Side.PROGRAMME, "by_name": name, "changed_at": clock.now(), "position": number}
        AgendaItem.objects.create(agenda=agenda, uid=uuid4(), **text.columns(), **said)
    return len(drafts)
