"""Shapes of what is typed about arrivals."""
