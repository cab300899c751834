"""Visits to countries: planned, agreed with the host, made, reported."""
