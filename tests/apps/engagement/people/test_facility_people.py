"""Whom to call at a port facility stands on its pages, for each reader as far as the person may be read."""

import pytest
from django.test import Client

from roadstead.common.access.marks import Mark
from tests import people
from tests.apps.engagement.people import acting
from tests.apps.registry.facilities import made

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world() -> None:
    made.world()
    made.imported(made.row())


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    text: str = answer.content.decode()
    return text


def test_the_security_officer_is_named_to_whom_it_may_be() -> None:
    by, one = people.holder("liaison", "NG", name="Lea Liaison"), made.held()
    officer = acting.written(by, name="Pia Pfso (invented)", country="NG", emails="pia@example.org")
    acting.part(officer, one, by, kind="pfso", since="2024-01-01")
    before = acting.written(by, name="Otto Former (invented)", country="NG")
    acting.part(before, one, by, kind="pfso", since="2020-01-01", until="2023-12-31")
    desk, partner = people.client_of(by), people.client_of(made.authority())
    text = page(desk, f"/desk/facilities/{one.pk}/")
    assert "Pia Pfso (invented)" in text
    assert "mailto:pia@example.org" in text
    assert "Otto Former" not in text, "who is no longer in office"
    assert "Nobody is known there" in page(partner, f"/partner/facilities/{one.pk}/")
    acting.mark(officer, Mark.PARTNER, by, states=("NG",), people=())
    assert "Pia Pfso (invented)" in page(partner, f"/partner/facilities/{one.pk}/")
