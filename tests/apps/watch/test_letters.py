"""Letters: drafted from what was decided and found, signed under a number, sent as a link, withdrawn by a new one."""

import json
import re

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.arrivals.actions.letter_sending import send_letter
from roadstead.arrivals.actions.letter_shape import StaleLetterError
from roadstead.arrivals.actions.letter_signing import sign_letter
from roadstead.arrivals.actions.letters import begin_letter, discard_letter, write_letter
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.enums import Disposition
from roadstead.arrivals.letter_enums import LetterKind
from roadstead.arrivals.letters.content import digest_of
from roadstead.arrivals.models import Letter, LetterSent
from roadstead.audit.models import Event
from roadstead.common.access.viewer import PUBLIC
from tests.apps.watch.letters import OFFICE, begun, caught, decided, signed
from tests.apps.watch.notices import ZONE, changed, take
from tests.people import client_of, holder, viewer

pytestmark = pytest.mark.django_db


def test_a_conditions_letter_is_drafted_from_the_verdict_with_its_citations(watch: User) -> None:
    by = viewer(watch)
    letter = begun(caught(by), by)
    assert "INVENTED 1" in letter.subject
    assert "the call at Iran" in letter.text
    assert "C2, guarded access points" in letter.text
    told = [one["text"] for one in letter.grounds]
    assert told[0].startswith("46 USC 70110(a)(1)")
    assert all(one["url"].startswith("http") for one in letter.grounds)
    assert len(told) > 3  # the law, the edition and the wording in force
    assert letter.reference == ""


def test_a_ship_without_conditions_is_told_so(watch: User) -> None:
    by = viewer(watch)
    assert "No conditions of entry apply to it." in begun(take(by), by).text
    receipt = begun(take(by, 2), by, LetterKind.RECEIPT)
    assert "no conditions of entry apply" in receipt.text
    assert re.search(r"digest sha256:[0-9a-f]{64}", receipt.text)


@pytest.mark.parametrize(
    ("kind", "disposition", "says"),
    [
        (LetterKind.GUARDS_REQUIRED, Disposition.GUARDS_REQUIRED, "requires armed guards"),
        (LetterKind.GUARDS_WAIVED, Disposition.GUARDS_WAIVED, "waives armed guards"),
        (LetterKind.ORDER, Disposition.HELD, "until the Captain of the Port releases it"),
        (LetterKind.DENIAL, Disposition.DENIED, "denies the vessel entry"),
    ],
)
def test_an_order_rests_on_a_decision(watch: User, kind: LetterKind, disposition: Disposition, says: str) -> None:
    by = viewer(watch)
    ship = caught(by)
    with pytest.raises(ArrivalError, match="Decide first"):
        begun(ship, by, kind)
    decided(ship, disposition, by)
    letter = begun(ship, by, kind)
    assert says in letter.text
    assert "The reason: An invented reason." in letter.text
    assert letter.decision is not None


def test_what_only_the_officer_knows_keeps_it_from_being_signed(watch: User) -> None:
    by = viewer(watch)
    ship = caught(by)
    decided(ship, Disposition.GUARDS_REQUIRED, by)
    letter = begun(ship, by, LetterKind.GUARDS_REQUIRED)
    with pytest.raises(ArrivalError, match=r"\[how many\]"):
        sign_letter(letter=letter, revision=1, signed_as=OFFICE, by=by)
    assert signed(letter, by).number == 1


def test_what_is_signed_is_fixed_with_its_digest_and_its_paper(watch: User) -> None:
    by = viewer(watch)
    letter = signed(begun(caught(by), by), by)
    assert letter.reference == f"{ZONE} 2026-001"
    assert digest_of(letter.content) == letter.digest
    told = json.loads(letter.content)
    assert (told["reference"], told["text"], told["signed"]["as"]) == (letter.reference, letter.text, OFFICE)
    assert told["signed"]["by"] == "Wanda Watch"
    paper = bytes(letter.paper or b"")
    assert paper.startswith(b"%PDF")
    assert b"/StructTreeRoot" in paper
    with pytest.raises(ArrivalError, match="Wanda Watch has signed it already"):
        write_letter(letter=letter, revision=1, addressee="A", subject="B", text="C", by=by)
    with pytest.raises(ArrivalError, match="has signed it already, as"):
        discard_letter(letter=letter, by=by)
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.visible_to(by).filter(pk=letter.pk).update(digest="")
    event = Event.objects.for_the_system("tests").filter(type="arrivals.letter_signed").get()
    assert event.data["digest"] == letter.digest


