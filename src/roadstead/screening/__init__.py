"""Batch screening: the core's rules as column expressions, for a hundred million voyages."""
