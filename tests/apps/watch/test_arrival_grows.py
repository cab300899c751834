"""The page of an arrival asks the database the same for one of each and for many."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from roadstead.accounts.models import User
from roadstead.arrivals.actions.asking import ask_ship
from roadstead.arrivals.actions.noting import write_note
from roadstead.arrivals.actions.taking import take_notice
from roadstead.arrivals.actions.writing import write_message
from roadstead.arrivals.enums import Disposition, Origin
from roadstead.arrivals.letter_enums import LetterKind
from roadstead.arrivals.models import Arrival, Letter, Message, Note, Received
from roadstead.common.access.viewer import Viewer
from roadstead.wire.incoming.base import When
from tests.apps.watch.letters import begun, decided
from tests.apps.watch.notices import changed, incoming, take
from tests.people import client_of, viewer

pytestmark = pytest.mark.django_db
MANY = 4
KINDS = (LetterKind.CONDITIONS, LetterKind.ORDER, LetterKind.RECEIPT)


def version(ship: Arrival, number: int, by: Viewer) -> None:
    """The notice once more, with one more call."""
    told = incoming(country="IR")
    moment = datetime(2026, 4, number + 1, 12, tzinfo=UTC)
    departed = When(said=moment.isoformat(), moment=moment, zone_name="UTC")
    more = [
        msgspec.structs.replace(
            told.calls[1], departed=msgspec.structs.replace(departed, moment=moment + timedelta(hours=hour))
        )
        for hour in range(number)
    ]
    again, outcome = take_notice(
        incoming=msgspec.structs.replace(told, calls=(*told.calls, *more)), origin=Origin.IMPORT, by=by
    )
    assert (again.pk, outcome) == (ship.pk, "updated")


def one_more(ship: Arrival, number: int, by: Viewer) -> None:
    """One more of everything that the page shows."""
    version(ship, number, by)
    changed(ship)
    decided(ship, Disposition.EXAMINE_AT_SEA, by)
    begun(ship, by, KINDS[number - 1])
    write_note(arrival=ship, text=f"Note {number}.", by=by)
    write_message(arrival=ship, text=f"Message {number}.", by=by)
    ask_ship(arrival=ship, field="", text=f"Question {number}?", to="agent@example.org", by=by)
    take(by, 1, eta=f"2026-08-{8 + 6 * number:02}")  # the past of the same ship


def queries(client: Client, ship: Arrival) -> int:
    client.get(f"/watch/arrivals/{ship.pk}/")  # what is read once for all is read
    with CaptureQueriesContext(connection) as found:
        assert client.get(f"/watch/arrivals/{ship.pk}/").status_code == 200
    return len(found)


def test_the_page_asks_the_database_the_same_for_few_and_for_many(watch: User) -> None:
    by, client = viewer(watch), client_of(watch)
    ship = take(by, country="IR")
    one_more(ship, 1, by)
    few = queries(client, ship)
    for number in range(2, MANY):
        one_more(ship, number, by)
    kept = [rows.objects.filter(arrival=ship).stated().count() for rows in (Received, Letter, Message, Note)]
    assert min(kept) >= MANY - 1
    assert queries(client, ship) == few
