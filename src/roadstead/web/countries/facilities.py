"""The ports and facilities of a country: a table, a page at a time, and points for its map."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.registry.enums import Standing
from roadstead.registry.presenters.marked import TONES, Label
from roadstead.registry.queries.country_facilities import FacilityLine, facilities_of
from roadstead.registry.queries.ports import PortInfo, seaports_of

ROWS_A_PAGE = 25
SOON = 90  # days before a Statement of Compliance ends
MOST_PORTS = 200
WORDS: dict[str, tuple[str | Promise, str]] = {
    "expired": (_("Expired"), "alarm"),
    "soon": (_("Expires soon"), "ask"),
    "valid": (_("Valid"), "good"),
    "unknown": (_("Not known"), "quiet"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A facility in the table. soc: how its Statement of Compliance stands, in a word and a tone."""

    one: FacilityLine
    page: str
    state: str
    soc: str | Promise
    tone: str
    mark: Label


@dataclass(frozen=True, slots=True)
class Places:
    """Everything of a country that lies somewhere. without: how many facilities have no position."""

    page: Page[Shown]
    count: int
    expired: int
    unknown: int
    without: int
    ports: tuple[PortInfo, ...]
    points: list[dict[str, Any]]


def places(country: str, viewer: Viewer, on: date, number: str | None, address: str) -> Places:
    """Ports and facilities of a country. address: of the page of a facility, with {} for its number, or ""."""
    shown = [_shown(one, on, address) for one in facilities_of(country, viewer)]
    ports = tuple(one for one in seaports_of(country, limit=MOST_PORTS) if one.standing <= Standing.CONFIRMED)
    states = [one.state for one in shown]
    return Places(
        page=Paginator(shown, ROWS_A_PAGE).get_page(number),
        count=len(shown),
        expired=states.count("expired"),
        unknown=states.count("unknown"),
        without=sum(one.one.latitude is None for one in shown),
        ports=ports,
        points=[*_points(shown), *_harbours(ports)],
    )


def state_of(expires: date | None, on: date) -> str:
    """How a Statement of Compliance stands: expired, soon, valid; unknown where no end is known."""
    if expires is None:
        return "unknown"
    left = (expires - on).days
    return "expired" if left < 0 else "soon" if left <= SOON else "valid"


def _shown(one: FacilityLine, on: date, address: str) -> Shown:
    state, mark = state_of(one.expires, on), Mark(one.mark)
    word, tone = WORDS[state]
    label = Label(mark.value, str(mark.label), TONES[mark])
    return Shown(one, address.format(one.pk) if address else "", state, word, tone, label)


def _points(shown: Sequence[Shown]) -> list[dict[str, Any]]:
    return [
        {
            "at": [row.one.longitude, row.one.latitude],
            "kind": row.state,
            "name": row.one.name,
            "words": str(row.soc),
            "href": row.page,
        }
        for row in shown
        if row.one.latitude is not None
    ]


def _harbours(ports: Sequence[PortInfo]) -> list[dict[str, Any]]:
    return [
        {"at": [one.longitude, one.latitude], "kind": "port", "name": one.name, "words": one.code, "href": ""}
        for one in ports
        if one.latitude is not None
    ]
