"""Assessments of a country, as its timeline has them: each on the day on which it was settled, or begun."""

from collections.abc import Iterator

from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.assessments.country_enums import Confidence, Stage
from roadstead.assessments.queries.countries import assessments
from roadstead.common.access.viewer import Viewer
from roadstead.registry.timeline import Moment, Row, Source, register

WORD = gettext_lazy("assessment")


def _told(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    for on, pk, occasion, stage, confidence, why in rows:
        said = [str(Stage(stage).label)]
        if confidence:
            words = {"confidence": Confidence(confidence).label, "why": why}
            said.append(_("confidence %(confidence)s: %(why)s") % words)
        tone = "good" if stage == Stage.SETTLED else "quiet" if stage == Stage.DROPPED else "ask"
        yield Moment(on, "assessment", WORD, occasion, f"/desk/assessments/{pk}/", ", ".join(said), tone)


register(
    Source(
        "assessment",
        WORD,
        lambda country, viewer: assessments(viewer).filter(country=country),
        Coalesce("settled_at", "begun_at"),
        ("occasion", "stage", "confidence", "confidence_why"),
        _told,
    )
)
