"""A country with much in its file, as rows: the actions that write them have tests of their own."""

from datetime import date, timedelta
from typing import Any

from roadstead.accounts.models import User
from roadstead.common import clock
from roadstead.common.folding import fold
from roadstead.engagement.models import Contact, ContactPoint, Position
from roadstead.registry.models import Assignment, Facility, Organisation, Port
from tests.apps.registry.entering import country


def marked(by: User, mark: str = "programme") -> dict[str, Any]:
    return {"mark": mark, "mark_reason": "for a test", "marked_by": by, "marked_at": clock.now(), "source": "a test"}


def organisation(by: User, name: str, kind: str, *, code: str = "NG", mark: str = "programme", **said: Any) -> Any:
    states = said.pop("states", ())
    made = Organisation.objects.create(
        name=name, folded=fold(name), kind=kind, country=country(code), **marked(by, mark) | said
    )
    made.states.set(country(state) for state in states)
    return made


def facility(by: User, name: str, *, code: str = "NG", mark: str = "programme", **said: Any) -> Any:
    states = said.pop("states", ())
    made = Facility.objects.create(name=name, folded=fold(name), country=country(code), **marked(by, mark) | said)
    made.states.set(country(state) for state in states)
    return made


def person(by: User, name: str, at: Any = None, *, code: str = "NG", mark: str = "programme", **said: Any) -> Any:
    """Somebody with an address and a part, at an organisation if one is said."""
    states = said.pop("states", ())
    made = Contact.objects.create(name=name, folded=fold(name), country=country(code), **marked(by, mark))
    made.states.set(country(state) for state in states)
    address = f"{fold(name).replace(' ', '.')}@example.org"
    ContactPoint.objects.create(contact=made, kind="email", value=address, compared=address, preferred=True)
    if at is not None:
        Position.objects.create(contact=made, organisation=at, **({"kind": "officer", "source": "a test"} | said))
    return made


def officer(who: User, *, code: str = "NG", kind: str = "responsible", **said: Any) -> Assignment:
    given = {"valid_from": clock.today() - timedelta(days=30), "why": "test", "given_by": who, "given_at": clock.now()}
    return Assignment.objects.create(country=country(code), officer=who, kind=kind, **given | said)


def crowd(by: User, *, facilities: int = 300, contacts: int = 50) -> None:
    """Nigeria with an authority, an embassy, many facilities and many people."""
    today: date = clock.today()
    authority = organisation(by, "Designated Authority (invented)", "designated_authority")
    embassy = organisation(by, "Embassy (invented)", "embassy")
    for number in range(10):
        organisation(by, f"Operator {number} (invented)", "operator")
    for number in range(5):
        port = {
            "name": f"Port {number}",
            "country": country("NG"),
            "latitude": 6 + number,
            "longitude": 3,
            "standing": 0,
        }
        port |= {"position_source": "authored", "position_check": "authored", "reason": "alias"}
        Port.objects.get_or_create(locode=f"NGX{number}Y", defaults=port)
    for number in range(facilities):
        facility(
            by,
            f"Terminal {number} (invented)",
            number=f"NGAPP-{number:04}",
            port_id=f"NGX{number % 5}Y",
            soc_expires_on=today + timedelta(days=number - 100) if number % 3 else None,
            latitude=6 + number % 5,
            longitude=3 + number % 7,
        )
    for number in range(contacts):
        person(by, f"Person {number} (invented)", (authority, embassy)[number % 2])
