"""What cases remind somebody of: days of a government that run out."""

from collections.abc import Collection, Iterator

from django.utils.formats import date_format
from django.utils.translation import ngettext

from roadstead.common.access.viewer import Viewer
from roadstead.determinations.queries.chasing import chased
from roadstead.engagement.presenters.reminders import Line, register


def running_out(viewer: Viewer, countries: Collection[str]) -> Iterator[Line]:
    """Cases whose days run out, the next first; no clock that stands still."""
    for case, now in chased(viewer, countries):
        said = ngettext(
            "%(country)s: %(n)s day is left in the case “%(title)s”, until %(day)s.",
            "%(country)s: %(n)s days are left in the case “%(title)s”, until %(day)s.",
            now.left,
        )
        day = date_format(now.first_day, "j F Y") if now.first_day else ""
        words = {"country": case.country.name, "n": now.left, "title": case.title, "day": day}
        yield Line("case", said % words, f"/desk/cases/{case.pk}/", alarm=False)


register(running_out)
