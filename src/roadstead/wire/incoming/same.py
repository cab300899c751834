"""Whether two calls are one: by place and time, however each is written."""

from datetime import timedelta

from roadstead.core.names import fold
from roadstead.wire.incoming.base import When
from roadstead.wire.incoming.places import Call, Place

NEAR = timedelta(hours=36)  # a day alone may lie that far from the hour it stands for


def same_place(one: Place, other: Place) -> bool:
    """By UN/LOCODE where both have one, else by country and name."""
    if one.locode and other.locode:
        return one.locode == other.locode
    if one.country and other.country and one.country != other.country:
        return False
    if not (place_key(one) or place_key(other) or one.locode or other.locode):
        return bool(one.country) and one.country == other.country  # neither says more than its country
    return bool(place_key(one)) and place_key(one) == place_key(other)


def place_key(place: Place) -> str:
    """A place by its name, folded; "" where it has none."""
    return fold(place.name or place.place or place.city or "")


def same_call(one: Call, other: Call) -> bool:
    return same_place(one.place, other.place) and _near(one.departed, other.departed)


def _near(one: When | None, other: When | None) -> bool:
    """Two departures that can be the same; unknown ones can."""
    if not (one and other and one.moment and other.moment):
        return True
    return abs(one.moment - other.moment) < NEAR if not (one.exact and other.exact) else one.moment == other.moment
