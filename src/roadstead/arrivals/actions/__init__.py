"""Verbs that write arrivals."""
