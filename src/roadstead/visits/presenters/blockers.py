"""What is still missing before the next step of a visit, in words."""

from django.utils.translation import gettext as _

from roadstead.visits.enums import Clearance, VisitState
from roadstead.visits.models import Visit
from roadstead.visits.queries.asking import Asked
from roadstead.visits.queries.overlaps import Overlap

BEFORE = (VisitState.PLANNED, VisitState.NOTIFIED, VisitState.AGREED)
LEAVE = (Clearance.GRANTED, Clearance.NOT_NEEDED)


def blockers(visit: Visit, near: list[Overlap], asked: Asked | None, *, agreed: bool) -> list[str]:
    """Each in a sentence; empty where nothing stands in the way."""
    state, found = VisitState(visit.state), list[str]()
    if state == VisitState.PLANNED:
        found += _before_notice(visit, asked)
        for one in near:
            if not one.settled:
                words = {"agency": one.other.agency}
                found.append(_("The overlap with the visit of %(agency)s has no answer yet.") % words)
    if state == VisitState.NOTIFIED and not agreed:
        found.append(_("Both sides have not agreed the agenda yet; the state follows once they have."))
    if state in BEFORE and visit.clearance not in LEAVE:
        clearance = {"word": str(Clearance(visit.clearance).label)}
        found.append(_("Country clearance: %(word)s. The visit cannot begin before it is granted.") % clearance)
    return found


def _before_notice(visit: Visit, asked: Asked | None) -> list[str]:
    if visit.deconflicted_at is not None:
        return []
    found = [_("Benefit to the host, less redundancy: not recorded yet. Clearance and notice wait for it.")]
    if asked is None:
        found.append(_("The embassy and agencies were not asked about these days yet."))
    elif not asked.heard:
        words = {"day": asked.asking.answer_by.isoformat()}
        found.append(_("Nobody of the embassy or agencies has answered yet; they have until %(day)s.") % words)
    found += [
        _("%(agency)s asks for other days: %(why)s") % {"agency": one.agency, "why": one.why}
        for one in (asked.avoided if asked else [])
    ]
    return found
