"""Agendas that were agreed, and reports that were released, as a timeline has them."""

from collections.abc import Collection, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.viewer import Viewer
from roadstead.registry.timeline import Moment, Row, Source
from roadstead.visits.agenda_enums import Side
from roadstead.visits.models import Agenda, AgendaAgreement, AgendaVersion, ReportRelease
from roadstead.visits.presenters.shown import name_of
from roadstead.visits.queries.rows import readable
from roadstead.visits.report_enums import ReleaseState, ReportText

AGENDA, REPORT = gettext_lazy("agenda"), gettext_lazy("report")


def _agreements(country: str, viewer: Viewer) -> Any:
    """Agreements that hold, of the agendas of visits that somebody may read."""
    agendas = Agenda.objects.filter(visit__in=_visits(country, viewer)).stated().order_by().values("pk")
    versions = AgendaVersion.objects.filter(agenda__in=agendas).stated().order_by().values("pk")
    return AgendaAgreement.objects.filter(version__in=versions, void_at__isnull=True).stated()


def _agendas(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    """Each side on the day when it agreed; three queries."""
    versions = dict(_parts(AgendaVersion, {row[2] for row in rows}).values_list("pk", "agenda"))
    visits = dict(_parts(Agenda, set(versions.values())).values_list("pk", "visit"))
    names = _names(set(visits.values()), viewer)
    for on, _pk, version, side, name in rows:
        visit = visits[versions[version]]
        note = _("agreed by %(side)s: %(name)s") % {"side": Side(side).label, "name": name}
        yield Moment(on, "agenda", AGENDA, names[visit], f"/desk/visits/{visit}/agenda/", note, "good")


def _reports(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    """Each text on the day of its release; one query."""
    names = _names({row[2] for row in rows}, viewer)
    for on, _pk, visit, of in rows:
        note = _("%(text)s released") % {"text": ReportText(of).label}
        yield Moment(on, "report", REPORT, names[visit], f"/desk/visits/{visit}/report/", note, "good")


def _releases(country: str, viewer: Viewer) -> Any:
    rows = ReportRelease.objects.visible_to(viewer).filter(state=ReleaseState.RELEASED)
    return rows.filter(visit__in=_visits(country, viewer))


def _visits(country: str, viewer: Viewer) -> Any:
    return readable(viewer).filter(country=country).order_by().values("pk")


def _parts(model: Any, keys: Collection[int]) -> Any:
    """Parts of visits that were read for a viewer."""
    return model.objects.filter(pk__in=keys).stated()


def _names(visits: Collection[int], viewer: Viewer) -> dict[int, str]:
    return {one.pk: name_of(one) for one in readable(viewer).filter(pk__in=visits).select_related("country")}


AGENDAS = Source("agenda", AGENDA, _agreements, "at", ("version", "side", "name"), _agendas)
REPORTS = Source("report", REPORT, _releases, "settled_at", ("visit", "of"), _reports)
