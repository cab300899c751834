"""One row of the file as one entrance of one ship."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from roadstead.core.identity import IdentityError, parse_ship_number
from roadstead.core.names import fold
from roadstead.screening.entrances import countries
from roadstead.screening.entrances.columns import Row
from roadstead.screening.entrances.dates import entrance_day
from roadstead.screening.entrances.errors import Problem, RowError, shown
from roadstead.screening.entrances.places import Place, Places

NOON = time(12, tzinfo=UTC)  # the file gives no hour; noon lies within the day in every US time zone
_CLEARANCES = ("1", "export", "exports", "clearance", "outbound")


class Ship(StrEnum):
    """What the file says of a ship's IMO number."""

    NUMBERED = "numbered"
    BLANK = "blank"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Entrance:
    """An entrance, as far as it is certain.

    row: where the file first had it. ship: its number, else its name folded, else empty. flag_said, country_said: names
    in the file that no one country has, else empty.
    """

    row: int
    day: date
    arrival: Place
    previous: Place
    vessel: str | None
    numbered: Ship
    vessel_type: str | None
    flag: str | None
    flag_said: str
    country_said: str
    ship: str

    @property
    def arrival_at(self) -> datetime:
        return datetime.combine(self.day, NOON)

    def voyage(self) -> dict[str, object]:
        """The row of the voyage table (`voyages.SCHEMA`); what is not named here is not known."""
        return {
            "voyage_id": self.row,
            "arrival_port": self.arrival.port,
            "arrival_at": self.arrival_at,
            "call_no": 1,
            "country": self.previous.country,
            "port": self.previous.port,
            # The file does not say when the ship left its last port. It left no later than it arrived.
            "departed_at": self.arrival_at,
            "vessel": self.vessel,
            "vessel_type": self.vessel_type,
            "flag": self.flag,
        }


def read(row: Row, places: Places) -> Entrance:
    """Read a row. Raises RowError with the first thing that keeps it out."""
    if formulas := row.formulas():
        why = "this is a formula, and what it came to is not certain"
        raise RowError(Problem(formulas[0], shown(row.text(formulas[0])), why, "Replace formulas by their values."))
    if (kind := row.text("TYPEDOC")) and fold(kind) in _CLEARANCES:
        why = "this is a clearance, where a ship goes to, not an entrance"
        raise RowError(Problem("TYPEDOC", shown(kind), why, "Leave the row out."))
    day = entrance_day(row.cell("ECDATE"))
    previous = places.previous(row)
    number, numbered = _ship(row.text("IMO"))
    flag, country = row.text("FLAG_CTRY"), row.text("WHERE_CTRY")
    flags = countries.by_name(flag)
    return Entrance(
        row=row.origin,
        day=day,
        arrival=places.arrival(_arrival_name(row)),
        previous=previous,
        vessel=number,
        numbered=numbered,
        vessel_type=row.text("ICST_DESC") or row.text("RIG_DESC") or None,
        flag=next(iter(flags)) if len(flags) == 1 else None,
        flag_said="" if len(flags) == 1 else flag,
        country_said="" if countries.by_name(country) else country,
        ship=number or fold(row.text("VESSNAME")),
    )


def _arrival_name(row: Row) -> str:
    name = row.text("PORT_NAME")
    return "" if fold(name) == "port not on file" else name


def _ship(text: str) -> tuple[str | None, Ship]:
    if not text.strip("0"):
        return None, Ship.BLANK
    try:
        return parse_ship_number(text), Ship.NUMBERED
    except IdentityError:
        return None, Ship.WRONG
