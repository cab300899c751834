"""The demonstration: more than a hundred countries hosted since 2005, a request in every state, made once."""

from collections import Counter

import pytest

from roadstead.accounts.roles import Role
from roadstead.common.invented import Chance
from roadstead.hosting import demonstration
from roadstead.hosting.demonstration.past import CAME
from roadstead.hosting.demonstration.scenes import SCENES
from roadstead.hosting.enums import State
from roadstead.hosting.queries.numbers import hosted
from roadstead.hosting.queries.requests import requests
from roadstead.registry.models import Country
from tests.apps.hosting import making
from tests.people import holder, viewer

FEW = ("NG", "GH", "TG", "KE")


@pytest.fixture
def some() -> None:
    """Countries of the scenes with a coast, so that the programme looks after them."""
    making.ground()
    for code in FEW:
        said = {"name": f"{code} (sample)", "coast": "coastal", "region": "Africa", "subregion": "Western Africa"}
        Country.objects.update_or_create(code=code, defaults=said)


def test_it_is_made_once_with_every_state_it_can(some: None) -> None:
    by = viewer(holder(Role.HEADQUARTERS))
    for _time in range(2):
        demonstration.make(by=by, partners={}, embassies={}, only=FEW)
    found = Counter(one.state for one in requests(by).exclude(origin="before"))
    assert found == Counter(SCENES[code].value for code in FEW)
    assert all("(invented)" in one.aims for one in requests(by))


def test_most_countries_were_hosted() -> None:
    codes = [f"{first}{second}" for first in "ABCDEFGHIJKLM" for second in "ABCDEFGHIJKL"]  # about as many as there are
    came = sum(Chance("hosted", code).happens(CAME) for code in codes)
    assert came > 100
    assert set(SCENES.values()) == set(State)
    assert hosted(viewer(holder(Role.HEADQUARTERS))) == []
