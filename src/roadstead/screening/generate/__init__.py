"""Invented voyages over real ports: plausible, reproducible, and marked as invented."""

from roadstead.screening.generate.period import DENSITY, Period, period_of
from roadstead.screening.generate.produce import PART, VERSION, about, tables

__all__ = ["DENSITY", "PART", "VERSION", "Period", "about", "period_of", "tables"]
