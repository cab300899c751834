"""Editions of the advisory drafted from decided cases, looked at, and published by a second person."""
