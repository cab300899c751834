"""Verbs that read shared information, for this app and those above."""

from roadstead.engagement.queries.choices import Choice, country_choices
from roadstead.engagement.queries.finding import ENDED, EVERY, IN_FORCE, Asked, find, standing
from roadstead.engagement.queries.receipts import receipts_of
from roadstead.engagement.queries.rows import public, readable, shared_with, with_names

__all__ = [
    "ENDED",
    "EVERY",
    "IN_FORCE",
    "Asked",
    "Choice",
    "country_choices",
    "find",
    "public",
    "readable",
    "receipts_of",
    "shared_with",
    "standing",
    "with_names",
]
