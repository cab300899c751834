"""People as a list or a page of the desk shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.engagement.addressbook.languages import name_of
from roadstead.engagement.models import Contact, ContactPoint, Position
from roadstead.engagement.queries.positions import place_of, places_of
from roadstead.registry.presenters.marked import Label, label
from roadstead.registry.queries.places import ORGANISATION, Place


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part in words. place: "" where it may not be read; href: the page of its place for who works at the desk."""

    pk: int
    word: str
    title: str
    place: str
    href: str
    span: str
    now: bool
    over: bool
    source: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a list. part: that of the day asked for, else the latest."""

    pk: int
    name: str
    local_name: str
    country: str
    country_name: str
    part: PartShown | None
    email: str
    phone: str
    last_contact_on: date | None
    mark: Label
    retired: bool


def lines(people: Iterable[Contact], viewer: Viewer, on: date | None = None, part: str = "") -> list[PersonLine]:
    """People in a list; what they name was fetched, the places are two queries more."""
    held = list(people)
    places = places_of([one for each in held for one in each.positions.all()], viewer)
    return [_line(one, places, on or clock.today(), part) for one in held]


def name_of_person(contact: Contact) -> str:
    """The name; in words where it was taken away."""
    return _("A person whose name was taken away") if contact.forgotten_at else contact.name


def parts(contact: Contact, viewer: Viewer, on: date | None = None) -> list[PartShown]:
    """The parts of a person, the latest first."""
    rows = list(contact.positions.all())
    places = places_of(rows, viewer)
    return [part_shown(one, place_of(one, places), on or clock.today()) for one in rows]


def part_shown(row: Position, where: Place | None, on: date) -> PartShown:
    """One part in words."""
    begun = row.valid_from is None or row.valid_from <= on
    over = row.valid_until is not None and row.valid_until <= on
    word = str(row.get_kind_display())
    return PartShown(
        pk=row.pk,
        word=word,
        title=row.title if fold(row.title) != fold(word) else "",  # nothing is said twice
        place=where.name if where else "",
        href=_page_of(where),
        span=span(row.valid_from, row.valid_until),
        now=begun and not over,
        over=over,
        source=row.source,
    )


def span(since: date | None, until: date | None) -> str:
    """From when until when, in words."""
    words = {"since": _day(since), "until": _day(until)}
    if since and until:
        return _("%(since)s to %(until)s") % words
    if since:
        return _("since %(since)s") % words
    if until:
        return _("until %(until)s") % words
    return _("days not known")


def points(contact: Contact, kind: str) -> list[ContactPoint]:
    """The points of one kind, the preferred one first; they were fetched."""
    return sorted(
        (one for one in contact.points.all() if one.kind == kind), key=lambda one: (not one.preferred, one.pk)
    )


def first_point(contact: Contact, kind: str) -> str:
    """The preferred address or number; "" for a restricted entry, which is read on its own page and recorded."""
    rows = points(contact, kind) if contact.mark != Mark.RESTRICTED else []
    return rows[0].value if rows else ""


def languages(contact: Contact) -> str:
    """The languages in words, the best first."""
    return ", ".join(name_of(str(code)) for code in contact.languages)


def _line(one: Contact, places: Any, on: date, part: str) -> PersonLine:
    rows: Sequence[Position] = [each for each in one.positions.all() if not part or each.kind == part]
    shown = [part_shown(row, place_of(row, places), on) for row in rows]
    best = next((each for each in shown if each.now), shown[0] if shown else None)
    return PersonLine(
        pk=one.pk,
        name=name_of_person(one),
        local_name=one.local_name,
        country=one.country_id or "",
        country_name=one.country.name if one.country else "",
        part=best,
        email=first_point(one, "email"),
        phone=first_point(one, "phone"),
        last_contact_on=one.last_contact_on,
        mark=label(one),
        retired=one.retired_at is not None,
    )


def _day(on: date | None) -> str:
    return date_format(on, "j F Y") if on else ""


def _page_of(where: Place | None) -> str:
    if where is None:
        return ""
    name = "registry:desk_organisation" if where.sort == ORGANISATION else "registry:desk_facility"
    try:
        return reverse(name, args=[where.pk])
    except NoReverseMatch:  # that page is not built yet
        return ""
