"""The step before notice: what the host gains, and how it is made sure that nobody comes twice."""

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.registry.reach import person_of
from roadstead.visits.actions.shape import VisitError, hold, keep, said
from roadstead.visits.asking_events import BenefitRecorded
from roadstead.visits.enums import VisitState
from roadstead.visits.models import Visit
from roadstead.visits.queries.asking import asked_of
from roadstead.visits.queries.overlaps import unsettled

LONGEST = 2_000
FIELDS = ("benefit", "redundancy", "unasked_why")


@action
def record_benefit(
    *, visit: Visit, revision: int, benefit: str, redundancy: str, by: Viewer, unasked_why: str = ""
) -> Visit:
    """Record what the host gains by a planned visit, and what is done so that nobody comes twice.

    It asks that each overlap is settled, and that the embassy and agencies were asked: somebody answered, or nobody did
    in time; or a reason why they were not asked. Days that move undo it.
    Raises PermissionDenied; VisitError; StaleVisitError; DoesNotExist where it may not be read.
    """
    held = hold(visit, revision, by)
    if held.state != VisitState.PLANNED:
        raise VisitError(_("This step is taken for a planned visit, before notice is given."))
    texts = {"benefit": said(benefit), "redundancy": said(redundancy)}
    if not texts["benefit"]:
        raise VisitError(_("Say what the host gains by the visit."), "benefit")
    if not texts["redundancy"]:
        raise VisitError(
            _("Say who else comes near these days, and what is done so that nobody comes twice."), "redundancy"
        )
    for name, text in texts.items():
        if len(text) > LONGEST:
            raise VisitError(_("Say it in at most %(most)s characters.") % {"most": LONGEST}, name)
    check_settled(held, by)
    why = _unasked(held, " ".join(unasked_why.split()))
    new = texts | {"unasked_why": why}
    if held.deconflicted_at is not None and all(getattr(held, name) == new[name] for name in FIELDS):
        unchanged()
        return held
    for name, text in new.items():
        setattr(held, name, text)
    held.deconflicted_at, held.deconflicted_by_id = clock.now(), person_of(by)
    keep(held, *FIELDS, "deconflicted_at", "deconflicted_by")
    record(BenefitRecorded(redundancy=texts["redundancy"], unasked=why), subject=held, by=by)
    return held


def check_settled(held: Visit, by: Viewer) -> None:
    """Raises VisitError where a visit of others lies close and nothing is agreed of the two."""
    if open_ones := unsettled(held, by):
        words = {"agencies": ", ".join(one.other.agency for one in open_ones)}
        raise VisitError(_("An overlap is not settled yet: %(agencies)s. Answer it first, below the days.") % words)


def check_recorded(held: Visit) -> None:
    """Raises VisitError before this step was taken."""
    if held.deconflicted_at is None:
        raise VisitError(_("Record first what the host gains, and how nobody comes twice: “Benefit and redundancy”."))


def undone(held: Visit) -> list[str]:
    """Undo the step for a visit that is held, since its days move; the fields to write."""
    held.deconflicted_at = held.deconflicted_by_id = None
    held.unasked_why = ""
    return ["deconflicted_at", "deconflicted_by", "unasked_why"]


def _unasked(held: Visit, why: str) -> str:
    """Why the others were not asked, "" where they were. Raises VisitError where neither will do."""
    asked = asked_of(held)
    if asked is None:
        if not why:
            raise VisitError(_("Ask the embassy and agencies first, or say why they were not asked."), "unasked_why")
        if len(why) > 300:
            raise VisitError(_("Say it in at most %(most)s characters.") % {"most": 300}, "unasked_why")
        return why
    if not asked.heard:
        words = {"day": asked.asking.answer_by.isoformat()}
        raise VisitError(_("Nobody has answered yet, and they have until %(day)s.") % words)
    return ""
