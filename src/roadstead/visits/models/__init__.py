"""The tables of visits; private to the app."""

from roadstead.visits.models.agenda import Agenda, AgendaAcceptance, AgendaItem
from roadstead.visits.models.agenda_agreeing import AgendaAgreement, AgendaVersion
from roadstead.visits.models.agenda_links import AgendaLink, AgendaLook, AgendaUse
from roadstead.visits.models.asking import Asking, AskingReply
from roadstead.visits.models.observations import Observation
from roadstead.visits.models.observed import ChecklistAnswer, NoteOther, VisitNote
from roadstead.visits.models.planning import Deconfliction, OtherVisit, Suspension
from roadstead.visits.models.practice import BestPractice
from roadstead.visits.models.recommendations import Progress, Recommendation, Review
from roadstead.visits.models.releases import ReportComment, ReportRelease
from roadstead.visits.models.remarks import ObservationRemark
from roadstead.visits.models.reports import Report, ReportSection, ReportVersion
from roadstead.visits.models.visits import Leg, LegFacility, TeamMember, Visit, VisitStep

__all__ = [
    "Agenda",
    "AgendaAcceptance",
    "AgendaAgreement",
    "AgendaItem",
    "AgendaLink",
    "AgendaLook",
    "AgendaUse",
    "AgendaVersion",
    "Asking",
    "AskingReply",
    "BestPractice",
    "ChecklistAnswer",
    "Deconfliction",
    "Leg",
    "LegFacility",
    "NoteOther",
    "Observation",
    "ObservationRemark",
    "OtherVisit",
    "Progress",
    "Recommendation",
    "Report",
    "ReportComment",
    "ReportRelease",
    "ReportSection",
    "ReportVersion",
    "Review",
    "Suspension",
    "TeamMember",
    "Visit",
    "VisitNote",
    "VisitStep",
]
