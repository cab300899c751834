"""Twenty years of visits, invented: what was seen, recommended and reported, and what is planned.

Made once for each country: what is there already is left as people have changed it.
"""

from roadstead.visits.demonstration.world import make_visits

__all__ = ["make_visits"]
