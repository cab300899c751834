"""One recommendation as its page shows it, to either side."""

from typing import Any

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.files import presenters as files
from roadstead.visits.actions.observed_parts import may_recommend
from roadstead.visits.models import Recommendation
from roadstead.visits.observed_enums import RecommendationState, Side
from roadstead.visits.presenters import observed, recommended
from roadstead.visits.presenters.observed_fields import fields
from roadstead.visits.queries import observed as observations
from roadstead.visits.queries import recommended as queries


def detail(record: Recommendation, viewer: Viewer, form: Any) -> dict[str, Any]:
    """What the page wants. People of the programme are named within it; a host's own are not told of its colleagues."""
    staff = viewer.holds(Permission.READ_PROGRAMME)
    side = Side.PROGRAMME if staff else Side.HOST
    seen = observations.with_names(observations.observations(viewer).filter(pk=record.observation_id or 0))
    answers = may_recommend(viewer, record.country_id, record.facility_id)
    ended = RecommendationState(record.state).ended
    return {
        "record": record,
        "one": recommended.shown([record], viewer)[0],
        "observation": next(iter(observed.shown(seen, viewer)), None),
        "progress": [_entry(one, staff) for one in queries.progress_of(record)],
        "reviews": queries.reviews_made_of(record, viewer),
        "attachments": files.rows(record, viewer),
        "form": form,
        "fields": fields(form),
        "answers": answers and (not ended or bool(recommended.moves(record, viewer))),
        "attaches": answers and not ended,
        "changes": answers and not ended and side == Side(record.toward).other,
        "second_person": record.state == RecommendationState.DONE and record.done_by_id == viewer.user_id,
    }


def _entry(one: Any, staff: bool) -> dict[str, Any]:
    """An entry of progress; who of the programme said it is told within the programme alone."""
    own = staff or one.side == Side.HOST
    return {
        "at": one.at,
        "who": one.by.name if own else "",
        "side": Side(one.side).label,
        "text": one.text,
        "moved": one.before != one.after,
        "state": RecommendationState(one.after).label,
    }
