"""What visits tell of a country; each part of them says it for its own."""

from roadstead.registry.timeline import register
from roadstead.visits.timeline_observed import OBSERVATIONS, RECOMMENDATIONS
from roadstead.visits.timeline_papers import AGENDAS, REPORTS
from roadstead.visits.timeline_visits import CLOCKS, OTHERS, VISITS

for source in (VISITS, AGENDAS, OBSERVATIONS, RECOMMENDATIONS, REPORTS, OTHERS, CLOCKS):
    register(source)
