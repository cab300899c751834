"""Recommendations as pages show them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.presenters.marked import Label, label
from roadstead.visits.actions.observed_parts import may_recommend
from roadstead.visits.models import Recommendation, Review
from roadstead.visits.observed_enums import ONWARD, RecommendationState, Side
from roadstead.visits.presenters.observed import cut, facility_names

S = RecommendationState
TONES = {S.OPEN: "ask", S.IN_PROGRESS: "ask", S.DONE: "quiet", S.CLOSED: "good", S.WITHDRAWN: "quiet"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A recommendation for one reader; overdue_days: 0 where it is not. owner_at: the page of a person who is known."""

    pk: int
    text: str
    line: str
    toward: str
    toward_word: str
    owner: str
    owner_at: str
    due_on: date
    overdue_days: int
    before: str
    after: str
    state: str
    state_word: str
    tone: str
    withdrawn_why: str
    country: str
    country_code: str
    facility: str
    made_at: Any
    made_by: str
    mark: Label
    href: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What was recommended, what was done, before and after; review None where the visit has not looked yet."""

    one: Shown
    review: Review | None
    before: str
    after: str


def shown(rows: Iterable[Recommendation], viewer: Viewer) -> list[Shown]:
    """Some recommendations for one reader; one query for all their facilities."""
    held = list(rows)
    names = facility_names(held, viewer)
    desk = viewer.holds(Permission.READ_PROGRAMME)
    page = "/desk/recommendations/" if desk else "/partner/recommendations/"
    return [_shown(one, names.get(one.facility_id or 0, ""), f"{page}{one.pk}/", viewer) for one in held]


def _shown(one: Recommendation, facility: str, href: str, viewer: Viewer) -> Shown:
    desk, state = viewer.holds(Permission.READ_PROGRAMME), S(one.state)
    late = 0 if state.ended else max(0, (clock.today() - one.due_on).days)
    return Shown(
        pk=one.pk,
        text=one.text,
        line=cut(one.text),
        toward=one.toward,
        toward_word=str(Side(one.toward).label),
        owner=_owner(one, viewer),
        owner_at=f"/desk/people/{one.owner_contact_id}/" if desk and one.owner_contact_id else "",
        due_on=one.due_on,
        overdue_days=late,
        before=one.before,
        after=one.after,
        state=one.state,
        state_word=str(state.label),
        tone="alarm" if late else TONES[state],
        withdrawn_why=one.withdrawn_why,
        country=one.country.name,
        country_code=one.country_id,
        facility=facility,
        made_at=one.made_at,
        made_by=one.made_by.name if desk or one.toward == Side.PROGRAMME else "",
        mark=label(one),
        href=href,
    )


def _owner(one: Recommendation, viewer: Viewer) -> str:
    """Who sees to it, in words; who sees to it oneself is told so."""
    mine = one.owner_user_id is not None and one.owner_user_id == viewer.user_id
    return _("%(name)s (you)") % {"name": one.owner} if mine else one.owner


def reviewed(rows: Iterable[Recommendation], reviews: dict[int, Review], viewer: Viewer) -> list[Reviewed]:
    """What earlier visits left open, beside what this one found."""
    found = []
    for one in shown(rows, viewer):
        review = reviews.get(one.pk)
        before, after = (review.before, review.after) if review else (one.before, one.after)
        found.append(Reviewed(one, review, before, after))
    return found


def moves(one: Recommendation, viewer: Viewer) -> list[RecommendationState]:
    """What this reader may make of it now."""
    if not may_recommend(viewer, one.country_id, one.facility_id):
        return []
    side = Side.PROGRAMME if viewer.holds(Permission.READ_PROGRAMME) else Side.HOST
    acting, closes = Side(one.toward), viewer.may(Permission.CLOSE_RECOMMENDATION, country=one.country_id)
    found = []
    for to in ONWARD[S(one.state)]:
        if to in (S.IN_PROGRESS, S.DONE):
            may = side is acting or side is Side.PROGRAMME
        else:
            may = closes and side is not acting and not (to == S.CLOSED and one.done_by_id == viewer.user_id)
        if may:
            found.append(to)
    return found


def lines(rows: Iterable[Recommendation], viewer: Viewer) -> Iterator[Sequence[object]]:
    """Rows of a file."""
    for one in shown(rows, viewer):
        about = (one.pk, one.country_code, one.facility, one.toward, one.text, one.owner, one.due_on.isoformat())
        yield (*about, one.overdue_days, one.state, one.before, one.after, one.mark.value)
