"""Reading the report of a visit, its versions, releases and comments."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery

from roadstead.common.access.viewer import PUBLIC, Viewer
from roadstead.visits.models import Report, ReportComment, ReportRelease, ReportSection, ReportVersion, Visit
from roadstead.visits.report_enums import ReleaseState, ReportText

ORDER = "country and day of visits whose line is public; nothing else of them is read"


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


def report_before(visit: Visit, viewer: Viewer) -> ReportRelease | None:
    """The programme version of the country's last visit before this one that has one; two queries."""
    given = ReportRelease.objects.visible_to(viewer).filter(of=ReportText.PROGRAMME, state=ReleaseState.RELEASED)
    trips = Visit.objects.visible_to(viewer).filter(country=visit.country_id, pk__in=given.order_by().values("visit"))
    if visit.first_on is not None:
        trips = trips.filter(last_on__lte=visit.first_on)
    last = trips.exclude(pk=visit.pk).select_related("country").order_by("-last_on", "-pk").first()
    found = given.filter(visit=last.pk).order_by("-settled_at", "-pk").first() if last is not None else None
    if found is not None and last is not None:
        found.visit = last
    return found


def comments_on(visit: Visit, viewer: Viewer) -> dict[str, list[ReportComment]]:
    """What the host said beside every release that somebody may read, by section, the first first."""
    found: dict[str, list[ReportComment]] = {}
    given = ReportRelease.objects.visible_to(viewer).filter(visit=visit.pk).order_by().values("pk")
    rows = ReportComment.objects.visible_to(viewer).filter(release__in=given).select_related("by")
    for one in rows.order_by("at", "pk"):
        found.setdefault(one.section, []).append(one)
    return found


def public_lines(country: str = "") -> Any:
    """The newest public line of each visit that has one, the newest visit first; of one country where it is said."""
    every = ReportRelease.objects.visible_to(PUBLIC).filter(of=ReportText.PUBLIC, state=ReleaseState.RELEASED)
    newer = Q(settled_at__gt=OuterRef("settled_at")) | Q(settled_at=OuterRef("settled_at"), pk__gt=OuterRef("pk"))
    rows = every.filter(~Exists(every.filter(newer, visit=OuterRef("visit"))))
    trips = Visit.objects.for_the_system(ORDER)
    if country:
        rows = rows.filter(visit__in=trips.filter(country=country).order_by().values("pk"))
    first_on = Subquery(trips.filter(pk=OuterRef("visit")).order_by().values("first_on")[:1])
    return rows.annotate(on=first_on).order_by(F("on").desc(nulls_last=True), "-settled_at", "-pk")


def public_countries() -> list[str]:
    """The codes of the countries that have a public line."""
    trips = Visit.objects.for_the_system(ORDER).filter(pk__in=public_lines().order_by().values("visit"))
    return sorted(set(trips.order_by().values_list("country", flat=True)))


def key_of(section: Any) -> str:
    """What a section is called across the texts of a report: of a facility, with its number."""
    return f"facility-{section.facility_id}" if section.facility_id else str(section.kind)


def content_of(sections: Iterable[ReportSection]) -> list[dict[str, str]]:
    """Sections as a release holds them; those without a text are left out."""
    return [{"section": key_of(one), "heading": one.heading, "text": one.text} for one in sections if one.text.strip()]
