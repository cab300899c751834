"""The report of a visit as the desk and the host are shown it."""

from typing import Any
from uuid import uuid4

from django.core.paginator import Paginator
from django.http import QueryDict

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry import queries as registry
from roadstead.visits.actions.report_shape import BEGUN
from roadstead.visits.models import Report, ReportRelease, Visit
from roadstead.visits.presenters.shown import name_of
from roadstead.visits.queries import reports
from roadstead.visits.queries.giveaways import Giveaway
from roadstead.visits.queries.report_identifying import identifying
from roadstead.visits.report_enums import ReleaseState, ReportText, SectionKind

LINES_A_PAGE = 25
CHARACTERS_A_LINE = 75
TONES = {ReleaseState.ASKED: "ask", ReleaseState.RELEASED: "good", ReleaseState.RETURNED: "alarm"}


def desk(visit: Visit, report: Report | None, of: ReportText, viewer: Viewer) -> dict[str, Any]:
    """What the page of the desk wants: one text of the report, to be edited, with what the host said beside it."""
    writes = may_write(visit, viewer)
    rows = reports.sections_of(report, of) if report is not None else []
    said = reports.comments_on(visit, viewer) if report is not None else {}
    keys = {reports.key_of(one) for one in rows}
    every = reports.releases_of(visit, viewer)
    releases = [one for one in every if one.of == of]
    given = max((one for one in releases if one.state == ReleaseState.RELEASED), key=_settled, default=None)
    asked = next((one for one in releases if one.state == ReleaseState.ASKED), None)
    return {
        "visit": visit,
        "name": name_of(visit),
        "report": report,
        "of": of,
        "texts": [(one, one == of) for one in ReportText],
        "sections": [(one, said.get(reports.key_of(one), []), _height(one.text)) for one in rows],
        "apart": [one for key, rows in said.items() if key not in keys for one in rows],
        "releases": [(one, ReleaseState(one.state).label, TONES[ReleaseState(one.state)]) for one in releases],
        "asked": asked,
        "given": given,
        "changed": given is not None and given.content != reports.content_of(rows),
        "waits_for_host": of == ReportText.PUBLIC and not any(_released_to_host(one) for one in every),
        "apart_by": f"report:{viewer.user_id}:{visit.pk}",
        "writes": writes,
    }


def named(visit: Visit, release: ReportRelease, viewer: Viewer) -> list[Giveaway]:
    """What in a public line somebody should look at before it is released; of other texts nothing."""
    if release.of != ReportText.PUBLIC or release.state != ReleaseState.ASKED:
        return []
    return [one for part in release.content for one in identifying(visit, part["text"], viewer)]


def host(visit: Visit, release: ReportRelease | None, viewer: Viewer) -> dict[str, Any]:
    """What the page of the host wants: what was released to it, with what its people said beside each section."""
    said = reports.comments_on(visit, viewer)
    rows = release.content if release is not None else []
    return {
        "visit": visit,
        "name": name_of(visit),
        "release": release,
        "sections": [(one, said.get(one["section"], []), uuid4()) for one in rows],
        "comments": viewer.may(Permission.COMMENT_REPORT, country=visit.country_id),
    }


def public(query: QueryDict) -> dict[str, Any]:
    """What the page for everyone wants: a page of public lines, all or those of one country."""
    asked, codes = query.get("country", "").upper(), reports.public_countries()
    code = asked if asked in codes else ""
    names = sorted(registry.country_rows(codes).values_list("code", "name"), key=lambda one: str(one[1]))
    page = Paginator(reports.public_lines(code), LINES_A_PAGE).get_page(query.get("page"))
    return {"page": page, "countries": names, "code": code}


def part(visit: Visit, viewer: Viewer) -> dict[str, Any]:
    """How the report of a visit stands, for the page of the visit."""
    report = reports.report_of(visit, viewer)
    newest: dict[str, Any] = {}
    for one in reports.releases_of(visit, viewer):
        newest.setdefault(one.of, one)
    states = [(str(of.label), newest.get(of.value)) for of in ReportText]
    shown = [(name, ReleaseState(one.state).label, TONES[ReleaseState(one.state)]) for name, one in states if one]
    sections = reports.sections_of(report) if report is not None else []
    before = reports.report_before(visit, viewer)
    return {
        "before": before,
        "before_name": name_of(before.visit) if before else "",
        "left": next((one["text"] for one in before.content if one["section"] == SectionKind.NEXT_STEPS), "")
        if before
        else "",
        "report": report,
        "states": shown,
        "count": len(sections),
        "edited": sum(one.edited for one in sections),
        "writes": may_write(visit, viewer),
    }


def may_write(visit: Visit, viewer: Viewer) -> bool:
    """Whether somebody may write the report of a visit that has begun."""
    return visit.state in BEGUN and viewer.may(Permission.WRITE_REPORT, country=visit.country_id)


def _settled(release: ReportRelease) -> tuple[Any, int]:
    return release.settled_at, release.pk


def _released_to_host(release: ReportRelease) -> bool:
    return (release.of, release.state) == (ReportText.HOST, ReleaseState.RELEASED)


def _height(text: str) -> int:
    """Lines of the field of a text: about what it takes, so that it is read without scrolling."""
    lines = sum(1 + len(line) // CHARACTERS_A_LINE for line in text.splitlines())
    return min(max(lines + 1, 2), 20)
