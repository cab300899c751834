"""The page of the search, and the field in the header."""

import re
from typing import Any

import pytest
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common.access.marks import Mark
from roadstead.engagement.models import Contact
from roadstead.registry.enums import AssignmentKind
from roadstead.search.building import build
from tests import people
from tests.apps.engagement.people.acting import facility, mark, organisation, part, written
from tests.apps.engagement.planting import plant

PAGE = "/search/"


def asked(person: User, text: str, **more: Any) -> str:
    response = people.client_of(person).get(PAGE, {"q": text, **more})
    assert response.status_code == 200
    return response.content.decode()


def names(page: str) -> list[str]:
    found = re.findall(r'sr-hit__name" dir="auto">(.*?)</p>', page)
    return [re.sub(r"<[^>]+>", "", one) for one in found]


def test_it_asks_for_a_sign_in(client: Client) -> None:
    response = client.get(PAGE, {"q": "lagos"})
    assert response.status_code == 302
    assert "/accounts/login/" in response.headers["Location"]


@pytest.mark.parametrize("role", list(Role))
def test_every_role_searches_from_every_face(role: Role) -> None:
    build(["country"])
    person = people.holder(role)
    client = people.client_of(person)
    assert 'action="/search/"' in client.get("/me/").content.decode()
    assert client.get(PAGE).status_code == 200
    assert "Ghana" in names(asked(person, "gha"))


def test_the_public_has_no_such_field(client: Client) -> None:
    assert 'action="/search/"' not in client.get("/").content.decode()


def test_what_is_found_by_kind_with_its_page_and_a_line(liaison: User) -> None:
    body = organisation(liaison, name="Lagos Port Authority")
    place = facility(liaison, "Lagos Quay", "NGAPP-0001")
    one = written(liaison, name="Ada Lagos", emails="ada@port.example", country="NG")
    part(one, body, liaison)
    note = plant(title="Visit to Lagos", by=liaison)
    build()
    page = asked(liaison, "lagos")
    assert names(page) == ["Lagos Quay", "Ada Lagos", "Lagos Port Authority", "Visit to Lagos"]
    for address in (f"/desk/facilities/{place.pk}/", f"/desk/people/{one.pk}/", f"/desk/organisations/{body.pk}/"):
        assert f'href="{address}"' in page
    assert f'href="/desk/information/{note.pk}/"' in page
    assert "NGAPP-0001 · Nigeria" in page
    assert "head · <mark>Lagos</mark> Port Authority · Nigeria" in page
    assert "<mark>Lagos</mark> Quay" in page
    assert "ada@port.example" not in page
    assert "<mark>ada@port.example</mark>" in asked(liaison, "ada@port")


def test_officers_and_posts_for_the_programme_alone(liaison: User, nigeria: User) -> None:
    from roadstead.common import clock
    from roadstead.registry.models import Assignment, Post

    post = Post.objects.create(code="brunssum", name="Brunssum", place="Brunssum (invented)", country_id="TG")
    given = {"given_by": liaison, "given_at": clock.now(), "why": "a test", "valid_from": clock.today()}
    Assignment.objects.create(country_id="NG", officer=liaison, post=post, kind=AssignmentKind.RESPONSIBLE, **given)
    build()
    page = asked(liaison, "lea liais")
    assert names(page) == ["Lea Liaison"]
    assert "Brunssum (invented) · 1 country" in page
    assert f'href="/desk/portfolios/{liaison.pk}/"' in page
    assert names(asked(liaison, "brunssum")) == ["Brunssum"]
    assert not names(asked(nigeria, "lea liaison"))
    assert not names(asked(nigeria, "brunssum"))


def test_advisories_and_ports_are_open_to_all(nigeria: User) -> None:
    page = asked(nigeria, "2-19", kind="advisory")
    assert "/advisory/editions/2019-05-30-psa-2-19/" in page
    assert names(asked(nigeria, "psa 2-19"))


