"""What is to become of two visits that lie close: together, combined, one of them moved, or both as planned."""

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.shape import VisitError
from roadstead.visits.actions.telling import tell_lead, tell_teller
from roadstead.visits.enums import Answer
from roadstead.visits.models import Deconfliction, OtherVisit, Visit
from roadstead.visits.others_events import OverlapAnswered
from roadstead.visits.queries.overlaps import overlaps_of

LONGEST_WHY = 300


@action
def answer_overlap(*, visit: Visit, other: OtherVisit, answer: Answer, why: str, by: Viewer) -> Deconfliction:
    """Say what is to become of two visits that lie close. Either side does, and the other side is told.

    Both as planned asks for a reason. The latest answer holds; the earlier ones stand in the history of the visit.
    Raises PermissionDenied; VisitError; DoesNotExist where one of the two may not be read.
    """
    held = Visit.objects.visible_to(by).select_for_update().get(pk=visit.pk)
    theirs = OtherVisit.objects.visible_to(by).get(pk=other.pk)
    if not by.may(Permission.PLAN_VISITS, country=held.country_id):
        by.must(Permission.TELL_VISITS, country=held.country_id)
    reason = " ".join(why.split())
    if answer == Answer.WAITING:
        raise VisitError(_("Choose what is to become of the two."), "answer")
    if answer == Answer.APART and not reason:
        raise VisitError(_("Say why both stay as planned: what the host gains by two visits."), "why")
    if len(reason) > LONGEST_WHY:
        raise VisitError(_("Say it in at most %(most)s characters.") % {"most": LONGEST_WHY}, "why")
    if theirs.pk not in {one.other.pk for one in overlaps_of(held, by)}:
        raise VisitError(_("These two do not lie close any more."))
    rows = Deconfliction.objects.filter(visit=held, other=theirs).stated()
    before = rows.first()
    if before is not None and (before.answer, before.why) == (answer, reason):
        unchanged()
        return before
    said = {"answer": answer, "why": reason, "answered_by_id": by.user_id, "answered_at": clock.now()}
    made, _created = rows.update_or_create(visit=held, other=theirs, defaults=said)
    record(OverlapAnswered(other=theirs.pk, answer=answer.value, why=reason), subject=held, by=by)
    tell_lead(held, _("An overlap of your visit with one of others was answered."), but=by.user_id)
    tell_teller(theirs, _("It was said what is to become of your visit and one that lies close."), but=by.user_id)
    return made