def test_numbers_follow_each_other_and_a_refusal_leaves_no_gap(watch: User) -> None:
    by = viewer(watch)
    first = signed(begun(caught(by), by), by)
    second = begun(caught(by, 2), by)
    with pytest.raises(ArrivalError, match="office"):
        sign_letter(letter=second, revision=1, signed_as=" ", by=by)
    discard_letter(letter=begun(caught(by, 3), by), by=by)
    assert [first.number, signed(second, by).number] == [1, 2]


def test_two_officers_at_once_the_second_is_told(watch: User) -> None:
    by, other = viewer(watch), viewer(holder(Role.WATCH, ZONE, name="Otto Other", email="otto@example.org"))
    ship = caught(by)
    letter = begun(ship, by)
    with pytest.raises(ArrivalError, match="last changed by Wanda Watch"):
        begun(ship, other)
    write_letter(letter=letter, revision=1, addressee="To all", subject="New", text="Words.", by=by)
    with pytest.raises(StaleLetterError, match="Wanda Watch has changed this draft"):
        write_letter(letter=letter, revision=1, addressee="To all", subject="Other", text="Words.", by=other)
    with pytest.raises(StaleLetterError):
        sign_letter(letter=letter, revision=1, signed_as=OFFICE, by=other)
    sign_letter(letter=letter, revision=2, signed_as=OFFICE, by=by)
    with pytest.raises(ArrivalError, match="Wanda Watch has signed it already"):
        sign_letter(letter=letter, revision=2, signed_as=OFFICE, by=other)


def test_the_same_draft_twice_is_one(watch: User) -> None:
    by = viewer(watch)
    letter = begun(caught(by), by)
    again = begin_letter(uid=letter.uid, arrival=letter.arrival, kind=LetterKind.CONDITIONS, by=by)
    assert again.pk == letter.pk


def test_a_draft_on_what_holds_no_longer_is_not_signed_unread(watch: User) -> None:
    by = viewer(watch)
    ship = take(by)
    letter = begun(ship, by)
    changed(ship)
    with pytest.raises(ArrivalError, match="given anew"):
        sign_letter(letter=letter, revision=1, signed_as=OFFICE, by=by)
    assert sign_letter(letter=letter, revision=1, signed_as=OFFICE, stands=True, by=by).number == 1


def test_a_letter_is_withdrawn_by_a_new_one_that_names_it(watch: User) -> None:
    by = viewer(watch)
    ship = caught(by)
    first = signed(begun(ship, by), by)
    with pytest.raises(ArrivalError, match="Say which letter"):
        begun(ship, by, LetterKind.WITHDRAWAL)
    with pytest.raises(ArrivalError, match="same arrival"):
        begun(caught(by, 2), by, LetterKind.WITHDRAWAL, withdraws=first)
    ending = begun(ship, by, LetterKind.WITHDRAWAL, withdraws=first)
    assert f"withdraws letter {first.reference}" in ending.text
    other = begun(ship, by, LetterKind.CONDITIONS, withdraws=first)
    done = signed(ending, by)
    assert json.loads(done.content)["withdraws"] == first.reference
    with pytest.raises(ArrivalError, match="withdrawn already, by"):
        signed(other, by)


def test_who_does_not_act_for_the_zone_writes_no_letter(watch: User) -> None:
    by = viewer(watch)
    ship = caught(by)
    elsewhere = viewer(holder(Role.WATCH, "Puget Sound", name="Otto Other", email="otto@example.org"))
    with pytest.raises(PermissionDenied):
        begun(ship, elsewhere)
    letter = begun(ship, by)
    with pytest.raises(PermissionDenied):
        sign_letter(letter=letter, revision=1, signed_as=OFFICE, by=elsewhere)
    assert Letter.objects.visible_to(PUBLIC).count() == 0
    assert Letter.objects.visible_to(elsewhere).count() == 1  # the programme reads drafts


