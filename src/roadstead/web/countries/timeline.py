"""The timeline of a country: what each app tells, the advisory’s changes, and who answered for it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
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
from roadstead.registry.timeline import SOURCES, Kind, Listed, Moment, count, latest

MOMENTS_A_PAGE = 50
LATEST = 6
ADVISORY, OFFICER = gettext_lazy("advisory"), gettext_lazy("officer")


def latest_of(code: str, viewer: Viewer) -> list[Moment]:
    """The last of what took place, for the country file; what is still to come is left out."""
    return latest(_kinds(), code, viewer, most=LATEST, until=clock.today())


def context(request: HttpRequest, code: str) -> dict[str, Any]:
    """What the page wants; `?sort=` shows one kind. Raises Http404 for a code that is no country's."""
    country = registry.country(code) if is_country(code) else None
    if country is None:
        raise Http404(_("There is no such country."))
    viewer = viewer_of(request)
    counts = {one: found for one in _kinds() if (found := count(one, code, viewer))}
    sort = request.GET.get("sort", "")
    chosen = [one for one in counts if one.sort == sort]
    shown = chosen or list(counts)
    page = Paginator(range(sum(counts[one] for one in shown)), MOMENTS_A_PAGE).get_page(request.GET.get("page"))
    first = (page.number - 1) * MOMENTS_A_PAGE
    return {
        "country": country,
        "page": page,
        "moments": latest(shown, code, viewer, most=MOMENTS_A_PAGE, skip=first),
        "sort": sort if chosen else "",
        "sorts": [(one.sort, _("%(kind)s (%(n)s)") % {"kind": one.word, "n": counts[one]}) for one in counts],
        "query": query_of({"sort": sort if chosen else ""}),
        "today": clock.today(),
    }


def _kinds() -> list[Kind]:
    """Every kind, those of this page last."""
    return [*SOURCES.values(), ADVISORIES, OFFICERS]


def _advisory(code: str, viewer: Viewer) -> Iterator[Moment]:
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


def _officers(code: str, viewer: Viewer) -> Iterator[Moment]:
    """Since when which officer answers for the country, or covers it; one query."""
    today = clock.today()
    for line in history(code):
        note = _("covers") if line.kind == "cover" else _("answers for it")
        if line.first <= today:
            yield Moment(line.first, "officer", OFFICER, line.officer_name, f"/desk/coverage/?country={code}", note)


ADVISORIES = Listed("advisory", ADVISORY, _advisory)
OFFICERS = Listed("officer", OFFICER, _officers)
