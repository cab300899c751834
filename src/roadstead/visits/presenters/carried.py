"""What earlier visits left open with a country, as items that one may put on the agenda of the next."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.visits.agenda_enums import Block
from roadstead.visits.models import Visit
from roadstead.visits.presenters.shown import VisitShown, shown
from roadstead.visits.queries.agenda import items_of
from roadstead.visits.queries.following import last_visit, left_open
from roadstead.visits.queries.rows import readable, with_names

RECOMMENDATION, SHORTFALL, PROMISE = "recommendation", "shortfall", "promise"
WORDS = {RECOMMENDATION: _("recommendation"), SHORTFALL: _("shortfall"), PROMISE: _("promise")}
TITLES = {RECOMMENDATION: _("Open recommendations"), SHORTFALL: _("Open shortfalls"), PROMISE: _("Open promises")}


@dataclass(frozen=True, slots=True)
class Carried:
    """One thing that is open. shared: the host reads it already; agenda: "", "on" or "off" (it was taken off)."""

    kind: str
    number: int
    word: Any
    text: str
    href: str
    due: date | None
    late: bool
    shared: bool
    block: str
    agenda: str = ""


def uid_of(visit: Visit, kind: str, number: int) -> UUID:
    """Of the item of an agenda that takes something up: put on it twice, it is on it once."""
    return uuid5(visit.uid, f"{kind}:{number}")


def before(country: str, viewer: Viewer) -> dict[str, Any]:
    """For a proposal: the last visit, and what is open with the country; eight queries."""
    last = last_visit(country, viewer)
    named = with_names(readable(viewer)).filter(pk=last.pk).first() if last else None
    return {"country": country, "last": shown(named) if named else None, "open": grouped(carried(country, viewer))}


def of_visit(visit: Visit, agenda: Any, viewer: Viewer) -> dict[str, Any]:
    """For the page of a visit: what it follows, and what is open with the country, on its agenda (if any) or not."""
    items = {one.uid: "off" if one.withdrawn_at else "on" for one in items_of(agenda, withdrawn=True)} if agenda else {}
    named = with_names(readable(viewer)).filter(pk=visit.follows_id).first() if visit.follows_id else None
    follows: VisitShown | None = shown(named) if named else None
    return {"follows": follows, "open": grouped(carried(visit.country_id, viewer, visit, items)), "begun": bool(agenda)}


def grouped(rows: list[Carried]) -> list[tuple[Any, list[Carried]]]:
    """By kind, those without any left out."""
    found = [(title, [one for one in rows if one.kind == kind]) for kind, title in TITLES.items()]
    return [(title, some) for title, some in found if some]


def carried(
    country: str, viewer: Viewer, visit: Visit | None = None, items: dict[UUID, str] | None = None
) -> list[Carried]:
    """Whatever is open with a country."""
    today, found, held = clock.today(), left_open(country, viewer), items or {}

    def one(kind: str, row: Any, text: str, href: str, due: date | None, shared: bool, facility: Any) -> Carried:
        on = held.get(uid_of(visit, kind, row.pk), "") if visit is not None else ""
        block = Block.PORTS if facility else Block.GOVERNMENT
        late = due is not None and due < today
        return Carried(kind, row.pk, WORDS[kind], text, href, due, late, shared, block.value, on)

    rows = []
    for said in found.recommendations:
        href = reverse("visits:desk_recommendation", args=[said.pk])
        rows.append(one(RECOMMENDATION, said, said.text, href, said.due_on, _shared(said, country), said.facility_id))
    for short in found.shortfalls:
        href = reverse("visits:desk_observation", args=[short.pk])
        rows.append(one(SHORTFALL, short, short.text, href, None, _shared(short, country), short.facility_id))
    for promised in found.promises:
        row = promised.row
        href = f"/desk/engagement/{row.interaction_id}/#promises"
        rows.append(one(PROMISE, row, row.what, href, row.due_on, False, None))
    return rows


def _shared(row: Any, country: str) -> bool:
    """Whether the host reads it."""
    return row.mark == Mark.PARTNER and country in {one.pk for one in row.states.all()}
