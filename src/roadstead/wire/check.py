"""Check the values of a notice: shapes in, core values out, and every problem gathered."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import TypeVar

from roadstead.core.identity import IdentityError, parse_country, parse_locode, parse_ship_number
from roadstead.core.names import fold
from roadstead.core.notice import Berth, Call, Declaration, Measures, Purpose, Vessel
from roadstead.core.truth import UNKNOWN, Truth, from_bool
from roadstead.wire.errors import Problem
from roadstead.wire.shapes import ArrivalShape, CallShape, MeasuresShape, VesselShape

EARLIEST, LATEST = 1990, 2100  # years; a time outside is a slip of the keyboard
_PURPOSES = frozenset(Purpose)
_DECLARATIONS: dict[str, Truth] = {
    Declaration.SIGNED: Truth.YES,
    Declaration.ATTEMPTED: Truth.YES,
    Declaration.REFUSED: Truth.YES,  # an attempt is enough
    Declaration.NOT_ATTEMPTED: Truth.NO,
}
# A space is the only blank kept; these others end a word too, or hide and turn text.
_FORBIDDEN = frozenset(
    chr(code)
    for first, last in (
        (0x00, 0x1F),  # controls
        (0x7F, 0x9F),
        (0x200E, 0x200F),  # marks and overrides of direction: letters of any script need none of them
        (0x061C, 0x061C),
        (0x202A, 0x202E),
        (0x2066, 0x2069),
        (0xD800, 0xDFFF),  # halves of surrogate pairs
        (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
)
T = TypeVar("T")
# The same few hundred codes come again and again.
_country = lru_cache(maxsize=1_024)(parse_country)
_locode = lru_cache(maxsize=16_384)(parse_locode)
_NO_BERTH = Berth()
_NOTHING_DONE = Measures()
_NO_TIME = datetime(EARLIEST, 1, 1, tzinfo=UTC)  # stands where a problem was noted; never judged


class Checker:
    """Turns shapes into core values and gathers what is wrong.

    A field is named by where it is and its own name; the path is put together only where something is wrong.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def problem(self, at: str, name: str, message: str) -> None:
        self.problems.append(Problem(".".join(filter(None, (at, name))), message))

    def text(self, at: str, name: str, value: str | None) -> str | None:
        """Stripped text, None if empty; control and text-turning characters are refused."""
        if value is None:
            return None
        if not value.isprintable() and not _FORBIDDEN.isdisjoint(value):
            found = next(char for char in value if char in _FORBIDDEN)
            message = f"holds the invisible character U+{ord(found):04X}. Take it out, or type the text again."
            self.problem(at, name, message)
            return None
        return value.strip() or None

    def identity(self, at: str, name: str, value: str | None, parse: Callable[[str], T]) -> T | None:
        """An identifier, parsed."""
        if value is None:
            return None
        try:
            return parse(value)
        except IdentityError as error:
            self.problem(at, name, str(error))
            return None

    def time(self, at: str, name: str, value: str) -> datetime | None:
        """A moment in UTC. It must carry its offset."""
        try:
            # Python takes any character between day and time; one that hides or turns text must not be repeated.
            moment = datetime.fromisoformat(value if value.isascii() and value.isprintable() else "")
        except ValueError:
            self.problem(at, name, "is not a date and time; write it as in 2019-06-01T06:00:00Z.")
            return None
        if moment.tzinfo is None:
            self.problem(at, name, "has no time zone; add Z for UTC or an offset such as +02:00.")
            return None
        if not EARLIEST <= moment.year <= LATEST:
            self.problem(at, name, f"is in the year {moment.year}; years from {EARLIEST} to {LATEST} are read.")
            return None
        return moment if moment.tzinfo is UTC else moment.astimezone(UTC)

    def arrival(self, shape: ArrivalShape) -> tuple[str, datetime]:
        """Port and time of arrival."""
        port = self.identity("arrival", "port", shape.port, _locode)
        return port or "", self.time("arrival", "eta", shape.eta) or _NO_TIME

    def vessel(self, shape: VesselShape) -> Vessel:
        return Vessel(
            name=self.text("vessel", "name", shape.name),
            imo=self.identity("vessel", "imo", shape.imo, parse_ship_number),
            flag=self.identity("vessel", "flag", shape.flag, _country),
            type=self.text("vessel", "type", shape.type),
            commercial=shape.commercial,
        )

    def call(self, at: str, shape: CallShape) -> Call:
        country, port = self._place(at, shape)
        departed = self.time(at, "departed", shape.departed)
        arrived = self.time(at, "arrived", shape.arrived) if shape.arrived is not None else None
        if departed and arrived and departed < arrived:
            message = f"is before the call's own arrival ({shape.arrived}). Are the two swapped?"
            self.problem(at, "departed", message)
        purpose = shape.purpose if shape.purpose is not None else "cargo"
        if purpose not in _PURPOSES:
            self.problem(at, "purpose", f"should be one of {', '.join(Purpose)}.")
        return Call(
            country or "",
            departed or _NO_TIME,
            port,
            arrived,
            self._berths(at, shape),
            len(shape.berths) if shape.berths else 0,
            purpose,
            self._measures(at, shape.measures) if shape.measures else _NOTHING_DONE,
        )

    def _place(self, at: str, shape: CallShape) -> tuple[str | None, str | None]:
        country = self.identity(at, "country", shape.country, _country)
        if shape.port is None:
            if shape.country is None:
                self.problem(at, "", "names neither a country nor a port; give at least one.")
            return country, None
        port = self.identity(at, "port", shape.port, _locode)
        if port and country and port[:2] != country:
            message = f"{port} is in {port[:2]}, but the country given is {country}. Which one is meant?"
            self.problem(at, "port", message)
        return country or (port[:2] if port else None), port

    def _berths(self, at: str, shape: CallShape) -> tuple[Berth, ...]:
        if shape.facility is None and shape.facility_name is None:
            own = _NO_BERTH
        else:
            own = self._berth(at, shape.facility, shape.facility_name)
        if not shape.berths:
            return (own,)
        listed = tuple(
            [self._berth(f"{at}.berths[{n}]", b.facility, b.facility_name) for n, b in enumerate(shape.berths)]
        )
        # The list should hold the call's own facility too. Where it does not, that is one more berth: a
        # berth must not be lost, for any that is not excepted catches the call.
        return listed if not own.given or own in listed else (*listed, own)

    def _berth(self, at: str, facility: str | None, name: str | None) -> Berth:
        said = self.text(at, "facility_name", name)
        # “-” and “???” name nothing; they must not read as another facility.
        return Berth(self.text(at, "facility", facility), said if said and fold(said) else None)

    def _measures(self, at: str, shape: MeasuresShape) -> Measures:
        declaration = shape.declaration_of_security
        attempted = _DECLARATIONS.get(declaration, UNKNOWN) if declaration is not None else UNKNOWN
        if declaration is not None and declaration not in _DECLARATIONS:
            self.problem(at, "measures.declaration_of_security", f"should be one of {', '.join(Declaration)}.")
        return _measures(shape.security_level_2, shape.access_points_guarded, attempted, shape.logged, shape.reported)


@cache
def _measures(
    level: bool | None, guarded: bool | None, attempted: Truth, logged: bool | None, reported: bool | None
) -> Measures:
    """Measures are few (3 to the power of 5), so each is made once."""
    return Measures(from_bool(level), from_bool(guarded), attempted, from_bool(logged), from_bool(reported))
