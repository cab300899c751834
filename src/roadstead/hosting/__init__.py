"""Reciprocal visits: a country asks, US ports are matched, a programme is agreed, and what is taken away follows."""
