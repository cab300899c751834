"""People of a country, an organisation or a facility as a part of any page above."""

from dataclasses import dataclass
from datetime import date

from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.presenters.people import PartShown, first_point, name_of_person, part_shown
from roadstead.engagement.queries.positions import InOffice, people_at


@dataclass(frozen=True, slots=True)
class Reached:
    """A person in a part, and how to reach that person. href: "" for who does not work at the desk."""

    name: str
    local_name: str
    href: str
    part: PartShown
    email: str
    phone: str
    last_contact_on: date | None


def people_reached(
    viewer: Viewer, *, country: str = "", organisation: int = 0, facility: int = 0, on: date | None = None
) -> list[Reached]:
    """Whom to call there, as far as the viewer may read them; five queries, whatever their number."""
    found = people_at(viewer, country=country, organisation=organisation, facility=facility, on=on)
    desk = viewer.holds(Permission.READ_PROGRAMME)
    return [_reached(one, on or clock.today(), desk) for one in found]


def _reached(one: InOffice, on: date, desk: bool) -> Reached:
    contact = one.contact
    return Reached(
        name=name_of_person(contact),
        local_name=contact.local_name,
        href=f"/desk/people/{contact.pk}/" if desk else "",
        part=part_shown(one.position, one.place, on),
        email=first_point(contact, "email"),
        phone=first_point(contact, "phone"),
        last_contact_on=contact.last_contact_on if desk else None,
    )
