"""What of visits is open with a country; each part of them says it for its own."""

from roadstead.registry.open_items import register
from roadstead.visits.observed_unfinished import recommended
from roadstead.visits.planning_unfinished import visits

register("visits", visits)
register("recommendations", recommended)
