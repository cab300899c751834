"""Short forms for the tests of people outside the programme. Everybody here is invented."""

from datetime import date
from typing import Any

from django.test import Client

from roadstead.accounts.models import User
from roadstead.audit.models import Event
from roadstead.common import clock
from roadstead.common.folding import fold
from roadstead.engagement.actions.contact_marking import mark_contact
from roadstead.engagement.actions.contacts import write_contact
from roadstead.engagement.actions.importing import confirm_import, read_contacts
from roadstead.engagement.actions.positions import PartSaid, add_position
from roadstead.engagement.addressbook.checking import Checker
from roadstead.engagement.addressbook.draft import Draft
from roadstead.engagement.enums import PositionKind
from roadstead.engagement.models import Contact, ContactImport, ContactImportRow, ContactPoint, Position
from roadstead.registry.models import Facility, Organisation
from tests import people

LIST = "/desk/people/"
WHY = "a test looks"


def draft(**said: str) -> Draft:
    """A draft out of texts, as a form or a file gives them."""
    checker = Checker({"name": "Amina Bello (invented)", "source": "a test", **said}, lambda code: code)
    made = checker.draft()
    assert made is not None, checker.problems
    return made


def written(by: User, **said: str) -> Contact:
    """A person, written by the action."""
    return write_contact(draft=draft(**said), by=people.viewer(by))


def anew(contact: Contact) -> Contact:
    return Contact.objects.for_the_system(WHY).get(pk=contact.pk)


def everyone() -> list[str]:
    return sorted(Contact.objects.for_the_system(WHY).filter(merged_into=None).values_list("name", flat=True))


def points(contact: Contact, kind: str = "email") -> list[str]:
    """The points of a kind, the preferred one first."""
    rows = ContactPoint.objects.for_the_system("a test").filter(contact=contact, kind=kind).order_by("-preferred", "pk")
    return list(rows.values_list("value", flat=True))


def organisation(by: User, name: str = "Maritime Agency (invented)", country: str = "NG", **said: Any) -> Organisation:
    """An organisation, as a row."""
    given = {"kind": "designated_authority", "mark": "programme", "mark_reason": "for a test", "source": "a test"}
    made = Organisation.objects.create(
        **(given | {"name": name, "folded": fold(name), "country_id": country} | said),
        marked_by=by,
        marked_at=clock.now(),
    )
    if made.mark == "restricted":
        made.people.set([by])
    return made


def facility(
    by: User, name: str = "North Quay (invented)", number: str = "NGAPP-0001", country: str = "NG"
) -> Facility:
    """A port facility, as a row."""
    marked = {"mark": "programme", "mark_reason": "for a test", "marked_by": by, "marked_at": clock.now()}
    given = {"name": name, "folded": fold(name), "number": number, "country_id": country, "source": "a test"}
    return Facility.objects.create(**given, **marked)


def part(
    contact: Contact, at: Organisation | Facility, by: User, *, kind: str = "head", since: str = "", until: str = ""
) -> Position:
    """A part, written by the action."""
    sort = "organisation" if isinstance(at, Organisation) else "facility"
    days = (date.fromisoformat(since) if since else None, date.fromisoformat(until) if until else None)
    said = PartSaid(f"{sort}:{at.pk}", PositionKind(kind), "", "a test", *days)
    return add_position(contact=contact, part=said, by=people.viewer(by))


def mark(contact: Contact, mark_: Any, by: User, **said: Any) -> None:
    mark_contact(contact=contact, mark=mark_, reason="for a test", by=people.viewer(by), **said)


def read(by: User, content: str | bytes, name: str = "people.csv") -> ContactImport:
    """A file that was read, and shown only."""
    data = content.encode() if isinstance(content, str) else content
    return read_contacts(file_name=name, content=data, source="a file", by=people.viewer(by))


def imported(by: User, content: str | bytes, name: str = "people.csv") -> ContactImport:
    """A file that was taken over."""
    return confirm_import(made=read(by, content, name), by=people.viewer(by))


def outcomes(made: ContactImport) -> list[tuple[int, str]]:
    return list(ContactImportRow.objects.filter(of=made).stated().order_by("line").values_list("line", "outcome"))


def remarks(made: ContactImport) -> str:
    rows = ContactImportRow.objects.filter(of=made).stated().order_by("line").values_list("problems", flat=True)
    return " ".join(words for problems in rows for _column, words in problems)


def events(type_: str, record: Any = None) -> list[Event]:
    rows = Event.objects.for_the_system(WHY).filter(type=type_)
    return list(rows if record is None else rows.filter(subject=str(record.pk)))


def page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()
