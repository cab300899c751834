"""The faces behind the sign-in: each role finds its home, and nothing there that it may not open."""

import re

import pytest
from django.test import Client

from roadstead.accounts.roles import MEANINGS, Role
from roadstead.common.access.viewer import PUBLIC
from roadstead.web import navigation
from tests.people import SIGNED_IN, client_of, elevated, holder, person, viewer

pytestmark = pytest.mark.django_db
each_role = pytest.mark.parametrize("role", list(Role))


@each_role
def test_every_role_is_led_to_its_home(role):
    client = client_of(holder(role))
    answer = client.get("/me/home/")
    assert (answer.status_code, answer["Location"]) == (302, MEANINGS[role].home)
    assert client.get(answer["Location"]).status_code == 200


@each_role
def test_a_home_says_who_one_is_and_what_is_there(role):
    html = client_of(holder(role)).get(MEANINGS[role].home).content.decode()
    assert str(role.label) in html
    assert "rs-empty" in html, "what is not there yet is said"
    assert "/me/rights/" in html
    assert html.count("<h1") == 1


@each_role
def test_every_way_that_is_shown_is_open(role):
    client = client_of(holder(role))
    html = client.get(MEANINGS[role].home).content.decode()
    main = html.partition("<main")[2].partition("</main")[0]
    header = html.partition("<nav")[2].partition("</nav")[0]
    ways = set(re.findall(r'href="(/[^"#]*)"', main + header)) - {"/accounts/logout/"}
    assert len(ways) > 3
    for way in ways:
        status = client.get(way).status_code
        lead_on = status == 302 and role in (Role.HEADQUARTERS, Role.ADMINISTRATOR)  # to elevated power
        assert status == 200 or lead_on, f"{way} is shown to {role} and answers {status}"


@each_role
@pytest.mark.parametrize("face", navigation.FACES, ids=lambda face: face.name)
def test_a_face_opens_to_who_works_there(role, face):
    answer = client_of(holder(role)).get(face.path)
    assert answer.status_code == (200 if face.permission in MEANINGS[role].permissions else 403)


@pytest.mark.parametrize("face", navigation.FACES, ids=lambda face: face.name)
def test_without_a_sign_in_a_face_asks_for_one(face):
    answer = Client().get(face.path)
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={face.path}")


def test_without_a_role_the_page_says_so():
    client = client_of(person())
    answer = client.get("/me/home/")
    assert answer["Location"] == "/me/rights/"
    assert client.get("/desk/").status_code == 403


def test_the_public_is_offered_a_sign_in_and_no_desk():
    html = Client().get("/").content.decode()
    assert "/accounts/login/" in html
    assert "/desk/" not in html.partition("</header")[0]


def test_a_face_is_that_of_the_page():
    watch = viewer(holder("watch"))
    assert navigation.face_of("/desk/what-if/", watch).name == "watch"
    assert navigation.face_of("/desk/", viewer(holder("liaison"))).name == "desk"
    assert navigation.face_of("/check/", watch) is None
    assert navigation.face_of("/desk/", PUBLIC) is None


def test_a_home_asks_the_database_little(at_most_queries):
    client = client_of(holder("liaison", "NG", "GH", "TG"))
    # One's countries, those without an officer, what waits to be read;
    # who acts, promises and questions that are due; cases.
    with at_most_queries(SIGNED_IN + 7):
        client.get("/desk/")


def test_what_does_not_fit_in_a_row_stands_in_a_menu():
    entries = [navigation.Entry(str(number), f"/desk/{number}/") for number in range(navigation.IN_A_ROW + 1)]
    assert navigation.in_a_row(entries[:-1]) == (entries[:-1], [])
    row, more = navigation.in_a_row(entries)
    assert row + more == entries
    assert len(row) == navigation.IN_A_ROW - 1
    header = client_of(holder("headquarters")).get("/desk/log/").content.decode().partition("</header")[0]
    assert 'aria-controls="more-menu"' in header
    assert header.index("more-menu") < header.index('href="/desk/log/" aria-current="page"')
    assert "more-menu" not in client_of(person("Nobody Yet")).get("/").content.decode()


def test_elevated_power_is_shown_while_it_lasts():
    admin = holder("administrator")
    assert "rs-elevated" not in client_of(admin).get("/desk/").content.decode()
    assert "needed for a test" in client_of(admin, power=True).get("/desk/").content.decode()
    assert elevated(admin).elevated is not None


def test_what_was_answered_to_a_person_is_kept_by_nobody():
    for path in ("/", "/advisory/", "/desk/"):
        kept = client_of(holder("analyst", email=f"{len(path)}@example.org")).get(path).headers["Cache-Control"]
        assert "private" in kept
        assert "public" not in kept
