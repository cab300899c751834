"""How cases are named in the record of what was done."""

from collections.abc import Collection, Mapping

from django.urls import reverse
from django.utils.translation import gettext_lazy

from roadstead.audit import subjects
from roadstead.audit.subjects import Named
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.queries.cases import readable


def cases(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The cases that a viewer may read."""
    rows = readable(viewer).filter(pk__in=subjects.numbers(keys))
    return {str(one.pk): Named(f"“{one.title}”", reverse("determinations:case", args=[one.pk])) for one in rows}


subjects.register("determinations.case", gettext_lazy("Case"), cases)
