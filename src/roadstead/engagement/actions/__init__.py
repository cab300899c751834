"""Verbs that write shared information."""
