"""Organisations, for programs."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from roadstead.common.access.guards import signed_in, viewer_of
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.reading import note_reading
from roadstead.registry.api.shapes import Named, Paged, Part, Sourced, not_found, number_of, sourced, typed
from roadstead.registry.enums import OrganisationKind
from roadstead.registry.models import Organisation
from roadstead.registry.queries.organisations import (
    OrganisationsAsked,
    find_organisations,
    organisation_names,
    organisations,
    with_names,
)

router = Router(tags=["registry"])
KINDS: dict[str, Any] = {"enum": list(OrganisationKind.values)}
FIELDS = ("kind", "name", "local_name", "duties", "place", "address", "website", "phone", "email")


class OrganisationOut(Sourced):
    """An authority, embassy, operator or other organisation."""

    kind: str = Field(description="What it is to port security", json_schema_extra=KINDS)
    name: str = Field(examples=["Maritime Agency (invented)"])
    local_name: str = Field(description="Its name in its own language, or nothing")
    country: str | None = Field(description="ISO 3166-1; null for one of no country", examples=["NG"])
    parent: Named | None = Field(description="What it is a part of, as far as this reader may see it")
    duties: str = Field(description="Its duties in port security")
    place: str
    address: str
    website: str
    phone: str
    email: str
    retired: bool = Field(description="Whether it is no longer there")


class OrganisationPage(Part):
    """A part of the list of organisations."""

    items: list[OrganisationOut]


class OrganisationsWanted(Paged):
    """What is asked of the list."""

    # Pydantic reads the values of an enum; a type checker cannot.
    kind: Literal[("", *OrganisationKind.values)] = ""  # type: ignore[valid-type]
    standing: Literal["in_force", "ended", "every"] = Field("in_force", description="Those that are there, or not")


@router.get("/organisations", response=OrganisationPage, summary="Organisations", operation_id="organisation_list")
@signed_in
def organisation_list(request: HttpRequest, asked: Annotated[OrganisationsWanted, Query()]) -> OrganisationPage:
    """Authorities, embassies, operators: those that the reader may see, by name."""
    viewer = viewer_of(request)
    wanted = OrganisationsAsked(
        typed(asked.q), asked.kind, typed(asked.country).upper(), asked.mark, asked.standing, "name"
    )
    found = find_organisations(organisations(viewer), wanted)
    rows = list(with_names(found)[asked.offset : asked.offset + asked.limit])
    return OrganisationPage(count=found.count(), offset=asked.offset, items=_shown(rows, viewer))


@router.get(
    "/organisations/{number}", response=OrganisationOut, summary="One organisation", operation_id="one_organisation"
)
@signed_in
def one_organisation(request: HttpRequest, number: str) -> Any:
    """One organisation by its number. Reading a restricted one is recorded."""
    viewer = viewer_of(request)
    pk = number_of(number)
    row = None if pk is None else with_names(organisations(viewer)).filter(pk=pk).first()
    if row is None:
        return not_found()
    if row.mark == Mark.RESTRICTED:
        note_reading(marked=row, way="api", by=viewer)
    return _shown([row], viewer)[0]


def _shown(rows: list[Organisation], viewer: Viewer) -> list[OrganisationOut]:
    names = organisation_names({row.parent_id for row in rows if row.parent_id}, viewer)
    return [OrganisationOut(**_fields(row, names, viewer)) for row in rows]


def _fields(row: Organisation, names: Any, viewer: Viewer) -> dict[str, Any]:
    parent = {"id": row.parent_id, "name": names[row.parent_id]} if row.parent_id in names else None
    told = {name: getattr(row, name) for name in FIELDS}
    return sourced(row, viewer) | told | {"country": row.country_id, "parent": parent, "retired": bool(row.retired_at)}
