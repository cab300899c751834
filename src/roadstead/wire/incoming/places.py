"""Places and calls of a voyage, as a notice gives them."""

from enum import StrEnum

from roadstead.wire.incoming.base import Part, When


class Sureness(StrEnum):
    """How the UN/LOCODE of a place came about."""

    GIVEN = "given"  # the notice gives a whole UN/LOCODE
    CANDIDATE = "candidate"  # put together from country and three letters: to be looked up and confirmed
    NONE = ""


class Place(Part, frozen=True):
    """A port or place as given. code: as it stood; locode: read from it, or a candidate (see `sureness`).

    country: ISO alpha-2 where it could be read, else None and country_said holds the words.
    place: the free text that the US notice has beside the port; it may be a terminal, a city, a stretch of water.
    """

    name: str | None = None
    country: str | None = None
    country_said: str | None = None
    state: str | None = None
    city: str | None = None
    place: str | None = None
    code: str | None = None
    locode: str | None = None
    sureness: Sureness = Sureness.NONE
    facility: str | None = None
    facility_name: str | None = None
    anchorage: str | None = None

    @property
    def said(self) -> str:
        """The place in the sender's words, for a person to read."""
        words = (self.name or self.place or self.city or self.code, self.state, self.country_said or self.country)
        return ", ".join(dict.fromkeys(word for word in words if word))


class Berth(Part, frozen=True):
    """One facility used in a call."""

    facility: str | None = None
    facility_name: str | None = None


class Measures(Part, frozen=True):
    """What was done in the port; None is unknown. declaration: signed, attempted, refused, not_attempted."""

    security_level_2: bool | None = None
    access_points_guarded: bool | None = None
    declaration_of_security: str | None = None
    logged: bool | None = None
    reported: bool | None = None
    said: str | None = None  # special measures in words, where the format has nothing else


class Call(Part, frozen=True):
    """One stop before the arrival. The levels are those of the ship and the port during the call, 1 to 3."""

    place: Place = Place()
    arrived: When | None = None
    departed: When | None = None
    purpose: str | None = None
    berths: tuple[Berth, ...] = ()
    measures: Measures | None = None
    ship_level: int | None = None
    port_level: int | None = None
    is_last_port: bool = False  # it came as “last port”, not in the list of calls


class Arrival(Part, frozen=True):
    """The arrival: where, when, and when the ship means to leave again."""

    place: Place = Place()
    eta: When | None = None
    etd: When | None = None


class Leg(Part, frozen=True):
    """Another place of the voyage: departure, next port, last port."""

    place: Place = Place()
    arrives: When | None = None
    departs: When | None = None
