"""What each entry of an address book would become: called inside of importing, and when it is confirmed again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.engagement.addressbook.checking import Checker, Country
from roadstead.engagement.addressbook.draft import Draft, Entry, Problem
from roadstead.engagement.enums import Consent
from roadstead.engagement.models import Contact, ContactPoint
from roadstead.engagement.queries.parts import with_points, with_positions
from roadstead.registry.enums import RowOutcome
from roadstead.registry.queries.places import FACILITY, ORGANISATION, Place, places_exactly

AT_ONCE = 400  # entries for which the address book is asked at once
SAME_PERSON = 60  # of 100; below, one address has two persons behind it


@dataclass(slots=True)
class Planned:
    """One entry, and what would become of it. adds: the fields that an entry we have would take from it."""

    entry: Entry
    draft: Draft | None = None
    outcome: RowOutcome = RowOutcome.REJECTED
    contact: Any = None
    place: Place | None = None
    adds: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def reject(self, words: str, column: str = "") -> None:
        self.outcome = RowOutcome.REJECTED
        self.problems.append(Problem(column, words))


def planned(
    entries: Iterable[Entry], source: str, country: Country, viewer: Viewer, *, lenient: bool
) -> Iterator[Planned]:
    """Each entry with what would become of it; a few queries for every few hundred.

    source: where entries are from that do not say so themselves. lenient: as a Checker is.
    """
    left, seen = iter(entries), dict[tuple[str, str], int]()
    while batch := [_read(one, source, country, lenient) for one in islice(left, AT_ONCE)]:
        for one in batch:
            _once(one, seen)
        _meet([one for one in batch if one.draft is not None], viewer)
        yield from batch


def _read(entry: Entry, source: str, country: Country, lenient: bool) -> Planned:
    checker = Checker({"source": source, **entry.values}, country, lenient=lenient)
    draft = checker.draft()
    one = Planned(entry, draft, problems=[*entry.problems, *checker.problems, *checker.remarks])
    if entry.problems:
        one.draft = None
        one.problems = list(entry.problems) if not entry.values else one.problems
    return one


def _once(one: Planned, seen: dict[tuple[str, str], int]) -> None:
    """An entry that the same file has already is left out, and said."""
    if one.draft is None:
        return
    keys = _keys(one.draft)
    before = min((seen[key] for key in keys if key in seen), default=0)
    if before:
        one.draft = None
        one.reject(_("The same person stands in line %(line)s already.") % {"line": before})
        return
    for key in keys:
        seen[key] = one.entry.line


def _keys(draft: Draft) -> list[tuple[str, str]]:
    keys = [("email", point.compared) for point in draft.emails]
    return [("uid", draft.uid), *keys] if draft.uid else keys


def _meet(batch: list[Planned], viewer: Viewer) -> None:
    """Say whom each entry meets: by its uid, else by an address."""
    drafts = [one.draft for one in batch if one.draft is not None]
    by_uid = {one.uid: one for one in _readable(viewer).filter(uid__in={one.uid for one in drafts} - {""})}
    addresses = {point.compared for one in drafts for point in one.emails}
    holders: dict[str, set[int]] = {}
    rows = ContactPoint.objects.visible_to(viewer).filter(kind="email", compared__in=addresses)
    for compared, pk in rows.values_list("compared", "contact"):
        holders.setdefault(compared, set()).add(pk)
    keys = {pk for each in holders.values() for pk in each} | {one.pk for one in by_uid.values()}
    known, named = _roots(keys, viewer), _named(drafts, viewer)
    _place(batch, viewer)
    for one in batch:
        if one.draft is not None:
            mine = {known[pk].pk: known[pk] for pk in _met(one.draft, by_uid, holders) if pk in known}
            _decide(one, one.draft, list(mine.values()), (one.draft.country, fold(one.draft.name)) in named)


def _met(draft: Draft, by_uid: dict[str, Any], holders: dict[str, set[int]]) -> set[int]:
    met = {pk for point in draft.emails for pk in holders.get(point.compared, ())}
    return met | ({by_uid[draft.uid].pk} if draft.uid in by_uid else set())


def _decide(one: Planned, draft: Draft, mine: list[Any], namesake: bool) -> None:
    if not mine and namesake and not draft.uid and not draft.emails:
        words = _("We have a person of this name in this country, and the entry has no address to tell them apart.")
        one.reject(words)
        return
    if not mine:
        one.outcome = RowOutcome.NEW
        if namesake:
            one.problems.append(
                Problem("name", _("We have a person of this name in this country: see whether it is one."))
            )
        return
    if len(mine) > 1:
        one.reject(_("It meets several people that we have. Join those first, or mend the entry."))
        return
    one.contact = held = mine[0]
    if held.forgotten_at is not None or held.consent == Consent.REFUSED:
        one.reject(_("This person refused to be kept."))
    elif (not draft.uid or draft.uid != held.uid) and not _alike(draft, held):
        one.reject(_("The address is that of a person with another name. Mend one of the two, or write it by hand."))
    else:
        one.adds = additions(held, draft) + (["part"] if one.place and _new_part(held, draft, one.place) else [])
        one.outcome = RowOutcome.CHANGED if one.adds else RowOutcome.SAME


def additions(held: Any, draft: Draft) -> list[str]:
    """What an entry adds: what we lack, never what we have otherwise. `points` of `held` were fetched."""
    lacking = ("local_name", "languages", "note", "last_contact_on", "uid")
    found = [name for name in lacking if getattr(draft, name) and not getattr(held, name)]
    found += ["country"] if draft.country and not held.country_id else []
    found += ["consent"] if draft.consent != Consent.UNKNOWN == held.consent else []
    there = {(one.kind, one.compared) for one in held.points.all()}
    for kind, points in (("email", draft.emails), ("phone", draft.phones)):
        found += [f"{kind}s"] if any((kind, one.compared) not in there for one in points) else []
    return found


def _new_part(held: Any, draft: Draft, place: Place) -> bool:
    part = draft.part
    there = {(one.organisation_id, one.facility_id, one.kind, one.valid_from) for one in held.positions.all()}
    ids = (place.pk, None) if place.sort == ORGANISATION else (None, place.pk)
    return part is not None and (*ids, part.kind, part.valid_from) not in there


def _place(batch: list[Planned], viewer: Viewer) -> None:
    """Find the organisation or facility that an entry names; one that is not found is said, and its part left out."""
    for sort in (ORGANISATION, FACILITY):
        wanted = {str(getattr(one.draft.part, sort)) for one in batch if one.draft and one.draft.part} - {""}
        found = places_exactly(wanted, viewer, sort) if wanted else {}
        for one in batch:
            said = str(getattr(one.draft.part, sort)) if one.draft and one.draft.part else ""
            if one.draft is None or not said:
                continue
            several = found.get(fold(said), [])
            near = [each for each in several if each.country == one.draft.country] or several
            if len(near) == 1:
                one.place = near[0]
            else:
                words = _("“%(name)s” is not in the register, or several are called so: the part is left out.")
                one.problems.append(Problem(sort, words % {"name": said[:80]}))


def _named(drafts: list[Draft], viewer: Viewer) -> set[tuple[str, str]]:
    """The countries and names that we have, of those that entries give."""
    rows = Contact.objects.visible_to(viewer).filter(merged_into__isnull=True)
    found = rows.filter(folded__in={fold(one.name) for one in drafts} - {""}).values_list("country", "folded")
    return {(country or "", folded) for country, folded in found}


def _alike(draft: Draft, held: Any) -> bool:
    return fuzz.token_sort_ratio(fold(draft.name), held.folded) >= SAME_PERSON


def _roots(keys: set[int], viewer: Viewer) -> dict[int, Any]:
    """Entries by number, each as the one it was joined into."""
    found = {one.pk: one for one in _readable(viewer).filter(pk__in=keys)}
    roots = {}
    for pk, one in found.items():
        held = one
        while held is not None and held.merged_into_id is not None:
            held = _readable(viewer).filter(pk=held.merged_into_id).first()
        if held is not None:
            roots[pk] = held
    return roots


def _readable(viewer: Viewer) -> Any:
    return Contact.objects.visible_to(viewer).prefetch_related(with_points(), with_positions())
