"""What the host says beside the sections of a report that was released to it."""

from uuid import UUID

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.report_shape import ReportError, text_of
from roadstead.visits.actions.telling import tell_lead
from roadstead.visits.models import ReportComment, ReportRelease, Visit
from roadstead.visits.models.releases import LONGEST_COMMENT
from roadstead.visits.report_enums import ReleaseState, ReportText
from roadstead.visits.report_events import ReportCommented


@action
def comment_report(*, uid: UUID, release: ReportRelease, section: str, text: str, by: Viewer) -> ReportComment:
    """Say something beside a section; the same form sent twice says it once.

    Raises PermissionDenied; ReportError; DoesNotExist where the report may not be read.
    """
    rows = ReportRelease.objects.visible_to(by).filter(of=ReportText.HOST, state=ReleaseState.RELEASED)
    held = rows.get(pk=release.pk)
    visit = Visit.objects.visible_to(by).get(pk=held.visit_id)
    by.must(Permission.COMMENT_REPORT, country=visit.country_id)
    said = text_of(text, LONGEST_COMMENT).strip()
    if not said:
        raise ReportError(_("Write the comment first."))
    headings = {one["section"]: one["heading"] for one in held.content}
    if section not in headings:
        raise ReportError(_("The report has no such section."))
    there = ReportComment.objects.visible_to(by).filter(uid=uid, by=by.user_id).first()
    if there is not None:
        unchanged()
        return there
    told = {"section": section, "heading": headings[section], "text": said, "by_id": by.user_id, "at": clock.now()}
    made = ReportComment.objects.create(uid=uid, release=held, **told)
    record(ReportCommented(section=headings[section]), subject=visit, by=by)
    tell_lead(visit, _("The host commented on the report of a visit."), but=by.user_id)
    return made
