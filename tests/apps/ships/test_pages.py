"""The pages of an operator: home, arrivals, one arrival, the thread; nothing of another company."""

import pytest

from roadstead.arrivals.actions.asking import ask_ship
from roadstead.arrivals.models import Message
from tests.apps.ships import acting
from tests.people import client_of, viewer


@pytest.fixture
def mine(ours, watch):
    ship = acting.ship(ours, watch=watch)
    return ship, acting.notice(watch)


def test_home_has_fleet_arrivals_questions_and_open_logs(ours, watch, mine):
    ship, arrival = mine
    ask_ship(arrival=arrival, field="", text="Which terminal (invented)?", to="", by=viewer(watch))
    acting.log(ours, ship)
    text = client_of(ours).get("/ships/").content.decode()
    for words in ("INVENTED ONE", "USHOU", "Logs not reported yet", f"/ships/arrivals/{arrival.pk}/"):
        assert words in text


def test_an_empty_home_says_where_to_begin(ours):
    assert "Add a ship" in client_of(ours).get("/ships/").content.decode()


def test_the_list_is_filtered_sorted_and_taken_away(ours, mine):
    client = client_of(ours)
    assert "INVENTED ONE" in client.get("/ships/arrivals/?q=invented&sort=-eta").content.decode()
    assert "No arrival fits" in client.get("/ships/arrivals/?q=nothing").content.decode()
    assert b"INVENTED ONE" in b"".join(client.get("/ships/arrivals/export.csv"))
    assert client.get("/ships/arrivals/export.xlsx").status_code == 200


def test_an_arrival_says_verdict_and_what_is_missing(ours, mine):
    _ship, arrival = mine
    text = client_of(ours).get(f"/ships/arrivals/{arrival.pk}/").content.decode()
    assert "Conditions of entry apply" in text
    assert "Still missing, for you to mend" in text
    assert "security level 2 measures" in text


def test_a_message_to_the_watch_is_in_the_thread(ours, watch, mine):
    _ship, arrival = mine
    page = client_of(ours).post(f"/ships/arrivals/{arrival.pk}/", {"text": "We come at noon."}, follow=True)
    assert "We come at noon." in page.content.decode()
    assert Message.objects.visible_to(viewer(watch)).get().side == "ship"
    arrival.refresh_from_db()
    assert arrival.attention == "look"


def test_a_question_is_answered_where_it_stands(ours, watch, mine):
    _ship, arrival = mine
    asked, _secret = ask_ship(
        arrival=arrival, field="", text="Who is the agent?", to="agent@example.org", by=viewer(watch)
    )
    client, address = client_of(ours), f"/ships/arrivals/{arrival.pk}/questions/{asked.pk}/"
    assert "Who is the agent?" in client.get(address).content.decode()
    assert client.post(address, {"text": "Example Agency."}).status_code == 302
    asked.refresh_from_db()
    assert asked.settled_at is not None


def test_another_company_finds_nothing_anywhere(theirs, watch, mine):
    _ship, arrival = mine
    asked, _secret = ask_ship(arrival=arrival, field="", text="Who?", to="agent@example.org", by=viewer(watch))
    client = client_of(theirs)
    for address in (
        f"/ships/arrivals/{arrival.pk}/",
        f"/ships/arrivals/{arrival.pk}/questions/{asked.pk}/",
        f"/ships/arrivals/{arrival.pk}/letters/1.pdf",
    ):
        assert client.get(address).status_code == 404, address
    for address in ("/ships/", "/ships/arrivals/?when=", "/ships/measures/", "/ships/fleet/"):
        assert "INVENTED ONE" not in client.get(address).content.decode(), address
    assert client.post(f"/ships/arrivals/{arrival.pk}/", {"text": "Hello."}).status_code == 404


def test_the_list_of_logs_is_filtered_and_taken_away(ours, mine):
    ship, _arrival = mine
    acting.log(ours, ship)
    client = client_of(ours)
    assert "IRBND" in client.get("/ships/measures/?state=open&sort=ship").content.decode()
    assert "No log fits" in client.get("/ships/measures/?state=reported").content.decode()
    assert b"IRBND" in b"".join(client.get("/ships/measures/export.csv"))


def test_words_for_passengers_name_what_is_on_the_list(ours, mine):
    _ship, arrival = mine
    text = client_of(ours).get(f"/ships/passengers/?arrival={arrival.pk}").content.decode()
    assert "Notice to passengers on port security" in text
    assert "46 USC 70110(a)(3)" in text
    notice = text.partition('class="s-notice"')[2]
    assert "Iran" in notice
    assert "Netherlands" not in notice


def test_words_for_passengers_are_open_and_tell_of_nobodys_arrival(client, mine):
    _ship, arrival = mine
    assert 'class="s-notice"' not in client.get(f"/ships/passengers/?arrival={arrival.pk}").content.decode()
    assert "Netherlands" not in client.get("/ships/passengers/?country=NL").content.decode()
