"""How arrivals are named in the record of what was done."""

from collections.abc import Collection, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.arrivals.queries.arrivals import readable, rejudgements
from roadstead.audit import subjects
from roadstead.audit.subjects import Named
from roadstead.common.access.viewer import Viewer


def arrivals(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The arrivals that a viewer may read."""
    rows = readable(viewer).filter(pk__in=subjects.numbers(keys))
    return {str(one.pk): Named(f"“{one}”", reverse("watch:arrival", args=[one.pk])) for one in rows}


def rule_books(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """Rule books under which notices were judged, by the beginning of their digests; they are public."""
    found = rejudgements().filter(pk__in=subjects.numbers(keys))
    page = reverse("watch:changes")
    return {str(one.pk): Named(_("rule book %(digest)s") % {"digest": short(one.book)}, page) for one in found}


def short(digest: str) -> str:
    """The beginning of a digest."""
    return digest.removeprefix("sha256:")[:12]


subjects.register("arrivals.arrival", gettext_lazy("Arrival"), arrivals)
subjects.register("arrivals.rejudgement", gettext_lazy("Rule book"), rule_books)
