"""Deciding what a name or number in some source is in the register: an entry, a port, or none of these."""

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.registry.actions.facilities import correct_facility, held_to_keep
from roadstead.registry.actions.facility_names import add_name
from roadstead.registry.actions.keeping import RegisterError, must_keep
from roadstead.registry.enums import FacilityNameKind
from roadstead.registry.models import Country, Facility, FacilityName, Identity, Port
from roadstead.registry.models.changes import LONGEST_WHY
from roadstead.registry.queries.facilities import facilities
from roadstead.registry.queries.reconcil_items import CLASH, PORT, Item
from roadstead.registry.reach import may_reach, person_of, reach_of
from roadstead.registry.reconciling_events import IdentityDecided


@action
def decide_facility(*, item: Item, facility: Facility | None, why: str, by: Viewer) -> Identity:
    """Say that an item is this facility, which then gets its names; or, with None, that it is none of the register.

    Raises PermissionDenied; RegisterError where it was decided already or cannot be; DoesNotExist if withheld.
    """
    made = _begun(item, why, by)
    if item.kind == PORT or (item.both and facility is not None):
        raise RegisterError(_("Two entries that are one facility are merged; a port is not a facility."))
    held = held_to_keep(facility, by) if facility is not None else None
    if held is not None and held.country_id != item.country:
        raise RegisterError(_("That entry is of another country."), "other")
    made.facility, made.same = held, held is not None
    if item.both:
        made.facility = facilities(by).get(pk=item.entries[0])
    if held is not None:
        made.brought = {"names": _bring(item, held, by)}
    return _kept(made, item, by)


@action
def decide_port(*, item: Item, port: str | None, why: str, by: Viewer) -> Identity:
    """Say which port a name is: the entries that name it and have no port get it; None: no port of the country.

    Raises as `decide_facility` does.
    """
    if item.kind != PORT:
        raise RegisterError(_("This asks for a facility, not for a port."))
    if item.settled and port == item.settled:
        return _again(item, port, by)
    made = _begun(item, why, by)
    if port is not None:
        found = Port.objects.filter(pk=port, country=item.country, retired=False).first()
        if found is None:
            raise RegisterError(_("There is no such port in this country; write its UN/LOCODE, as in NGAPP."), "other")
        made.port, made.same = found, True
        made.brought = {"ports": _place(item, found, by)}
    return _kept(made, item, by)


def source_of(made: Identity) -> str:
    """How a port that was decided stands in the entries that got it."""
    return _("decided what “%(text)s” is, on %(day)s") % {
        "text": made.text[:120],
        "day": made.decided_at.date().isoformat(),
    }


def reason(why: str) -> str:
    """A reason, tidied. Raises RegisterError where there is none, or one too long."""
    said = " ".join(why.replace("\0", "").split())
    if not said:
        raise RegisterError(_("Say how you know."), "why")
    if len(said) > LONGEST_WHY:
        raise RegisterError(_("Say it in at most %(most)s characters.") % {"most": LONGEST_WHY}, "why")
    return said


def _begun(item: Item, why: str, by: Viewer) -> Identity:
    """A decision that nobody made yet; the country is locked, so that two who decide at once do not both."""
    must_keep(by, item.country)
    said = reason(why)
    Country.objects.select_for_update().get(pk=item.country)
    every = Identity.objects.for_the_system("whether it was decided")
    before = every.filter(country=item.country, folded=item.folded, where=item.where, reversed_at__isnull=True)
    if before.exists():
        raise RegisterError(_("It was decided already. Take that decision back first."))
    return Identity(
        text=item.text[:200],
        folded=item.folded,
        country_id=item.country,
        where=item.where,
        same=False,
        why=said,
        decided_by_id=person_of(by),
        decided_at=clock.now(),
    )


def _kept(made: Identity, item: Item, by: Viewer) -> Identity:
    made.save()
    said = IdentityDecided(kind=item.kind, same=made.same, identity=made.pk)
    record(said, subject=made.facility or made, by=by)
    return made


def _bring(item: Item, held: Facility, by: Viewer) -> list[int]:
    """Give the facility the names that it has not; their keys."""
    there = {held.folded, *FacilityName.objects.filter(facility=held.pk).stated().values_list("folded", flat=True)}
    kind = FacilityNameKind.ALIAS if item.kind == CLASH and not item.in_force else FacilityNameKind.PRINTED
    made: list[int] = []
    for name in item.brings:
        if fold(name) and fold(name) not in there:
            there.add(fold(name))
            made.append(add_name(facility=held, name=name, kind=kind, source=item.source[:200], by=by).pk)
    return made


def _again(item: Item, port: str, by: Viewer) -> Identity:
    """What was decided holds for the entries that came since, too."""
    must_keep(by, item.country)
    rows = (
        Identity.objects.visible_to(by)
        .select_for_update(of=("self",))
        .filter(country=item.country, folded=item.folded, where=item.where)
    )
    made = rows.get(reversed_at__isnull=True, same=True, port=port)
    assert made.port is not None
    made.brought = {"ports": [*made.brought.get("ports", []), *_place(item, made.port, by, made)]}
    made.save(update_fields=["brought"])
    record(IdentityDecided(kind=PORT, same=True, identity=made.pk), subject=made, by=by)
    return made


def _place(item: Item, port: Port, by: Viewer, made: Identity | None = None) -> list[int]:
    """Set the port of every entry of the item that this person may change; their keys."""
    words = Identity(text=item.text, decided_at=made.decided_at if made else clock.now())
    placed: list[int] = []
    for one in facilities(by).filter(pk__in=item.entries, port__isnull=True).order_by("pk"):
        if may_reach(by, reach_of(one)):
            said = {"port": port.pk}
            correct_facility(facility=one, revision=one.revision, said=said, source=source_of(words), by=by)
            placed.append(one.pk)
    if not placed:
        raise RegisterError(_("None of these entries is yours to change."))
    return placed
