"""The log of a call: entries are added, once, in a chain; corrected by others; read by its own company alone."""

import json
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import DatabaseError, connection, transaction

from roadstead.arrivals import log_guard
from roadstead.arrivals.actions.measuring import attach_picture
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.models import LogEntry, MeasuresLog
from roadstead.arrivals.queries.measures import logs
from roadstead.arrivals.weighed import weigh
from roadstead.core.truth import NO, UNKNOWN, YES
from roadstead.files.models import Attachment
from tests.apps.files.made import png
from tests.apps.ships import acting
from tests.people import client_of, viewer


@pytest.fixture
def log(ours):
    return acting.log(ours, acting.ship(ours))


def test_the_five_duties_stand_as_they_were_entered(ours, log):
    acting.done(ours, log)
    found = weigh(logs(viewer(ours)).get())
    met = found.logged.met
    assert (met["C1"], met["C2"], met["C3"], met["C4"], met["C5"]) == (YES, YES, YES, YES, UNKNOWN)
    assert found.broken == ""


def test_a_refusal_without_who_refused_is_not_taken(ours, log):
    with pytest.raises(ArrivalError, match="Say who refused"):
        acting.enter(ours, log, "declaration", outcome="refused")


def test_the_same_entry_twice_is_there_once(ours, log):
    uid = uuid4()
    first = acting.enter(ours, log, "duty", uid, code="C1", done="yes")
    assert acting.enter(ours, log, "duty", uid, code="C1", done="yes") == first
    with pytest.raises(ArrivalError, match="number already"):
        acting.enter(ours, log, "duty", uid, code="C1", done="no")


def test_a_correction_is_another_entry_and_both_stay(ours, log):
    wrong = acting.enter(ours, log, "duty", code="C1", done="no")
    acting.enter(ours, log, "duty", corrects=str(wrong.uid), code="C1", done="yes")
    found = weigh(logs(viewer(ours)).get())
    assert found.logged.security_level_2 is YES
    assert len(found.rows) == 2
    assert found.standing.beside == ()


def test_two_phones_that_disagree_are_both_shown(ours, log):
    acting.enter(ours, log, "duty", code="C1", done="no")
    acting.enter(ours, log, "duty", code="C1", done="yes")
    found = weigh(logs(viewer(ours)).get())
    assert found.logged.security_level_2 is YES
    assert [one.content["done"] for one in found.standing.beside] == ["no"]
    assert "Two entries say different things" in client_of(ours).get(f"/ships/measures/{log.pk}/").content.decode()


def test_what_is_struck_out_counts_no_longer(ours, log):
    wrong = acting.enter(ours, log, "duty", code="C4", done="yes")
    acting.enter(ours, log, "struck", corrects=str(wrong.uid), words="Wrong call.")
    assert weigh(logs(viewer(ours)).get()).logged.logged is UNKNOWN


def test_watches_are_held_against_posts_and_hours_of_rest(ours, log):
    acting.enter(ours, log, "stay", arrived="2026-05-28T00:00:00Z", departed="2026-05-29T12:00:00Z")
    acting.enter(ours, log, "posts", posts="Gangway\nWater side")
    acting.enter(
        ours,
        log,
        "watch",
        guard="AB 1",
        post="Gangway",
        **{"from": "2026-05-28T00:00:00Z", "until": "2026-05-29T12:00:00Z"},
    )
    found = weigh(logs(viewer(ours)).get()).logged
    assert found.access_points_guarded is NO
    text = client_of(ours).get(f"/ships/measures/{log.pk}/").content.decode()
    assert "Water side stood empty" in text
    assert "AB 1 had too little rest" in text


def test_a_change_past_the_actions_is_seen(ours, log):
    acting.done(ours, log)
    log_guard.take_away(connection)  # as somebody with the database in hand would
    LogEntry.objects.for_the_system("a test").filter(number=2).update(content={"code": "C1", "done": "no"})
    assert weigh(logs(viewer(ours)).get()).broken == "entry 2 was changed"
    assert "does not hold" in client_of(ours).get(f"/ships/measures/{log.pk}/").content.decode()


