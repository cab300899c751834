"""Numbers since 2005 as a page and a file; and who has never been."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.hosting import topics
from roadstead.hosting.presenters.lists import writer
from roadstead.hosting.queries import numbers as queries

WORDS = {
    queries.YEAR: gettext_lazy("By year"),
    queries.COUNTRY: gettext_lazy("By country"),
    queries.PORT: gettext_lazy("By port"),
    queries.TOPIC: gettext_lazy("By topic"),
}


def context(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """What the page wants; `?by=` one of the kinds."""
    by, found = _by(request), queries.hosted(viewer)
    lines = queries.counted(found, by, dict(topics.choices()))
    return {
        "by": by,
        "kinds": list(WORDS.items()),
        "heading": WORDS[by],
        "lines": lines,
        "most": max((one.visits for one in lines), default=1),
        "visits": len(found),
        "countries": len({one.country for one in found}),
        "first": min((one.first_on.year for one in found), default=None),
        "people": sum(one.people or 0 for one in found),
        "unknown": sum(one.people is None for one in found),
    }


def file(request: HttpRequest, viewer: Viewer, form: str) -> HttpResponse:
    """The same as `csv` or `xlsx`. Raises Http404 for another form."""
    by = _by(request)
    columns = [_("key"), _("name"), _("visits"), _("people"), _("visits of which people are known"), _("last")]
    lines = queries.counted(queries.hosted(viewer), by, dict(topics.choices()))
    rows = [[one.key, one.name, one.visits, one.people, one.known, one.last.isoformat()] for one in lines]
    return writer(form)(f"hosted-by-{by}", columns, rows)


def never_context(viewer: Viewer) -> dict[str, Any]:
    """The countries that never came."""
    return {"countries": queries.never_hosted(viewer), "may": viewer.holds(Permission.HOST_VISITS)}


def never_file(viewer: Viewer, form: str) -> HttpResponse:
    """The same as a file. Raises Http404 for another form."""
    rows = [[one.pk, one.name, one.region] for one in queries.never_hosted(viewer)]
    return writer(form)("never-hosted", [_("country"), _("name"), _("region")], rows)


def _by(request: HttpRequest) -> str:
    asked = request.GET.get("by", "")
    return asked if asked in queries.KINDS else queries.YEAR
