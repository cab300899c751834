"""The pages of the agenda in the host's language beside English: words, choice, states, refusals."""

import ast
from importlib.resources import files
from string import Formatter
from uuid import uuid4

import pytest
from django.test import Client

from roadstead.visits.actions.agenda_items import change_item
from roadstead.visits.actions.agenda_links import revoke_link
from roadstead.visits.agenda import refusals, templates
from roadstead.visits.agenda.words import FILES, authored, both
from roadstead.visits.enums import VisitState
from tests import people
from tests.apps.visits.agenda import planting
from tests.apps.visits.agenda.planting import items, linked, opened, typed

SAID = {"fr": "Accepter", "es": "Aceptar", "pt": "Aceitar", "ar": "قبول"}
COUNTRY = {"fr": "Nigeria", "es": "Nigeria", "pt": "Nigéria", "ar": "نيجيريا"}
AT_THE_DESK_ALONE = ("Links are", "An agenda has at most %(most)s links", "Write an e-mail", "A link is good")
AT_THE_DESK_ALONE += ("Write the name of the person whom", "The visit is over. Its agenda cannot be begun")


def names(text):
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}


@pytest.mark.parametrize("file", [*FILES, "agenda_refusals"])
def test_every_word_speaks_every_language(file):
    said = authored(file)
    for one in said.values() if isinstance(said, dict) else said:
        assert set(one) == {"en", *templates.languages()}
        assert all(one.values())
        assert {frozenset(names(text)) for text in one.values()} == {frozenset(names(one["en"]))}
    assert all(f"state_{state}" in both("fr") for state in VisitState.values)


def test_every_refusal_that_a_host_may_meet_is_said_in_their_language():
    """Each text that stands in an AgendaError of the actions, with something in place of its names."""
    folder = files("roadstead.visits").joinpath("actions")
    found = 0
    for one in folder.iterdir():
        if not one.name.startswith("agenda_"):
            continue
        for text in _refusals(ast.parse(one.read_text(encoding="utf-8"))):
            if not text.startswith(AT_THE_DESK_ALONE):
                found += 1
                filled = text % dict.fromkeys(("count", "most", "written", "name", "state"), "7")
                assert refusals.in_both(filled, "ar").local, text
    assert found > 15


