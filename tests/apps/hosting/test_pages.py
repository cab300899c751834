"""The pages of reciprocal visits, for the desk, the State, and everyone."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from roadstead.accounts.roles import Role
from roadstead.hosting.actions.certifying import issue_certificates
from roadstead.hosting.actions.links import give_ask_link
from roadstead.hosting.models import HostingRequest, Offer
from roadstead.hosting.queries.requests import offers_of
from tests.apps.hosting import making
from tests.conftest import FrozenClock
from tests.people import holder, viewer

WANTED = {"aims": "Invented aims", "topics": ["plans"], "size": "4", "days": "3"}


@pytest.fixture
def people() -> dict[str, Any]:
    """An officer and an authority, each signed in."""
    found = {}
    for name, role in (("officer", Role.LIAISON), ("authority", Role.AUTHORITY)):
        user = holder(role, "NG", name=f"{name.title()} Sample", email=f"{name}@example.org")
        client = Client()
        client.force_login(user)
        found[name] = (client, viewer(user))
    return found


def test_every_page_of_a_request_opens_from_the_first_word_to_the_last(people: Any, clock: FrozenClock) -> None:
    desk, officer = people["officer"]
    own, _authority = people["authority"]
    unit = making.unit(officer)
    sent = own.post("/partner/hosting/new/", WANTED | {"uid": str(uuid4()), "country": "NG"})
    assert sent.status_code == 302, sent.content.decode()[:3000]
    request = HostingRequest.objects.visible_to(officer).get()
    at, mine = f"/desk/hosting/{request.pk}/", f"/partner/hosting/{request.pk}/"
    assert sent.url == mine
    _opened(desk, at, f"{at}hosts/?from=2026-09-07&until=2026-09-11", f"{at}hosts/USHOU/", f"{at}change/")
    _opened(desk, "/desk/hosting/", "/desk/hosting/?q=invented&state=open&sort=days&topic=plans", "/desk/hosting/new/")
    _opened(desk, "/desk/hosting/invite/", "/desk/hosting/past/", "/desk/hosting/links/", "/desk/hosting/never/")
    _opened(desk, "/desk/hosting/units/", f"/desk/hosting/units/{unit.pk}/", f"/desk/hosting/units/{unit.pk}/change/")
    choice = {"uid": str(uuid4()), "first_on": "2026-09-08", "last_on": "2026-09-11", "why": ""}
    assert desk.post(f"{at}hosts/USHOU/", choice).status_code == 302
    offer: Offer = offers_of([request])[request.pk][0]
    assert offer.reasons
    assert desk.post(f"{at}offers/{offer.pk}/", {"state": "accepted", "answer": "Yes"}).status_code == 302
    begun = {"first_on": "2026-09-07", "last_on": "2026-09-11", "zone": "America/Chicago", "language": "fr"}
    request = making.fresh(request, officer)
    _opened(desk, f"{at}programme/")
    assert desk.post(f"{at}programme/", begun | {"revision": request.revision}).status_code == 302
    named = {"uid": str(uuid4()), "name": "Invented Delegate", "office": "Invented office", "leads": "on"}
    assert own.post(f"{mine}delegation/", named).status_code == 302
    request = making.fresh(request, officer)
    _opened(desk, at, f"{at}kit/", f"{at}delegation/", f"/desk/visits/{request.visit_id}/agenda/", f"{at}steps/new/")
    _opened(own, mine, f"{mine}delegation/", f"{mine}withdraw/", "/partner/hosting/", f"{mine}change/")
    _opened(desk, f"{at}interpreters/new/", f"{at}costs/new/", f"{at}moves/decline/", f"{at}moves/hosted/")
    clock.set("2026-09-12")
    making.followed(making.hosted(request, officer), officer)
    issue_certificates(request=request, by=officer)
    _opened(desk, at, f"{at}feedback/host/", f"{at}take-aways/new/", f"{at}practice/", "/desk/hosting/numbers/?by=port")
    _opened(own, mine, f"{mine}feedback/")
    page = own.get(mine).content.decode()
    assert "Invented: rewrite the plan" in page
    pdf = own.get(page.partition(f"{mine}certificates/")[2].join([f"{mine}certificates/", ""]).partition('"')[0])
    assert pdf.content.startswith(b"%PDF")
    code = pdf["Content-Disposition"].partition("certificate-")[2].removesuffix('.pdf"')
    assert "Invented Delegate" in Client().get("/hosting/certificates/", {"code": code}).content.decode()


def test_a_link_asks_once_and_then_tells_how_the_request_stands(people: Any) -> None:
    _desk, officer = people["officer"]
    said = {"country": "NG", "name": "Emma Embassy", "office": "Invented embassy", "email": "emma@example.org"}
    _link, secret = give_ask_link(uid=uuid4(), **said, days=30, by=officer)
    client = Client()
    opened = client.get(f"/hosting/ask/{secret}/")
    assert opened.status_code == 302
    assert secret not in opened.url
    assert client.post(opened.url, WANTED).status_code == 302
    assert client.post(opened.url, WANTED | {"aims": "Others"}).status_code == 200
    held = HostingRequest.objects.visible_to(officer).get()
    assert (held.aims, held.origin) == ("Invented aims", "embassy")
    again = client.get(f"/hosting/ask/{secret}/", follow=True)
    assert "asked for" in again.content.decode()
    assert Client().get(opened.url).status_code == 404
    assert Client().get("/hosting/ask/nonsense/").status_code == 404


def test_everyone_reads_how_to_ask() -> None:
    assert "How to ask" in Client().get("/hosting/").content.decode()


def _opened(client: Client, *paths: str) -> None:
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code, answer.content.decode()[:1500])
