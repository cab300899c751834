"""Visits as the partners of a State see them."""

from typing import Any

from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.others import may_keep
from roadstead.visits.models import OtherVisit, Visit
from roadstead.visits.presenters.shown import other_shown, shown
from roadstead.visits.queries.asking import asked_of, waiting_for
from roadstead.visits.queries.overlaps import NEAR, Overlap, overlaps_of, overlaps_of_other
from roadstead.visits.queries.rows import legs_of, others_shared, shared_with

MOST = 100  # visits of others on one page


def others_context(viewer: Viewer) -> dict[str, Any]:
    """What others plan from now on, and how many overlaps wait for an answer."""
    rows = others_shared(viewer).filter(withdrawn_at__isnull=True, last_on__gte=clock.today() - NEAR)
    found = list(rows.select_related("country", "told_by").order_by("first_on", "pk")[:MOST])
    return {
        "others": [(other_shown(one), one.told_by_id == viewer.user_id) for one in found],
        "may_tell": viewer.holds(Permission.TELL_VISITS),
        "waiting": [(asking, shown(one)) for asking, one in waiting_for(viewer)],
    }


def context(visit: Visit, viewer: Viewer) -> dict[str, Any]:
    """One visit of the programme, with those of others that lie close, and what embassies and agencies are asked."""
    tells = viewer.may(Permission.TELL_VISITS, country=visit.country_id)
    asked = asked_of(visit) if tells else None  # the host is not shown what they say among themselves
    mine = next((one for one in asked.replies if one.by_id == viewer.user_id), None) if asked else None
    return {
        "record": visit,
        "one": shown(visit),
        "legs": list(legs_of(visit, viewer)),
        "near": _shared_only(overlaps_of(visit, viewer), viewer),
        "may_answer": tells,
        "asked": asked,
        "mine": mine,
    }


def other_context(other: OtherVisit, viewer: Viewer) -> dict[str, Any]:
    """One visit of others, with those of the programme that lie close."""
    near = [] if other.withdrawn_at else overlaps_of_other(other, viewer)
    mine = set(shared_with(viewer).filter(country=other.country_id).values_list("pk", flat=True))
    return {
        "record": other,
        "one": other_shown(other),
        "near": [one for one in near if one.visit.pk in mine],
        "may_change": other.withdrawn_at is None and may_keep(other, viewer),
        "may_answer": viewer.may(Permission.TELL_VISITS, country=other.country_id),
    }


def _shared_only(near: list[Overlap], viewer: Viewer) -> list[Overlap]:
    """Who reads more elsewhere sees here what the partners see."""
    mine = set(others_shared(viewer).filter(pk__in=[one.other.pk for one in near]).values_list("pk", flat=True))
    return [one for one in near if one.other.pk in mine]
