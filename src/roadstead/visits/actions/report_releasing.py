"""The release of a report's texts: one person asks, another releases what was asked for, or returns it."""

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.reach import person_of
from roadstead.visits.actions.advancing import advance_visit
from roadstead.visits.actions.report_checks import check_releasable
from roadstead.visits.actions.report_shape import ReportError, visit_to_report
from roadstead.visits.actions.shape import check_why
from roadstead.visits.actions.telling import tell_lead, tell_partners
from roadstead.visits.enums import VisitState
from roadstead.visits.models import Report, ReportRelease, ReportSection, Visit
from roadstead.visits.queries.reports import content_of
from roadstead.visits.report_enums import ReleaseState, ReportText
from roadstead.visits.report_events import ReleaseAsked, ReportReleased, ReportReturned


@action
def ask_release(*, visit: Visit, of: ReportText, by: Viewer) -> ReportRelease:
    """Ask that a text be released as it stands now; the same person asking the same again asks once.

    Raises PermissionDenied, ReportError; DoesNotExist where the visit may not be read.
    """
    held = visit_to_report(visit, by)
    report = Report.objects.visible_to(by).filter(visit=held.pk).first()
    content = content_of(ReportSection.objects.filter(report=report, of=of).stated())
    rows = ReportRelease.objects.visible_to(by).filter(visit=held.pk, of=of)
    waiting = rows.filter(state=ReleaseState.ASKED).first()
    if waiting is not None:
        if (waiting.asked_by_id, waiting.content) != (by.user_id, content):
            raise ReportError(_("Its release is asked for already."))
        unchanged()
        return waiting
    last = rows.filter(state=ReleaseState.RELEASED).order_by("-settled_at", "-pk").first()
    if last is not None and last.content == content:
        raise ReportError(_("It was released as it stands. Change it first, or leave it."))
    check_releasable(held, of, content, by)
    asked = {"content": content, "asked_by_id": person_of(by), "asked_at": clock.now()}
    made = ReportRelease.objects.create(visit=held, of=of, **asked)
    record(ReleaseAsked(of=of.value), subject=held, by=by)
    tell_lead(held, _("The release of a visit’s report was asked for."), but=by.user_id)
    return made


@action
def release_report(*, release: ReportRelease, by: Viewer) -> ReportRelease:
    """Release what another person asked for; the programme version takes a visit that was made to “reported”.

    The host's version asks for the right to release to that State, the public line for the right to release publicly.
    What was released before stays, with its day. Said twice by the same person, it is released once.
    Raises PermissionDenied, ReportError; DoesNotExist where it may not be read.
    """
    held, visit = _held(release, by)
    if (held.state, held.settled_by_id) == (ReleaseState.RELEASED, by.user_id):
        unchanged()
        return held
    _check_open(held)
    if held.asked_by_id == by.user_id:
        raise ReportError(_("You asked for it: a second person releases it."))
    if held.of == ReportText.HOST:
        by.must(Permission.RELEASE_INFORMATION, country=visit.country_id)
    if held.of == ReportText.PUBLIC:
        by.must(Permission.RELEASE_PUBLICLY)
    if held.of == ReportText.PROGRAMME and visit.state == VisitState.UNDER_WAY:
        raise ReportError(_("The visit is still under way. Record that it is over first."))
    check_releasable(visit, ReportText(held.of), held.content, by)
    _settle(held, ReleaseState.RELEASED, by)
    record(ReportReleased(of=str(held.of)), subject=visit, by=by)
    if held.of == ReportText.PROGRAMME and visit.state == VisitState.MADE:
        advance_visit(visit=visit, revision=visit.revision, to=VisitState.REPORTED, by=by)
    if held.of == ReportText.HOST:
        tell_partners(visit, _("The report of a visit to your country was released to you."))
    return held


@action
def return_report(*, release: ReportRelease, why: str, by: Viewer) -> ReportRelease:
    """Say why a text is not released; whoever asked may take it back so, too. Raises as `release_report` does."""
    held, visit = _held(release, by)
    _check_open(held)
    held.why = check_why(why, _("Say why it is returned."))
    _settle(held, ReleaseState.RETURNED, by)
    record(ReportReturned(of=str(held.of), why=held.why), subject=visit, by=by)
    return held


def _held(release: ReportRelease, by: Viewer) -> tuple[ReportRelease, Visit]:
    visit = visit_to_report(Visit(pk=release.visit_id), by)
    held = ReportRelease.objects.visible_to(by).select_for_update().get(pk=release.pk)
    return held, visit


def _check_open(held: ReportRelease) -> None:
    if held.state != ReleaseState.ASKED:
        raise ReportError(_("This was settled already."))


def _settle(held: ReportRelease, state: ReleaseState, by: Viewer) -> None:
    held.state, held.settled_by_id, held.settled_at = state, by.user_id, clock.now()
    held.save(update_fields=["state", "settled_by", "settled_at", "why"])
