"""Training of a country, as its timeline has it: courses that its people attended, and what was asked for."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.viewer import Viewer
from roadstead.registry.timeline import Moment, Row, Source, register
from roadstead.training.catalogue import title_of
from roadstead.training.enums import RequestState
from roadstead.training.queries.offerings import attended_by
from roadstead.training.queries.requests import requests

COURSE, ASKED = gettext_lazy("training"), gettext_lazy("training asked for")


def _courses(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    for on, pk, title, course, place in rows:
        said = _("People of the country attended, %(place)s") % {"place": place}
        yield Moment(on, "training", COURSE, title or title_of(course), f"/desk/training/offerings/{pk}/", said, "good")


def _requests(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    for on, pk, course, state in rows:
        at, word = f"/desk/training/requests/{pk}/", str(RequestState(state).label)
        yield Moment(on, "training_asked", ASKED, title_of(course), at, word, "quiet")


def _asked(country: str, viewer: Viewer) -> Any:
    return requests(viewer).filter(country=country)


register(Source("training", COURSE, attended_by, "last_on", ("title", "course", "place"), _courses))
register(Source("training_asked", ASKED, _asked, "asked_at", ("course", "state"), _requests))
