"""Visits, those of others, and why a clock stands still, as a timeline has them."""

from collections.abc import Iterator
from datetime import UTC
from typing import Any

from django.db.models.functions import Coalesce, TruncDate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.viewer import Viewer
from roadstead.registry.timeline import Moment, Row, Source
from roadstead.visits.enums import Clock, VisitKind, VisitState
from roadstead.visits.models import Suspension
from roadstead.visits.presenters.shown import TONES, days
from roadstead.visits.queries.rows import others_readable, readable

VISIT, OTHER, CLOCK = gettext_lazy("visit"), gettext_lazy("visit of others"), gettext_lazy("clock")


def _visits(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    """Each on its first day; where it has none yet, on that of the proposal."""
    for on, pk, title, kind, state, first, last, why in rows:
        word = str(VisitKind(kind).label)
        said = [word if title else "", days(first, last), str(VisitState(state).label) + (f": {why}" if why else "")]
        note = ", ".join(one for one in said if one)
        name = title or word[:1].upper() + word[1:]
        yield Moment(on, "visit", VISIT, name, f"/desk/visits/{pk}/", note, TONES[VisitState(state)])


def _others(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    """Each on its first day."""
    for on, pk, agency, purpose, last, withdrawn in rows:
        note = _("does not take place") if withdrawn else days(on, last)
        yield Moment(on, "other_visit", OTHER, f"{agency}: {purpose}", f"/desk/visits/others/{pk}/", note)


def _clocks(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    """Since when one stands still."""
    for on, _pk, which, until, why in rows:
        note = _("stands still") if until is None else _("stood still")
        href = "/desk/clocks/"
        yield Moment(on, "clock", CLOCK, f"{Clock(which).label}: {why}", href, note, "quiet" if until else "ask")


def _suspensions(country: str, viewer: Viewer) -> Any:
    return Suspension.objects.filter(country=country)


VISITS = Source(
    "visit",
    VISIT,
    lambda country, viewer: readable(viewer).filter(country=country),
    Coalesce("first_on", TruncDate("proposed_at", tzinfo=UTC)),
    ("title", "kind", "state", "first_on", "last_on", "cancelled_why"),
    _visits,
)
OTHERS = Source(
    "other_visit",
    OTHER,
    lambda country, viewer: others_readable(viewer).filter(country=country),
    "first_on",
    ("agency", "purpose", "last_on", "withdrawn_at"),
    _others,
)
CLOCKS = Source("clock", CLOCK, _suspensions, "since", ("clock", "until", "why"), _clocks)
