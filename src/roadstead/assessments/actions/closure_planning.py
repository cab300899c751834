"""How a shortfall is closed: which evidence is wanted, and the host’s plan with owner and day."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from roadstead.assessments.actions.closure_shape import (
    OPEN_STATES,
    keep,
    must_be,
    person_of,
    tell_host,
    to_verify,
    to_work,
)
from roadstead.assessments.closure_events import ClosurePlanned, ClosureWanted
from roadstead.assessments.errors import AssessmentError, text_of
from roadstead.assessments.models import Closure, PlanItem
from roadstead.assessments.models.closure_parts import LONGEST_OWNER, LONGEST_STEP
from roadstead.assessments.models.closures import LONGEST_WANTED, LONGEST_WHY
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.visits.queries.recommended import shared_recommendations


@action
def say_wanted(*, observation: int, text: str, by: Viewer) -> Closure:
    """Say which evidence closes a shortfall; its host is told. Raises PermissionDenied, AssessmentError."""
    held = to_verify(observation, by)
    said = text_of(text, most=LONGEST_WANTED, field="text", must=_("Write which evidence closes it."))
    if held.wanted == said:
        unchanged()
        return held
    held.wanted = said
    keep(held, "wanted")
    record(ClosureWanted(revision=held.revision), subject=held, by=by)
    tell_host(held, _("The programme said which evidence closes a shortfall."), by)
    return held


@action
def plan_step(
    *,
    uid: UUID,
    observation: int,
    text: str = "",
    owner: str = "",
    due_on: date | None = None,
    recommendation: int | None = None,
    by: Viewer,
) -> PlanItem:
    """Put a step into the plan: with its owner and day, or a recommendation that has them. The same `uid` adds once.

    Raises PermissionDenied, AssessmentError.
    """
    held, _scope = to_work(observation, by)
    rows: Any = PlanItem.objects.for_the_system("whether this form was sent before")
    before: PlanItem | None = rows.filter(uid=uid, closure=held.pk).first()
    if before is not None:
        unchanged()
        return before
    must_be(held, *OPEN_STATES)
    if recommendation and text.strip():
        raise AssessmentError(_("Choose a recommendation, or write a step: not both."), "text")
    said = _recommended(held, recommendation, by) if recommendation else _in_words(text, owner, due_on)
    made: PlanItem = PlanItem.objects.create(uid=uid, closure=held, by_id=person_of(by), at=clock.now(), **said)
    keep(held)
    _told(held, made, by, dropped=False)
    return made


@action
def drop_step(*, observation: int, item: int, why: str, by: Viewer) -> PlanItem:
    """Take a step out of the plan; it stays to be read, with why. Raises as `plan_step`."""
    held, _scope = to_work(observation, by)
    must_be(held, *OPEN_STATES)
    rows: Any = PlanItem.objects.filter(closure=held.pk, pk=item, dropped_at__isnull=True).stated()
    found: PlanItem | None = rows.first()
    if found is None:
        raise AssessmentError(_("There is no such step in the plan."))
    found.dropped_why = text_of(why, most=LONGEST_WHY, field="why", must=_("Say why the step is dropped."))
    found.dropped_at = clock.now()
    found.save(update_fields=["dropped_at", "dropped_why"])
    keep(held)
    _told(held, found, by, dropped=True)
    return found


def _in_words(text: str, owner: str, due_on: date | None) -> dict[str, Any]:
    said = text_of(text, most=LONGEST_STEP, field="text", must=_("Write what is done."))
    name = " ".join(owner.split())
    who = text_of(name, most=LONGEST_OWNER, field="owner", must=_("Say who sees to it."))
    if due_on is None:
        raise AssessmentError(_("Give the day on which it is done."), "due_on")
    if due_on < clock.today():
        raise AssessmentError(_("That day is past. Choose a later one."), "due_on")
    return {"text": said, "owner": who, "due_on": due_on}


def _recommended(held: Closure, key: int, by: Viewer) -> dict[str, Any]:
    """A recommendation that both sides can read; its owner, day and progress stay its own."""
    if not shared_recommendations(by).filter(pk=key, country=held.country_id).exists():
        raise AssessmentError(_("Choose a recommendation that is shared with the State."), "recommendation")
    there: Any = PlanItem.objects.filter(closure=held.pk, recommendation=key, dropped_at__isnull=True).stated()
    if there.exists():
        raise AssessmentError(_("This recommendation is in the plan already."), "recommendation")
    return {"recommendation_id": key}


def _told(held: Closure, one: PlanItem, by: Viewer, *, dropped: bool) -> None:
    due = one.due_on.isoformat() if one.due_on else ""
    told = ClosurePlanned(item=one.pk, recommendation=one.recommendation_id or 0, due_on=due, dropped=dropped)
    record(told, subject=held, by=by)
