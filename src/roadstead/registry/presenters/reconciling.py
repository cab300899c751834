"""The work list of what does not resolve, one item of it, and the decisions, as pages show them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.viewer import Viewer
from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.registry.actions.keeping import keeps
from roadstead.registry.models import Identity
from roadstead.registry.presenters.headings import query_of
from roadstead.registry.queries.countries import country_rows
from roadstead.registry.queries.facilities import facilities_by_key
from roadstead.registry.queries.identities import identities, names_brought
from roadstead.registry.queries.reconcil_candidates import facilities_like, ports_like
from roadstead.registry.queries.reconcil_entries import Entries
from roadstead.registry.queries.reconcil_items import KINDS, PORT, Item
from roadstead.registry.queries.reconciling import work_list

ROWS_A_PAGE = 25
WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}
TONES = {"yes": "good", "unknown": "ask", "no": "quiet"}
STATES = {"standing": _("those that stand"), "reversed": _("those taken back")}


def asked(request: HttpRequest) -> dict[str, str]:
    """What the address asks of the list; what it cannot ask is left out."""
    kind = request.GET.get("kind", "")
    country = request.GET.get("country", "").strip().upper().replace("\0", "")[:2]
    return {"kind": kind if kind in KINDS else "", "country": country}


def context(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """What the work list wants."""
    said = asked(request)
    found = work_list(viewer, **said)
    page = Paginator(found.items, ROWS_A_PAGE).get_page(request.GET.get("page"))
    kinds = [(name, label, found.counts[name], query_of(said | {"kind": name})) for name, label in KINDS.items()]
    return {
        "asked": said,
        "page": page,
        "items": [(one, KINDS[one.kind], found.names[one.country], TONES.get(one.in_force, "")) for one in page],
        "kinds": kinds,
        "every": sum(found.counts.values()),
        "kind_choices": list(KINDS.items()),
        "countries": [(code, f"{name} ({count})") for code, name, count in found.countries],
        "query": query_of(said),
        "narrowed": bool(said["kind"] or said["country"]),
    }


def cells(request: HttpRequest, viewer: Viewer) -> list[tuple[object, ...]]:
    """The same list as lines of a file."""
    items = work_list(viewer, **asked(request)).items
    return [(str(KINDS[one.kind]), one.country, one.text, one.number, one.source, one.why) for one in items]


def detail(item: Item, entries: Entries) -> dict[str, Any]:
    """What the page of an item wants."""
    candidates = ports_like(item, entries) if item.kind == PORT else [] if item.both else facilities_like(item, entries)
    about = [entries.by_key[pk] for pk in item.entries if pk in entries.by_key]
    return {
        "item": item,
        "country": country_rows([item.country])[0].name,
        "kind": KINDS[item.kind],
        "tone": TONES.get(item.in_force, ""),
        "is_port": item.kind == PORT,
        "candidates": candidates,
        "about": about[:ROWS_A_PAGE],
        "more": max(len(about) - ROWS_A_PAGE, 0),
    }


def decisions(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """What the list of decisions wants."""
    said = asked(request)
    state = request.GET.get("state", "")
    rows = identities(viewer)
    if state in STATES:
        rows = rows.filter(reversed_at__isnull=state == "standing")
    if said["country"]:
        rows = rows.filter(country=said["country"])
    page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    facilities = facilities_by_key([one.facility_id for one in page if one.facility_id], viewer)
    lines = [(one, facilities.get(one.facility_id or 0)) for one in page]
    return {"page": page, "lines": lines, "state": state, "states": list(STATES.items())}


def decision(one: Identity, viewer: Viewer) -> dict[str, Any]:
    """What the page of a decision wants."""
    facility = facilities_by_key([one.facility_id] if one.facility_id else [], viewer).get(one.facility_id or 0)
    brought = names_brought(one, viewer)
    mine = keeps(viewer, one.country_id) and one.reversed_at is None
    return {"one": one, "facility": facility, "brought": brought, "may_reverse": mine}
