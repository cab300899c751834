"""The evidence is frozen with the signature: whole, and for each recipient without what is not theirs."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from typer.testing import CliRunner

from roadstead.accounts.roles import Role
from roadstead.cli.main import app
from roadstead.determinations import packet_guard
from roadstead.determinations.actions.gathering import take_source
from roadstead.determinations.actions.signing import sign_case
from roadstead.determinations.enums import Part, Recipient
from roadstead.determinations.models import Case
from roadstead.determinations.packet.proof import filed, problems
from roadstead.determinations.queries.packets import packet, packets
from roadstead.determinations.source import digest_of
from roadstead.visits.actions.observing import Observed, change_observation
from roadstead.visits.observed_enums import ObservationKind
from tests.apps.determinations import making
from tests.apps.determinations.making import analyst, fresh, headquarters, officer, ready, signed, three
from tests.apps.visits.observed.acting import observed, visit
from tests.people import client_of, holder, viewer

pytestmark = pytest.mark.django_db
SHARED = replace(making.SOURCE, title="Shared report", text="Words for the host.", host=True)


@pytest.fixture
def case() -> Case:
    """A signed case with a source for the host, one that is not, and a note of the reviewer."""
    by, second = officer(), analyst()
    one = ready(by)
    take_source(case=one, revision=one.revision, source=SHARED, by=by)
    one = signed(fresh(one, by), Part.PROPOSER, by)
    digest = making.digest_of_case(one)
    sign_case(case=one, part=Part.REVIEWER, digest=digest, note="A note for ourselves.", by=second)
    return signed(fresh(one, by), Part.SIGNER, headquarters())


def content(case: Case, recipient: Recipient) -> dict[str, Any]:
    found = packet(case, 1, recipient)
    assert found is not None
    kept: dict[str, Any] = found.content
    return kept


def test_each_edition_is_what_its_digest_says_and_names_the_whole(case: Case) -> None:
    whole = packet(case, 1, Recipient.PROGRAMME)
    assert whole is not None
    for one in packets(case):
        assert one.digest == digest_of(one.content)
        assert problems(filed(one.content, one.digest)) == []
        assert one.recipient == Recipient.PROGRAMME or one.content["whole"] == whole.digest
    assert len({one.digest for one in packets(case)}) == len(Recipient)


def test_the_whole_has_an_index_and_every_source(case: Case) -> None:
    whole = content(case, Recipient.PROGRAMME)
    assert [(one["number"], one["title"]) for one in whole["index"]] == [(1, "Invented report"), (2, "Shared report")]
    assert all({"number", "title", "source", "dated", "digest"} == set(one) for one in whole["index"])
    assert [one["text"] for one in whole["sources"]] == ["Invented words.", "Words for the host."]
    assert [one["name"] for one in whole["signatures"]] == ["Olive Officer", "Rita Reviewer", "Sam Signer"]
    assert whole["signed"] == digest_of(whole["case"])
    assert "left_out" not in whole


@pytest.mark.parametrize(
    ("recipient", "has", "has_not"),
    [
        (Recipient.STATE, ["Invented words.", "Rita Reviewer"], ["A note for ourselves."]),
        (
            Recipient.HOST,
            ["An invented finding", "Words for the host."],
            ["Invented words.", "Rita Reviewer", "A note for ourselves.", "Ships at sea", "An invented letter"],
        ),
        (
            Recipient.PUBLIC,
            ["46 USC 70110", "Nigeria"],
            ["An invented finding", "Words for the host.", "Invented", "Olive Officer", "Ships at sea"],
        ),
    ],
)
def test_a_recipient_is_given_their_part_and_told_how_much_is_left_out(
    case: Case, recipient: Recipient, has: list[str], has_not: list[str]
) -> None:
    text = json.dumps(content(case, recipient), ensure_ascii=False)
    assert all(words in text for words in has)
    assert not [words for words in has_not if words in text]
    told = content(case, recipient)["left_out"]
    assert told["notes"] == 1
    assert told.get("sources", 0) == {Recipient.STATE: 0, Recipient.HOST: 1, Recipient.PUBLIC: 2}[recipient]
    assert all(isinstance(number, int) for number in told.values())


def test_what_is_frozen_stays_when_its_source_changes() -> None:
    by_user = holder(Role.LIAISON, "NG", name="Lea Liaison")
    by = viewer(by_user)
    seen = observed(by_user, visit(by_user))
    case = ready(by)
    found = making.source_of(case, seen.pk, by)
    take_source(case=case, revision=case.revision, source=found, by=by)
    case = three(fresh(case, by), by)
    before = content(case, Recipient.PROGRAMME)
    changed = Observed(ObservationKind.SHORTFALL, "Something else.", "ACC")
    change_observation(observation=seen, revision=seen.revision, observed=changed, by=by)
    assert content(case, Recipient.PROGRAMME) == before


def test_it_is_read_on_its_page_and_taken_away_as_json_and_paper(case: Case, tmp_path: Path) -> None:
    desk = client_of(holder(Role.ANALYST, name="Ada Analyst"))
    page = f"/desk/cases/{case.pk}/"
    assert "Packet 1 for the host government" in desk.get(page).content.decode()
    for recipient in Recipient:
        shown = desk.get(f"{page}packets/1/{recipient.value}/").content.decode()
        assert "is not what its digest says" not in shown
        assert desk.get(f"{page}packets/1/{recipient.value}/packet.pdf").content.startswith(b"%PDF")
    shown = desk.get(f"{page}packets/1/host/").content.decode()
    assert "Words for the host." in shown
    assert "sources: 1" in shown
    assert desk.get(f"{page}packets/2/host/").status_code == 404
    assert desk.get(f"{page}packets/1/press/").status_code == 404
    file = tmp_path / "packet.json"
    file.write_bytes(desk.get(f"{page}packets/1/host/packet.json").content)
    assert verified(file).exit_code == 0
    paper = desk.get(f"{page}packets/1/programme/packet.pdf").content
    assert b"/StructTreeRoot" in paper or b"/MarkInfo" in paper


def test_nobody_outside_is_given_one(case: Case) -> None:
    for role in (Role.AUTHORITY, Role.EMBASSY, Role.OPERATOR):
        page = f"/desk/cases/{case.pk}/packets/1/public/"
        assert client_of(holder(role)).get(page).status_code in (403, 404)


class TestVerify:
    def test_one_altered_letter_is_found(self, case: Case, tmp_path: Path) -> None:
        found = packet(case, 1, Recipient.PROGRAMME)
        assert found is not None
        text = json.dumps(filed(found.content, found.digest))
        file = tmp_path / "packet.json"
        for altered in ("Invented words.", "An invented finding", "2026-01-05", "Rita Reviewer"):
            assert altered in text
            file.write_text(text.replace(altered, f"{altered}x", 1), encoding="utf-8")
            assert verified(file).exit_code == 1
        file.write_text(text, encoding="utf-8")
        assert verified(file).exit_code == 0
        assert verified(file, "--digest", found.digest).exit_code == 0
        assert verified(file, "--digest", "sha256:0").exit_code == 1

    def test_a_source_that_was_exchanged_with_all_digests_made_anew_is_another_packet(self, case: Case) -> None:
        found = packet(case, 1, Recipient.PROGRAMME)
        assert found is not None
        forged = json.loads(json.dumps(found.content))
        forged["sources"][0]["text"] = "Other words."
        assert problems(filed(forged, digest_of(forged))) == ["Source 1 is not what its digest says."]
        del forged["sources"][0]
        assert "Source 1 stands in the index" in problems(filed(forged, digest_of(forged)))[0]

    def test_what_is_no_packet_is_said_to_be_none(self, tmp_path: Path) -> None:
        file = tmp_path / "x.json"
        for text, status in (("{}", 1), ("[]", 1), ("{", 2), ('{"packet": {"schema": "y"}}', 1)):
            file.write_text(text, encoding="utf-8")
            assert verified(file).exit_code == status
        assert verified(tmp_path / "none.json").exit_code == 2


def verified(file: Path, *more: str) -> Any:
    return CliRunner().invoke(app, ["packet", "verify", str(file), *more])


def test_the_database_refuses_to_change_a_frozen_packet(case: Case) -> None:
    found = packet(case, 1, Recipient.PUBLIC)
    assert found is not None
    found.content = {}
    with pytest.raises(IntegrityError, match="a packet is frozen"), transaction.atomic():
        found.save(update_fields=["content"])
    assert packet_guard.check(None, ["default"]) == []
    packet_guard.take_away(connection)
    assert [one.id for one in packet_guard.check(None, ["default"])] == ["determinations.E1"]
    assert packet_guard.restore(connection) == [packet_guard.NAME]
