"""The tables of advisories. What is published lies in the rule book, not here."""

from roadstead.advisories.models.drafts import LONGEST_NOTES, LONGEST_TITLE, Draft, DraftCase, DraftState
from roadstead.advisories.models.outbox import OPEN, Delivery, Message, Outgoing, Sending
from roadstead.advisories.models.subscriptions import (
    LONGEST_ADDRESS,
    LONGEST_EMAIL,
    LONGEST_REASON,
    EditionTold,
    Face,
    Pace,
    SubscribedCountry,
    Subscription,
    Webhook,
)

__all__ = [
    "LONGEST_ADDRESS",
    "LONGEST_EMAIL",
    "LONGEST_NOTES",
    "LONGEST_REASON",
    "LONGEST_TITLE",
    "OPEN",
    "Delivery",
    "Draft",
    "DraftCase",
    "DraftState",
    "EditionTold",
    "Face",
    "Message",
    "Outgoing",
    "Pace",
    "Sending",
    "SubscribedCountry",
    "Subscription",
    "Webhook",
]
