"""What an edition touches of a company's fleet, by the calls that are known here; told to the advisory below, too."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from roadstead.accounts import readers
from roadstead.advisories import queries as advisories
from roadstead.advisories.subscriptions import fleets
from roadstead.advisories.subscriptions.fleets import Touched
from roadstead.arrivals.enums import Attention
from roadstead.arrivals.models import Arrival, MeasuresLog, Received, Ship
from roadstead.arrivals.queries.fleets import companies
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.core.country import country_name

RECENT, LATELY = timedelta(days=60), timedelta(days=200)
WHY = "which ships of its own an edition touches"


@dataclass(frozen=True, slots=True)
class News:
    """An edition that touches a fleet: its title, its page, the ships in words."""

    id: str
    title: str
    on: Any
    lines: tuple[str, ...]


def of_person(person: int) -> Touched:
    """What is known of the fleet of somebody's companies."""
    return of_companies(readers.companies_of(person))


def of_companies(names: Collection[str]) -> Touched:
    """By country, the ships of some companies that called there; those of whose calls nothing is known."""
    rows = Ship.objects.for_the_system(WHY).filter(company__in=[one for one in names if one], left_at__isnull=True)
    ships = {one.imo: one for one in rows.order_by("name", "imo")}
    if not ships:
        return Touched()
    found, known = _of_arrivals(ships, names)
    for log in MeasuresLog.objects.for_the_system(WHY).filter(
        company__in=names, imo__in=ships, begun_at__gte=clock.now() - LATELY
    ):
        known.add(log.imo)
        line = _("%(ship)s (IMO %(imo)s): a log of measures in %(country)s")
        said = {"ship": ships[log.imo], "imo": log.imo, "country": country_name(log.country)}
        found.setdefault(log.country, []).append(line % said)
    unknown = _("%(ship)s (IMO %(imo)s): where it called is not known here")
    blank = tuple(unknown % {"ship": one, "imo": imo} for imo, one in ships.items() if imo not in known)
    return Touched(True, {code: tuple(dict.fromkeys(lines)) for code, lines in found.items()}, blank)


def news(viewer: Viewer) -> list[News]:
    """The editions of late that touch somebody's fleet, the latest first."""
    held, today = of_companies(companies(viewer)), clock.today()
    if not held.has_fleet:
        return []
    found = []
    for one in advisories.entries(today):
        if today - one.day <= RECENT and (lines := held.lines(one.countries)):
            touched = held.narrowed(one.countries)
            if touched is None or touched:
                found.append(News(one.edition.id, one.ref.title, one.day, tuple(lines)))
    return found


def _of_arrivals(ships: dict[str, Ship], names: Collection[str]) -> tuple[dict[str, list[str]], set[str]]:
    """The calls of announced arrivals of a company's own, by country; and of which ships there are any."""
    rows = Arrival.objects.for_the_system(WHY).filter(company__in=names, imo__in=ships)
    rows = rows.filter(eta__gte=clock.now() - LATELY).exclude(attention=Attention.CANCELLED)
    arrivals = {one.pk: one for one in rows}
    kept = Received.objects.for_the_system(WHY).filter(arrival__in=list(arrivals), current=True)
    found: dict[str, list[str]] = {}
    known: set[str] = set()
    for pk, content in kept.values_list("arrival_id", "content"):
        one = arrivals[pk]
        known.add(one.imo)
        for call in json.loads(content)["calls"]:
            code = call.get("country") or (call.get("port") or "")[:2]
            line = _("%(ship)s (IMO %(imo)s): called in %(country)s, expected at %(port)s on %(day)s")
            said = {"ship": one, "imo": one.imo, "country": country_name(code), "port": one.port}
            found.setdefault(code, []).append(line % {**said, "day": f"{one.eta:%Y-%m-%d}"})
    return found, known


fleets.register(of_person)
