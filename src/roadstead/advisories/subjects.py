"""How editions in draft are named in the record of what was done."""

from collections.abc import Collection, Mapping

from django.urls import reverse
from django.utils.translation import gettext_lazy

from roadstead.advisories.drafting.queries import readable
from roadstead.audit import subjects
from roadstead.audit.subjects import Named
from roadstead.common.access.viewer import Viewer


def drafts(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The drafts that a viewer may read."""
    rows = readable(viewer).filter(pk__in=subjects.numbers(keys))
    return {str(one.pk): Named(f"“{one.title}”", reverse("drafting:draft", args=[one.pk])) for one in rows}


subjects.register("advisories.draft", gettext_lazy("Edition in draft"), drafts)
