"""Items of the reconciliation desk and merges, for the tests; printed facilities are those of the shipped rule book."""

from typing import Any

from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.merging import merge_facilities
from roadstead.registry.actions.merging_preview import preview
from roadstead.registry.models import Facility, FacilityName, Identity, Merger
from roadstead.registry.queries.reconcil_items import Item
from roadstead.registry.queries.reconcil_one import item
from roadstead.registry.queries.reconciling import work_list
from tests import people
from tests.apps.registry.facilities.made import officer


def keeper(code: str = "NG") -> Viewer:
    return people.viewer(officer(code))


def items(by: Viewer | None = None, **asked: str) -> list[Item]:
    return list(work_list(by or keeper(), **asked).items)


def keys(by: Viewer | None = None, **asked: str) -> list[str]:
    return [one.key for one in items(by, **asked)]


def the(key: str, by: Viewer | None = None) -> Item:
    found = item(by or keeper(), key)
    assert found is not None, f"{key} is not in the list: {keys(by)}"
    return found[0]


def only(by: Viewer | None = None, **asked: str) -> Item:
    """The one item of a kind and country."""
    found = items(by, **asked)
    assert len(found) == 1, [one.key for one in found]
    return found[0]


def names(one: Facility) -> dict[str, str]:
    rows = FacilityName.objects.for_the_system("a test").filter(facility=one.pk)
    return {row.name: row.kind for row in rows}


def again(one: Facility) -> Facility:
    return Facility.objects.for_the_system("a test").get(pk=one.pk)


def identity(pk: int) -> Identity:
    return Identity.objects.for_the_system("a test").get(pk=pk)


def merged(kept: Facility, other: Facility, by: Viewer | None = None, **said: Any) -> Merger:
    """A merge that takes of the other what `said` names: merged(one, two, name="merged"); why and the like go along."""
    who = by or keeper()
    look = preview(again(kept), again(other), who)
    words = {name: said.pop(name) for name in ("why", "numbers_why", "seen") if name in said}
    choices = {key: said.get(key, "kept") for key in look.differ}
    full = {"why": "the same gate", "numbers_why": "numbered twice" if look.two_numbers else "", "seen": look.seen}
    return merge_facilities(kept=kept, merged=other, choices=choices, by=who, **(full | words))
