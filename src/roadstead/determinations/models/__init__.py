"""The tables of determinations."""

from roadstead.determinations.models.cases import LONGEST_TEXT, LONGEST_TITLE, LONGEST_WHY, Case, CaseFacility
from roadstead.determinations.models.days import LONGEST_TOLD, CaseDay, CasePause
from roadstead.determinations.models.evidence import Evidence
from roadstead.determinations.models.signing import Signature

__all__ = [
    "LONGEST_TEXT",
    "LONGEST_TITLE",
    "LONGEST_TOLD",
    "LONGEST_WHY",
    "Case",
    "CaseDay",
    "CaseFacility",
    "CasePause",
    "Evidence",
    "Signature",
]
