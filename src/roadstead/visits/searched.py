"""What of visits is found by a search; each part of them says it for its own."""

from roadstead.visits import observed_searched, planning_searched

__all__ = ["observed_searched", "planning_searched"]
