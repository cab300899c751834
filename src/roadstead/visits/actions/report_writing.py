"""Writing the report of a visit: drafted from the records, then edited section by section."""

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.registry.reach import person_of
from roadstead.visits.actions.report_shape import ReportError, StaleSectionError, text_of, visit_to_report
from roadstead.visits.models import Report, ReportSection, ReportVersion, Visit
from roadstead.visits.models.reports import LONGEST_SECTION
from roadstead.visits.queries.report_draft import Drafted, drafted, public_line
from roadstead.visits.queries.report_records import records_of
from roadstead.visits.report_enums import ReportText, SectionKind
from roadstead.visits.report_events import ReportDrafted, SectionWritten

LONGEST_LINE = 300  # characters of the public line


@action
def draft_report(*, visit: Visit, by: Viewer) -> Report:
    """Write every section from what was noted; asked again, whatever a person edited stays as it is.

    Raises PermissionDenied; ReportError; DoesNotExist where the visit may not be read.
    """
    held, now = visit_to_report(visit, by), clock.now()
    begun = {"begun_by_id": by.user_id, "begun_at": now, "drafted_at": now}
    report, _new = Report.objects.for_the_system("the report is written, not shown").get_or_create(
        visit=held, defaults=begun
    )
    report.drafted_at = now
    report.save(update_fields=["drafted_at"])
    written = kept = 0
    for of in ReportText:
        sections = [public_line(held)] if of == ReportText.PUBLIC else drafted(records_of(held, of, by))
        for position, one in enumerate(sections):
            if _draft(report, of, position, one, by):
                written += 1
            else:
                kept += 1
        _empty(report, of, [(one.kind, one.facility) for one in sections], by)
    record(ReportDrafted(sections=written, kept=kept), subject=held, by=by)
    return report


@action
def write_section(*, visit: Visit, section: int, text: str, revision: int, by: Viewer) -> ReportSection:
    """Write a section as a person has it. Raises PermissionDenied, ReportError, StaleSectionError, DoesNotExist."""
    held = visit_to_report(visit, by)
    report = Report.objects.visible_to(by).get(visit=held.pk)
    rows = ReportSection.objects.filter(report=report).stated().select_for_update(of=("self",))
    one = rows.select_related("changed_by").get(pk=section)
    said = text_of(text, LONGEST_LINE if one.of == ReportText.PUBLIC else LONGEST_SECTION)
    if one.text == said:
        unchanged()
        return one
    if one.revision != revision:
        raise StaleSectionError(one)
    if one.of == ReportText.PUBLIC and "\n" in said.strip():
        raise ReportError(_("The public line is one line."))
    one.text, one.edited = said, True
    _keep(one, by, drafted=False)
    record(SectionWritten(of=one.of, section=one.heading, revision=one.revision), subject=held, by=by)
    return one


@action
def restore_section(*, visit: Visit, section: int, version: int, revision: int, by: Viewer) -> ReportSection:
    """Write a section as an earlier version had it, as its newest. Raises as `write_section` does."""
    held = visit_to_report(visit, by)
    report = Report.objects.visible_to(by).get(visit=held.pk)
    one = ReportSection.objects.filter(report=report).stated().get(pk=section)
    old = ReportVersion.objects.filter(section=one).stated().get(revision=version)
    return write_section(visit=held, section=section, text=old.text, revision=revision, by=by)


def _draft(report: Report, of: ReportText, position: int, one: Drafted, by: Viewer) -> bool:
    """Write one section from the records; False where a person had edited it."""
    rows = ReportSection.objects.filter(report=report, of=of, kind=one.kind, facility=one.facility).stated()
    held = rows.first()
    if held is None:
        held = ReportSection(report=report, of=of, kind=one.kind, facility_id=one.facility, revision=0)
    elif not held.edited and held.text == one.text:
        return True
    held.heading, held.position, held.drafted = one.heading, position, one.text
    if held.edited:
        held.save(update_fields=["heading", "position", "drafted"])
        return False
    held.text = one.text
    _keep(held, by, drafted=True)
    return True


def _empty(report: Report, of: ReportText, there: list[tuple[SectionKind, int | None]], by: Viewer) -> None:
    """Sections of which the records say nothing any more, such as of a facility that is not shared now."""
    for one in ReportSection.objects.filter(report=report, of=of).stated():
        if (one.kind, one.facility_id) in there or not one.drafted:
            continue
        one.drafted = ""
        if one.edited:
            one.save(update_fields=["drafted"])
        else:
            one.text = ""
            _keep(one, by, drafted=True)


def _keep(section: ReportSection, by: Viewer, *, drafted: bool) -> None:
    """Write a section as its next revision, with the version beside it."""
    section.revision += 1
    section.changed_by_id, section.changed_at = person_of(by), clock.now()
    section.save()
    told = {"revision": section.revision, "text": section.text, "drafted": drafted}
    ReportVersion.objects.create(section=section, by_id=section.changed_by_id, at=section.changed_at, **told)