def test_a_letter_is_sent_as_a_link_that_opens_it_without_an_account(watch: User) -> None:
    by = viewer(watch)
    ship = caught(by)
    draft = begun(ship, by)
    with pytest.raises(ArrivalError, match="Only a signed letter"):
        send_letter(letter=draft, to="agent@example.org", by=by)
    letter = signed(draft, by)
    with pytest.raises(ArrivalError, match="e-mail address"):
        send_letter(letter=letter, to="nobody", by=by)
    send_letter(letter=letter, to="agent@example.org", by=by)
    with pytest.raises(ArrivalError, match="just now"):
        send_letter(letter=letter, to="Agent@example.org", by=by)
    (message,) = mail.outbox
    assert message.to == ["agent@example.org"]
    assert letter.digest in message.body
    found = re.search(r"https?://[^/\s]+(/letters/\S+/)", message.body)
    assert found
    path = found[1]
    assert LetterSent.objects.visible_to(by).get().link not in message.body
    stranger = Client()
    page = stranger.get(path)
    assert "This letter holds" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert stranger.get(f"{path}letter.pdf").content == bytes(letter.paper or b"")
    assert stranger.get("/letters/other/").status_code == 404
    signed(begun(ship, by, LetterKind.WITHDRAWAL, withdraws=letter), by)
    assert "holds no longer" in stranger.get(path).content.decode()


def test_the_watch_drafts_signs_and_sends_on_pages(watch: User) -> None:
    ship = caught(viewer(watch))
    client = client_of(watch)
    page = client.get(f"/watch/arrivals/{ship.pk}/letters/").content.decode()
    uid = re.search(r'name="uid" value="([0-9a-f-]{36})"', page)
    assert uid
    sent = client.post(f"/watch/arrivals/{ship.pk}/letters/", {"uid": uid[1], "kind": "denial"})
    assert sent.status_code == 422
    assert "Decide first" in sent.content.decode()
    sent = client.post(f"/watch/arrivals/{ship.pk}/letters/", {"uid": uid[1], "kind": "conditions"})
    address = sent.headers["Location"]
    assert client.get(f"{address}letter.pdf").content.startswith(b"%PDF")
    told = {"revision": 1, "addressee": "To the master", "subject": "Invented", "text": "Words & <b>signs</b>."}
    assert client.post(address, told).status_code == 302
    stale = client.post(address, told | {"subject": "Otherwise"})
    assert stale.status_code == 409
    assert "Otherwise" in stale.content.decode()
    assert client.post(f"{address}sign/", {"revision": 2, "signed_as": ""}).status_code == 422
    assert client.post(f"{address}sign/", {"revision": 2, "signed_as": OFFICE}).status_code == 302
    page = client.get(address).content.decode()
    assert f"{ZONE} 2026-001" in page
    assert "Words &amp; &lt;b&gt;signs&lt;/b&gt;." in page
    assert client.post(f"{address}send/", {"to": "agent@example.org"}).status_code == 302
    assert "agent@example.org" in client.get(address).content.decode()
    ended = client.post(f"{address}withdraw/", {"kind": "withdrawal"}).headers["Location"]
    assert client.post(f"{ended}discard/").headers["Location"] == f"/watch/arrivals/{ship.pk}/letters/"
    assert f"{ZONE} 2026-001" in client.get(f"/watch/arrivals/{ship.pk}/").content.decode()
    assert client.post(f"{address}discard/", follow=True).content.decode().count("has signed it already") == 1


def test_the_archive_is_asked_and_taken_away(watch: User) -> None:
    by = viewer(watch)
    first = signed(begun(caught(by), by), by)
    signed(begun(first.arrival, by, LetterKind.WITHDRAWAL, withdraws=first), by)
    begun(caught(by, 2), by)
    client = client_of(watch)
    page = client.get("/watch/letters/").content.decode()
    assert "3 letters." in page
    assert "2026-001" not in client.get("/watch/letters/?state=signed").content.decode()
    assert "2026-001" in client.get("/watch/letters/?state=withdrawn").content.decode()
    assert "INVENTED 2" in client.get("/watch/letters/?state=drafts").content.decode()
    assert "No letter fits" in client.get("/watch/letters/?kind=denial").content.decode()
    rows = client.get("/watch/letters/export.csv?sort=number&state=").content.decode("utf-8-sig").splitlines()
    assert f"{ZONE} 2026-001" in rows[1]
    assert f"{ZONE} 2026-002" in rows[1]  # withdrawn by it
    assert client.get("/watch/letters/export.pdf").status_code == 404
    assert client_of(holder(Role.ANALYST)).get("/watch/letters/").status_code == 403
