"""Twenty years of reciprocal visits, invented: most countries came once or more since 2005."""

from collections.abc import Sequence
from datetime import date, timedelta

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance, invented
from roadstead.hosting.actions.past import Past, enter_past
from roadstead.hosting.demonstration.units import ZONES
from roadstead.hosting.demonstration.words import AIMS, uid
from roadstead.hosting.topics import topics
from roadstead.registry.demonstration import Land
from roadstead.registry.queries import zones_by_port

FIRST_YEAR = 2005
CAME = 78  # per cent of the countries: more than a hundred of about a hundred and fifty
CLOSED_YEARS = (2020, 2021)  # travel stood still


def enter_history(found: Sequence[Land], by: Viewer) -> int:
    """Enter them; how many countries came."""
    ports = sorted(code for code, zone in zones_by_port().items() if zone in ZONES)
    came = [one for one in found if ports and Chance("hosted", one.code).happens(CAME)]
    for land in came:
        chance = Chance("hosted when", land.code)
        for number in range(chance.one_of((1, 1, 1, 2, 2, 3))):
            enter_past(uid=uid("past", land.code, number), past=_past(land, number, ports), by=by)
    return len(came)


def _past(land: Land, number: int, ports: Sequence[str]) -> Past:
    chance = Chance("hosted", land.code, number)
    first = _day(chance)
    last = first + timedelta(days=chance.between(2, 5))
    chosen = chance.some_of(list(topics()), chance.between(2, 4))
    places = chance.some_of(ports, chance.one_of((1, 1, 2)))
    size = None if chance.happens(12) else chance.between(2, 12)
    return Past(land.code, first, last, places, invented(chance.one_of(AIMS)), chosen, size)


def _day(chance: Chance) -> date:
    """A Monday of the past, in no year in which nobody travelled."""
    years = [year for year in range(FIRST_YEAR, clock.today().year) if year not in CLOSED_YEARS]
    day = date(chance.one_of(years), chance.between(1, 11), chance.between(1, 28))
    return day - timedelta(days=day.weekday()) if day.day > 7 else day
