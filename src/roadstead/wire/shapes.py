"""The JSON shapes of a notice, before anything is checked but its types."""

from typing import Annotated

import msgspec
from msgspec import Meta

SCHEMA = "roadstead/notice/1"
MOST_CALLS = 500
MOST_BERTHS = 50  # of one call
MOST_BERTHS_IN_ALL = 600  # of a notice; each named one is compared with every exception of its country
LONGEST_NAME = 200  # characters

Name = Annotated[str, Meta(max_length=LONGEST_NAME, description="Free text in any script.")]
Time = Annotated[
    str,
    Meta(max_length=40, description="ISO 8601 date and time with offset; UTC as Z.", examples=["2019-06-01T06:00:00Z"]),
]
CountryCode = Annotated[str, Meta(max_length=8, description="ISO 3166-1 alpha-2.", examples=["DJ"])]
PortCode = Annotated[str, Meta(max_length=8, description="UN/LOCODE without a space.", examples=["DJJIB"])]
FacilityNumber = Annotated[
    str, Meta(max_length=LONGEST_NAME, description="IMO port facility number, as given.", examples=["NGAPP-0001"])
]


# gc=False: these hold no cycles, and thousands a second need not be looked through for any.


class BerthShape(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """One facility used in a call."""

    facility: FacilityNumber | None = None
    facility_name: Name | None = None


class MeasuresShape(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """What was done in the port; what is missing is unknown."""

    security_level_2: bool | None = None
    access_points_guarded: bool | None = None
    declaration_of_security: Annotated[
        str, Meta(max_length=40, description="signed, attempted, refused or not_attempted.")
    ] | None = None  # fmt: skip
    logged: bool | None = None
    reported: bool | None = None


class CallShape(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """One stop. country or port must be there."""

    departed: Time
    country: CountryCode | None = None
    port: PortCode | None = None
    facility: FacilityNumber | None = None
    facility_name: Name | None = None
    arrived: Time | None = None
    purpose: Annotated[str, Meta(max_length=40, description="Why the ship stopped; absent: cargo.")] | None = None
    berths: Annotated[list[BerthShape], Meta(max_length=MOST_BERTHS)] | None = None
    measures: MeasuresShape | None = None


class VesselShape(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """The ship."""

    name: Name | None = None
    imo: Annotated[str, Meta(max_length=20, description="IMO ship number.", examples=["9074729"])] | None = None
    flag: CountryCode | None = None
    type: Name | None = None
    commercial: bool | None = None


class ArrivalShape(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """The arrival in the United States."""

    port: PortCode
    eta: Time


class NoticeShape(msgspec.Struct, forbid_unknown_fields=True, rename={"schema_": "schema"}):
    """A ship, where it arrives, where it called."""

    schema_: Annotated[str, Meta(description=f"Always {SCHEMA}.", examples=[SCHEMA])]
    arrival: ArrivalShape
    calls: Annotated[list[CallShape], Meta(max_length=MOST_CALLS)]
    vessel: VesselShape | None = None
