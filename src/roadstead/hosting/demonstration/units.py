"""Host units of the demonstration: real zones; what each is said to show, take and speak is invented."""

from datetime import timedelta

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance, invented
from roadstead.hosting.actions.units import UnitSaid, block_days, keep_unit
from roadstead.hosting.demonstration.words import uid
from roadstead.hosting.topics import FIELD, topics
from roadstead.registry.queries.zones import zone_names

# Zones of ports that hosted delegations until 2008, by the slides of that year (programme facts, “reciprocal visits”).
ZONES = (
    "New York",
    "Delaware Bay",
    "Maryland-NCR",
    "Virginia",
    "Charleston",
    "Savannah",
    "Jacksonville",
    "San Francisco",
    "Miami",
    "St. Petersburg",
    "Mobile",
    "New Orleans",
    "Port Arthur and Lake Charles",
    "Corpus Christi",
    "Houston-Galveston",
    "Los Angeles-Long Beach",
    "Seattle (Puget Sound)",
)
LANGUAGES = ("Spanish", "French", "Spanish, Portuguese", "")


def keep_units(by: Viewer) -> None:
    """A unit for each of these zones that is loaded; some with days on which they host nobody."""
    there, today = set(zone_names()), clock.today()
    shown = [one.code for one in topics().values() if one.at == FIELD]
    for number, zone in enumerate(ZONES):
        if zone not in there:
            continue
        chance = Chance("host unit", zone)
        said = UnitSaid(
            name=invented(f"Host unit {zone}"),
            zone=zone,
            places=chance.between(6, 16),
            a_year=chance.between(2, 5),
            shows=["plans", *chance.some_of(shown, chance.between(2, 4))],
            languages=chance.one_of(LANGUAGES),
        )
        made = keep_unit(uid=uid("unit", number), said=said, by=by)
        if chance.happens(40):
            first = today + timedelta(days=chance.between(20, 120))
            days = {"first_on": first, "last_on": first + timedelta(days=chance.between(4, 20))}
            why = chance.one_of((invented("Exercise"), invented("Change of command"), invented("Hurricane season")))
            block_days(unit=made, uid=uid("busy", number), **days, why=why, by=by)
