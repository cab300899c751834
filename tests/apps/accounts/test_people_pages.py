"""The list of accounts and the page of one person."""

import pytest
from django.test import Client

from roadstead.accounts.roles import Role
from tests.conftest import CountQueries
from tests.people import client_of, give, holder, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Client:
    return client_of(holder(Role.HEADQUARTERS, name="Hana Quist"))


def test_the_list_is_for_who_may_see_accounts() -> None:
    holder(Role.LIAISON, name="Lia Officer")
    assert Client().get("/desk/accounts/").status_code == 302
    for role in Role:
        client = client_of(holder(role, name=f"Some {role.label}"))
        expected = 200 if role in (Role.HEADQUARTERS, Role.ADMINISTRATOR) else 403
        assert client.get("/desk/accounts/").status_code == expected
        assert client.get("/desk/accounts.csv").status_code == expected


def test_a_list_can_be_searched_filtered_and_sorted(desk: Client) -> None:
    holder(Role.LIAISON, "NG", "GH", name="Zoë Example", email="zoe@harbour.example")
    person("Nobody Yet", email="nobody@example.org")
    closed = person("Gone Away", email="gone@example.org")
    type(closed).objects.filter(pk=closed.pk).update(is_active=False)

    def names(query: str) -> list[str]:
        page = desk.get(f"/desk/accounts/?{query}").context["page"]
        return [one.name for one in page]

    assert names("q=harbour") == names("q=ZOE@") == names("q=Example+harbour") == ["Zoë Example"]
    assert names("q=no-such-person") == []
    assert names("role=liaison") == ["Zoë Example"]
    assert names("state=without") == ["Gone Away", "Nobody Yet"]
    assert names("state=closed") == ["Gone Away"]
    assert names("") == ["Gone Away", "Hana Quist", "Nobody Yet", "Zoë Example"]
    assert names("sort=newest")[0] == "Gone Away"
    assert names("role=nonsense&state=nonsense&sort=nonsense&page=nonsense&q=%00") == names("")


def test_the_empty_list_says_what_to_do(desk: Client) -> None:
    assert "Show every account" in desk.get("/desk/accounts/?q=no-such-person").content.decode()


def test_a_list_costs_the_same_with_many(desk: Client, at_most_queries: CountQueries) -> None:
    for number in range(60):
        one = person(f"Person {number}")
        if number % 3 == 0:
            give(one, Role.AUTHORITY, "NG", "GH")
    with at_most_queries(8):
        page = desk.get("/desk/accounts/")
    assert page.context["page"].paginator.num_pages == 2
    assert len(page.context["rows"]) == 50
    assert "?page=2" in page.content.decode()


def test_an_export_runs_no_formula(desk: Client) -> None:
    evil = person("=HYPERLINK(1)", email="evil@example.org")
    type(evil).objects.filter(pk=evil.pk).update(organisation="+1+1")
    holder(Role.AUTHORITY, "NG", "GH", name="Plain Name")
    answer = desk.get("/desk/accounts.csv")
    lines = answer.content.decode().splitlines()
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert any(line.startswith("'=HYPERLINK(1),evil@example.org,'+1+1") for line in lines)
    assert any("Designated Authority: GH NG" in line for line in lines)


def test_an_export_takes_what_was_asked_for(desk: Client) -> None:
    person("Left Out")
    holder(Role.WATCH, name="Kept In")
    text = desk.get("/desk/accounts.csv?role=watch").content.decode()
    assert "Kept In" in text
    assert "Left Out" not in text


def test_a_person_shows_who_gave_what_and_why(desk: Client) -> None:
    one = holder(Role.LIAISON, "NG", name="Lia Officer")
    page = desk.get(f"/desk/accounts/{one.pk}/").content.decode()
    for said in ("Lia Officer", "Liaison officer", "NG (Nigeria)", "for a test", "In force", "Release information"):
        assert said in page
    assert "Give a role" not in page  # headquarters reads accounts; it gives no roles


def test_an_administrator_is_led_on(desk: Client) -> None:
    one = holder(Role.LIAISON, "NG", name="Lia Officer")
    page = client_of(holder(Role.ADMINISTRATOR, name="Ada Keeper")).get(f"/desk/accounts/{one.pk}/").content.decode()
    for said in (f"/desk/accounts/{one.pk}/roles/new/", "/withdraw/", "/sessions/end/", "/recovery/"):
        assert said in page


def test_a_person_without_roles_and_one_that_is_not(desk: Client) -> None:
    one = person("Nobody Yet")
    assert "No role was ever given" in desk.get(f"/desk/accounts/{one.pk}/").content.decode()
    assert desk.get("/desk/accounts/999999/").status_code == 404


def test_names_are_shown_as_text(desk: Client) -> None:
    one = person("<script>alert(1)</script>", email="script@example.org")
    for path in ("/desk/accounts/", f"/desk/accounts/{one.pk}/"):
        page = desk.get(path).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page
