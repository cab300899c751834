"""How recommendations go on: progress, done, closed by a second person, withdrawn, opened again."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.observed_parts import person_of, recommends_as, side_of
from roadstead.visits.models import Progress, Recommendation
from roadstead.visits.models.observations import LONGEST_OBSERVATION
from roadstead.visits.models.visits import LONGEST_WHY
from roadstead.visits.observed_enums import ONWARD, RecommendationState, Side
from roadstead.visits.observed_shape import ObservedError, text_of
from roadstead.visits.recommended_events import RecommendationMoved

LONGEST_PROGRESS = 2_000  # characters
S = RecommendationState
KEPT = ["state", "withdrawn_why", "after", "done_by", "done_at", "ended_by", "ended_at", "changed_at", "revision"]


@action
def tell_progress(*, recommendation: Recommendation, text: str, by: Viewer, uid: UUID | None = None) -> Recommendation:
    """Say how it goes on, without changing how it stands. The same `uid` again tells nothing more.

    Raises PermissionDenied, ObservedError, DoesNotExist.
    """
    held = _held(recommendation, by)
    if _told_before(held, uid):
        unchanged()
        return held
    if S(held.state).ended:
        raise ObservedError(_("It has ended. Open it again first."))
    said = text_of(text, most=LONGEST_PROGRESS, field="text", must=_("Write how it goes on."))
    return _moved(held, S(held.state), said, by, uid)


@action
def move_recommendation(
    *,
    recommendation: Recommendation,
    to: RecommendationState,
    by: Viewer,
    text: str = "",
    after: str = "",
    uid: UUID | None = None,
) -> Recommendation:
    """Take it to another state. after: how it is now, where it is said to be done.

    The side that is to act says that it is in progress or done (the programme may, for the host); the side that made
    it closes, withdraws or opens it again, and never the person who said that it is done closes it. The same `uid`
    again moves nothing more.
    Raises PermissionDenied, ObservedError; DoesNotExist where it may not be read.
    """
    held = _held(recommendation, by)
    if _told_before(held, uid):
        unchanged()
        return held
    if to not in ONWARD[S(held.state)]:
        words = {"old": S(held.state).label, "new": to.label}
        raise ObservedError(_("What is %(old)s cannot become %(new)s.") % words)
    _may_move(held, to, by)
    must = {S.WITHDRAWN: _("Say why it is withdrawn."), S.OPEN: _("Say why it is opened again.")}.get(to, "")
    most = LONGEST_WHY if to == S.WITHDRAWN else LONGEST_PROGRESS
    said = text_of(text, most=most, field="text", must=must)
    if after.strip():
        held.after = text_of(after, most=LONGEST_OBSERVATION, field="after")
    _stamp(held, to, said, person_of(by))
    return _moved(held, to, said, by, uid)


def _stamp(held: Recommendation, to: RecommendationState, why: str, person: int) -> None:
    """Who said so, and when."""
    now = clock.now()
    held.withdrawn_why = why if to == S.WITHDRAWN else ""
    if to == S.DONE:
        held.done_by_id, held.done_at = person, now
    elif to in (S.OPEN, S.IN_PROGRESS):
        held.done_by_id, held.done_at = None, None
    held.ended_by_id, held.ended_at = (person, now) if to.ended else (None, None)


def _may_move(held: Recommendation, to: RecommendationState, by: Viewer) -> None:
    side, acting = side_of(by), Side(held.toward)
    if to in (S.IN_PROGRESS, S.DONE):
        if side is not acting and side is not Side.PROGRAMME:
            raise PermissionDenied(_("The side to which it was recommended says how far it is."))
        return
    by.must(Permission.CLOSE_RECOMMENDATION, country=held.country_id)
    if side is acting:
        raise PermissionDenied(_("The side that recommended it closes it, withdraws it, or opens it again."))
    if to == S.CLOSED and held.done_by_id == by.user_id:
        raise ObservedError(_("You said that it is done: a second person closes it."))


def _told_before(held: Recommendation, uid: UUID | None) -> bool:
    """Whether this form came before. Raises ObservedError where it told of something else."""
    if uid is None:
        return False
    rows = Progress.objects.for_the_system("whether this form was sent before").filter(uid=uid)
    before = rows.values_list("recommendation", flat=True).first()
    if before not in (None, held.pk):
        raise ObservedError(_("This form was sent before. Open a new one, and put your text into it."))
    return before is not None


def _moved(
    held: Recommendation, to: RecommendationState, text: str, by: Viewer, uid: UUID | None = None
) -> Recommendation:
    old, held.state = held.state, to
    held.changed_at, held.revision = clock.now(), held.revision + 1
    held.save(update_fields=KEPT)
    told = {"before": old, "after": to, "side": side_of(by), "by_id": person_of(by), "at": held.changed_at}
    Progress.objects.create(recommendation=held, text=text, uid=uid, **told)
    record(RecommendationMoved(old=old, new=to.value), subject=held, by=by)
    return held


def _held(recommendation: Recommendation, by: Viewer) -> Recommendation:
    held: Recommendation = Recommendation.objects.visible_to(by).select_for_update().get(pk=recommendation.pk)
    recommends_as(by, held.country_id, held.facility_id)
    return held
