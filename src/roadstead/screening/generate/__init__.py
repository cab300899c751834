"""Invented voyages over real ports: plausible, reproducible, and marked as invented."""

from roadstead.screening.generate.produce import DENSITY, PART, VERSION, Period, about, period_of, tables

__all__ = ["DENSITY", "PART", "VERSION", "Period", "about", "period_of", "tables"]
