"""A person outside the programme as the API gives them."""

from datetime import date
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from roadstead.engagement.enums import Consent, PositionKind
from roadstead.engagement.models import Contact
from roadstead.engagement.presenters.people import points
from roadstead.engagement.queries.positions import place_of

PARTS: dict[str, Any] = {"enum": list(PositionKind.values)}
CONSENTS: dict[str, Any] = {"enum": list(Consent.values)}


class PartOut(Schema):
    """What a person is or was, where, from when until when."""

    part: str = Field(examples=["head"], json_schema_extra=PARTS)
    title: str = Field(examples=["Director-General (invented)"])
    at: Literal["organisation", "facility"] = Field(description="What kind of place", examples=["organisation"])
    place: str = Field(description="Its name; nothing where this reader may not see it")
    place_id: int | None = Field(description="Its number; null where this reader may not see it", examples=[12])
    since: date | None
    until: date | None = Field(description="The first day without; null where no end is known")


class PointOut(Schema):
    """An address or number."""

    kind: Literal["email", "phone"]
    value: str = Field(examples=["a.bello@example.org"])
    label: str
    preferred: bool


class ContactOut(Schema):
    """A person outside the programme."""

    id: int = Field(examples=[12])
    name: str = Field(examples=["Amina Bello (invented)"])
    local_name: str = Field(description="The name in its own script, or nothing")
    country: str | None = Field(examples=["NG"])
    languages: list[str] = Field(description="The best first", examples=[["en", "ha"]])
    mark: Literal["public", "partner", "programme", "restricted"] = Field(description="Who may see it")
    states: list[str] = Field(description="With which States it was shared, as far as the reader is to know")
    parts: list[PartOut] = Field(description="The latest first")
    email: str = Field(description="The preferred address; nothing in a list for a restricted entry")
    phone: str = Field(description="The preferred number; the same")
    source: str = Field(description="Where this is from; for the programme")
    last_contact_on: date | None = Field(description="For the programme")
    retired: bool = Field(description="Whether the programme keeps in touch no longer")


class ContactWhole(ContactOut):
    """A person with every address and number."""

    points: list[PointOut]
    consent: str = Field(description="To be kept; for the programme, else unknown", json_schema_extra=CONSENTS)
    note: str = Field(description="For the programme")


class ContactPage(Schema):
    """A part of a list."""

    count: int = Field(description="How many people fit, of those that this reader may read", examples=[1])
    offset: int = Field(examples=[0])
    items: list[ContactOut]


def parts_out(row: Contact, places: Any) -> list[PartOut]:
    """The parts of a person; they and the places were fetched."""
    shown = []
    for one in row.positions.all():
        place = place_of(one, places)
        said: dict[str, Any] = {"part": one.kind, "title": one.title, "since": one.valid_from, "until": one.valid_until}
        said["at"] = "organisation" if one.organisation_id is not None else "facility"
        said |= {"place": place.name, "place_id": place.pk} if place else {"place": "", "place_id": None}
        shown.append(PartOut(**said))
    return shown


def points_out(row: Contact) -> list[PointOut]:
    """Every address and number, the preferred ones first; they were fetched."""
    same = ("kind", "value", "label", "preferred")
    every = [*points(row, "email"), *points(row, "phone")]
    return [PointOut(**{name: getattr(one, name) for name in same}) for one in every]
