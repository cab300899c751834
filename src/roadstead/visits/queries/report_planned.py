"""The agenda as it was made beside the agenda as both sides had agreed it."""

from dataclasses import dataclass, field
from typing import Any

from roadstead.visits.agenda import snapshots
from roadstead.visits.agenda_enums import Side
from roadstead.visits.models import AgendaAgreement, AgendaVersion, Visit
from roadstead.visits.queries import agenda


@dataclass(frozen=True, slots=True)
class Planned:
    """items: those that stand. became: new or changed since both sides agreed, by uid. dropped: agreed, then taken off.

    agreed: whether both sides ever agreed a version; else there is nothing to compare with.
    """

    items: list[Any] = field(default_factory=list)
    became: dict[str, str] = field(default_factory=dict)
    dropped: list[Any] = field(default_factory=list)
    agreed: bool = False


def planned(visit: Visit) -> Planned:
    """Of a visit that was read for a viewer."""
    held = agenda.agenda_of(visit)
    if held is None:
        return Planned()
    every = agenda.items_of(held, withdrawn=True)
    items = [one for one in every if one.withdrawn_at is None]
    before = _agreed(held)
    if before is None:
        return Planned(items)
    differs = snapshots.differences(before.snapshot, snapshots.taken(held.version, items))
    gone = {uid for uid, (how, _fields) in differs.items() if how == snapshots.WITHDRAWN}
    became = {uid: how for uid, (how, _fields) in differs.items() if uid not in gone}
    return Planned(items, became, [one for one in every if str(one.uid) in gone], agreed=True)


def _agreed(held: Any) -> Any:
    """The latest version that both sides agreed, even if they changed it after; None where there is none."""
    versions = AgendaVersion.objects.filter(agenda=held).stated()
    rows = AgendaAgreement.objects.filter(version__in=versions.order_by().values("pk")).stated().order_by()
    sides: dict[int, set[str]] = {}
    for version, side in rows.values_list("version", "side"):
        sides.setdefault(version, set()).add(side)
    both = [version for version, found in sides.items() if found == set(Side.values)]
    return versions.filter(pk__in=both).order_by("-number").first() if both else None
