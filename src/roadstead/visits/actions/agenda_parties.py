"""Who acts on an agenda: a person of either side, with an account or by a link; and how it is held meanwhile."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.agenda_enums import Side
from roadstead.visits.enums import VisitState
from roadstead.visits.models import Agenda, Visit
from roadstead.visits.queries.agenda_links import holds

OVER = (VisitState.MADE, VisitState.REPORTED, VisitState.CANCELLED)


class AgendaError(ValueError):
    """What was asked cannot be done; `field` names the field that is wrong, if it is one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class StaleItemError(AgendaError):
    """Somebody changed the item first; `current` is how it stands now."""

    def __init__(self, current: Any) -> None:
        super().__init__(_("This item was changed after you opened the page. Nothing of yours was saved yet."))
        self.current = current


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts, for which side. link: the row by which they come, None where they are signed in."""

    side: Side
    name: str
    person: int | None
    link: Any = None

    @property
    def columns(self) -> dict[str, Any]:
        """The columns of a row that says who did it."""
        return {"side": self.side, "name": self.name, "person_id": self.person, "link": self.link}


def side_of(visit: Visit, by: Viewer) -> Side | None:
    """For which side somebody signed in works on the agenda of a visit; None for who only reads it."""
    if by.user_id is None:
        return None
    if by.may(Permission.PLAN_VISITS, country=visit.country_id):
        return Side.PROGRAMME
    return Side.HOST if by.may(Permission.AGREE_AGENDA, country=visit.country_id) else None


def hold_agenda(visit: Visit, by: Viewer, link: Any = None) -> tuple[Any, Any, Party]:
    """The visit, its agenda, held until the action ends, and who acts.

    Raises PermissionDenied; AgendaError for a link that is not good, or a visit that is over; DoesNotExist.
    """
    held = _visit(visit, by, link)
    if VisitState(held.state) in OVER:
        words = {"state": VisitState(held.state).label}
        raise AgendaError(_("The visit is %(state)s, so that its agenda stays as it is.") % words)
    agenda: Any = Agenda.objects.filter(visit=held).stated().select_for_update().get()
    if link is not None:
        return held, agenda, Party(Side.HOST, by.name, None, link)
    side = side_of(held, by)
    if side is None:
        by.must(Permission.AGREE_AGENDA, country=held.country_id)
    return held, agenda, Party(side or Side.HOST, by.name, by.user_id)


def _visit(visit: Visit, by: Viewer, link: Any) -> Any:
    if link is None:
        return Visit.objects.visible_to(by).select_for_update().get(pk=visit.pk)
    link.refresh_from_db()
    if not holds(link):
        raise AgendaError(_("Your link is not good any more. What you typed still stands below: copy it."))
    rows = Visit.objects.for_the_system("a link that is good opens the visit that it was given for")
    return rows.select_for_update().get(pk=visit.pk, agenda=link.agenda_id)
