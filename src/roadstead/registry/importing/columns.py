"""The columns of the export, and the row that names them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from roadstead.core.names import fold
from roadstead.registry.importing.errors import UnreadableError

# As GISIS prints them, with what the register calls them.
COLUMNS = {
    "Country Code": "country",
    "Country Name": "country_name",
    "Port Name": "port_name",
    "Facility Name": "name",
    "IMO Port Facility Number": "number",
    "Description": "description",
    "Longitude": "longitude",
    "Latitude": "latitude",
    "Plan Approved?": "plan_approved",
    "Initial Approval Date": "approved_on",
    "Review Date": "reviewed_on",
    "SoC Issue Date": "soc_issued_on",
    "Security Plan Withdrawn?": "plan_withdrawn",
    "Withdrawn Date": "withdrawn_on",
    "Last Updated": "as_of",
}
PRINTED = {field: printed for printed, field in COLUMNS.items()}
REQUIRED = ("number", "name")
SEARCHED = 30  # rows; the heading stands among the first of them
MOST_COLUMNS = 60
_KNOWN = {fold(printed).replace(" ", ""): field for printed, field in COLUMNS.items()}


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell of a workbook that holds a formula instead of a value."""

    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file. number: as a spreadsheet or an editor counts; last: where it ends, if it spans several."""

    number: int
    cells: Sequence[object]
    last: int = 0

    @property
    def is_blank(self) -> bool:
        return not any(str(cell).strip() for cell in self.cells if cell is not None)


@dataclass(frozen=True, slots=True)
class Heading:
    """Where each known column stands; `width` is the number of columns that have a name."""

    number: int
    places: Mapping[str, int]
    width: int

    @property
    def absent(self) -> tuple[str, ...]:
        """The columns, as printed, that the file does not have."""
        return tuple(printed for printed, field in COLUMNS.items() if field not in self.places)


def heading(lines: Iterable[Line]) -> Heading:
    """The heading among the first rows. Raises UnreadableError where there is none, or a needed column is missing."""
    found = max((_read(line) for line in lines), key=lambda one: len(one.places), default=None)
    missing = [PRINTED[one] for one in REQUIRED if found is None or one not in found.places]
    if found is None or missing:
        named = ", ".join(f"“{one}”" for one in missing)
        raise UnreadableError(
            f"No row of the first {SEARCHED} has the columns of the GISIS export: {named} is missing. "
            "Export the list of port facilities from GISIS again, and leave its heading as it is."
        )
    return found


def _read(line: Line) -> Heading:
    places: dict[str, int] = {}
    width = 0
    for place, cell in enumerate(line.cells[:MOST_COLUMNS]):
        text = "" if cell is None else str(cell)
        width = place + 1 if text.strip() else width
        if field := _KNOWN.get(fold(text).replace(" ", "")):
            places.setdefault(field, place)
    return Heading(line.number, places, width)
