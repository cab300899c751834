"""How records of visits are named; each part of them says it for its own."""

from roadstead.visits import observed_subjects, planning_subjects

__all__ = ["observed_subjects", "planning_subjects"]
