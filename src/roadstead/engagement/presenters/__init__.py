"""Shared information as pages, files and programs show it."""
