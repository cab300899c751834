"""The country file: everything that is known of one country, as far as somebody may read it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from roadstead.advisories import queries as advisories
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.core.country import is_country
from roadstead.engagement import queries as engagement
from roadstead.engagement.presenters.shown import shown
from roadstead.engagement.queries.country_people import people_for
from roadstead.registry import queries as registry
from roadstead.registry.in_scope import left_out
from roadstead.registry.queries.bodies import Belonging, Body, bodies_of, languages_of, zones_of_country
from roadstead.registry.queries.organisations import organisations_of
from roadstead.registry.queries.portfolios import answering
from roadstead.web.countries.authorities import chosen, grouped
from roadstead.web.countries.facilities import places
from roadstead.web.countries.people import people
from roadstead.web.countries.when import local

MOST_INFORMATION = 5
MOST_ELSEWHERE = 24  # people; the list of people has all of them
FACILITY = "/desk/facilities/{}/"


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies of a country: its memberships, those that are past, and those of which nothing is known."""

    now: tuple[Belonging, ...]
    past: tuple[Belonging, ...]
    unknown: tuple[Body, ...]


def context(code: str, viewer: Viewer, *, page: str | None) -> dict[str, Any]:
    """What the page wants. Raises Http404 for a code that is no country's; the queries do not grow with the rows."""
    country = registry.country(code) if is_country(code) else None
    if country is None:
        raise Http404(_("There is no such country."))
    on, desk = clock.today(), viewer.holds(Permission.READ_PROGRAMME)
    organisations = list(organisations_of(code, viewer))
    cards = chosen(organisations)
    own = [one.pk for one in cards]
    besides = [one.pk for one in organisations if one.pk not in set(own)]
    found = people(people_for(code, own, viewer, on, besides=besides, most=MOST_ELSEWHERE), viewer)
    elsewhere = [one for key, rows in found.items() if key not in own for one in rows]
    return {
        "country": country,
        "desk": desk,
        "advisory": advisories.country_file(code, on, on),
        "domestic": code in advisories.rule_book().policy.domestic,
        "who": answering([code], on)[code],
        "no_officer": left_out().get(code, ""),
        "organisations": grouped(cards, found, viewer, more=len(besides)),
        "elsewhere": elsewhere[:MOST_ELSEWHERE],
        "more_elsewhere": len(elsewhere) > MOST_ELSEWHERE,
        "places": places(code, viewer, on, page, FACILITY if desk else ""),
        "bodies": _bodies(code, on),
        "languages": languages_of(code),
        "times": [local(zone) for zone in zones_of_country(code, clock.now())],
        **_information(code, viewer),
    }


def _bodies(code: str, on: date) -> Bodies:
    found, unknown = bodies_of(code)
    return Bodies(
        now=tuple(one for one in found if one.holds(on)),
        past=tuple(one for one in found if not one.holds(on)),
        unknown=tuple(unknown),
    )


def _information(code: str, viewer: Viewer) -> dict[str, Any]:
    """What is written about a country or shared with it, the latest first."""
    rows = engagement.readable(viewer) if viewer.holds(Permission.READ_PROGRAMME) else engagement.shared_with(viewer)
    links = ("states", "countries") if viewer.holds(Permission.READ_PROGRAMME) else ("states",)
    asked = engagement.Asked(country=code)
    latest = engagement.with_names(engagement.find(rows, asked, links=links))[: MOST_INFORMATION + 1]
    lines = [shown(one, viewer) for one in latest]
    return {"information": lines[:MOST_INFORMATION], "more_information": len(lines) > MOST_INFORMATION}
