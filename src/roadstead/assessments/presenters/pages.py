"""One self-assessment as its page wants it: for who fills it in, and for who looks at it."""

from typing import Any

from django.conf import settings

from roadstead.assessments.actions.parts import may_answer
from roadstead.assessments.enums import Said, Standing, State
from roadstead.assessments.models import SelfAssessment
from roadstead.assessments.presenters import answers, lists
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer


def partner(held: SelfAssessment, viewer: Viewer) -> dict[str, Any]:
    """For the State or facility that it is of."""
    writes = may_answer(held, viewer)
    context = _common(held, viewer)
    questions = context["questions"]
    return context | {
        "writes": writes and State(held.state).is_open,
        "may_withdraw": writes and not State(held.state).has_ended,
        "first_open": next((one for one in questions if one.opened and one.lacks), None),
        "lacking": sum(1 for one in questions if one.opened and one.lacks),
        "limit": settings.LARGEST_UPLOAD,
        "today": clock.today(),
    }


def desk(held: SelfAssessment, viewer: Viewer) -> dict[str, Any]:
    """For the programme."""
    context = _common(held, viewer)
    reviews = viewer.may(Permission.REVIEW_SELF_ASSESSMENT, country=held.country_id)
    standing = [one.standing for one in context["questions"]]
    open_now = reviews and held.state == State.SUBMITTED
    return context | {
        "reviews": open_now,
        "may_send_back": open_now and Standing.QUESTIONED in standing,
        "may_close": open_now and all(one == Standing.VALIDATED for one in standing),
    }


def _common(held: SelfAssessment, viewer: Viewer) -> dict[str, Any]:
    groups = answers.groups(held, viewer)
    return {
        "record": held,
        "one": lists.shown([held], viewer)[0],
        "groups": groups,
        "questions": [one for _title, found in groups for one in found],
        "choices": Said.choices,
        "person": viewer.user_id,
    }
