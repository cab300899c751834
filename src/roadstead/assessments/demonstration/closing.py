"""The closure room of the demonstration: shortfalls in each state of closing; all of it invented; made once."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.files.base import ContentFile

from roadstead.assessments.actions.closure_planning import plan_step, say_wanted
from roadstead.assessments.actions.closure_proving import prove
from roadstead.assessments.actions.closure_verifying import close, look_at, say_closed
from roadstead.assessments.actions.disputing import dispute
from roadstead.assessments.demonstration.texts import DISPUTE, OWNER, PROOF, STEP, WANTED
from roadstead.assessments.models import Closure
from roadstead.assessments.queries.closures import shared_shortfalls
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.visits.observed_enums import ObservationState

MOST = 5  # shortfalls of a State in whose rooms something stands
RECOVERING = "CM"  # here every shortfall was closed
CLOSED = 5  # how far a room goes: as the place of one among the five, and the last step


def make(*, partners: Mapping[str, Viewer], by: Viewer, closer: Viewer, countries: tuple[str, ...]) -> None:
    """Make what is missing. by, closer: the two officers. Raises PermissionDenied where somebody may not do so."""
    for country in (one for one in countries if one in partners):
        rows = shared_shortfalls(partners[country]).filter(country=country, state=ObservationState.STANDS)
        found = list(rows.order_by("pk") if country == RECOVERING else rows.order_by("pk")[:MOST])
        there = Closure.objects.visible_to(by).filter(country=country)
        for place, seen in enumerate(found if not there.exists() else ()):
            _make(CLOSED if country == RECOVERING else place, seen, partners[country], by, closer)


def _make(place: int, seen: Any, host: Viewer, by: Viewer, closer: Viewer) -> None:
    """The first only says what is wanted; the others go further, one by one."""
    number, today = seen.pk, clock.today()
    say_wanted(observation=number, text=WANTED, by=by)
    if place == 0:
        return
    uid = uuid5(NAMESPACE_URL, f"invented step {seen.uid}")
    due = today + timedelta(days=30 * place)
    plan_step(uid=uid, observation=number, text=STEP, owner=OWNER, due_on=due, by=host)
    if place == 1:
        dispute(uid=uid, observation=number, reason=DISPUTE, by=host)
        return
    content = f"Invented for the demonstration: evidence for shortfall {number}.\n".encode()
    upload = ContentFile(content, name="invented-evidence.txt")
    dated = today - timedelta(days=20)
    prove(uid=uid, observation=number, upload=upload, dated_on=dated, what=PROOF, by=host)
    if place > 2:
        room = Closure.objects.visible_to(by).get(observation=number)
        room = say_closed(observation=number, revision=room.revision, by=host)
        if place > 3:
            room = look_at(observation=number, revision=room.revision, by=by)
        if place >= CLOSED:
            close(observation=number, revision=room.revision, by=closer)
