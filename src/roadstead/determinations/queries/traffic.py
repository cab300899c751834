"""The draft of the what-if that a case’s decision makes."""

from datetime import date

from roadstead.common.access.viewer import Viewer
from roadstead.determinations import traffic
from roadstead.determinations.bridge import Whole
from roadstead.determinations.enums import Level
from roadstead.determinations.models import Case, CaseFacility
from roadstead.registry.queries.facilities import standing_for


def draft_of(case: Case, viewer: Viewer, since: date | None = None, held: Whole | None = None) -> str:
    """The draft as the what-if's address carries it; "" where the what-if knows no such change."""
    rows = held.facilities if held else list(CaseFacility.objects.filter(case=case).stated())
    keys = [one.facility_id for one in rows]
    found = standing_for(keys, viewer) if keys else {}
    names = [one.number or one.name for one in found.values()]
    places = {Level.PORT: [case.port_id] if case.port_id else [], Level.FACILITY: names}.get(Level(case.level))
    return traffic.draft_of(case.effect, case.country_id, names, since, places)