def test_a_partner_finds_what_was_shared_with_its_state_and_nothing_else(nigeria: User, ghana: User) -> None:
    by = people.holder("headquarters")
    for state, sort in (("NG", "Open"), ("GH", "Closed")):
        one = written(by, name=f"{sort} Person", country="NG")
        mark(one, Mark.PARTNER, by, states=[state])
        plant(title=f"{sort} note", mark="partner", states=[state])
    written(by, name="Programme Person", country="NG")
    plant(title="Programme note")
    build()
    assert names(asked(nigeria, "person")) == ["Open Person"]
    assert names(asked(ghana, "note")) == ["Closed note"]
    for text in ("closed", "programme", "closde", "programe", "programme person"):
        page = asked(nigeria, text)
        assert "Nothing found" in page, text
        assert not re.search("Closed|Programme (Person|note)", page)
    assert "1 found" in asked(nigeria, "person nigeria")
    assert 'href="/partner/country/?country=NG"' in asked(nigeria, "open person")
    assert "/partner/information/" in asked(nigeria, "open note")
    assert "/desk/" not in re.sub(r"(?s)<header.*?</header>|<footer.*?</footer>", "", asked(nigeria, "open"))


def test_what_is_hidden_crowds_nothing_out(nigeria: User) -> None:
    """A thousand entries that fit better and may not be read, and one that may."""
    by = people.holder("headquarters")
    marked = {"mark_reason": "a test", "marked_by": by, "marked_at": by.joined_at, "source": "a test"}
    Contact.objects.bulk_create(Contact(name="Musa", folded="musa", mark="programme", **marked) for _ in range(1_000))
    one = written(by, name="Musa of a longer name", country="NG")
    mark(one, Mark.PARTNER, by, states=["NG"])
    build(["person"])
    page = asked(nigeria, "musa")
    assert names(page) == ["Musa of a longer name"]
    assert "1 found" in page
    assert names(asked(nigeria, "muza")) == ["Musa of a longer name"]


def test_similar_spellings_only_where_nothing_is_spelt_so(liaison: User) -> None:
    facility(liaison, "Apapa Quay", "NGAPP-0001")
    facility(liaison, "Apepa Quay", "NGAPP-0002")
    build()
    page = asked(liaison, "apapa")
    assert names(page) == ["Apapa Quay"]
    assert "Look for similar spellings" in page
    assert names(asked(liaison, "apapa", near="1")) == ["Apapa Quay", "Apepa Quay"]
    page = asked(liaison, "apapo quya")
    assert names(page) == ["Apapa Quay"]
    assert "written “apapo quya”" in page


def test_one_kind_by_pages(liaison: User) -> None:
    for number in range(30):
        facility(liaison, f"Quay {number:02}", f"NGAPP-{number:04}")
    build(["facility"])
    page = asked(liaison, "quay")
    assert len(names(page)) == 5
    assert "Port facilities: all 30" in page
    page = asked(liaison, "quay", kind="facility")
    assert len(names(page)) == 25
    assert "page=2" in page
    second = asked(liaison, "quay", kind="facility", page="2")
    assert len(names(second)) == 5
    assert 'start="26"' in second
    assert not set(names(page)) & set(names(second))
    assert asked(liaison, "quay", kind="facility", page="9999")


@pytest.mark.parametrize("text", ["a", "%", "\0", "é", "—", "0"])
def test_too_little_says_so(text: str, liaison: User) -> None:
    page = asked(liaison, text)
    assert ("too short" in page) == bool(text.strip("\0"))
    assert not names(page)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "' OR 1=1 --", '"%_*', "x" * 5_000, "‮lagos", "%%%lagos"])
def test_nasty_texts(text: str, liaison: User) -> None:
    page = asked(liaison, text)
    assert "<script>alert" not in page


def test_names_are_escaped(liaison: User) -> None:
    facility(liaison, "<b>Bold</b> Quay & Sons", "NGAPP-0001")
    build(["facility"])
    page = asked(liaison, "quay bold")
    assert "<b>" not in page
    assert "&amp; Sons" in page


def test_as_many_queries_for_many_as_for_few(liaison: User, at_most_queries: Any) -> None:
    """The same number of queries whatever is found; half of them look for what is spelt so, half for what is near."""
    body = organisation(liaison, name="Quay Authority")
    for number in range(40):
        one = written(liaison, name=f"Quay Person {number}", emails=f"p{number}@port.example", country="NG")
        part(one, body, liaison)
        facility(liaison, f"Quay {number:02}", f"NGAPP-{number:04}")
        plant(title=f"Quay note {number}")
    build()
    client = people.client_of(liaison)
    client.get(PAGE, {"q": "quay"})
    with at_most_queries(people.SIGNED_IN + 22):
        client.get(PAGE, {"q": "quay"})
    with at_most_queries(people.SIGNED_IN + 32):
        client.get(PAGE, {"q": "quai"})
    with at_most_queries(people.SIGNED_IN + 8):
        client.get(PAGE, {"q": "quay", "kind": "person", "page": "2"})
