"""From what was seen in a port to a ship’s verdict, and back: on the pages, by the people, proven by a stranger."""

import json
import re
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from roadstead.accounts.roles import Role
from roadstead.common import clock as real_clock
from roadstead.determinations.models import Chaser
from roadstead.visits.models import Visit
from tests.apps.visits.observed import acting as seeing
from tests.conftest import FrozenClock
from tests.people import client_of, holder

pytestmark = pytest.mark.django_db
ROADSTEAD = str(Path(sys.executable).with_name("roadstead"))
TODAY = real_clock.today()  # before it is frozen: the command line has no clock but the real one
STRANGER = {"DJANGO_SETTINGS_MODULE": "no.such.module", "DATABASE_URL": "sqlite:////no/such/place"}


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


class Story:
    """Five people at their own screens, and an installation of its own."""

    def __init__(self, clock: FrozenClock, folder: Path) -> None:
        self.clock, self.folder = clock, folder
        self.lea = holder(Role.LIAISON, "GH", name="Lea Liaison")
        self.desk = client_of(self.lea)
        self.analyst = client_of(holder(Role.ANALYST, name="Rita Reviewer"))
        self.chief = client_of(holder(Role.HEADQUARTERS, name="Sam Signer"))
        self.host = client_of(holder(Role.AUTHORITY, "GH", name="Kofi Authority"))

    def day(self, days: int) -> date:
        """So many days before today it is now."""
        self.clock.set(ago(days))
        return ago(days)

    def run(self, *arguments: str, stdin: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
        """The command, in a process that has nothing of this one but the folder."""
        told = {"PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(sys.path), "ROADSTEAD_DATA_DIR": str(self.folder)}
        command = [ROADSTEAD, *arguments]
        return subprocess.run(command, input=stdin, capture_output=True, text=True, env=told | environment, timeout=90)


@pytest.fixture
def story(db: None, clock: FrozenClock, settings: Any, tmp_path: Path) -> Story:
    settings.DATA_DIR = tmp_path / "var"
    clock.set(ago(200))
    return Story(clock, tmp_path / "var")


def fill(client: Client, path: str, **typed: Any) -> str:
    """Open a page with a form, type over what it begins with, send it; where it leads."""
    form = client.get(path).context["form"]
    begun = {name: form[name].value() for name in form.fields}
    answer = client.post(path, {name: one for name, one in (begun | typed).items() if one not in (None, [])})
    assert answer.status_code == 302, (path, answer.context["form"].errors)
    return str(answer["Location"])


def words(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(re.sub("<[^>]+>", " ", answer.content.decode()).split())


def test_a_country_goes_on_the_list_and_off_it_again_and_a_stranger_can_prove_it(story: Story, tmp_path: Path) -> None:
    seen = _observe(story)
    _share(story, seen)
    assessed = _assess(story, seen)
    case = _open(story, seen, assessed)
    _let_the_days_run(story, case)
    _decide(story, case)
    assert _verdicts(story) == ("does_not_apply", "does_not_apply")
    edition = _publish(story, case, day=30, effective=20, title="Ghana is put on the list (invented)")
    assert _verdicts(story) == ("applies", "applies")
    _prove(story, case, edition, tmp_path / "listed")
    _close(story, seen)
    back = _recover(story, seen)
    _publish(story, back, day=1, effective=1, title="Ghana comes off the list (invented)")
    assert _verdicts(story) == ("does_not_apply", "does_not_apply")
    _prove(story, back, edition, tmp_path / "delisted")
    _told_step_by_step(story, case, back)


def _observe(story: Story) -> int:
    """A visit sees a shortfall; the number of the observation."""
    trip: Visit = seeing.visit(story.lea, "GH", first=story.day(200))
    at = f"/desk/visits/{trip.pk}/observed/"
    fill(story.desk, f"{at}observe/", kind="shortfall", element="ACC", text="The gate stands open at night (invented).")
    found = re.search(r"/desk/observations/(\d+)/", story.desk.get(at).content.decode())
    assert found is not None
    return int(found[1])


def _share(story: Story, seen: int) -> None:
    """It is shared with the State, which answers and plans; nobody else of that State's neighbours sees it."""
    story.day(195)
    fill(story.desk, f"/desk/observations/{seen}/mark/", mark="partner", states=["GH"], reason="For the closure room.")
    fill(story.desk, f"/desk/closure/shortfalls/{seen}/wanted/", text="A signed register of the gate (invented).")
    own = f"/partner/closure/{seen}/"
    assert "A signed register of the gate" in words(story.host, own)
    fill(story.host, f"{own}reply/", text="The lock is on order (invented).")
    fill(story.host, f"{own}plan/", text="Mend the lock.", owner="Harbour Master (invented)", due_on=ago(60))
    assert "Harbour Master (invented)" in words(story.desk, "/desk/closure/GH/")
    assert client_of(holder(Role.AUTHORITY, "NG", name="Ngozi Elsewhere")).get(own).status_code == 404


def _assess(story: Story, seen: int) -> int:
    """The country is assessed from it, and settled by a second person; the number of the assessment."""
    story.day(190)
    at = fill(story.desk, "/desk/assessments/new/", country="GH", occasion="Before a case (invented)")
    said = {"references": [f"visits.observation:{seen}"], "confidence": "high", "until": ago(-400)}
    fill(story.desk, f"{at}gather/", **said)
    assert "not effective" in words(story.desk, at)
    fill(story.desk, f"{at}elements/ACC/state/", says="not_effective", reasons="The gate stands open (invented).")
    story.desk.post(f"{at}not-known/")
    fill(story.desk, f"{at}confidence/", confidence="moderate", why="One visit, one observation (invented).")
    fill(story.desk, f"{at}steps/put-up/")
    fill(story.analyst, f"{at}steps/settle/")
    assert "One visit, one observation (invented)." in words(story.desk, "/desk/countries/GH/judged/")
    return int(at.rstrip("/").rpartition("/")[2])


def _open(story: Story, seen: int, assessed: int) -> int:
    """A case rests on both."""
    story.day(180)
    page = fill(story.desk, "/desk/cases/new/", country="GH", effect="list", rests="visit", title="Gates (invented)")
    fill(story.desk, f"{page}change/", finding="Not effective: access. Not known: the rest (invented).")
    fill(story.desk, f"{page}sources/observations/{seen}/")
    fill(story.desk, f"{page}sources/assessments/{assessed}/")
    for step, days in (("finding", 180), ("state_told", 179), ("government_told", 178), ("help_offered", 170)):
        fill(story.desk, f"{page}steps/{step}/", day=story.day(days), told="A letter (invented)")
    for step in ("consulted", "immediate_ground"):
        fill(story.desk, f"{page}steps/{step}/leave-out/", why="Not asked for here (invented).")
    return int(page.rstrip("/").rpartition("/")[2])


def _let_the_days_run(story: Story, case: int) -> None:
    """Ninety days, told as they run; they stand still for ten, and people are told before they are over."""
    page = f"/desk/cases/{case}/"
    fill(story.desk, f"{page}clock/stop/", on=story.day(150), why="A new government (invented).")
    assert "stands still" in words(story.desk, page)
    fill(story.desk, f"{page}clock/start/", on=story.day(140))
    story.day(90)
    assert "78 of 90 days have run, 12 are left." in words(story.desk, page)
    call_command("send_chasers")
    assert Chaser.objects.for_the_system("a test looks").get(case=case).days == 14
    assert "12 days are left" in words(story.desk, "/me/notifications/")
    fill(story.desk, f"{page}steps/review/", day=story.day(70), told="A second visit: still open (invented)")


def _decide(story: Story, case: int) -> None:
    """What it does to ships and who is told, and three signatures."""
    page = f"/desk/cases/{case}/"
    story.day(60)
    fill(story.desk, f"{page}ships/uncounted/", why="No voyages are on record here.")
    fill(story.desk, f"{page}transition/new/", recipient="Ships at sea", on=ago(30), told_by="The sector")
    _sign(story, page)


def _sign(story: Story, page: str) -> None:
    """Three people, each for their part; nobody twice."""
    fill(story.desk, f"{page}sign/proposer/", note="Ready (invented).")
    assert story.desk.post(f"{page}sign/reviewer/", {"digest": "x"}).status_code in (403, 422)
    fill(story.analyst, f"{page}sign/reviewer/")
    again = story.analyst.get(f"{page}sign/signer/").context["form"]["digest"].value()
    assert story.analyst.post(f"{page}sign/signer/", {"digest": again}).status_code in (403, 422)
    fill(story.chief, f"{page}sign/signer/")


def _publish(story: Story, case: int, *, day: int, effective: int, title: str) -> str:
    """Drafted by one, looked at, published by another; the address of the edition."""
    on, page = story.day(day), f"/desk/cases/{case}/"
    fill(story.desk, f"{page}steps/decision/", day=on, told="The order (invented)")
    number = f"{90 - day}-{on:%y}"
    said = {"title": title, "number": number, "issued_on": on, "effective_on": ago(effective), "cases": [case]}
    said |= {"notice": "99 FR 99999", "notice_on": on, "address": f"https://example.org/psa-{number}"}
    draft = fill(story.analyst, "/desk/editions/new/", **said)
    assert "Ghana" in words(story.analyst, draft)
    assert story.analyst.get(f"{draft}publish/").status_code == 403
    edition = fill(story.chief, f"{draft}publish/")
    assert "Ghana" in words(Client(), edition)
    return edition


def _verdicts(story: Story) -> tuple[str, str]:
    """What a ship that called in Ghana is told today: by the server, and by the command in a process of its own."""
    story.day(0)
    call = {"country": "GH", "port": "GHTEM", "arrived": f"{ago(12)}T02:00:00Z", "departed": f"{ago(11)}T18:00:00Z"}
    notice = {
        "schema": "roadstead/notice/1",
        "vessel": {"name": "INVENTED", "imo": "9074729", "flag": "PA", "type": "General Cargo", "commercial": True},
        "arrival": {"port": "USHOU", "eta": f"{ago(-2)}T06:00:00Z"},
        "calls": [call],
    }
    served = Client().post("/api/v1/decisions", json.dumps(notice), content_type="application/json").json()
    told = story.run("decide", "-", "--format", "json", stdin=json.dumps(notice))
    assert told.returncode == 0, told.stderr
    alone = json.loads(told.stdout)
    assert served["digest"] == alone["digest"]
    if alone["outcome"] == "applies":
        assert any("PSA" in one["citation"] or "FR" in one["citation"] for one in alone["calls"][0]["reasons"])
    return served["outcome"], alone["outcome"]


def _prove(story: Story, case: int, edition: str, site: Path) -> None:
    """A stranger with the public key alone proves the publication and the packet; one altered byte is refused."""
    made = story.run("advisory", "export", str(site))
    assert made.returncode == 0, made.stderr
    assert edition.strip("/").rpartition("/")[2] in (site / "changes.json").read_text()
    root = json.loads((site / "keys.json").read_text())["root"]
    away = STRANGER | {"ROADSTEAD_DATA_DIR": str(site.parent / "nothing")}
    proven = story.run("advisory", "verify", str(site), "--key", root, **away)
    assert (proven.returncode, json.loads(proven.stdout)["origin_proven"]) == (0, True), proven.stderr
    altered = site.with_suffix(".altered")
    shutil.copytree(site, altered)
    body = bytearray((altered / "advisory.json").read_bytes())
    body[len(body) // 2] ^= 1
    (altered / "advisory.json").write_bytes(body)
    refused = story.run("advisory", "verify", str(altered), "--key", root, **away)
    assert refused.returncode == 1
    assert "advisory.json" in refused.stdout
    packet = site.with_suffix(".packet")
    packet.write_bytes(story.chief.get(f"/desk/cases/{case}/packets/1/public/packet.json").content)
    assert story.run("packet", "verify", str(packet), **away).returncode == 0


def _close(story: Story, seen: int) -> None:
    """The host proves that it is mended; two people of the programme close it."""
    own, desk = f"/partner/closure/{seen}/", f"/desk/closure/shortfalls/{seen}/"
    story.day(15)
    file = SimpleUploadedFile("register.txt", b"A register (invented).\n")
    fill(story.host, f"{own}evidence/", file=file, dated_on=ago(16), what="The register")
    fill(story.host, f"{own}closed/")
    fill(story.desk, f"{desk}steps/look/")
    fill(story.chief, f"{desk}steps/close/")
    assert "0 of 1 shortfalls remain" in words(story.host, "/partner/closure/")


def _recover(story: Story, seen: int) -> int:
    """A case to take it off the list rests on what was closed."""
    story.day(10)
    page = fill(story.desk, "/desk/cases/new/", country="GH", effect="delist", rests="visit", title="Mended (invented)")
    fill(story.desk, f"{page}change/", finding="Effective: access (invented).")
    fill(story.desk, f"{page}sources/observations/{seen}/")
    fill(story.desk, f"{page}steps/finding/", day=ago(10), told="A minute (invented)")
    _sign(story, page)
    return int(page.rstrip("/").rpartition("/")[2])


def _told_step_by_step(story: Story, *cases: int) -> None:
    """Each case shows its steps with the law beside them, and who signed."""
    for case in cases:
        told = words(story.desk, f"/desk/cases/{case}/")
        for said in ("46 USC 70110", "Lea Liaison", "Rita Reviewer", "Sam Signer", "published"):
            assert said in told, said
    assert "46 USC 70110(b)(1)" in words(story.desk, f"/desk/cases/{cases[0]}/")
