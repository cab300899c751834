"""A port facility as the API gives it."""

from datetime import date
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from roadstead.registry.api.shapes import Named, Paged, Part, Sourced
from roadstead.registry.enums import Answer, CargoKind, FacilityNameKind

ANSWER: dict[str, Any] = {"enum": list(Answer.values)}
NAME_KINDS: dict[str, Any] = {"enum": list(FacilityNameKind.values)}


class OtherName(Schema):
    """Another name of a facility."""

    name: str = Field(examples=["Apapa Container Terminal (invented)"])
    kind: str = Field(examples=["former"], json_schema_extra=NAME_KINDS)
    until: date | None = Field(description="Until when it was called so")


class FacilityOut(Sourced):
    """A port facility of the register."""

    number: str | None = Field(description="IMO port facility number", examples=["NGAPP-0001"])
    name: str = Field(examples=["Example Terminal (invented)"])
    names: list[OtherName] = Field(description="What else it is or was called")
    country: str = Field(description="ISO 3166-1", examples=["NG"])
    port: str | None = Field(description="UN/LOCODE", examples=["NGAPP"])
    port_name: str = Field(description="The port as its source names it", examples=["Apapa"])
    description: str
    operator: Named | None = Field(description="Who operates it, as far as this reader may see it")
    cargo: list[str] = Field(description="What it handles", examples=[["containers"]])
    berths: int | None
    draught_m: float | None
    calls: int | None = Field(description="Calls a year")
    tonnes: int | None = Field(description="Tonnes a year")
    plan_approved: str = Field(description="Whether its security plan is approved", json_schema_extra=ANSWER)
    approved_on: date | None
    reviewed_on: date | None
    soc_issued_on: date | None = Field(description="Statement of Compliance: issued on")
    soc_expires_on: date | None = Field(description="Statement of Compliance: its last day", examples=["2027-03-15"])
    plan_withdrawn: str = Field(json_schema_extra=ANSWER)
    withdrawn_on: date | None
    latitude: float | None = Field(description="Degrees north", examples=[6.45])
    longitude: float | None = Field(description="Degrees east", examples=[3.36])


class FacilityPage(Part):
    """A part of the register."""

    items: list[FacilityOut]


class FacilitiesWanted(Paged):
    """What is asked of the register."""

    # Pydantic reads the values of an enum; a type checker cannot.
    cargo: Literal[("", *CargoKind.values)] = ""  # type: ignore[valid-type]
    plan: Literal[("", *Answer.values)] = Field("", description="Whether the plan is approved")  # type: ignore[valid-type]
    soc: Literal["", "valid", "soon", "expired", "unknown"] = Field(
        "", description="How the Statement of Compliance stands today; soon: it ends within 90 days"
    )
