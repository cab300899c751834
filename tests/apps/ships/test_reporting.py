"""The report: one tap, the arrival judged again, before or after its notice came; and its receipt."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
import typst
from typer.testing import CliRunner

from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.models import Change, Received, Verdict
from roadstead.arrivals.queries.arrivals import readable
from roadstead.arrivals.relieving import relief_of
from roadstead.cli.main import app
from roadstead.common import clock
from roadstead.publication import keyring
from tests.apps.ships import acting
from tests.people import client_of, viewer


@pytest.fixture
def mine(ours, watch):
    return acting.ship(ours, watch=watch)


def the_arrival(user):
    return readable(viewer(user)).get()


def test_a_report_judges_the_arrival_again_with_its_cause(ours, watch, mine):
    before = acting.notice(watch)
    assert (before.outcome, before.unsure) == ("applies", "C1 C2 C3 C4 C5")
    log = acting.log(ours, mine)
    acting.done(ours, log)
    reported = acting.report(ours, log)
    after = the_arrival(ours)
    assert reported.judged == 1
    assert (after.unmet, after.unsure) == ("", "")
    verdict = Verdict.objects.filter(arrival=after).stated().latest("pk")
    assert (verdict.cause, verdict.number) == ("measures", after.number)
    assert Change.objects.filter(arrival=after, cause="measures").stated().count() == 1
    content = json.loads(Received.objects.filter(arrival=after, current=True).stated().get().content)
    assert content["calls"][0]["measures"]["declaration_of_security"] == "refused"
    assert "measures" not in content["calls"][1]


def test_a_log_before_any_notice_counts_once_the_notice_comes(ours, watch, mine):
    log = acting.log(ours, mine)
    acting.done(ours, log)
    assert acting.report(ours, log).judged == 0
    arrival = acting.notice(watch)
    assert (arrival.outcome, arrival.unmet, arrival.unsure) == ("applies", "", "")
    assert acting.report(ours, log).judged == 0, "it counted by itself"


def test_reported_twice_it_is_one_report(ours, watch, mine):
    acting.notice(watch)
    log = acting.log(ours, mine)
    acting.done(ours, log)
    first, second = acting.report(ours, log), acting.report(ours, log)
    assert first.report == second.report
    assert first.receipt == second.receipt
    assert Verdict.objects.filter(arrival=the_arrival(ours)).stated().count() == 2


def test_an_empty_log_reports_nothing(ours, mine):
    with pytest.raises(ArrivalError, match="nothing in the log"):
        acting.report(ours, acting.log(ours, mine))


def test_a_log_of_a_ship_that_nobody_confirmed_changes_no_verdict(ours, watch):
    arrival = acting.notice(watch)
    log = acting.log(ours, acting.ship(ours))
    acting.done(ours, log)
    assert acting.report(ours, log).judged == 0
    arrival.refresh_from_db()
    assert arrival.unsure == "C1 C2 C3 C4 C5"


def test_the_watch_reads_a_log_once_it_was_reported(ours, watch, mine):
    log = acting.log(ours, mine)
    acting.done(ours, log)
    acting.report(ours, log)
    assert client_of(watch).get(f"/ships/measures/{log.pk}/").status_code == 200


def test_relief_says_to_both_sides_what_is_missing(ours, watch, mine):
    acting.notice(watch)
    _notice, _decision, before = relief_of(the_arrival(ours), clock.today())
    assert any(one.by == "ship" for one in before.missing)
    log = acting.log(ours, mine)
    acting.done(ours, log)
    acting.report(ours, log)
    _notice, _decision, after = relief_of(the_arrival(ours), clock.today())
    assert not any(one.by == "ship" for one in after.missing)
    assert {one.duty for one in after.credits} == {"C1", "C2", "C3", "C4", "C5"}


def receipt(ours, watch, mine, tmp_path) -> Path:
    acting.notice(watch)
    log = acting.log(ours, mine)
    acting.done(ours, log)
    client = client_of(ours)
    page = client.post(f"/ships/measures/{log.pk}/report/", follow=True)
    assert "Receipt of reported measures" in page.content.decode()
    body = client.get(page.request["PATH_INFO"].rstrip("/") + ".json")
    file = tmp_path / "receipt.json"
    file.write_bytes(body.content)
    return file


def test_a_receipt_proves_itself_without_a_database(ours, watch, mine, tmp_path):
    file = receipt(ours, watch, mine, tmp_path)
    keys = keyring.read(tmp_path / keyring.FOLDER)
    assert keys is not None
    done = CliRunner().invoke(app, ["advisory", "verify", str(file), "--key", keys.history.root, "--format", "json"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.output)["origin_proven"] is True
    said = json.loads(file.read_text())["receipt"]
    [judged] = said["arrivals"]
    assert (judged["outcome"], judged["duties_not_known"]) == ("applies", [])
    assert judged["edition"]
    assert said["ship"] == {"imo": acting.IMO, "name": "INVENTED ONE"}
    assert len(said["log"]["entries"]) == len(acting.DONE) + 1


def test_no_byte_of_a_receipt_can_change(ours, watch, mine, tmp_path):
    file = receipt(ours, watch, mine, tmp_path)
    body = file.read_bytes()
    for place in range(0, len(body), max(1, len(body) // 60)):
        changed = bytearray(body)
        changed[place] ^= 1
        file.write_bytes(bytes(changed))
        done = CliRunner().invoke(app, ["advisory", "verify", str(file), "--format", "json"])
        assert done.exit_code == 1, place


def test_a_receipt_of_another_key_is_refused(ours, watch, mine, tmp_path):
    file = receipt(ours, watch, mine, tmp_path)
    done = CliRunner().invoke(app, ["advisory", "verify", str(file), "--key", "ab" * 32, "--format", "json"])
    assert done.exit_code == 1


def test_another_company_is_given_no_receipt(ours, theirs, watch, mine, tmp_path):
    file = receipt(ours, watch, mine, tmp_path)
    number = json.loads(file.read_text())["receipt"]["number"]
    assert client_of(theirs).get(f"/ships/receipts/{number}/").status_code == 404
    assert client_of(theirs).get(f"/ships/receipts/{number}.json").status_code == 404
    assert client_of(theirs).get(f"/ships/receipts/{number}.pdf").status_code == 404


def test_a_receipt_on_paper_is_an_accessible_pdf_that_says_the_same_every_time(ours, watch, mine, tmp_path):
    file = receipt(ours, watch, mine, tmp_path)
    number = json.loads(file.read_text())["receipt"]["number"]
    first, second = (client_of(ours).get(f"/ships/receipts/{number}.pdf") for _time in range(2))
    assert first["Content-Type"] == "application/pdf"
    assert first.content == second.content
    assert b"pdfuaid:part" in first.content


def test_the_paper_says_what_the_file_says(ours, watch, mine, tmp_path, monkeypatch):
    file = receipt(ours, watch, mine, tmp_path)
    number = json.loads(file.read_text())["receipt"]["number"]
    given = {}
    monkeypatch.setattr(typst, "compile", lambda _template, **told: given.update(told) or b"%PDF")
    client_of(ours).get(f"/ships/receipts/{number}.pdf")
    said = given["sys_inputs"]["data"]
    for words in (
        "INVENTED ONE",
        f"Receipt {number}",
        "C1: done",
        "Conditions of entry apply",
        "asked for, and refused",
    ):
        assert words in said
    assert sha256(file.read_bytes()).hexdigest() in said
