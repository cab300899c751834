"""The demonstration asks a few invented ships, and hands a watch over; once."""

import pytest
from django.core import mail

from roadstead.accounts.models import User
from roadstead.arrivals.demonstration import make_acts
from roadstead.arrivals.models import HandOver, Message
from tests.apps.watch.notices import take
from tests.conftest import FrozenClock
from tests.people import viewer

pytestmark = pytest.mark.django_db


def test_questions_and_a_hand_over_are_made_once(watch: User, clock: FrozenClock) -> None:
    clock.set("2026-06-15")
    by = viewer(watch)
    assert make_acts(watch=by) == 0, "no ship comes"
    for number in range(5):
        take(by, number, country="NG", eta=f"2026-06-{17 + number}")
    assert make_acts(watch=by) == 4
    assert make_acts(watch=by) == 0
    assert Message.objects.visible_to(by).count() == len(mail.outbox) == 3
    assert "Invented" in HandOver.objects.visible_to(by).get().text
