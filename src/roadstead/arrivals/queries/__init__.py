"""Verbs that read arrivals."""
