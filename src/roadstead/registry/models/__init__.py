"""The tables of the registry."""

from roadstead.registry.models.changes import FacilityImport, FacilityImportRow, FacilityProposal, Identity, Merger
from roadstead.registry.models.countries import CountryLanguage, CountryTimezone, Grouping, Membership
from roadstead.registry.models.facilities import Facility, FacilityName
from roadstead.registry.models.organisations import Organisation
from roadstead.registry.models.portfolios import Assignment, HandOver, Post
from roadstead.registry.models.reference import (
    Country,
    CountryName,
    Port,
    PortName,
    PortNameWord,
    ReferenceLoad,
    Zone,
    ZoneMembership,
)

__all__ = [
    "Assignment",
    "Country",
    "CountryLanguage",
    "CountryName",
    "CountryTimezone",
    "Facility",
    "FacilityImport",
    "FacilityImportRow",
    "FacilityName",
    "FacilityProposal",
    "Grouping",
    "HandOver",
    "Identity",
    "Membership",
    "Merger",
    "Organisation",
    "Port",
    "PortName",
    "PortNameWord",
    "Post",
    "ReferenceLoad",
    "Zone",
    "ZoneMembership",
]
