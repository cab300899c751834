"""Invented facilities as a file in the form in which IMO GISIS exports real ones."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from roadstead.registry.demonstration.terminals import Terminal
from roadstead.registry.importing.columns import PRINTED

COLUMNS = (
    *("country", "port_name", "name", "number", "description", "longitude", "latitude", "plan_approved"),
    *("approved_on", "reviewed_on", "soc_issued_on", "plan_withdrawn", "withdrawn_on", "as_of"),
)


def file_of(terminals: Iterable[Terminal], more: Iterable[Mapping[str, str]] = ()) -> io.BytesIO:
    """The file, with some further rows as they are."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(PRINTED[one] for one in COLUMNS)
    for row in (*map(row_of, terminals), *more):
        writer.writerow(row.get(one, "") for one in COLUMNS)
    return io.BytesIO(text.getvalue().encode())


def row_of(one: Terminal) -> dict[str, str]:
    """One facility in the texts of a row."""
    return {
        "country": one.country,
        "port_name": one.port,
        "name": one.name,
        "number": one.number,
        "description": one.description,
        "longitude": _degrees(one.longitude, 3, "EW"),
        "latitude": _degrees(one.latitude, 2, "NS"),
        "plan_approved": "Yes" if one.approved_on else "No",
        "approved_on": _day(one.approved_on),
        "reviewed_on": _day(one.reviewed_on),
        "soc_issued_on": _day(one.issued_on),
        "plan_withdrawn": "Yes" if one.withdrawn_on else "No",
        "withdrawn_on": _day(one.withdrawn_on),
        "as_of": _day(one.as_of),
    }


def _day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else ""


def _degrees(value: Decimal | None, digits: int, signs: str) -> str:
    """49.287 as 491722N: degrees, then hundredths of a minute."""
    if value is None:
        return ""
    degrees, minutes = divmod(int(abs(value) * 6_000), 6_000)
    return f"{degrees:0{digits}}{minutes:04}{signs[value < 0]}"
