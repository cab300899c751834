"""Countries, officers and assignments for the tests of portfolios, made by the actions that the product uses."""

from datetime import date, timedelta
from typing import Any

from roadstead.accounts.models import User
from roadstead.common import clock
from roadstead.registry.actions import assigning
from roadstead.registry.models import Assignment, Country, Post
from tests import people

NAMES = {"NG": "Nigeria", "GH": "Ghana", "CM": "Cameroon", "TG": "Togo", "US": "United States", "CH": "Switzerland"}


def countries(*codes: str) -> None:
    """Countries with a coast, but for Switzerland; those of the names above where none are said."""
    for code in codes or NAMES:
        coast = "landlocked" if code == "CH" else "coastal"
        name = NAMES.get(code, f"Country {code}")
        Country.objects.create(code=code, name=name, coast=coast, region="Africa", subregion="Western Africa")


def post(code: str = "brunssum", **said: Any) -> Post:
    Country.objects.get_or_create(code="NL", defaults={"name": "Netherlands", "coast": "coastal"})
    return Post.objects.create(code=code, name=code.title(), place=code.title(), country_id="NL", **said)


def officer(name: str = "Ana Reyes") -> User:
    """Somebody with a part at the desk and no country: an analyst by role."""
    return people.holder("analyst", name=name)


def headquarters(name: str = "Hana Quarters") -> User:
    return people.holder("headquarters", name=name)


def assign(by: User, officer: User, *codes: str, first: date | None = None, **said: Any) -> list[Assignment]:
    given = {"first": first or clock.today(), "why": "for a test"} | said
    return assigning.assign(countries=codes, officer=officer.pk, by=people.viewer(by), **given)


def cover(by: User, officer: User, *codes: str, first: date, until: date, **said: Any) -> list[Assignment]:
    given = {"first": first, "until": until, "why": "leave"} | said
    return assigning.cover(countries=codes, officer=officer.pk, by=people.viewer(by), **given)


def end(by: User, row: Assignment, until: date, why: str = "moves on") -> None:
    assigning.end(assignment=row.pk, until=until, why=why, by=people.viewer(by))


def days(number: int) -> date:
    """So many days from today."""
    return clock.today() + timedelta(days=number)


def stand(code: str = "NG") -> list[tuple[str, str, date, date | None]]:
    """The assignments of a country as they stand, the earliest first: kind, name, first day, first day without."""
    rows = Assignment.objects.filter(country=code).select_related("officer").order_by("valid_from", "kind")
    return [(row.kind, row.officer.name, row.valid_from, row.valid_until) for row in rows]
