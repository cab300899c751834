"""Accounts as pages and tables say them."""
