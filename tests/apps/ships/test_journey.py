"""From a foreign port to the pier: the master’s phone, the agent’s screen, the watch, a letter; replayed years on."""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from typer.testing import CliRunner

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.arrivals.enums import Disposition
from roadstead.arrivals.letters.content import digest_of
from roadstead.arrivals.models import Arrival, Letter, Verdict
from roadstead.arrivals.queries.arrivals import readable
from roadstead.cli.main import app
from roadstead.publication import keyring
from tests.apps.ships import acting
from tests.conftest import FrozenClock
from tests.people import client_of, holder, viewer

AGENT = "agent@example.org"
OFFICE = "For the Captain of the Port, by direction (invented)"
NOTICE = {
    "schema": "roadstead/notice/1",
    "vessel": {"name": "INVENTED ONE", "imo": acting.IMO, "flag": "PA", "commercial": True},
    "arrival": {"port": "USHOU", "eta": "2026-06-20T06:00:00Z"},
    "calls": [
        {"country": "IR", "port": "IRBND", "departed": "2026-05-30T02:00:00Z"},
        {"country": "NL", "port": "NLRTM", "departed": "2026-05-10T12:00:00Z"},
    ],
}


def at_the_listed_port(phone: Client, log: int) -> None:
    """The master's phone sends what was logged."""
    now = acting.NOW.isoformat()
    entries = [
        {"uid": str(uuid4()), "kind": kind, "content": said, "at": now, "corrects": ""} for kind, said in acting.DONE
    ]
    body = {"device": "phone", "sent_at": now, "entries": entries}
    told = phone.post(f"/ships/measures/{log}/keep/", json.dumps(body), content_type="application/json").json()
    assert (len(told["kept"]), told["refused"]) == (len(acting.DONE), {})


def announced(agent: Client) -> None:
    """The agent's screen: the notice as a file, and its receipt."""
    file = SimpleUploadedFile("notice.json", json.dumps(NOTICE).encode())
    page = agent.post("/ships/notices/new/", {"file": file, "company": acting.OURS}, follow=True)
    assert page.redirect_chain, page.content.decode()
    assert "INVENTED ONE" in page.content.decode()


def on_watch(client: Client, ship: Arrival) -> Letter:
    """The queue, a decision, a letter that is signed and sent."""
    at = f"/watch/arrivals/{ship.pk}/"
    assert "INVENTED ONE" in client.get("/watch/queue/").content.decode()
    decide = client.get(f"{at}decide/").content.decode()
    seen = re.search(r'name="seen" value="([^"]+)"', decide)
    assert seen
    said = {"kind": Disposition.VERIFIED, "reason": "Log and receipt were read (invented).", "seen": seen[1]}
    assert client.post(f"{at}decide/", said).status_code == 302
    begun = client.post(f"{at}letters/", {"uid": str(uuid4()), "kind": "conditions"})
    path = begun.headers["Location"]
    letter = readable_letter(path)
    text = re.sub(r"\[[^\]]+\]", "(invented)", letter.text)
    written = {"revision": letter.revision, "addressee": letter.addressee, "subject": letter.subject, "text": text}
    assert client.post(path, written).status_code == 302
    signing = {"revision": readable_letter(path).revision, "signed_as": OFFICE}
    assert client.post(f"{path}sign/", signing).status_code == 302
    assert client.post(f"{path}send/", {"to": AGENT}).status_code == 302
    return readable_letter(path)


def readable_letter(path: str) -> Letter:
    return Letter.objects.for_the_system("tests").get(pk=int(path.rstrip("/").rpartition("/")[2]))


def test_from_a_foreign_port_to_the_pier(
    ours: User, watch: User, clock: FrozenClock, settings: Any, tmp_path: Path
) -> None:
    own = acting.ship(ours, watch=watch)
    phone, officer = client_of(ours), client_of(watch)
    uid = str(uuid4())
    begun = phone.post("/ships/measures/new/", {"uid": uid, "ship": own.pk, "port": "IRBND"})
    log = int(begun.headers["Location"].rstrip("/").rpartition("/")[2])
    at_the_listed_port(phone, log)

    announced(phone)
    ship = readable(viewer(watch)).get()
    assert (ship.outcome, ship.unsure) == ("applies", "C1 C2 C3 C4 C5")
    reported = phone.post(f"/ships/measures/{log}/report/", follow=True)
    receipt = phone.get(reported.request["PATH_INFO"].rstrip("/") + ".json").content
    ship.refresh_from_db()
    assert (ship.outcome, ship.unmet, ship.unsure) == ("applies", "", "")

    letter = on_watch(officer, ship)
    assert letter.reference
    [sent] = [one for one in mail.outbox if one.to == [AGENT]]
    assert not sent.attachments
    link = re.search(r"https?://[^/\s]+(/letters/\S+/)", str(sent.body))
    assert link
    assert "This letter holds" in Client().get(link[1]).content.decode()
    paper = Client().get(f"{link[1]}letter.pdf").content

    clock.set("2036-06-01")
    replayed(letter, ship, paper, watch)
    proven(receipt, ship, tmp_path)


def replayed(letter: Letter, ship: Arrival, paper: bytes, watch: User) -> None:
    """An auditor reads what was signed, and has every verdict given again."""
    auditor = client_of(holder(Role.HEADQUARTERS, name="Audrey Audits", email="audrey@example.org"))
    page = auditor.get(f"/watch/arrivals/{ship.pk}/").content.decode()
    verdicts = list(Verdict.objects.visible_to(viewer(watch)).order_by("pk"))
    assert [one.cause for one in verdicts] == ["received", "measures"]
    assert page.count("The same to the last byte, when judged again.") == len(verdicts)
    assert all(one.edition and one.edition in page for one in verdicts)
    assert digest_of(letter.content) == letter.digest
    told = json.loads(letter.content)
    assert told["verdict"]["digest"] == verdicts[-1].digest
    assert told["decision"]["kind"] == Disposition.VERIFIED
    there = f"/watch/arrivals/{ship.pk}/letters/{letter.pk}/"
    assert letter.digest in auditor.get(there).content.decode()
    kept = auditor.get(f"{there}letter.pdf").content
    assert sha256(kept).digest() == sha256(paper).digest()


def proven(receipt: bytes, ship: Arrival, folder: Path) -> None:
    """The receipt of the ship's side proves itself without a database."""
    file = folder / "receipt.json"
    file.write_bytes(receipt)
    keys = keyring.read(folder / keyring.FOLDER)
    assert keys is not None
    done = CliRunner().invoke(app, ["advisory", "verify", str(file), "--key", keys.history.root, "--format", "json"])
    assert done.exit_code == 0, done.output
    [judged] = json.loads(receipt)["receipt"]["arrivals"]
    assert (judged["outcome"], judged["edition"]) == ("applies", ship.edition)
