"""What is brought in is kept with its draft, with what it carries; what is not taken alone is not taken in it."""

import time
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from roadstead.accounts.models import User
from roadstead.engagement.brought.draft import BroughtError
from roadstead.engagement.models import Interaction
from roadstead.files import queries as files
from roadstead.files import store
from tests import people
from tests.apps.engagement.interactions.acting import INVITATION, MESSAGE, WHY, brought
from tests.apps.files import made

PROGRAM = b"MZ\x90\0" + bytes(200)
SENT = "Date: Fri, 20 Nov 2026 10:00:00 +0100"


@pytest.fixture(autouse=True)
def _store(settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


def message(*attached: tuple[str, bytes]) -> bytes:
    """An invented message with files."""
    mail = _begun()
    mail["Message-ID"] = "<m2@example.org>"
    mail.set_content("The plan is attached.")
    for name, content in attached:
        mail.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return mail.as_bytes()


def _begun() -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Amina Bello <amina@example.org>"
    mail["Subject"] = "Plans"
    mail["Date"] = SENT.partition(": ")[2]
    return mail


def kept(record: Interaction, by: User) -> dict[str, bytes]:
    """Name and bytes of each file of a record."""
    rows = files.attachments_of(record, people.viewer(by))
    return {one.name: store.path_of(one.file.sha256).read_bytes() for one in rows}


def test_the_original_stays_byte_for_byte(liaison: User) -> None:
    landed = brought(liaison, MESSAGE, "drills.eml")
    assert kept(landed.interaction, liaison) == {"drills.eml": MESSAGE.encode()}
    assert landed.left == []
    landed = brought(liaison, INVITATION, "meeting.ics")
    assert kept(landed.interaction, liaison) == {"meeting.ics": INVITATION.encode()}


def test_it_keeps_the_name_under_which_it_was_chosen(liaison: User) -> None:
    upload = SimpleUploadedFile("drills.eml", MESSAGE.encode())
    assert people.client_of(liaison).post("/desk/engagement/bring/", {"file": upload}).status_code == 302
    assert list(kept(Interaction.objects.for_the_system(WHY).get(), liaison)) == ["drills.eml"]


def test_what_a_message_carries_is_attached_too(liaison: User) -> None:
    plan = made.pdf()
    content = message(("plan.pdf", plan), ("quay.png", made.png()))
    landed = brought(liaison, content, "plans.eml")
    found = kept(landed.interaction, liaison)
    assert found == {"plans.eml": content, "plan.pdf": plan, "quay.png": made.png()}
    assert landed.interaction.summary == "The plan is attached."


def test_a_renamed_program_is_refused_and_taken_out_of_the_message(liaison: User) -> None:
    landed = brought(liaison, message(("plan.pdf", PROGRAM), ("quay.png", made.png())), "plans.eml")
    found = kept(landed.interaction, liaison)
    assert sorted(found) == ["plans.eml", "quay.png"]
    assert b"TVqQ" not in found["plans.eml"], "the beginning of a program in Base64"
    assert b"A file was taken out: plan.pdf. This file is a program." in found["plans.eml"].replace(b"=\n", b"")
    (line,) = landed.left
    assert line.startswith("“plan.pdf” was not kept. This file is a program.")


def test_a_program_that_claims_to_be_a_picture_of_the_text_is_taken_out(liaison: User) -> None:
    mail = _begun()
    mail.set_content("<p>Look</p>", subtype="html")
    mail.add_related(PROGRAM, maintype="image", subtype="png", cid="<x>", filename="x.png", disposition="inline")
    landed = brought(liaison, mail.as_bytes(), "look.eml")
    found = kept(landed.interaction, liaison)
    assert list(found) == ["look.eml"]
    assert b"TVqQ" not in found["look.eml"]
    assert len(landed.left) == 1


def test_the_same_message_twice_keeps_nothing_twice(liaison: User) -> None:
    content = message(("plan.pdf", made.pdf()))
    first, again = brought(liaison, content, "a.eml"), brought(liaison, content, "b.eml")
    assert again.met
    assert len(kept(first.interaction, liaison)) == 2


def test_an_invitation_that_comes_by_mail_is_a_meeting(liaison: User) -> None:
    mail = _begun()
    mail.set_content("You are invited.")
    mail.add_alternative(INVITATION, subtype="calendar", params={"method": "REQUEST"})
    record = brought(liaison, mail.as_bytes(), "invitation.eml").interaction
    assert (record.kind, record.origin, record.origin_id) == ("meeting", "ics", "one@example.org")
    assert record.place == "Marina, Lagos"
    assert list(kept(record, liaison)) == ["invitation.eml"]
    assert brought(liaison, INVITATION).met, "and the same invitation as a file is no second meeting"


def test_an_invitation_with_its_text_as_markup_is_kept(liaison: User) -> None:
    rich = INVITATION.replace("END:VEVENT", "X-ALT-DESC;FMTTYPE=text/html:<html><b>Gates</b></html>\nEND:VEVENT")
    assert kept(brought(liaison, rich).interaction, liaison) == {"meeting.ics": rich.encode()}


def test_ten_thousand_recurrences_are_one_meeting_at_once(liaison: User) -> None:
    single = INVITATION[INVITATION.index("BEGIN:VEVENT") : INVITATION.index("END:VCALENDAR")]
    days = [f"2027{1 + n % 12:02}{1 + n % 28:02}T{n % 24:02}0000" for n in range(10_000)]
    many = "".join(single.replace("DTSTAMP", f"RECURRENCE-ID:{day}Z\nDTSTAMP") for day in days)
    whole = INVITATION.replace("SUMMARY", f"RRULE:FREQ=SECONDLY;COUNT=10000\nRDATE:{','.join(days)}\nSUMMARY")
    begun = time.monotonic()
    landed = brought(liaison, whole.replace("END:VCALENDAR", f"{many}END:VCALENDAR"))
    assert time.monotonic() - begun < 5
    assert landed.interaction.held_on.isoformat() == "2026-11-20"
    assert Interaction.objects.for_the_system(WHY).count() == 1


def test_one_day_of_what_repeats_is_a_meeting_of_its_own(liaison: User) -> None:
    whole = brought(liaison, INVITATION)
    one = INVITATION.replace("DTSTAMP", "RECURRENCE-ID:20261127T083000Z\nSEQUENCE:3\nDTSTAMP")
    single = brought(liaison, one.replace("20261120", "20261128"), "day.ics")
    assert not single.met
    assert single.interaction.pk != whole.interaction.pk


def test_forty_megabytes_are_refused_with_a_way_out(liaison: User) -> None:
    client = people.client_of(liaison)
    upload = SimpleUploadedFile("big.eml", b"From: a@example.org\r\n" + b"x" * 40_000_000)
    answer = client.post("/desk/engagement/bring/", {"file": upload})
    assert answer.status_code == 422
    assert "40.0 MB, and at most 10 MB" in answer.content.decode()
    assert not Interaction.objects.for_the_system(WHY).exists()


@pytest.mark.parametrize("charset", ["windows-1252", "iso-2022-jp", "x-nobody-knows"])
def test_texts_of_other_encodings_are_read(liaison: User, charset: str) -> None:
    text = "Plan" if charset != "windows-1252" else "Plän"
    body = text.encode(charset if charset != "x-nobody-knows" else "utf-8")
    head = f"\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    content = MESSAGE.partition("\r\n\r\n")[0].encode() + head.encode() + body
    assert brought(liaison, content, "a.eml").interaction.summary == text


def test_a_message_without_a_date_has_the_day_on_which_it_was_received(liaison: User) -> None:
    undated = MESSAGE.replace(SENT, "Received: by mx.example.org; Sat, 21 Nov 2026 08:00:00 +0000")
    assert brought(liaison, undated, "a.eml").interaction.held_on.isoformat() == "2026-11-21"
    with pytest.raises(BroughtError, match="when it was sent"):
        brought(liaison, undated.replace("Sat, 21 Nov 2026 08:00:00 +0000", "long ago").replace("m1@", "m3@"), "a.eml")
