"""One item of the reconciliation desk, by its key: only the entries of its country are read."""

from collections.abc import Iterable

from roadstead.common.access.viewer import Viewer
from roadstead.registry.models import FacilityImportRow
from roadstead.registry.printed import printed
from roadstead.registry.queries.facilities import facilities
from roadstead.registry.queries.identities import standing
from roadstead.registry.queries.reconcil_entries import Entries, load
from roadstead.registry.queries.reconcil_exceptions import exceptions
from roadstead.registry.queries.reconcil_items import Item
from roadstead.registry.queries.reconcil_pairs import pair
from roadstead.registry.queries.reconcil_ports import ports
from roadstead.registry.queries.reconcil_rows import rows
from roadstead.registry.queries.reconciling import kept, waits

LONGEST_NUMBER = 17  # digits


def item(viewer: Viewer, key: str) -> tuple[Item, Entries] | None:
    """An item that a viewer may decide, with the entries of its country; None where there is none (any more)."""
    country, mine = _country(key, viewer), kept(viewer)
    if not country or (mine is not None and country not in mine):
        return None
    entries, decided = load(viewer, [country]), standing([country])
    kind, _, rest = key.partition("-")
    found: Iterable[Item] = ()
    if kind == "exception":
        found = exceptions(entries, [country])
    elif kind == "row":
        found = rows(entries, [country])
    elif kind == "port":
        found = ports(entries, decided)
    elif kind == "pair":
        found = _pair(rest, entries)
    one = next((one for one in found if one.key == key), None)
    return (one, entries) if one is not None and waits(one, decided) else None


def _country(key: str, viewer: Viewer) -> str:
    """The country of a key; "" where it is the key of nothing that the viewer may read."""
    kind, _, rest = key.partition("-")
    number = _number(rest.partition("-")[0])
    if kind == "exception":
        return next((one.country for one in printed() if one.key == rest), "")
    if kind == "row":
        row = FacilityImportRow.objects.filter(pk=number).values_list("number", flat=True).first()
        return (row or "")[:2]
    if kind == "pair":
        return facilities(viewer).filter(pk=number).values_list("country_id", flat=True).first() or ""
    return rest[:2] if kind == "port" else ""


def _pair(rest: str, entries: Entries) -> list[Item]:
    """The question about two entries, the one with a number first."""
    held = [entries.by_key.get(_number(part)) for part in rest.split("-")]
    both = sorted((one for one in held if one is not None), key=lambda one: (not one.number, one.pk))
    return [pair(*both)] if len(both) == 2 else []


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else 0
