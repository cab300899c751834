"""The tables of visits; private to the app."""

from roadstead.visits.models.planning import Deconfliction, OtherVisit, Suspension
from roadstead.visits.models.visits import Leg, LegFacility, TeamMember, Visit, VisitStep

__all__ = ["Deconfliction", "Leg", "LegFacility", "OtherVisit", "Suspension", "TeamMember", "Visit", "VisitStep"]
