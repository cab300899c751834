"""Several who decide the same, or merge the same two entries both ways, at one moment; and the index of search."""

from collections.abc import Callable
from typing import Any

import pytest

from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.actions.merging import merge_facilities
from roadstead.registry.actions.merging_back import part_facilities
from roadstead.registry.actions.merging_preview import preview
from roadstead.registry.actions.reconciling import decide_facility
from roadstead.registry.models import Facility, Identity, Merger
from roadstead.registry.printed import printed
from roadstead.search.building import differences
from tests import people
from tests.apps.registry.facilities import made
from tests.apps.registry.facilities.made import written
from tests.apps.registry.reconciliation.acting import keeper, merged, the
from tests.together import Together

KEY = f"exception-{next(one for one in printed(['NG']) if one.number).key}"


def refusals(function: Callable[[], Any]) -> Callable[[], Any]:
    def tried() -> Any:
        try:
            return function()
        except RegisterError as error:
            return error

    return tried


@pytest.fixture
def _world(transactional_db: None) -> None:
    made.world()


@pytest.mark.usefixtures("_world")
@pytest.mark.django_db(transaction=True)
def test_of_several_who_decide_at_once_one_does(together: Together) -> None:
    by, item = keeper(), the(KEY)
    ones = [written(f"Terminal {n} (invented)") for n in range(4)]

    def decide(one: Facility) -> Callable[[], Any]:
        return refusals(lambda: decide_facility(item=item, facility=one, why="x", by=by))

    found = together([decide(one) for one in ones])
    assert sum(isinstance(one, Identity) for one in found) == 1, found
    assert {str(one) for one in found if isinstance(one, RegisterError)} == {
        "It was decided already. Take that decision back first."
    }


@pytest.mark.usefixtures("_world")
@pytest.mark.django_db(transaction=True)
def test_of_two_merges_of_the_same_two_one_is_made(together: Together) -> None:
    by, one, other = keeper(), written("A (invented)"), written("B (invented)")

    def merge(kept: Facility, gone: Facility, by: Viewer = by) -> Callable[[], Any]:
        look = preview(kept, gone, by)
        said: dict[str, Any] = {"choices": dict.fromkeys(look.differ, "kept"), "seen": look.seen, "why": "x"}
        return refusals(lambda: merge_facilities(kept=kept, merged=gone, by=by, **said))

    found = together([merge(one, other), merge(other, one)])
    assert sum(isinstance(each, Merger) for each in found) == 1, found


@pytest.mark.django_db
def test_the_index_of_search_is_as_the_records_are() -> None:
    made.world()
    one, other, third = (written(f"{name} Basin (invented)") for name in ("Alpha", "Beta", "Gamma"))
    decide_facility(item=the(KEY), facility=other, why="x", by=keeper())
    merged(other, third)
    row = merged(one, other, name="merged")
    assert differences(["facility"]) == []
    part_facilities(merger=row, by=people.viewer(made.officer()))
    assert differences(["facility"]) == []
