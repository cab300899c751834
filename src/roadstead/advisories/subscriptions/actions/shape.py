"""What somebody wants to be told of, checked before it is kept."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from roadstead.advisories.models import LONGEST_EMAIL, Face, Pace
from roadstead.core.country import is_country
from roadstead.core.identity import IdentityError, parse_ship_number

MOST_COUNTRIES = 60  # of one subscription; who wants more wants all
MOST_SHIPS = 100  # they travel in the link of the message, which stays short enough for every mail program


class SubscriptionError(ValueError):
    """What was asked cannot be done; `field` names the field that is wrong, if it is one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to be told of. countries: none is every country. ships: IMO numbers."""

    email: str
    face: Face = Face.PUBLIC
    pace: Pace = Pace.AT_ONCE
    countries: tuple[str, ...] = ()
    ships: tuple[str, ...] = ()

    def packed(self) -> list[Any]:
        """As plain values, for a link."""
        return [self.email, self.face.value, self.pace.value, list(self.countries), list(self.ships)]


def wanted(email: str, face: str, pace: str, countries: Any, ships: Any) -> Wanted:
    """What was said, checked: capitals, each once, in order. Raises SubscriptionError."""
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise SubscriptionError(_("Write an e-mail address, as in name@example.org."), "email") from error
    if len(address) > LONGEST_EMAIL or not address.isprintable():
        raise SubscriptionError(_("Write an e-mail address, as in name@example.org."), "email")
    if face not in Face.values:
        raise SubscriptionError(_("Choose who you are from the list."), "face")
    if pace not in Pace.values:
        raise SubscriptionError(_("Choose how soon you want to be told from the list."), "pace")
    return Wanted(address, Face(face), Pace(pace), countries_of(countries), ships_of(ships))


def countries_of(said: Any) -> tuple[str, ...]:
    """Codes of countries, each once. Raises SubscriptionError."""
    codes = tuple(sorted({str(one).upper() for one in said}))
    if wrong := next((one for one in codes if not is_country(one)), None):
        words = {"code": wrong[:20]}
        raise SubscriptionError(_("“%(code)s” is no country’s code; write two letters, as in NG.") % words, "countries")
    if len(codes) > MOST_COUNTRIES:
        told = _("Name at most %(most)s countries, or none to be told of all.") % {"most": MOST_COUNTRIES}
        raise SubscriptionError(told, "countries")
    return codes


def ships_of(said: Any) -> tuple[str, ...]:
    """IMO numbers, each once. Raises SubscriptionError."""
    try:
        numbers = tuple(sorted({parse_ship_number(str(one)) for one in said}))
    except IdentityError as error:
        raise SubscriptionError(str(error), "ships") from error
    if len(numbers) > MOST_SHIPS:
        raise SubscriptionError(_("Name at most %(most)s ships.") % {"most": MOST_SHIPS}, "ships")
    return numbers
