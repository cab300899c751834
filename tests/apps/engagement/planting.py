"""Information for the tests, as rows: the actions that write it have tests of their own."""

from collections.abc import Iterable
from typing import Any

from roadstead.accounts.models import User
from roadstead.common import clock
from roadstead.engagement.models import Information
from roadstead.registry.models import Country
from tests import people

NAMES = {"NG": "Nigeria", "GH": "Ghana", "TG": "Togo"}


def country(code: str) -> Country:
    """A country, loaded or not."""
    return Country.objects.get_or_create(code=code, defaults={"name": NAMES.get(code, code)})[0]


def author() -> User:
    """Somebody who has written things."""
    return User.objects.filter(email="author@example.org").first() or people.person(
        "Ines Author", email="author@example.org"
    )


def plant(
    *, mark: str = "programme", states: Iterable[str] = (), named: Iterable[User] = (), **fields: Any
) -> Information:
    """A row with a mark, and whatever else is said."""
    now, by = clock.now(), fields.pop("by", None) or author()
    about = fields.pop("countries", ())
    given: dict[str, Any] = {"title": "A note", "text": "Some words.", "mark_reason": "for a test"}
    given |= {"marked_by": by, "marked_at": now, "written_by": by, "written_at": now, "changed_at": now}
    record = Information.objects.create(**(given | {"mark": mark} | fields))
    record.states.set(country(code) for code in states)
    record.countries.set(country(code) for code in about)
    record.people.set(named)
    return record
