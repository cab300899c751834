"""Port facilities, for programs."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router

from roadstead.common.access.guards import signed_in, viewer_of
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.reading import note_reading
from roadstead.registry.api.facility_shapes import FacilitiesWanted, FacilityOut, FacilityPage
from roadstead.registry.api.shapes import not_found, number_of, sourced, typed
from roadstead.registry.models import Facility
from roadstead.registry.queries.facilities import (
    FacilitiesAsked,
    facilities,
    find_facilities,
    with_names,
)
from roadstead.registry.queries.facility_names import with_further_names
from roadstead.registry.queries.organisations import organisation_names

router = Router(tags=["registry"])
FIELDS = (
    *("number", "name", "port_name", "description", "cargo", "berths", "calls", "tonnes", "plan_approved"),
    *("approved_on", "reviewed_on", "soc_issued_on", "soc_expires_on", "plan_withdrawn", "withdrawn_on"),
)
NUMBERS = ("draught_m", "latitude", "longitude")


@router.get("/facilities", response=FacilityPage, summary="Port facilities", operation_id="facility_list")
@signed_in
def facility_list(request: HttpRequest, asked: Annotated[FacilitiesWanted, Query()]) -> FacilityPage:
    """The register of port facilities: those that the reader may see, by name."""
    viewer = viewer_of(request)
    wanted = FacilitiesAsked(
        text=typed(asked.q),
        country=typed(asked.country).upper(),
        cargo=asked.cargo,
        plan=asked.plan,
        soc=asked.soc,
        mark=asked.mark,
    )
    found = find_facilities(facilities(viewer), wanted)
    rows = list(with_further_names(with_names(found))[asked.offset : asked.offset + asked.limit])
    return FacilityPage(count=found.count(), offset=asked.offset, items=_shown(rows, viewer))


@router.get("/facilities/{which}", response=FacilityOut, summary="One port facility", operation_id="one_facility")
@signed_in
def one_facility(request: HttpRequest, which: str) -> Any:
    """One port facility by its id, or by its IMO port facility number. Reading a restricted one is recorded."""
    viewer, pk = viewer_of(request), number_of(which)
    rows = with_further_names(with_names(facilities(viewer)))
    row = rows.filter(number=typed(which).upper()).first() if pk is None else rows.filter(pk=pk).first()
    if row is None:
        return not_found()
    if row.mark == Mark.RESTRICTED:
        note_reading(marked=row, way="api", by=viewer)
    return _shown([row], viewer)[0]


def _shown(rows: list[Facility], viewer: Viewer) -> list[FacilityOut]:
    operators = organisation_names({row.operator_id for row in rows if row.operator_id}, viewer)
    return [FacilityOut(**_fields(row, operators, viewer)) for row in rows]


def _fields(row: Any, operators: Any, viewer: Viewer) -> dict[str, Any]:
    operator = {"id": row.operator_id, "name": operators[row.operator_id]} if row.operator_id in operators else None
    told = {name: getattr(row, name) for name in FIELDS} | {name: _float(getattr(row, name)) for name in NUMBERS}
    names = [{"name": one.name, "kind": one.kind, "until": one.until} for one in row.names.all()]
    linked = {"country": row.country_id, "port": row.port_id, "operator": operator, "names": names}
    return sourced(row, viewer) | told | linked


def _float(value: Any) -> float | None:
    return None if value is None else float(value)
