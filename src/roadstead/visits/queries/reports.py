"""Reading the report of a visit, its versions, releases and comments."""

from collections.abc import Iterable
from typing import Any

from roadstead.common.access.viewer import PUBLIC, Viewer
from roadstead.visits.models import Report, ReportComment, ReportRelease, ReportSection, ReportVersion, Visit
from roadstead.visits.report_enums import ReleaseState, ReportText


def report_of(visit: Visit, viewer: Viewer) -> Report | None:
    """The report of a visit; None where it was not begun, or may not be read."""
    return Report.objects.visible_to(viewer).filter(visit=visit.pk).first()


def sections_of(report: Report, of: str = "") -> list[ReportSection]:
    """The sections of a report that was read for a viewer, of one text or of all, in their order."""
    rows = ReportSection.objects.filter(report=report).stated().select_related("changed_by")
    return list(rows.filter(of=of) if of else rows)


def section_of(report: Report, number: int) -> ReportSection | None:
    """One section of a report that was read for a viewer."""
    rows = ReportSection.objects.filter(report=report, pk=number).stated()
    return rows.select_related("changed_by").first()


def versions_of(section: ReportSection) -> list[ReportVersion]:
    """Every version of a section that was read for a viewer, the newest first."""
    return list(ReportVersion.objects.filter(section=section).stated().select_related("by"))


def releases_of(visit: Visit, viewer: Viewer) -> list[ReportRelease]:
    """What was asked for, released and returned, the newest first, as far as somebody may read it."""
    rows = ReportRelease.objects.visible_to(viewer).filter(visit=visit.pk)
    return list(rows.select_related("asked_by", "settled_by"))


def released(visit: Visit, of: ReportText, viewer: Viewer) -> ReportRelease | None:
    """The newest text that was released; None where none was, or it may not be read."""
    rows = ReportRelease.objects.visible_to(viewer).filter(visit=visit.pk, of=of, state=ReleaseState.RELEASED)
    return rows.select_related("asked_by", "settled_by").order_by("-settled_at", "-pk").first()


def comments_on(visit: Visit, viewer: Viewer) -> dict[str, list[ReportComment]]:
    """What the host said beside every release that somebody may read, by section, the first first."""
    found: dict[str, list[ReportComment]] = {}
    given = ReportRelease.objects.visible_to(viewer).filter(visit=visit.pk).order_by().values("pk")
    rows = ReportComment.objects.visible_to(viewer).filter(release__in=given).select_related("by")
    for one in rows.order_by("at", "pk"):
        found.setdefault(one.section, []).append(one)
    return found


def public_lines() -> list[ReportRelease]:
    """The public line of each visit that has one, the newest first; the latest that was released counts."""
    rows = ReportRelease.objects.visible_to(PUBLIC).filter(of=ReportText.PUBLIC, state=ReleaseState.RELEASED)
    newest: dict[int, ReportRelease] = {}
    for one in rows.order_by("-settled_at", "-pk"):
        newest.setdefault(one.visit_id, one)
    return list(newest.values())


def key_of(section: Any) -> str:
    """What a section is called across the texts of a report: of a facility, with its number."""
    return f"facility-{section.facility_id}" if section.facility_id else str(section.kind)


def content_of(sections: Iterable[ReportSection]) -> list[dict[str, str]]:
    """Sections as a release holds them; those without a text are left out."""
    return [{"section": key_of(one), "heading": one.heading, "text": one.text} for one in sections if one.text.strip()]
