"""Names of ports that the register could not place."""

from collections.abc import Iterator, Mapping
from hashlib import sha256

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from roadstead.common.folding import fold
from roadstead.registry.queries.identities import Standing
from roadstead.registry.queries.reconcil_entries import Entries, Entry
from roadstead.registry.queries.reconcil_items import PORT, Item

WHERE = "port of facilities in the register"


def ports(entries: Entries, decided: Mapping[tuple[str, str, str], Standing]) -> Iterator[Item]:
    """Each name of a port, or beginning of a number, for the entries that have no port; by country and name."""
    lacking: dict[tuple[str, str], list[Entry]] = {}
    for one in entries:
        name = "" if one.port else one.port_name or one.number[:5]
        if key := fold(name):
            lacking.setdefault((one.country, key), []).append(one)
    for (country, folded), held in lacking.items():
        before = decided.get((country, folded, WHERE))
        yield _item(country, folded, held, before.port if before and before.same else "")


def _item(country: str, folded: str, held: list[Entry], settled: str) -> Item:
    named = next((one.port_name for one in held if one.port_name), "")
    count = ngettext("%(count)s facility has no port.", "%(count)s facilities have no port.", len(held))
    said = count % {"count": len(held)}
    if not named:
        said += " " + _("Its number begins with no known UN/LOCODE.")
    if settled:
        said = _("Decided to be %(port)s; entries came since.") % {"port": settled} + " " + said
    return Item(
        key=f"port-{country}-{sha256(folded.encode()).hexdigest()[:16]}",
        kind=PORT,
        country=country,
        text=named or held[0].number[:5],
        folded=folded,
        where=WHERE,
        source=_("the register"),
        why=said,
        names=(folded,),
        entries=tuple(one.pk for one in held),
        settled=settled,
    )
