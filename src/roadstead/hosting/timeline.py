"""Reciprocal visits of a country, as its timeline has them: each on its first day, or the day on which it was asked.

One whose programme was begun stands there as the visit that it is, and not twice.
"""

from collections.abc import Iterator
from datetime import UTC

from django.db.models.functions import Coalesce, TruncDate
from django.utils.translation import gettext_lazy

from roadstead.common.access.viewer import Viewer
from roadstead.hosting import topics
from roadstead.hosting.enums import ENDED, TOOK_PLACE, State
from roadstead.hosting.queries.requests import requests
from roadstead.registry.timeline import Moment, Row, Source, register

WORD = gettext_lazy("reciprocal visit")


def _told(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    for on, pk, state, chosen in rows:
        tone = "good" if state in TOOK_PLACE else "quiet" if state in ENDED else "ask"
        said = "; ".join(topics.labels(chosen))
        yield Moment(on, "hosting", WORD, str(State(state).label), f"/desk/hosting/{pk}/", said, tone)


register(
    Source(
        "hosting",
        WORD,
        lambda country, viewer: requests(viewer).filter(country=country, visit__isnull=True),
        Coalesce("first_on", TruncDate("asked_at", tzinfo=UTC)),
        ("state", "topics"),
        _told,
    )
)
