"""Who asks an address in the census: nobody in particular, or the first role that may open it."""

from collections.abc import Mapping

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from roadstead.accounts.roles import MEANINGS, Role
from roadstead.common.access.guards import OPEN, SIGNED_IN, Access
from tests.census.addresses import Address
from tests.people import client_of, holder


def accesses() -> dict[str, Access]:
    """Who may open each address, as its view says."""
    found: dict[str, Access] = {}

    def walk(patterns: list[URLPattern | URLResolver], prefix: str) -> None:
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, route)
            else:
                opened = OPEN if getattr(pattern.callback, "login_required", True) is False else SIGNED_IN
                found[route] = getattr(pattern.callback, "access", opened)

    walk(get_resolver().url_patterns, "")
    return found


def may(role: Role | None, access: Access) -> str:
    """What a role gets: "yes", "no", "elevate" where elevated power is lacking; None is the public."""
    if not access.signed_in:
        return "yes"
    if role is None:
        return "sign in"
    held = [one for one in access.any_of if one in MEANINGS[role].permissions]
    if not access.any_of or any(not one.elevated for one in held):
        return "yes"
    return "elevate" if held else "no"


def first_role(access: Access) -> tuple[Role, bool]:
    """The first role that may open an address, and whether it needs elevated power."""
    for wanted in ("yes", "elevate"):
        for role in Role:
            if may(role, access) == wanted:
                return role, wanted == "elevate"
    raise LookupError(f"no role may open what needs {access}")


def entitled(address: Address, access: Access) -> Client:
    """A browser that may open an address."""
    if not access.signed_in:
        return Client()
    role, power = first_role(access)
    return client_of(holder(address.role or role, email="census@example.org"), power=power)


def asked(address: Address, places: Mapping[str, str]) -> str:
    """What to ask, with the records of the census in place of names in braces."""
    return address.sample.format_map(places)
