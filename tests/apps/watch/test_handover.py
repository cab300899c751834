"""The hand-over of a watch: written from what happened since the last one, handed once, taken once."""

from datetime import timedelta

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.arrivals.actions.asking import ask_ship
from roadstead.arrivals.actions.deciding import Said, decide
from roadstead.arrivals.actions.handing import hand_over, take_over
from roadstead.arrivals.actions.noting import write_note
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.models import HandOver
from roadstead.arrivals.queries.acting import seen_of
from roadstead.common.access.viewer import PUBLIC
from tests.apps.watch.notices import ZONE, changed, take
from tests.conftest import CountQueries, FrozenClock
from tests.people import SIGNED_IN, client_of, holder, viewer

pytestmark = pytest.mark.django_db


def busy(watch: User) -> None:
    """A watch with something of everything."""
    by = viewer(watch)
    ship, waits = take(by, 1), take(by, 2, country="NG", eta="2026-06-02")
    changed(ship)
    decide(arrival=ship, said=Said("held", seen_of(ship), "The pilot is ill."), by=by)
    write_note(arrival=ship, text="Tug ordered.", by=by)
    ask_ship(arrival=waits, field="", text="Who signs?", to="agent@example.org", by=by)


def test_it_is_written_from_what_happened(watch: User, clock: FrozenClock) -> None:
    busy(watch)
    clock.advance(timedelta(hours=1))
    client = client_of(watch)
    page = client.get("/watch/handover/").content.decode()
    for words in ("The pilot is ill.", "Tug ordered.", "Who signs?", "announced:", "the verdict changed from"):
        assert words in page
    assert "in 17 h 00 min" in page
    done = client.post("/watch/handover/", {"zone": ZONE, "last": "", "text": "Call <b>back</b> at six."}, follow=True)
    page = done.content.decode()
    assert "Call &lt;b&gt;back&lt;/b&gt; at six." in page
    assert "still to decide" in page
    assert "waits for an answer" in page
    made = HandOver.objects.visible_to(viewer(watch)).get()
    clock.advance(timedelta(hours=1))
    fresh = client.get("/watch/handover/").content.decode()
    assert "Nothing was announced, decided, asked or noted." in fresh
    assert "was not taken by anybody yet" in fresh
    assert any(one["words"].startswith("decided by Wanda Watch: Held") for one in made.happened)


def test_it_is_handed_once_and_taken_once(watch: User) -> None:
    by = viewer(watch)
    next_one = viewer(holder(Role.WATCH, ZONE, name="Nora Next", email="nora@example.org"))
    third = viewer(holder(Role.WATCH, ZONE, name="Theo Third", email="theo@example.org"))
    since = take(by).received_at - timedelta(hours=1)
    made = hand_over(zone=ZONE, since=since, happened=[], text="", last=None, by=by)
    with pytest.raises(ArrivalError, match="Wanda Watch has handed this watch over"):
        hand_over(zone=ZONE, since=since, happened=[], text="Mine, too.", last=None, by=third)
    take_over(handover=made, by=next_one)
    take_over(handover=made, by=next_one)
    with pytest.raises(ArrivalError, match="Nora Next took this watch over"):
        take_over(handover=made, by=third)
    with pytest.raises(ArrivalError, match="no such zone"):
        hand_over(zone="Atlantis", since=since, happened=[], text="", last=None, by=viewer(holder(Role.HEADQUARTERS)))
    assert HandOver.objects.visible_to(PUBLIC).count() == 0


def test_taking_it_on_its_page(watch: User) -> None:
    by = viewer(watch)
    made = hand_over(zone=ZONE, since=take(by).received_at, happened=[], text="", last=None, by=by)
    client = client_of(holder(Role.WATCH, ZONE, name="Nora Next", email="nora@example.org"))
    address = f"/watch/handover/{made.pk}/"
    assert "Take the watch over" in client.get(address).content.decode()
    assert "You have the watch." in client.post(address, follow=True).content.decode()
    assert "Nora Next" in client.get(address).content.decode()
    elsewhere = client_of(holder(Role.WATCH, "Puget Sound", name="Otto Other", email="otto@example.org"))
    assert "Take the watch over" not in elsewhere.get(address).content.decode()
    assert elsewhere.post(address).status_code == 403
    assert elsewhere.post("/watch/handover/", {"zone": ZONE, "last": "", "text": ""}).status_code == 403


def test_much_asks_the_database_no_more(watch: User, at_most_queries: CountQueries) -> None:
    for number in range(12):
        ship = take(viewer(watch), number, eta="2026-06-02", country="NG")
        write_note(arrival=ship, text=f"Note {number}.", by=viewer(watch))
    client = client_of(watch)
    client.get("/watch/handover/")
    with at_most_queries(SIGNED_IN + 15):
        assert "Note 11." in client.get("/watch/handover/").content.decode()
    assert "Choose a zone" in client_of(holder(Role.HEADQUARTERS)).get("/watch/handover/").content.decode()
