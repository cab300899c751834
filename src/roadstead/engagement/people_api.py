"""People outside the programme, for programs."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import Field

from roadstead.common.access.guards import signed_in, viewer_of
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.common.days import Day
from roadstead.common.problems import problem
from roadstead.engagement.actions.reading import note_reading
from roadstead.engagement.enums import Consent, PositionKind
from roadstead.engagement.models import Contact
from roadstead.engagement.people_shapes import ContactOut, ContactPage, ContactWhole, parts_out, points_out
from roadstead.engagement.presenters.people import first_point
from roadstead.engagement.queries.contacts import PeopleAsked, find_people, readable_people, with_parts
from roadstead.engagement.queries.positions import places_of
from roadstead.registry.presenters.marked import own_states

router = Router(tags=["people"])
MOST = 100  # people in one answer


class ContactsWanted(Schema):
    """What is asked of the list."""

    q: str = Field("", max_length=200, description="Words of a name, address, number or place", examples=["bello"])
    country: str = Field("", max_length=2, description="ISO 3166-1, as in NG", examples=["NG"])
    # Pydantic reads the values of an enum; a type checker cannot.
    part: Literal[("", *PositionKind.values)] = Field("", description="Who has or had this part")  # type: ignore[valid-type]
    on: Day | None = Field(None, description="Who was in office on a day", examples=["2023-06-01"])
    mark: Literal["", "public", "partner", "programme", "restricted"] = ""
    standing: Literal["in_force", "ended", "every"] = Field("in_force", description="Who is kept in touch with")
    offset: int = Field(0, ge=0, le=1_000_000, description="How many to leave out")
    limit: int = Field(25, ge=1, le=MOST, description="How many to give")


@router.get("/contacts", response=ContactPage, summary="People to call", operation_id="contact_list")
@signed_in
def contact_list(request: HttpRequest, asked: Annotated[ContactsWanted, Query()]) -> ContactPage:
    """People of authorities, embassies and facilities with their parts, as far as the reader may see them."""
    viewer = viewer_of(request)
    wanted = PeopleAsked(
        text=_typed(asked.q),
        country=_typed(asked.country).upper(),
        part=asked.part,
        on=asked.on,
        standing=asked.standing,
        mark=asked.mark,
    )
    found = find_people(readable_people(viewer).filter(forgotten_at__isnull=True), wanted, viewer)
    rows = list(with_parts(found)[asked.offset : asked.offset + asked.limit])
    items = [ContactOut(**said) for said in _fields(rows, viewer)]
    return ContactPage(count=found.count(), offset=asked.offset, items=items)


@router.get("/contacts/{number}", response=ContactWhole, summary="One person", operation_id="one_contact")
@signed_in
def one_contact(request: HttpRequest, number: str) -> Any:
    """One person with every address and number. Reading a restricted entry is recorded."""
    viewer = viewer_of(request)
    pk = int(number) if number.isascii() and number.isdigit() and len(number) <= 15 else None
    rows = with_parts(readable_people(viewer)).filter(forgotten_at__isnull=True)
    row = None if pk is None else rows.filter(pk=pk).first()
    if row is None:
        return problem("not-found", _("There is no such record, or it is not open to you."))
    if row.mark == Mark.RESTRICTED:
        note_reading(information=row, way="api", by=viewer)
    (said,) = _fields([row], viewer)
    staff = viewer.holds(Permission.READ_PROGRAMME)
    said["consent"], said["note"] = (row.consent, row.note) if staff else (Consent.UNKNOWN.value, "")
    return ContactWhole(**said, points=points_out(row))


def _fields(rows: list[Contact], viewer: Viewer) -> list[dict[str, Any]]:
    """What the programme notes of its own dealings with a person is nobody else's matter."""
    staff = viewer.holds(Permission.READ_PROGRAMME)
    places = places_of([part for row in rows for part in row.positions.all()], viewer)
    return [
        {
            "id": row.pk,
            "name": row.name,
            "local_name": row.local_name,
            "country": row.country_id,
            "languages": list(row.languages),
            "mark": row.mark,
            "states": list(own_states(row, viewer)),
            "parts": parts_out(row, places),
            "email": first_point(row, "email"),
            "phone": first_point(row, "phone"),
            "source": row.source if staff else "",
            "last_contact_on": row.last_contact_on if staff else None,
            "retired": row.retired_at is not None,
        }
        for row in rows
    ]


def _typed(text: str) -> str:
    return text.replace("\0", "").strip()
