"""The queue: by time left, then by what is not known; alive without being read twice; taken away as a file."""

import re
from datetime import timedelta

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.arrivals.actions.assigning import assign
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.models import Arrival
from roadstead.arrivals.presenters.spans import ago, left, span
from roadstead.arrivals.queries.queue import QueueAsked, marked, queue
from roadstead.common import clock as clocks
from tests.apps.watch.notices import ZONE, take
from tests.conftest import CountQueries, FrozenClock
from tests.people import SIGNED_IN, client_of, holder, viewer

pytestmark = pytest.mark.django_db


def names(user: User, **more: str) -> list[str]:
    return [str(one) for one in queue(viewer(user), QueueAsked(**more))]


def looked_at(ship: Arrival, attention: str = "look", **more: object) -> None:
    Arrival.objects.for_the_system("tests").filter(pk=ship.pk).update(attention=attention, **more)


def test_the_least_time_left_comes_first_then_what_is_less_known(watch: User) -> None:
    by = viewer(watch)
    far, near, same = take(by, 1, eta="2026-06-20"), take(by, 2, eta="2026-06-04"), take(by, 3, eta="2026-06-04")
    quiet = take(by, 4, eta="2026-06-03")
    for ship, unknown in ((far, 9), (near, 1), (same, 4)):
        looked_at(ship, unknown=unknown)
    looked_at(quiet, "quiet")
    assert names(watch) == ["INVENTED 3", "INVENTED 2", "INVENTED 1"]
    assert names(watch, attention="quiet") == ["INVENTED 4"]
    assert names(watch, sort="-unknown")[0] == "INVENTED 1"
    assert names(watch, text="invented 2") == ["INVENTED 2"]


def test_a_zone_sees_its_own_and_what_nobody_places(watch: User) -> None:
    take(viewer(watch), 1, country="NG")
    assert names(watch) == ["INVENTED 1"]
    elsewhere = holder(Role.WATCH, "Puget Sound", name="Otto Other", email="otto@example.org")
    assert names(elsewhere) == []
    assert names(elsewhere, zone="") == ["INVENTED 1"]
    page = client_of(elsewhere).get("/watch/queue/?zone=").content.decode()
    assert "another zone’s" in page
    assert "/decide/" not in page


def test_a_row_says_what_one_has_to_know(watch: User) -> None:
    ship = take(viewer(watch), 1, country="NG", eta="2026-06-02")
    page = client_of(watch).get("/watch/queue/").content.decode()
    ship.refresh_from_db()
    assert ship.why
    assert "in 18 h 00 min" in page
    assert "Cannot tell yet" in page
    assert re.search(r"At which terminal|[Tt]erminal", page)
    assert "0 min ago" in page
    assert "nobody" in page
    assert f"/watch/arrivals/{ship.pk}/decide/" in page


def test_whoever_is_late_is_not_forgotten(watch: User, clock: FrozenClock) -> None:
    take(viewer(watch), 1, country="NG", eta="2026-06-02")
    clock.advance(timedelta(hours=20))
    assert "2 h 00 min ago" in client_of(watch).get("/watch/queue/").content.decode()
    clock.advance(timedelta(days=2))
    page = client_of(watch).get("/watch/queue/").content.decode()
    assert "although its time has come and gone" in page
    assert "INVENTED 1" not in page
    assert "INVENTED 1" in client_of(watch).get("/watch/queue/?when=past").content.decode()


def test_nothing_is_sent_where_nothing_changed(watch: User, clock: FrozenClock, at_most_queries: CountQueries) -> None:
    by, client = viewer(watch), client_of(watch)
    ship = take(by, 1, country="NG")
    page = client.get("/watch/queue/").content.decode()
    address = re.search(r'hx-get="([^"]+)"', page)[1].replace("&amp;", "&")  # type: ignore[index]
    with at_most_queries(SIGNED_IN + 2):
        assert client.get(address).status_code == 204
    take(by, 2, country="NG")
    fresh = client.get(address)
    assert fresh.status_code == 200
    assert "INVENTED 2" in fresh.content.decode()
    assert "<html" not in fresh.content.decode()
    assert "seen=" not in re.findall(r'href="(\?[^"]*)"', fresh.content.decode())[0]
    seen = marked(by, QueueAsked())[0]
    assign(arrival=ship, to=watch.pk, had=None, by=by)
    assert marked(by, QueueAsked())[0] != seen
    seen = marked(by, QueueAsked())[0]
    clock.advance(timedelta(minutes=6))  # the words on time left grow old
    assert marked(by, QueueAsked())[0] != seen


def test_it_is_filtered_by_who_has_it_and_taken_away(watch: User) -> None:
    by, client = viewer(watch), client_of(watch)
    one, _other = take(by, 1, country="NG"), take(by, 2, country="NG")
    assign(arrival=one, to=watch.pk, had=None, by=by)
    assert names(watch, who="me") == ["INVENTED 1"]
    assert names(watch, who="nobody") == ["INVENTED 2"]
    rows = client.get("/watch/queue/export.csv?who=me").content.decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert rows[1].startswith("INVENTED 1")
    assert "Wanda Watch" in rows[1]
    assert client.get("/watch/queue/export.xlsx").status_code == 200
    assert client.get("/watch/queue/export.pdf").status_code == 404
    assert "Nothing waits here" in client.get("/watch/queue/?q=nosuchship").content.decode()


def test_many_rows_ask_the_database_no_more(watch: User, at_most_queries: CountQueries) -> None:
    for number in range(30):
        take(viewer(watch), number, country="NG")
    client = client_of(watch)
    client.get("/watch/queue/")
    with at_most_queries(SIGNED_IN + 5):
        page = client.get("/watch/queue/").content.decode()
    assert "30 arrivals" in page
    assert "Page 2" in page


def test_it_is_taken_given_and_given_back_and_two_at_once_are_told(watch: User) -> None:
    by = viewer(watch)
    colleague = holder(Role.WATCH, ZONE, name="Cora Colleague", email="cora@example.org")
    stranger = holder(Role.WATCH, "Puget Sound", name="Otto Other", email="otto@example.org")
    ship = take(by, 1, country="NG")
    assign(arrival=ship, to=watch.pk, had=None, by=by)
    with pytest.raises(ArrivalError, match="Wanda Watch has it"):
        assign(arrival=ship, to=colleague.pk, had=None, by=viewer(colleague))
    with pytest.raises(ArrivalError, match="acts for this zone"):
        assign(arrival=ship, to=stranger.pk, had=watch.pk, by=by)
    address = f"/watch/arrivals/{ship.pk}/assign/?list=who%3Dme"
    client = client_of(watch)
    assert "Cora Colleague" in client.get(address).content.decode()
    sent = client.post(address, {"to": str(colleague.pk), "had": str(watch.pk), "list": "who=me"})
    assert sent.headers["Location"] == "/watch/queue/?who=me"
    late = client.post(address, {"to": "", "had": str(watch.pk)})
    assert late.status_code == 422
    assert "Cora Colleague has it" in late.content.decode()
    assert client.post(address, {"to": "", "had": str(colleague.pk)}).status_code == 302
    ship.refresh_from_db()
    assert ship.assigned_to_id is None


def test_time_is_said_as_exactly_as_it_helps() -> None:
    now = clocks.now()
    assert left(now + timedelta(days=2, hours=4), now) == "in 2 days 4 h"
    assert left(now - timedelta(minutes=5), now) == "5 min ago"
    assert ago(now, now) == "0 min ago"
    assert span(timedelta(days=9, hours=3)) == "9 days"
    assert span(timedelta(hours=5, minutes=7)) == "5 h 07 min"
