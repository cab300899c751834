"""The tables of advisories. What is published lies in the rule book, not here."""

from roadstead.advisories.models.drafts import LONGEST_NOTES, LONGEST_TITLE, Draft, DraftCase, DraftState

__all__ = ["LONGEST_NOTES", "LONGEST_TITLE", "Draft", "DraftCase", "DraftState"]
