"""The tables of reciprocal visits; private to the app."""

from roadstead.hosting.models.after import Certificate, Feedback, TakeAway
from roadstead.hosting.models.arrangements import Cost, Interpreter, Step
from roadstead.hosting.models.delegation import Delegate
from roadstead.hosting.models.links import AskLink
from roadstead.hosting.models.offers import Offer
from roadstead.hosting.models.requests import Asker, HostingRequest, Move
from roadstead.hosting.models.units import Busy, HostUnit

__all__ = [
    "AskLink",
    "Asker",
    "Busy",
    "Certificate",
    "Cost",
    "Delegate",
    "Feedback",
    "HostUnit",
    "HostingRequest",
    "Interpreter",
    "Move",
    "Offer",
    "Step",
    "TakeAway",
]
