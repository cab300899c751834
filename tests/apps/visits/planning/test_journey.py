"""The whole road: plan, ask, agree, make and report a visit, each on their own screen; the next one starts from it."""

import re
from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.visits.enums import VisitState
from roadstead.visits.models import ReportRelease, Visit
from roadstead.visits.queries.rows import readable
from tests.conftest import FrozenClock
from tests.people import client_of, holder, viewer

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2027, 2, 1), date(2027, 2, 3)


@pytest.fixture
def hal(lea: User) -> User:
    return holder(Role.HEADQUARTERS, name="Hal Quarters")


def fill(client: Client, path: str, **typed: Any) -> str:
    """Open a page with a form, type over what it begins with, send it; where it leads."""
    form = client.get(path).context["form"]
    begun = {name: form[name].value() for name in form.fields}
    answer = client.post(path, {name: one for name, one in (begun | typed).items() if one is not None})
    assert answer.status_code == 302, (path, answer.context["form"].errors)
    return str(answer["Location"])


def press(client: Client, path: str, **sent: Any) -> None:
    """Press a button that has a page of its own behind it."""
    assert client.post(path, sent).status_code == 302, path


def words(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_from_the_proposal_to_the_report_and_on_to_the_next_visit(lea: User, hal: User, clock: FrozenClock) -> None:
    desk, chief = client_of(lea), client_of(hal)
    embassy = client_of(holder(Role.EMBASSY, "NG", name="Eve Embassy"))
    host = client_of(holder(Role.AUTHORITY, "NG", name="Ngozi Authority"))
    page = _plan(desk, embassy)
    _agree(desk, page)
    clock.set(FIRST)
    _make(desk, page)
    clock.set(LAST)
    _report(desk, chief, host, page, lea)
    _next(desk, page, lea, clock)


def _plan(desk: Client, embassy: Client) -> str:
    """Proposed with days, shared, the embassy asked and answering, the benefit said, cleared, notified."""
    said = {"kind": "liaison", "purpose": "routine", "title": "Lagos (invented)", "first_on": FIRST, "last_on": LAST}
    page = fill(desk, "/desk/visits/new/?country=NG", **said)
    fill(desk, f"{page}mark/", mark="partner", states=["NG"], reason="The host and the embassy take part.")
    fill(desk, f"{page}ask/", answer_by=date(2026, 12, 15), words="Do you come along?")
    partner = page.replace("/desk/", "/partner/")
    fill(embassy, f"{partner}answer/", agency="Embassy (invented)", answer="join", why="The attaché comes along.")
    assert "The attaché comes along." in words(desk, page)
    fill(desk, f"{page}benefit/", benefit="Their drills are seen.", redundancy="The embassy comes along.")
    fill(desk, f"{page}clearance/", clearance="granted", note="Cable 1 (invented)")
    fill(desk, f"{page}notice/")
    return page


def _agree(desk: Client, page: str) -> None:
    """The agenda from its template; the host by a link, without an account; both accept and agree."""
    press(desk, f"{page}agenda/begin/", zone="Africa/Lagos", language="fr")
    fill(desk, f"{page}agenda/links/", name="Ngozi Host (invented)", email="host@example.org", language="fr")
    link = re.search(r"https?://\S+?(/agenda/\S+)", mail.outbox[-1].body)
    assert link is not None
    host = Client()
    opened = host.get(link[1], follow=True)
    sitting = opened.redirect_chain[-1][0] if opened.redirect_chain else link[1]
    done = host.post(sitting, {"own": "yes"}, follow=True)
    sitting = re.sub(r"who/$", "", done.redirect_chain[-1][0] if done.redirect_chain else sitting)
    sides = ((host, sitting), (desk, f"{page}agenda/"))
    for side, at in sides:
        items = sorted(set(re.findall(r'name="item" value="(\d+:\d+)"', words(side, at))))
        assert items
        press(side, f"{at}accept/", item=items)
    for side, at in sides:
        digest = side.get(at).context["agree_form"]["digest"].value()
        press(side, f"{at}agree/", digest=digest, name="Somebody (invented)", office="Office")
    shown = words(desk, page)
    assert "agenda agreed" in shown


def _make(desk: Client, page: str) -> None:
    """Under way: an observation, and a recommendation that stays open."""
    fill(desk, f"{page}step/under_way/")
    assert "Lagos (invented)" in words(desk, f"{page}kit/")
    fill(desk, f"{page}observed/observe/", kind="shortfall", element="ACC", text="The gate stood open.")
    number = re.search(r"/desk/observations/(\d+)/", words(desk, f"{page}observed/"))
    assert number is not None
    fill(
        desk,
        f"/desk/recommendations/new/?observation={number[1]}",
        text="Close the gate at night.",
        sees_to="",
        owner="The terminal (invented)",
        due_on=date(2027, 8, 1),
    )


def _report(desk: Client, chief: Client, host: Client, page: str, lea: User) -> None:
    """Made, reported: the programme's text and then the host's, each asked for by one and released by another."""
    fill(desk, f"{page}step/made/")
    press(desk, f"{page}report/draft/")
    assert "Close the gate at night." in words(desk, f"{page}report/")
    for of in ("programme", "host"):
        press(desk, f"{page}report/ask/{of}/")
        asked = ReportRelease.objects.visible_to(viewer(lea)).latest("pk")
        press(chief, f"{page}report/releases/{asked.pk}/settle/")
    theirs = words(host, page.replace("/desk/", "/partner/") + "report/")
    assert "Close the gate at night." not in theirs  # nobody has shared it with the State yet
    trip = readable(viewer(lea)).get(title="Lagos (invented)")
    assert VisitState(trip.state) in (VisitState.MADE, VisitState.REPORTED)
    if trip.state == VisitState.MADE:
        fill(desk, f"{page}step/reported/")


def _next(desk: Client, page: str, lea: User, clock: FrozenClock) -> None:
    """A year on: the next visit follows this one, and puts what it left open on its own agenda."""
    clock.set(date(2028, 1, 10))
    assert "Close the gate at night." in words(desk, "/desk/visits/new/?country=NG")
    said = {"kind": "follow_up", "purpose": "shortfall", "title": "Lagos again (invented)"}
    again = fill(desk, "/desk/visits/new/?country=NG", **said, first_on=date(2028, 3, 1), last_on=date(2028, 3, 2))
    made: Visit = readable(viewer(lea)).get(title="Lagos again (invented)")
    assert f"/desk/visits/{made.follows_id}/" == page
    shown = words(desk, again)
    assert "Close the gate at night." in shown
    assert "The gate stood open." in shown
