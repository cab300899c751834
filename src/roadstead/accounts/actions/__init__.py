"""Verbs that write accounts."""