def test_an_entry_left_out_at_the_end_is_seen(ours, log):
    acting.done(ours, log)
    LogEntry.objects.for_the_system("a test").filter(number=5).delete()
    assert weigh(logs(viewer(ours)).get()).broken == "the last entries are missing"


def test_the_database_itself_refuses_a_change(ours, log):
    acting.done(ours, log)
    log_guard.lay(connection)
    try:
        with pytest.raises(DatabaseError, match=log_guard.MESSAGE), transaction.atomic():
            LogEntry.objects.for_the_system("a test").filter(number=2).update(kind="note")
    finally:
        log_guard.take_away(connection)


def test_a_picture_is_kept_with_its_digest_once(ours, log):
    for _time in range(2):
        attach_picture(log=log, uid=uuid4(), upload=ContentFile(png(), name="gangway.png"), by=viewer(ours))
    [made] = Attachment.objects.visible_to(viewer(ours)).select_related("file")
    [entry] = weigh(logs(viewer(ours)).get()).standing.all_of("photo")
    assert entry.content["sha256"] == made.file.sha256


def test_another_company_reads_nothing_of_it(ours, theirs, watch, log):
    acting.enter(ours, log, "note", words="Quiet night.")
    attach_picture(log=log, uid=uuid4(), upload=ContentFile(png(), name="gangway.png"), by=viewer(ours))
    made = Attachment.objects.visible_to(viewer(ours)).get()
    for other in (theirs, watch):
        client = client_of(other)
        assert client.get(f"/ships/measures/{log.pk}/").status_code == 404
        assert client.get(f"/files/{made.pk}/gangway.png").status_code == 404
        assert not LogEntry.objects.visible_to(viewer(other)).exists()
    assert client_of(ours).get(f"/files/{made.pk}/gangway.png").status_code == 200
    sent = {"device": "d", "sent_at": acting.NOW.isoformat(), "entries": []}
    answer = client_of(theirs).post(f"/ships/measures/{log.pk}/keep/", json.dumps(sent), "application/json")
    assert answer.status_code == 404
    with pytest.raises(MeasuresLog.DoesNotExist):
        acting.enter(theirs, log, "note", words="Not mine.")


def test_a_phone_sends_and_one_fault_holds_up_no_other(ours, log):
    good = {"uid": str(uuid4()), "kind": "duty", "content": {"code": "C1", "done": "yes"}, "at": acting.NOW.isoformat()}
    bad = good | {"uid": str(uuid4()), "content": {"code": "C9", "done": "yes"}}
    sent = {"device": "d", "sent_at": acting.NOW.isoformat(), "entries": [bad, good, "no entry"]}
    answer = client_of(ours).post(f"/ships/measures/{log.pk}/keep/", json.dumps(sent), "application/json").json()
    assert answer["kept"] == [good["uid"]]
    assert answer["refused"][bad["uid"]] == "Choose one of the answers."
    assert LogEntry.objects.visible_to(viewer(ours)).count() == 1


def test_somebody_else_signed_in_on_the_phone_sends_nothing(ours, log):
    sent = {"device": "d", "person": ours.pk + 1, "sent_at": acting.NOW.isoformat(), "entries": []}
    answer = client_of(ours).post(f"/ships/measures/{log.pk}/keep/", json.dumps(sent), "application/json")
    assert answer.status_code == 409


def test_a_log_is_begun_for_a_ship_of_the_fleet_alone(ours, theirs):
    ship = acting.ship(theirs, company=acting.THEIRS)
    page = client_of(ours).post("/ships/measures/new/", {"uid": str(uuid4()), "ship": ship.pk, "port": "IRBND"})
    assert page.status_code == 422
    with pytest.raises((PermissionDenied, type(ship).DoesNotExist)):
        acting.log(ours, ship)
