"""Invented port facilities for the tests, and exports as GISIS writes them."""

import csv
import io
from datetime import date
from typing import Any

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.facilities import write_facility
from roadstead.registry.actions.facility_importing import import_facilities
from roadstead.registry.actions.facility_reading import read_facilities
from roadstead.registry.importing.columns import COLUMNS
from roadstead.registry.models import Facility, FacilityImport, Port
from tests import people
from tests.apps.engagement.planting import country

HEADING = list(COLUMNS)
ROW = {
    "Country Code": "NG",
    "Country Name": "Nigeria",
    "Port Name": "Apapa (invented)",
    "Facility Name": "Example Terminal (invented)",
    "IMO Port Facility Number": "NGAPP-0001",
    "Description": "Containers",
    "Longitude": "0032200E",
    "Latitude": "062600N",
    "Plan Approved?": "Yes",
    "Initial Approval Date": "01/07/2004",
    "Review Date": "15/03/2025",
    "SoC Issue Date": "16/03/2025",
    "Security Plan Withdrawn?": "No",
    "Withdrawn Date": "",
    "Last Updated": "20/03/2026",
}


def row(**cells: str) -> dict[str, str]:
    """A row of an export; names with underscores for spaces: row(Facility_Name="…")."""
    known = {name.replace(" ", "_").replace("?", ""): name for name in HEADING}
    return {**ROW, **{known[name]: value for name, value in cells.items()}}


def export(*rows: dict[str, str], encoding: str = "utf-8", mark: str = ",") -> io.BytesIO:
    """Rows as a CSV file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADING, delimiter=mark)
    writer.writeheader()
    writer.writerows(rows)
    return io.BytesIO(text.getvalue().encode(encoding))


def workbook(*rows: list[Any], heading: list[str] | None = None) -> io.BytesIO:
    """Rows as a workbook of one sheet."""
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    for cells in (heading or HEADING, *rows):
        book.active.append(cells)
    book.save(out)
    return io.BytesIO(out.getvalue())


def world() -> None:
    """Two countries with a port each."""
    for code, locode, north, east in (("NG", "NGAPP", "6.45", "3.36"), ("GH", "GHTEM", "5.63", "0.01")):
        Port.objects.get_or_create(
            locode=locode,
            defaults={
                "name": f"Port {locode[2:]}",
                "country": country(code),
                "latitude": north,
                "longitude": east,
                "position_source": "unlocode",
                "position_check": "agreed",
                "reason": "function",
                "standing": 1,
            },
        )


def headquarters() -> Viewer:
    found = User.objects.filter(email="hq@example.org").first()
    return people.viewer(found or people.holder(Role.HEADQUARTERS, name="Hana Quarters", email="hq@example.org"))


def officer(code: str = "NG") -> User:
    email = f"liaison.{code.lower()}@example.org"
    found = User.objects.filter(email=email).first()
    return found or people.holder(Role.LIAISON, code, name=f"Lia Son {code}", email=email)


def authority(code: str = "NG") -> User:
    email = f"authority.{code.lower()}@example.org"
    found = User.objects.filter(email=email).first()
    return found or people.holder(Role.AUTHORITY, code, name=f"Ada Thority {code}", email=email)


def read(*rows: dict[str, str], by: Viewer | None = None, on: date | None = None) -> FacilityImport:
    """A preview of some rows."""
    return read_facilities(stream=export(*rows), file_name="export.csv", by=by or headquarters(), exported_on=on)


def imported(*rows: dict[str, str], by: Viewer | None = None, on: date | None = None) -> FacilityImport:
    """Some rows, taken over."""
    who = by or headquarters()
    return import_facilities(imported=read(*rows, by=who, on=on), by=who)


def held(number: str = "NGAPP-0001") -> Facility:
    return Facility.objects.for_the_system("a test").get(number=number)


def written(name: str = "Written Terminal (invented)", code: str = "NG", **said: Any) -> Facility:
    """A facility that a person entered; `mark` and `states` say who may see it."""
    marks = {one: said.pop(one) for one in ("mark", "states", "people", "reason") if one in said}
    if marks.get("mark", Mark.PROGRAMME) != Mark.PROGRAMME:
        marks.setdefault("reason", "for a test")
    full = {"name": name, "source": "a test", "cargo": [], "plan_approved": "unknown", "plan_withdrawn": "unknown"}
    return write_facility(country=code, said=full | said, by=headquarters(), **marks)
