"""What several answers of the API have in common."""

from datetime import date
from typing import Any, Literal

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field

from roadstead.common.access.marks import Marked
from roadstead.common.access.viewer import Viewer
from roadstead.common.problems import problem
from roadstead.registry.presenters.marked import own_states

MOST = 100  # records in one answer
MARKS = Literal["public", "partner", "programme", "restricted"]


class Paged(Schema):
    """What is asked of any list."""

    q: str = Field("", max_length=200, description="Words in the names, in any order", examples=["lagos port"])
    country: str = Field("", max_length=2, description="ISO 3166-1, as in NG", examples=["NG"])
    mark: Literal["", "public", "partner", "programme", "restricted"] = ""
    offset: int = Field(0, ge=0, le=1_000_000, description="How many to leave out")
    limit: int = Field(25, ge=1, le=MOST, description="How many to give")


class Part(Schema):
    """A part of a list."""

    count: int = Field(description="How many fit, of those that this reader may read", examples=[1])
    offset: int = Field(description="How many were left out", examples=[0])


class Named(Schema):
    """A record by its number and name."""

    id: int = Field(examples=[12])
    name: str = Field(examples=["Nigerian Ports Authority"])


class Sourced(Schema):
    """A record with a mark, and where it is from."""

    id: int = Field(examples=[12])
    mark: MARKS = Field(description="Who may see it", examples=["partner"])
    states: list[str] = Field(
        description="With which States it was shared: within the programme all, else one’s own", examples=[["NG"]]
    )
    source: str = Field(description="Where this is from", examples=["the State’s own register"])
    as_of: date | None = Field(description="The day of the source", examples=["2026-03-20"])
    revision: int = Field(description="One more with every change", examples=[3])


def sourced(row: Marked, viewer: Viewer) -> dict[str, Any]:
    """The fields of `Sourced`; the States were fetched."""
    held: Any = row
    said = {name: getattr(held, name) for name in ("mark", "source", "as_of", "revision")}
    return said | {"id": held.pk, "states": list(own_states(row, viewer))}


def typed(text: str) -> str:
    """A text of the address without what no database takes."""
    return text.replace("\0", "").strip()


def number_of(text: str) -> int | None:
    """A record's number; None for what cannot be one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 15 else None


def not_found() -> Any:
    """The same answer for what does not exist and for what is not open to who asks."""
    return problem("not-found", _("There is no such record, or it is not open to you."))
