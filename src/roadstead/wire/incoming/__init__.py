"""Notices that come in: whatever the format, one value. What is about crew or passengers stays at the door."""
