"""The columns of the Entrances file: which must be there, where the heading stands, and one row by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roadstead.core.names import fold

REQUIRED = ("ECDATE", "PORT", "WHERE_IND", "WHERE_SCHEDK", "WHERE_NAME", "WHERE_CTRY")
USED = (*REQUIRED, "TYPEDOC", "PORT_NAME", "WHERE_PORT", "VESSNAME", "RIG_DESC", "ICST_DESC", "FLAG_CTRY", "IMO")
IGNORED = ("PWW_IND", "RIG", "ICST", "FLAG", "NRT", "GRT", "DRAFT_FT", "DRAFT_IN", "CONTAINER")
REJECTED = ("REJECTED_ROW", "REJECTED_COLUMN", "REJECTED_VALUE", "REJECTED_WHY", "WHAT_TO_DO")
SEARCHED = 30  # rows; the heading stands among the first of them
LEAST = 3  # known names that make a row a heading
MOST_COLUMNS = 100  # of a worksheet; what stands further right is not read
_LONGEST_NUMBER = 10
_KNOWN = {fold(name).replace(" ", ""): name for name in (*USED, *IGNORED, *REJECTED)}


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that holds a formula instead of a value."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a spreadsheet or of a text file. number: as the spreadsheet or an editor counts, from 1.

    spoilt: why the row cannot be told apart from its neighbours, or empty.
    """

    number: int
    cells: Sequence[object]
    spoilt: str = ""

    @property
    def is_blank(self) -> bool:
        return not any(str(cell).strip() for cell in self.cells if cell is not None)


@dataclass(frozen=True, slots=True)
class Heading:
    """The row that names the columns: the names as printed, and where each known one stands."""

    number: int
    printed: tuple[str, ...]
    places: Mapping[str, int]

    @property
    def width(self) -> int:
        """The columns up to the last that has a name."""
        return max(place for place, name in enumerate(self.printed, start=1) if name)

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(name for name in REQUIRED if name not in self.places)

    @property
    def absent(self) -> tuple[str, ...]:
        """Columns that would be used and are not in the file."""
        return tuple(name for name in USED if name not in REQUIRED and name not in self.places)


def heading(line: Line) -> Heading:
    """Read a row as a heading; columns that are not known have no place. The first of two alike counts."""
    printed = tuple("" if cell is None else str(cell).strip() for cell in line.cells)
    places: dict[str, int] = {}
    for place, text in enumerate(printed):
        known = _KNOWN.get(fold(text).replace(" ", ""))
        if known:
            places.setdefault(known, place)
    return Heading(line.number, printed, places)


def best(lines: Sequence[Line]) -> Heading | None:
    """The heading among the first rows: the one with the most known columns; None if none has enough of them."""
    found = max((heading(line) for line in lines), key=lambda one: len(one.places), default=None)
    return found if found and len(found.places) >= LEAST else None


class Row:
    """One row with its cells by name, as text without surrounding space."""

    __slots__ = ("_cells", "_places", "number")

    def __init__(self, line: Line, places: Mapping[str, int]) -> None:
        self.number, self._cells, self._places = line.number, line.cells, places

    def cell(self, name: str) -> object:
        """The cell itself (text, number, date, formula); None where it is blank or the column is not there."""
        place = self._places.get(name)
        return None if place is None or place >= len(self._cells) else self._cells[place]

    def text(self, name: str) -> str:
        """The cell as text; a whole number written with decimals (“1401.0”) without them."""
        value = self.cell(name)
        if value is None:
            return ""
        text = " ".join(str(value).split())
        whole, point, decimals = text.partition(".")
        return whole if point and whole.isdecimal() and set(decimals) == {"0"} else text

    @property
    def origin(self) -> int:
        """The row in the file that this row was first left out of; its own number where it was not."""
        before = self.text(REJECTED[0])
        return int(before) if before.isdecimal() and len(before) < _LONGEST_NUMBER else self.number

    def formulas(self) -> list[str]:
        """The used columns that hold a formula."""
        return [name for name in USED if isinstance(self.cell(name), Formula)]
