"""A notice as values: a ship, where it arrives, where it called. `roadstead/notice/1` once parsed.

All times are aware and in UTC. Strings are stripped; an empty string is None.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from roadstead.core.truth import UNKNOWN, Truth


class Purpose(StrEnum):
    """Why a ship stopped."""

    CARGO = "cargo"
    PASSENGERS = "passengers"
    BUNKERS = "bunkers"
    CREW = "crew"
    STORES = "stores"
    REPAIRS = "repairs"
    ANCHORAGE = "anchorage"
    SHIP_TO_SHIP = "ship_to_ship"
    MEDICAL = "medical"
    CANAL_TRANSIT = "canal_transit"
    OTHER = "other"


class Declaration(StrEnum):
    """What became of the Declaration of Security."""

    SIGNED = "signed"
    ATTEMPTED = "attempted"
    REFUSED = "refused"
    NOT_ATTEMPTED = "not_attempted"


@dataclass(frozen=True, slots=True)
class Berth:
    """One facility used in a call: an IMO port facility number as given, a name as given, or both."""

    facility: str | None = None
    facility_name: str | None = None

    @property
    def given(self) -> bool:
        """Whether anything says which facility it was."""
        return self.facility is not None or self.facility_name is not None


@dataclass(frozen=True, slots=True)
class Measures:
    """The five measures in the port; what was not reported is unknown.

    declaration_attempted: signed, attempted and refused all attempt; only not_attempted does not.
    """

    security_level_2: Truth = UNKNOWN
    access_points_guarded: Truth = UNKNOWN
    declaration_attempted: Truth = UNKNOWN
    logged: Truth = UNKNOWN
    reported: Truth = UNKNOWN


@dataclass(frozen=True, slots=True)
class Call:
    """One stop. `country` is always known (given, or the first two letters of the port).

    berths_listed: how many of its berths the notice gives as a list; one more is the call's own facility.
    """

    country: str
    departed: datetime
    port: str | None = None
    arrived: datetime | None = None
    berths: tuple[Berth, ...] = (Berth(),)
    berths_listed: int = 0
    purpose: str = "cargo"
    measures: Measures = field(default_factory=Measures)


@dataclass(frozen=True, slots=True)
class Vessel:
    """The ship. commercial: None where the notice does not say."""

    name: str | None = None
    imo: str | None = None
    flag: str | None = None
    type: str | None = None
    commercial: bool | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """One arrival in the United States and the calls before it, in any order and number."""

    vessel: Vessel
    arrival_port: str
    eta: datetime
    calls: tuple[Call, ...]
