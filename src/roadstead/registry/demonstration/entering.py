"""Organisations and facilities of the demonstration enter the register, once and all together."""

from collections.abc import Mapping, Sequence
from typing import Any

from roadstead.audit.actions import action
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.inventing import invent_facilities, invent_organisations
from roadstead.registry.actions.organisation_shape import Particulars
from roadstead.registry.demonstration.bodies import Body, bodies_of
from roadstead.registry.demonstration.export import file_of
from roadstead.registry.demonstration.lands import SOURCE, Land
from roadstead.registry.demonstration.terminals import Terminal
from roadstead.registry.models import FacilityImport, Organisation

FILE, ENDING = "invented-facilities-scale-", ".csv"


def scale_there() -> int | None:
    """How large the world is that is there; None where there is none. Its file says so."""
    name = FacilityImport.objects.filter(file_name__startswith=FILE).values_list("file_name", flat=True).first()
    return int(name.removeprefix(FILE).removesuffix(ENDING)) if name else None


@action
def enter(*, lands: Sequence[Land], terminals: Mapping[str, Sequence[Terminal]], scale: int, by: Viewer) -> None:
    """Enter every organisation and facility. Raises PermissionDenied; RegisterError."""
    bodies = [one for land in lands for one in bodies_of(land, scale)]
    invent_organisations(entries=[(_particulars(one), one.part_of, one.shared) for one in bodies], by=by)
    every = [one for land in lands for one in terminals[land.code]]
    if every:
        operators = _operators(by)
        said = {one.number: _said(one, operators) for one in every}
        invent_facilities(file=file_of(every), name=f"{FILE}{scale}{ENDING}", said=said, by=by)


def _particulars(one: Body) -> Particulars:
    names = ("kind", "name", "source", "country", "duties", "place", "website", "phone", "email")
    return Particulars(**{name: getattr(one, name) for name in names})


def _operators(by: Viewer) -> dict[tuple[str, str], int]:
    """The keys of those that operate facilities, by country and name."""
    rows = Organisation.objects.visible_to(by).filter(source=SOURCE, kind="operator")
    return {(country or "", name): pk for country, name, pk in rows.values_list("country", "name", "pk")}


def _said(one: Terminal, operators: Mapping[tuple[str, str], int]) -> dict[str, Any]:
    return {**one.said, "operator": operators[one.country, one.operator], "source": SOURCE}
