"""Facilities that an advisory excepts and the register does not surely know."""

from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from roadstead.common.folding import fold
from roadstead.registry.printed import Printed, printed
from roadstead.registry.queries.reconcil_entries import ALIKE, Entries, best
from roadstead.registry.queries.reconcil_items import CLASH, EXCEPTION, Item


def exceptions(entries: Entries, countries: Collection[str] | None) -> Iterator[Item]:
    """Those without a number, those whose number no entry has, and those whose number belongs to another name."""
    for one in printed(countries):
        item = _item(one, entries)
        if item is not None:
            yield item


def by_number(one: Printed, entries: Entries) -> int | None:
    """The entry that an exception surely is: its number, and a name like it."""
    entry = entries.by_number.get(one.number or "") if one.certain else None
    return entry.pk if entry and best([fold(name) for name in one.names], entry) >= ALIKE else None


def _item(one: Printed, entries: Entries) -> Item | None:
    if by_number(one, entries) is not None:
        return None
    entry, kind = entries.by_number.get(one.number or ""), EXCEPTION
    if entry is not None and one.certain:
        kind = CLASH
        why = _("The register calls %(number)s “%(name)s”.") % {"number": one.number, "name": entry.name}
    elif one.number and one.certain:
        why = _("No entry has the number %(number)s.") % {"number": one.number}
    elif one.printed_number:
        why = _("The number is printed as %(number)s, which is none.") % {"number": one.printed_number}
    else:
        why = _("It is printed without a number.")
    return Item(
        key=f"exception-{one.key}",
        kind=kind,
        country=one.country,
        text=one.text,
        folded=fold(one.text),
        where=one.where,
        source=one.source,
        why=why,
        names=tuple(fold(name) for name in one.names),
        number=one.number or "",
        ports=one.ports,
        entries=(entry.pk,) if entry else (),
        brings=one.names,
        in_force=one.in_force,
        since=one.since,
        url=one.url,
    )
