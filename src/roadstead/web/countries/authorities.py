"""The organisations of a country as its file groups them, each with its people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.enums import OrganisationKind as Kind
from roadstead.registry.presenters.marked import Label, label
from roadstead.web.countries.people import Person

AUTHORITIES = (
    *(Kind.DESIGNATED_AUTHORITY, Kind.MINISTRY, Kind.MARITIME_ADMINISTRATION, Kind.PORT_AUTHORITY),
    *(Kind.COAST_GUARD, Kind.POLICE, Kind.CUSTOMS),
)
EMBASSY = (Kind.EMBASSY, Kind.AGENCY)
MOST_OTHERS = 12  # cards of operators and whoever else is there; their list has all of them


@dataclass(frozen=True, slots=True)
class Card:
    """An organisation in the file; of a restricted one only its name, since reading it is recorded."""

    page: str
    kind: str
    name: str
    local_name: str
    duties: str
    reached: tuple[tuple[str | Promise, str, str], ...]
    restricted: bool
    mark: Label
    source: str
    as_of: Any
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """The Designated Authority first; other authorities; the embassy with its agencies; whoever else is there.

    more: how many of the rest are not shown.
    """

    designated: tuple[Card, ...]
    others: tuple[Card, ...]
    embassy: tuple[Card, ...]
    rest: tuple[Card, ...]
    more: int = 0


def chosen(rows: Sequence[Any]) -> list[Any]:
    """Those that a file shows: every authority and the embassy, and some of the rest."""
    named = [row for row in rows if row.kind in (*AUTHORITIES, *EMBASSY)]
    rest = [row for row in rows if row.kind not in (*AUTHORITIES, *EMBASSY)]
    return [*named, *rest[:MOST_OTHERS]]


def grouped(rows: Sequence[Any], people: Mapping[int, Sequence[Person]], viewer: Viewer, *, more: int = 0) -> Grouped:
    """The organisations of a country with those in office there. more: how many were not chosen."""
    desk = viewer.holds(Permission.READ_PROGRAMME)
    cards = [(row.kind, _card(row, people.get(row.pk, ()), desk)) for row in rows]

    def of(*kinds: str) -> tuple[Card, ...]:
        return tuple(card for kind in kinds for own, card in cards if own == kind)

    return Grouped(
        designated=of(AUTHORITIES[0]),
        others=of(*AUTHORITIES[1:]),
        embassy=of(*EMBASSY),
        rest=tuple(card for kind, card in cards if kind not in (*AUTHORITIES, *EMBASSY)),
        more=more,
    )


def _card(row: Any, people: Sequence[Person], desk: bool) -> Card:
    restricted = row.mark == Mark.RESTRICTED
    return Card(
        page=f"/desk/organisations/{row.pk}/" if desk else "",
        kind=row.get_kind_display(),
        name=row.name,
        local_name=row.local_name,
        duties="" if restricted else row.duties,
        reached=() if restricted else tuple(_reached(row)),
        restricted=restricted,
        mark=label(row),
        source="" if restricted else row.source,
        as_of=row.as_of,
        people=tuple(people),
    )


def _reached(row: Any) -> list[tuple[str | Promise, str, str]]:
    """How an organisation is reached: the word, what is written, and a link where one can be made."""
    said = [
        (_("Place"), row.place, ""),
        (_("Address"), row.address, ""),
        (_("Telephone"), row.phone, ""),
        (_("E-mail"), row.email, f"mailto:{row.email}"),
        (_("Website"), row.website, row.website),
    ]
    return [(word, value, href) for word, value, href in said if value]
