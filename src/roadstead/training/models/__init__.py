"""The tables of training; private to the app."""

from roadstead.training.models.experts import Expert, Free, Service
from roadstead.training.models.nominations import Certificate, Nomination
from roadstead.training.models.offerings import Offering
from roadstead.training.models.requests import GateSaid, Request, RequestLink, Voice

__all__ = [
    "Certificate",
    "Expert",
    "Free",
    "GateSaid",
    "Nomination",
    "Offering",
    "Request",
    "RequestLink",
    "Service",
    "Voice",
]
