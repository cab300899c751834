"""The tables of assessments; private to the app."""

from roadstead.assessments.models.answers import Answer, AnswerOther, Review
from roadstead.assessments.models.closure_parts import ClosureEvidence, Dispute, PlanItem
from roadstead.assessments.models.closures import Closure
from roadstead.assessments.models.countries import CountryAssessment
from roadstead.assessments.models.evidence import Evidence
from roadstead.assessments.models.self_assessments import SelfAssessment
from roadstead.assessments.models.sources import Source
from roadstead.assessments.models.statements import Statement

__all__ = [
    "Answer",
    "AnswerOther",
    "Closure",
    "ClosureEvidence",
    "CountryAssessment",
    "Dispute",
    "Evidence",
    "PlanItem",
    "Review",
    "SelfAssessment",
    "Source",
    "Statement",
]
