"""Short forms for the tests of search. Everybody and everything here is invented."""

from typing import Any

from roadstead.accounts.models import User
from roadstead.engagement.models import Contact
from roadstead.registry.models import Facility
from roadstead.search.finding import Found, find
from roadstead.search.slips import near
from roadstead.search.words import wanted
from tests import people


def found(text: str, person: User, kind: str, *, slips: bool = False, most: int = 50) -> Found:
    words = wanted(text)
    return find(kind, words, people.viewer(person), near=near([one.word for one in words]) if slips else {}, most=most)


def keys(text: str, person: User, kind: str, *, slips: bool = False) -> list[int]:
    return [int(key) for key in found(text, person, kind, slips=slips).keys]


def facility_said(name: str, **said: Any) -> dict[str, Any]:
    return {"name": name, "source": "a test", "plan_approved": "yes", "plan_withdrawn": "unknown", "cargo": []} | said


def ids(*records: Facility | Contact | Any) -> list[int]:
    return [one.pk for one in records]
