"""Who answers for the voyage ashore. Crew and passengers are no parties."""

from enum import StrEnum

from roadstead.wire.incoming.base import Part


class Role(StrEnum):
    """What a party is to the voyage. Crew and passengers are no parties."""

    SENDER = "sender"  # whose software sent the file
    REPORTER = "reporter"
    AGENT = "agent"  # the 24-hour contact
    COMPANY_SECURITY = "company_security"
    OWNER = "owner"
    OPERATOR = "operator"
    CHARTERER = "charterer"
    INSURER = "insurer"


class Party(Part, frozen=True):
    """An organisation, or the person who answers for it ashore, whom the watch may write to."""

    role: Role
    name: str | None = None
    organisation: str | None = None
    relationship: str | None = None
    phone: str | None = None
    email: str | None = None
