"""Who may open what: every role and the public at every address, with every method that it answers."""

import pytest
from django.test import Client

from roadstead.accounts.roles import Role
from tests.census.addresses import ADDRESSES, READ, Address
from tests.census.asking import accesses, asked, may
from tests.people import client_of, holder

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]
ACCESSES = accesses()
LOGIN, ELEVATE = "/accounts/login/", "/me/elevated/"


def refusal(response: object) -> str:
    """How an answer refuses, "" where it does not: “sign in”, “elevate” or “no”."""
    status, where = response.status_code, response.headers.get("Location", "")
    if status == 401 or (status == 302 and where.startswith(LOGIN)):
        return "sign in"
    if status == 302 and where.startswith(ELEVATE):
        return "elevate"
    return "no" if status == 403 else ""


def test_every_address_says_who_may_open_it() -> None:
    assert {route: str(access) for route, access in ACCESSES.items()} == {
        route: address.who for route, address in ADDRESSES.items()
    }


def questions(address: Address, places: dict[str, str]) -> list[tuple[str, str]]:
    """The methods to try: writing is tried first by who may not, where nothing must happen."""
    return [(method, asked(address, places)) for method in sorted(address.methods - {"OPTIONS"})]


# One of each face in every run, all of them in CI.
OFTEN = (None, Role.LIAISON, Role.AUTHORITY, Role.WATCH, Role.OPERATOR)
EACH = [pytest.param(one, id=str(one), marks=[] if one in OFTEN else [pytest.mark.long]) for one in (None, *Role)]


@pytest.mark.parametrize("role", EACH)
def test_each_role_opens_what_it_may_and_nothing_else(role: Role | None, places: dict[str, str]) -> None:
    client = client_of(holder(role, email="census@example.org")) if role else Client()
    wrong = []
    for route, address in ADDRESSES.items():
        expected = may(role, ACCESSES[route])
        for method, question in questions(address, places):
            if expected == "yes" and method not in READ:
                continue  # what writing does is tested where it is written; here only that nobody else may
            response = client.generic(method, question)
            got = refusal(response)
            if got == "no" and expected == "yes" and address.asks_further:
                continue
            if got != ("" if expected == "yes" else expected) and address.status not in (403, response.status_code):
                wrong.append(f"{method} {route}: {response.status_code} {got or 'open'}, expected {expected}")
    assert not wrong, "\n".join(wrong)
