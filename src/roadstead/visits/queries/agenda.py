"""Reading an agenda: for a viewer, or by a visit that the caller has read for whoever looks."""

from typing import Any

from roadstead.accounts import officers
from roadstead.common.access.viewer import Viewer
from roadstead.visits.agenda import snapshots
from roadstead.visits.agenda_enums import Side
from roadstead.visits.models import (
    Agenda,
    AgendaAcceptance,
    AgendaAgreement,
    AgendaItem,
    AgendaVersion,
    Leg,
    Visit,
)

Rows = list[Any]


def visible_visit(pk: int, viewer: Viewer) -> Any:
    """A visit that a viewer may read, with its country; None where there is none."""
    return Visit.objects.visible_to(viewer).select_related("country").filter(pk=pk).first()


def agenda_of(visit: Any) -> Any:
    """The agenda of a visit that was read for somebody; None where it was not begun."""
    return Agenda.objects.filter(visit=visit).stated().first()


def items_of(agenda: Any, *, withdrawn: bool = False) -> Rows:
    """The items in their order, by their times within a block; those taken off the agenda only where asked for."""
    rows = AgendaItem.objects.filter(agenda=agenda).stated()
    return list(rows if withdrawn else rows.filter(withdrawn_at__isnull=True))


def acceptances_of(agenda: Any) -> dict[tuple[int, str], Any]:
    """What holds: who accepted each item as it stands, by item and side."""
    items = items_of(agenda)
    rows = AgendaAcceptance.objects.filter(item__in=[one.pk for one in items]).stated()
    revisions = {one.pk: one.revision for one in items}
    return {(one.item_id, one.side): one for one in rows if revisions.get(one.item_id) == one.revision}


def version_of(agenda: Any, number: int) -> Any:
    """One version; None where there is none."""
    return AgendaVersion.objects.filter(agenda=agenda, number=number).stated().first()


def versions_of(agenda: Any) -> Rows:
    """Every version, the newest first."""
    return list(AgendaVersion.objects.filter(agenda=agenda).stated())


def agreements_of(agenda: Any) -> dict[str, Any]:
    """The agreements that hold, by side. One holds for the newest version alone, and while its digest is of it."""
    newest = version_of(agenda, agenda.version)
    if newest is None or snapshots.digest(newest.snapshot) != newest.digest:
        return {}
    rows = AgendaAgreement.objects.filter(version=newest, digest=newest.digest, void_at__isnull=True).stated()
    return {one.side: one for one in rows}


def ever_agreed(agenda: Any) -> Any:
    """The latest agreement that was made void; None where there is none."""
    versions = AgendaVersion.objects.filter(agenda=agenda).stated().values("pk")
    rows = AgendaAgreement.objects.filter(version__in=versions, void_at__isnull=False).stated()
    return rows.order_by("-void_at", "-pk").first()


def agenda_agreed(visit: Any) -> bool:
    """Whether both sides agree the agenda of a visit as it stands now."""
    agenda = agenda_of(visit)
    return agenda is not None and agreements_of(agenda).keys() == set(Side.values)


def legs_of(visit: Any) -> Rows:
    """The legs of a visit, in order, with their ports."""
    return list(Leg.objects.filter(visit=visit).stated().select_related("port"))


def name_of_person(number: int) -> str:
    """What somebody with an account is called."""
    return officers.names([number]).get(number, "")
