"""How notes, observations, recommendations and best practice are named in the record of what was done."""

from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from roadstead.audit import subjects
from roadstead.audit.subjects import Named
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.models import BestPractice, Observation, Recommendation, VisitNote

LONGEST_LABEL = 60  # characters


def named(model: Any, field: str, page: str) -> subjects.Names:
    """The beginnings of the texts of what a viewer may read, with its page on the desk for who works there."""

    def names(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
        rows = model.objects.visible_to(viewer).filter(pk__in=subjects.numbers(keys))
        desk = viewer.holds(Permission.READ_PROGRAMME)
        return {
            str(pk): Named(f"“{_cut(text)}”", f"{page}{pk}/" if desk and page else "")
            for pk, text in rows.order_by().values_list("pk", field)
        }

    return names


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LABEL else line[: LONGEST_LABEL - 1] + "…"


subjects.register("visits.observation", gettext_lazy("Observation"), named(Observation, "text", "/desk/observations/"))
subjects.register(
    "visits.recommendation", gettext_lazy("Recommendation"), named(Recommendation, "text", "/desk/recommendations/")
)
subjects.register("visits.bestpractice", gettext_lazy("Best practice"), named(BestPractice, "title", "/desk/practice/"))
subjects.register("visits.visitnote", gettext_lazy("Note of a visit"), named(VisitNote, "text", ""))
