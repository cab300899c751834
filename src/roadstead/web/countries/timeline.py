"""The timeline of a country: what each app tells, the advisory’s changes, and who answered for it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.advisories import queries as advisories
from roadstead.common import clock
from roadstead.common.access.guards import viewer_of
from roadstead.common.access.viewer import Viewer
from roadstead.core.country import is_country
from roadstead.registry import queries as registry
from roadstead.registry.presenters.headings import query_of
from roadstead.registry.queries.portfolios import history
from roadstead.registry.timeline import Moment, moments

MOMENTS_A_PAGE = 50
LATEST = 6
ADVISORY, OFFICER = gettext_lazy("advisory"), gettext_lazy("officer")


def timeline(code: str, viewer: Viewer) -> list[Moment]:
    """Everything that took place with a country, the latest first; the queries do not grow with it."""
    found = [*moments(code, viewer), *_advisory(code), *_officers(code)]
    return sorted(found, key=lambda one: one.on, reverse=True)


def latest(code: str, viewer: Viewer) -> list[Moment]:
    """The last of what took place, for the country file; what is still to come is left out."""
    today = clock.today()
    return [one for one in timeline(code, viewer) if one.on <= today][:LATEST]


def context(request: HttpRequest, code: str) -> dict[str, Any]:
    """What the page wants; `?sort=` shows one kind. Raises Http404 for a code that is no country's."""
    country = registry.country(code) if is_country(code) else None
    if country is None:
        raise Http404(_("There is no such country."))
    every = timeline(code, viewer_of(request))
    sorts: dict[str, str | Promise] = {one.sort: _kind(one) for one in sorted(every, key=lambda one: one.sort)}
    sort = request.GET.get("sort", "")
    shown = [one for one in every if one.sort == sort] if sort in sorts else every
    return {
        "country": country,
        "page": Paginator(shown, MOMENTS_A_PAGE).get_page(request.GET.get("page")),
        "sort": sort if sort in sorts else "",
        "sorts": list(sorts.items()),
        "query": query_of({"sort": sort if sort in sorts else ""}),
        "today": clock.today(),
    }


def _kind(one: Moment) -> str | Promise:
    return _("interaction") if one.sort == "interaction" else one.word


def _advisory(code: str) -> Iterator[Moment]:
    """Each edition that changed something for the country, on the day when it took effect."""
    on = clock.today()
    for entry in advisories.country_file(code, on, on).entries:
        title = _("Advisory %(psa)s") % {"psa": entry.ref.psa or entry.ref.id}
        yield Moment(
            _taken(entry), "advisory", ADVISORY, title, f"/advisory/editions/{entry.ref.id}/", _what(entry, code)
        )


def _taken(entry: Any) -> date:
    day: date = entry.day
    return day


def _what(entry: Any, code: str) -> str:
    """What an edition changed for the country."""
    changes = entry.changes
    words = (
        (changes.listed, _("on the list")),
        (changes.delisted, _("off the list")),
        (changes.recommended, _("recommendation")),
        (changes.recommendations_ended, _("recommendation ended")),
    )
    return ", ".join(word for rows, word in words if any(one.code == code for one in rows))


def _officers(code: str) -> Iterator[Moment]:
    """Since when which officer answers for the country, or covers it; one query."""
    today = clock.today()
    for line in history(code):
        note = _("covers") if line.kind == "cover" else _("answers for it")
        if line.first <= today:
            yield Moment(line.first, "officer", OFFICER, line.officer_name, f"/desk/coverage/?country={code}", note)
