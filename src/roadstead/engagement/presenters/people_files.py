"""People as files to take away: CSV and XLSX with the columns that an import reads, and vCards."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.guards import viewer_of
from roadstead.common.access.viewer import Viewer
from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.engagement.addressbook.cardwriting import Card, written
from roadstead.engagement.addressbook.draft import COLUMNS
from roadstead.engagement.models import Contact, ContactPoint, Position
from roadstead.engagement.presenters.people import name_of_person, points
from roadstead.engagement.queries.positions import place_of, places_of
from roadstead.registry.queries.places import ORGANISATION, Place

SHEETS = {"csv": csv_answer, "xlsx": xlsx_answer}
FORMS = (*SHEETS, "vcf")
VCARD = "text/vcard; charset=utf-8"


def answer(request: HttpRequest, people: Iterable[Contact], form: str, name: str = "people") -> HttpResponse:
    """People as `csv`, `xlsx` or `vcf`; what they name was fetched."""
    viewer, held = viewer_of(request), list(people)
    if form in SHEETS:
        page = request.build_absolute_uri("/desk/people/")
        return SHEETS[form](name, [*COLUMNS, "mark", "address"], _rows(held, viewer, page))
    if form != "vcf":
        raise Http404(_("There is no such file."))
    response = HttpResponse(written(_cards(held, viewer)), content_type=VCARD)
    response["Content-Disposition"] = f'attachment; filename="{name}.vcf"'
    return response


def _rows(people: list[Contact], viewer: Viewer, page: str) -> Iterator[Sequence[object]]:
    for one, row, where in _with_parts(people, viewer):
        yield (
            one.uid,
            name_of_person(one),
            one.local_name,
            one.country_id or "",
            _joined(points(one, "email")),
            _joined(points(one, "phone")),
            ", ".join(one.languages),
            one.consent,
            _day(one.consent_on),
            one.source,
            _day(one.last_contact_on),
            one.note,
            where.name if where and where.sort == ORGANISATION else "",
            (where.note or where.name) if where and where.sort != ORGANISATION else "",
            row.kind if row else "",
            row.title if row else "",
            _day(row.valid_from) if row else "",
            _day(row.valid_until) if row else "",
            one.mark,
            f"{page}{one.pk}/",
        )


def _cards(people: list[Contact], viewer: Viewer) -> Iterator[Card]:
    for one, row, where in _with_parts(people, viewer):
        yield Card(
            uid=one.uid,
            name=name_of_person(one),
            local_name=one.local_name,
            emails=[each.value for each in points(one, "email")],
            phones=[each.value for each in points(one, "phone")],
            organisation=where.name if where else "",
            title=row.title or str(row.get_kind_display()) if row else "",
            country=one.country.name if one.country else "",
            note=one.note,
        )


def _with_parts(people: list[Contact], viewer: Viewer) -> Iterator[tuple[Contact, Position | None, Place | None]]:
    """Each person with the part of today, else the latest."""
    places, today = places_of([row for one in people for row in one.positions.all()], viewer), clock.today()
    for one in people:
        rows = list(one.positions.all())
        best = next((row for row in rows if _holds(row, today)), rows[0] if rows else None)
        yield one, best, place_of(best, places) if best else None


def _holds(row: Position, on: date) -> bool:
    return (row.valid_from is None or row.valid_from <= on) and (row.valid_until is None or row.valid_until > on)


def _joined(rows: list[ContactPoint]) -> str:
    return "; ".join(f"{one.value} ({one.label})" if one.label else one.value for one in rows)


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""