def _refusals(tree):
    """The texts of `AgendaError(_("…"))`, and of `said = _("…")` that are sentences."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_":
            (text,) = (one.value for one in node.args)
            if (
                text[0].isupper()
                and text.endswith(".")
                and not text.startswith(("The host %", "The programme %", "Both"))
            ):
                yield text


@pytest.mark.parametrize("language", ["fr", "es", "pt", "ar"])
def test_the_page_of_a_link_speaks_the_language_that_it_was_given_in(language, visit, agenda, by):
    _row, secret = linked(visit, by, language=language)
    client, base = opened(secret)
    page = client.get(base).content.decode()
    way = "rtl" if language == "ar" else "ltr"
    assert f'lang="{language}" dir="{way}">{SAID[language]}</span>' in page
    assert "Accept\N{NO-BREAK SPACE}<span" in page
    assert both(language)["state_notified"].local in page
    assert COUNTRY[language] in page
    for tail in (f"items/{items(visit)[0].pk}/", "items/new/", "versions/", "print/", "who/"):
        page = client.get(base + tail).content.decode()
        assert f'lang="{language}"' in page
        assert "{" not in page.split("<main")[1].split("</main>")[0]


def test_the_desk_stays_in_english_but_for_the_agenda_itself(visit, agenda, officer):
    page = people.client_of(officer).get(f"/desk/visits/{visit.pk}/agenda/").content.decode()
    assert "Rencontres avec les autorités" in page
    assert "Accepter" not in page


def test_the_host_chooses_the_language(visit, agenda, by, host):
    _row, secret = linked(visit, by)
    client, base = opened(secret)
    for chooser, start in ((client, base), (people.client_of(host), f"/partner/visits/{visit.pk}/agenda/")):
        assert "Accepter" in chooser.get(start).content.decode()
        assert chooser.post(f"{start}language/", {"language": "es"})["Location"] == start
        assert "Aceptar" in chooser.get(start).content.decode()
        chooser.post(f"{start}language/", {"language": "xx"})
        assert "Aceptar" in chooser.get(start).content.decode()
        chooser.post(f"{start}language/", {"language": ""})
        page = chooser.get(start).content.decode()
        assert "Aceptar" not in page
        assert "Visite d’ouverture" in page  # what the items say stays in both


def test_the_language_is_chosen_before_one_says_who_one_is(visit, agenda, by):
    _row, secret = linked(visit, by)
    client = Client()
    base = client.get(f"/agenda/{secret}/")["Location"]
    page = client.post(f"{base}language/", {"language": "ar"}, follow=True).content.decode()
    assert "من يفتح هذا الرابط؟" in page


def test_a_refusal_is_said_in_both(visit, agenda, by):
    _row, secret = linked(visit, by)
    client, base = opened(secret)
    page = client.post(f"{base}items/new/", typed(ends="2027-03-02T08:00")).content.decode()
    assert "An item ends after it begins." in page
    assert "Un point se termine après avoir commencé." in page
    assert "Saisissez un nombre entier." in client.post(f"{base}items/new/", typed(travel_minutes="x")).content.decode()
    page = client.post(f"{base}who/", {"own": "no", "name": ""}).content.decode()
    assert "Écrivez votre nom" in page


def test_a_link_that_opens_nothing_says_so_in_the_language_of_its_holder(visit, agenda, by):
    row, secret = linked(visit, by, language="pt")
    revoke_link(visit=visit, link=row.pk, by=by)
    page = Client().get(f"/agenda/{secret}/").content.decode()
    assert "Ask Lea Liaison for a new one." in page
    assert "Peça uma nova a Lea Liaison." in page
    unknown = Client().get("/agenda/nonsense/", headers={"Accept-Language": "de-DE,es-CO;q=0.8"}).content.decode()
    assert "Este enlace no es nuestro" in unknown


def test_the_one_who_was_slower_sees_what_differs(visit, agenda, by, host):
    row = items(visit)[0]
    change_item(visit=visit, item=row.pk, revision=1, text=planting.text(place="Here", people="A, B"), by=by)
    client = people.client_of(host)
    answer = client.post(f"/partner/visits/{visit.pk}/agenda/items/{row.pk}/", typed(revision=1, place="There"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "place, people, end\N{NO-BREAK SPACE}<span" in page
    assert "lieu, personnes, fin" in page
    assert "Quelqu’un a été plus rapide" in page


def test_the_why_of_who_was_slower_is_kept(visit, agenda, by, host):
    row = items(visit)[0]
    change_item(visit=visit, item=row.pk, revision=1, text=planting.text(), by=by)
    said = {"revision": 1, "why": "The director is abroad"}
    answer = people.client_of(host).post(f"/partner/visits/{visit.pk}/agenda/items/{row.pk}/withdraw/", said)
    assert answer.status_code == 409
    assert "The director is abroad" in answer.content.decode()
    assert row.pk in [one.pk for one in items(visit)]


def test_an_agreed_agenda_is_there_to_be_read_until_one_wants_to_change_it(visit, agenda, by, theirs, host):
    planting.agreed(visit, by, theirs)
    client, base = people.client_of(host), f"/partner/visits/{visit.pk}/agenda/"
    page = client.get(base).content.decode()
    assert "Change it all the same" in page
    assert "Propose an item" not in page
    assert "/items/" not in page
    page = client.get(f"{base}?change=1").content.decode()
    assert "Propose an item" in page
    assert "A change makes that void" in page


def test_a_name_of_an_item_elsewhere_is_no_item_here(visit, agenda, officer, by, theirs):
    other = planting.visit(officer)
    planting.begun(other, by)
    client = people.client_of(officer)
    taken = str(items(other)[0].uid)
    answer = client.post(f"/desk/visits/{visit.pk}/agenda/items/new/", typed(uid=taken))
    assert answer.status_code == 422
    assert "Open the form anew" in answer.content.decode()
    assert client.post(f"/desk/visits/{visit.pk}/agenda/items/new/", typed(uid=str(uuid4()))).status_code == 302
