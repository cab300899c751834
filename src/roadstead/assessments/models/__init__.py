"""The tables of assessments; private to the app."""

from roadstead.assessments.models.answers import Answer, AnswerOther, Review
from roadstead.assessments.models.evidence import Evidence
from roadstead.assessments.models.self_assessments import SelfAssessment

__all__ = ["Answer", "AnswerOther", "Evidence", "Review", "SelfAssessment"]
