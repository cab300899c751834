"""What was shared with a State."""

import csv
import io

import pytest
from django.core.exceptions import ObjectDoesNotExist

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common.access.marks import Mark
from roadstead.engagement.actions.reading import give_receipt
from roadstead.engagement.models import Receipt
from roadstead.engagement.queries import receipts_of
from tests import people
from tests.apps.engagement.acting import events, mark, shared, written
from tests.apps.engagement.planting import plant
from tests.conftest import FrozenClock

LIST = "/partner/information/"


def test_nothing_shared_yet(nigeria: User) -> None:
    assert "Nothing was shared with your State yet" in people.client_of(nigeria).get(LIST).content.decode()


def test_only_what_was_shared_with_ones_own_state(nigeria: User) -> None:
    for title, said in {
        "Ours": {"mark": "partner", "states": ["NG"]},
        "Theirs": {"mark": "partner", "states": ["GH"]},
        "For everyone": {"mark": "public"},
        "Internal": {"mark": "programme"},
    }.items():
        plant(title=title, **said)
    text = people.client_of(nigeria).get(LIST).content.decode()
    assert "Ours" in text
    assert "1 record." in text
    for other in ("Theirs", "For everyone", "Internal"):
        assert other not in text


def test_with_whom_else_it_was_shared_is_not_said(nigeria: User, liaison: User) -> None:
    record = written(liaison)
    mark(record, liaison, Mark.PARTNER, states=["NG", "GH"], reason="Our own reason")
    client = people.client_of(nigeria)
    answers = [client.get(LIST), client.get(f"{LIST}{record.pk}/"), client.get(f"{LIST}export.csv")]
    answers.append(client.get(f"/api/v1/information/{record.pk}"))
    for answer in answers:
        text = answer.content.decode()
        assert "Ghana" not in text
        assert "GH" not in text.replace("GHz", "")
        assert "Our own reason" not in text
        assert "Lea Liaison" not in text
    assert client.get("/api/v1/information?country=GH").json()["count"] == 0, "nor by asking for it"
    assert "Nothing fits" in client.get(f"{LIST}?country=GH").content.decode()


def test_a_receipt_is_kept_when_it_is_first_opened(clock: FrozenClock, nigeria: User, liaison: User) -> None:
    record, client = written(liaison), people.client_of(nigeria)
    shared(record, liaison, "NG")
    client.head(f"{LIST}{record.pk}/")
    client.get(LIST)
    assert not events("engagement.information_seen")
    text = client.get(f"{LIST}{record.pk}/").content.decode()
    assert "Seen by Ngozi Authority on 22 November 2026, 12:00 UTC" in text
    clock.set("2026-11-23T09:30+00:00")
    assert "22 November 2026, 12:00 UTC" in people.client_of(nigeria).get(f"{LIST}{record.pk}/").content.decode()
    (seen,) = events("engagement.information_seen", record)
    assert seen.actor == nigeria.pk
    desk = people.client_of(liaison).get(f"/desk/information/{record.pk}/").content.decode()
    assert "Ngozi Authority" in desk


def test_the_programme_gives_no_receipt(liaison: User) -> None:
    record = written(liaison)
    shared(record, liaison, "NG")
    assert people.client_of(liaison).get(f"{LIST}{record.pk}/").status_code == 200
    assert not events("engagement.information_seen")


def test_a_receipt_is_read_by_its_own_person_and_the_programme(nigeria: User, ghana: User, liaison: User) -> None:
    record = written(liaison)
    shared(record, liaison, "NG", "GH")
    people.client_of(nigeria).get(f"{LIST}{record.pk}/")
    seen = {one.name: receipts_of(record, people.viewer(one)).count() for one in (nigeria, ghana, liaison)}
    assert seen == {nigeria.name: 1, ghana.name: 0, liaison.name: 1}
    mark(record, liaison, Mark.PROGRAMME)
    assert Receipt.objects.visible_to(people.viewer(nigeria)).count() == 0


def test_no_receipt_for_what_may_not_be_read(ghana: User, liaison: User) -> None:
    record = written(liaison)
    shared(record, liaison, "NG")
    with pytest.raises(ObjectDoesNotExist):
        give_receipt(information=record, by=people.viewer(ghana))


def test_what_was_shared_no_more_is_gone(nigeria: User, liaison: User) -> None:
    record, client = written(liaison), people.client_of(nigeria)
    shared(record, liaison, "NG")
    assert client.get(f"{LIST}{record.pk}/").status_code == 200
    mark(record, liaison, Mark.PROGRAMME)
    assert client.get(f"{LIST}{record.pk}/").status_code == 404
    assert "Nothing was shared" in client.get(LIST).content.decode()


def test_what_was_withdrawn_says_so_and_why(nigeria: User) -> None:
    record = plant(mark="partner", states=["NG"])
    by = record.written_by
    record.withdrawn_at, record.withdrawn_by, record.withdrawn_why = record.written_at, by, "a newer note is out"
    record.save()
    client = people.client_of(nigeria)
    assert "a newer note is out" in client.get(f"{LIST}{record.pk}/").content.decode()
    assert "A note" not in client.get(LIST).content.decode()
    assert "no longer good" in client.get(f"{LIST}?standing=ended").content.decode()


def test_facilities_companies_and_the_public_have_no_such_page(liaison: User) -> None:
    record = written(liaison)
    shared(record, liaison, "NG")
    for role in (Role.FACILITY, Role.OPERATOR):
        client = people.client_of(people.holder(role))
        assert client.get(LIST).status_code == client.get(f"{LIST}{record.pk}/").status_code == 403


def test_the_export_holds_what_the_list_shows(nigeria: User) -> None:
    plant(title="=Ours", mark="partner", states=["NG"], countries=["TG"])
    plant(title="Theirs", mark="partner", states=["GH"])
    answer = people.client_of(nigeria).get(f"{LIST}export.csv").content.decode()
    head, *rows = csv.reader(io.StringIO(answer))
    assert head[1] == "title"
    assert [row[1] for row in rows] == ["'=Ours"]
    assert rows[0][9].startswith("http://testserver/partner/information/")
