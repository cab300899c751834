"""The tables of determinations."""

from roadstead.determinations.models.cases import LONGEST_TEXT, LONGEST_TITLE, LONGEST_WHY, Case, CaseFacility
from roadstead.determinations.models.days import LONGEST_TOLD, CaseDay, CasePause
from roadstead.determinations.models.evidence import Evidence
from roadstead.determinations.models.packets import Chaser, Packet
from roadstead.determinations.models.signing import Signature
from roadstead.determinations.models.transition import LONGEST_DRAFT, Telling, TrafficCount

__all__ = [
    "LONGEST_DRAFT",
    "LONGEST_TEXT",
    "LONGEST_TITLE",
    "LONGEST_TOLD",
    "LONGEST_WHY",
    "Case",
    "CaseDay",
    "CaseFacility",
    "CasePause",
    "Chaser",
    "Evidence",
    "Packet",
    "Signature",
    "Telling",
    "TrafficCount",
]
