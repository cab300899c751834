"""The host by a link: without an account, passed on, expired, revoked, used after agreement; nothing typed is lost."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client

from roadstead.audit.models import Event
from roadstead.common import clock as clocks
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.agenda_items import propose_item
from roadstead.visits.actions.agenda_links import give_link, revoke_link
from roadstead.visits.actions.agenda_parties import AgendaError
from roadstead.visits.models import AgendaLink, AgendaUse
from roadstead.visits.queries import agenda as queries
from tests import people
from tests.apps.visits.agenda import planting
from tests.apps.visits.agenda.planting import agreed, digest, items, linked, opened, standing, text, typed


def uses():
    return list(AgendaUse.objects.for_the_system("a test").order_by("pk").values_list("what", "name", "own"))


@pytest.fixture
def link(visit, agenda, by):
    return linked(visit, by)


def test_the_message_alone_carries_the_link(visit, agenda, officer, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    client = people.client_of(officer)
    said = {
        "uid": str(uuid4()),
        "name": "Ngozi Host (invented)",
        "email": "host@example.org",
        "days": "30",
        "language": "fr",
    }
    client.post(f"/desk/visits/{visit.pk}/agenda/links/", said)
    client.post(f"/desk/visits/{visit.pk}/agenda/links/", said)  # the same form, again
    (message,) = mail.outbox
    assert message.to == ["host@example.org"]
    assert "Ngozi Host (invented)" in message.body
    assert "aucun compte" in message.body  # in the host's language, too
    secret = message.body.split("/agenda/")[1].split("/")[0]
    row = AgendaLink.objects.for_the_system("a test").get()
    assert secret not in row.digest
    assert secret not in client.get(f"/desk/visits/{visit.pk}/agenda/links/").content.decode()
    opened(secret)


def test_the_secret_stands_in_no_address_and_is_kept_by_nobody(link):
    _row, secret = link
    client = Client()
    answer = client.get(f"/agenda/{secret}/")
    assert answer.status_code == 302
    assert secret not in answer["Location"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]
    page = client.get(answer["Location"], follow=True)
    assert secret not in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_a_link_that_was_passed_on_says_whose_it_is_and_asks_who_one_is(link, officer, visit):
    _row, secret = link
    client = Client()
    page = client.get(f"/agenda/{secret}/", follow=True)
    assert "Ngozi Host (invented)" in page.content.decode()
    assert page.request["PATH_INFO"].endswith("who/")
    nameless = client.post(page.request["PATH_INFO"], {"own": "no", "name": " "})
    assert nameless.status_code == 422
    client, base = opened(secret, own="no", name="Somebody Else (invented)")
    answer = client.post(f"{base}items/new/", typed(purpose="By somebody else"))
    assert answer.status_code == 302
    assert [one for one in items(visit) if one.by_name == "Somebody Else (invented)"]
    assert ("wrote", "Somebody Else (invented)", False) in uses()
    told = people.client_of(officer).get(f"/desk/visits/{visit.pk}/agenda/links/").content.decode()
    assert "Somebody Else (invented)" in told
    assert "passed on" in told


def test_every_use_is_kept(link, visit):
    _row, secret = link
    client, base = opened(secret)
    client.get(f"{base}agenda.ics")
    client.post(f"{base}accept/", {"item": [f"{key}:{revision}" for key, revision in standing(visit).items()]})
    kinds = [what for what, _name, _own in uses()]
    assert kinds == ["opened", "said_who", "read", "took", "accepted"]
    assert all(own for what, _name, own in uses() if what != "opened")
    assert Event.objects.for_the_system("a test").filter(type="visits.link_used").exists()


def test_the_host_does_everything_by_the_link(link, visit, by):
    _row, secret = link
    client, base = opened(secret)
    assert client.post(f"{base}items/new/", typed(purpose_local="Un quai")).status_code == 302
    row = items(visit)[0]
    assert client.get(f"{base}items/{row.pk}/").status_code == 200
    assert client.post(f"{base}items/{row.pk}/", typed(revision=1, purpose="Countered")).status_code == 302
    assert client.post(f"{base}items/{row.pk}/withdraw/", {"revision": 2, "why": "no"}).status_code == 302
    planting.accepted(visit, by)
    said = [f"{key}:{revision}" for key, revision in standing(visit).items()]
    client.post(f"{base}accept/", {"item": said})
    answer = client.post(f"{base}agree/", {"digest": digest(visit), "name": "Ngozi Host (invented)", "office": "DA"})
    assert answer.status_code == 302
    assert queries.agreements_of(queries.agenda_of(visit)).keys() == {"host"}
    for tail in ("", "versions/", "print/", "agenda.pdf", "agenda.ics"):
        assert client.get(base + tail).status_code == 200
    assert client.post(f"{base}seen/", {"version": "1"}).status_code == 302


def test_an_expired_link_says_so_and_gives_back_what_was_typed(clock, link, visit):
    _row, secret = link
    client, base = opened(secret)
    clock.advance(timedelta(days=31))
    answer = client.post(f"{base}items/new/", typed(purpose="Half an hour of typing"))
    assert answer.status_code == 410
    page = answer.content.decode()
    assert "This link was good until 2026-12-22. Ask Lea Liaison for a new one. What was agreed stays agreed." in page
    assert "Half an hour of typing" in page
    assert not [one for one in items(visit) if one.purpose == "Half an hour of typing"]
    assert uses()[-1][0] == "refused"
    assert Client().get(f"/agenda/{secret}/").status_code == 410


def test_a_revoked_link_opens_nothing_at_once(link, visit, by):
    row, secret = link
    client, base = opened(secret)
    revoke_link(visit=visit, link=row.pk, by=by)
    answer = client.get(base)
    assert answer.status_code == 410
    assert "was revoked on" in answer.content.decode()
    with pytest.raises(AgendaError, match="not good any more"):
        propose_item(visit=visit, uid=uuid4(), text=text(), by=Viewer(name="x"), link=row)


def test_after_agreement_the_link_changes_nothing_unless_one_says_that_one_knows(link, visit, by, theirs):
    _row, secret = link
    client, base = opened(secret)
    agreed(visit, by, theirs)
    page = client.get(base).content.decode()
    assert "Both sides agreed this agenda" in page
    row = items(visit)[0]
    said = typed(revision=1, purpose="Too late?")
    refused = client.post(f"{base}items/{row.pk}/", said)
    assert refused.status_code == 422
    assert "Tick that you know" in refused.content.decode()
    assert "Too late?" in refused.content.decode()
    assert queries.agenda_agreed(visit)
    assert client.post(f"{base}items/{row.pk}/", said | {"reopen": "on"}).status_code == 302
    assert not queries.agenda_agreed(visit)
    assert "Changed since it was agreed" in client.get(base).content.decode()


def test_what_is_no_link_of_ours(db, visit, agenda, by):
    assert Client().get("/agenda/nonsense/").status_code == 404
    row, _secret = linked(visit, by)
    answer = Client().get(f"/agenda/of/{row.pk}/")
    assert answer.status_code == 404
    assert "Open the link of your message again" in answer.content.decode()


def test_a_link_of_one_visit_opens_no_other(link, officer, by):
    _row, secret = link
    client, _base = opened(secret)
    other = planting.visit(officer)
    planting.begun(other, by)
    second, _ = linked(other, by)
    assert client.get(f"/agenda/of/{second.pk}/").status_code == 404
    row = planting.items(other)[0]
    assert client.get(f"{_base}items/{row.pk}/").status_code == 404


def test_too_many_asks_are_refused(link):
    _row, secret = link
    client = Client()
    statuses = {client.get(f"/agenda/{secret}/").status_code for _ in range(70)}
    assert 429 in statuses


@pytest.mark.parametrize(
    ("said", "field"),
    [({"name": " "}, "name"), ({"email": "nobody"}, "email"), ({"days": 0}, "days"), ({"days": 999}, "days")],
)
def test_a_link_is_made_out_to_somebody(said, field, visit, agenda, by):
    given = {"name": "Ngozi", "email": "host@example.org", "language": "", "days": 30} | said
    with pytest.raises(AgendaError) as refused:
        give_link(visit=visit, uid=uuid4(), by=by, **given)
    assert refused.value.field == field


def test_a_host_gives_no_links(visit, agenda, theirs):
    with pytest.raises((AgendaError, PermissionDenied)):
        linked(visit, theirs)


def test_a_holder_is_told_once_until_they_look(link, visit, by, settings, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with django_capture_on_commit_callbacks(execute=True):
        for _again in range(2):
            propose_item(visit=visit, uid=uuid4(), text=text(), by=by)
    told = [one for one in mail.outbox if one.to == ["host@example.org"]]
    assert len(told) == 1
    assert "/agenda/" not in told[0].body
    assert "a été modifié" in told[0].body  # in the holder’s language, too
    assert clocks.now() >= AgendaLink.objects.for_the_system("a test").get().told_at
