"""What a State sees of meetings and promises: what was shared with it, and nothing of others."""

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common.access.marks import Mark
from roadstead.engagement.interaction_enums import Side
from tests import people
from tests.apps.engagement.interactions.acting import asked, completed, marked, promised, written
from tests.apps.engagement.people import acting as persons
from tests.conftest import CountQueries

LIST = "/partner/dealings/"


def page(who: User, address: str = LIST) -> str:
    return persons.page(people.client_of(who), address)


def test_there_is_nothing_until_something_is_shared(nigeria: User, liaison: User) -> None:
    completed(liaison, subject="Inner")
    text = page(nigeria)
    assert "Nothing was shared with your State yet" in text
    assert "Inner" not in text


def test_ones_own_state_reads_what_was_said_and_promised(nigeria: User, ghana: User, liaison: User) -> None:
    record = completed(liaison, subject="Drills at the quay", countries=["NG", "GH"])
    promised(record, liaison, what="Send the plan", officer=liaison.pk)
    promised(record, liaison, what="Name the guards", side=Side.THEIRS)
    asked(record, liaison, question="An inner question?", officer=liaison.pk)
    marked(record, Mark.PARTNER, liaison, states=["NG"])
    text = page(nigeria)
    for words in (
        "Drills at the quay",
        "Promised, and still open",
        "Send the plan",
        "Name the guards",
        "Your State",
        "Lea Liaison",
    ):
        assert words in text
    one = page(nigeria, f"{LIST}{record.pk}/")
    assert "We spoke of drills." in one
    for inner in ("An inner question?", "Ghana", "/desk/", "for a test"):
        assert inner not in one
    assert "Drills at the quay" not in page(ghana)
    assert people.client_of(ghana).get(f"{LIST}{record.pk}/").status_code == 404


def test_a_draft_is_not_shown_though_it_is_marked(nigeria: User, liaison: User) -> None:
    record = written(liaison, subject="Not yet")
    marked(record, Mark.PARTNER, liaison, states=["NG"])
    assert "Not yet" not in page(nigeria)
    assert people.client_of(nigeria).get(f"{LIST}{record.pk}/").status_code == 404


def test_people_who_were_not_shared_are_not_named(nigeria: User, liaison: User) -> None:
    amina = persons.written(liaison, name="Amina Bello (invented)", country="NG")
    record = completed(liaison, contacts=[amina.pk])
    promised(record, liaison, side=Side.THEIRS, contact=amina.pk)
    marked(record, Mark.PARTNER, liaison, states=["NG"])
    assert "Amina" not in page(nigeria) + page(nigeria, f"{LIST}{record.pk}/")


def test_it_is_found_sorted_and_taken_away(nigeria: User, liaison: User) -> None:
    for subject in ("Gates", "Quays"):
        marked(completed(liaison, subject=subject), Mark.PARTNER, liaison, states=["NG"])
    assert "Quays" not in page(nigeria, f"{LIST}?q=gate")
    assert "Nothing fits" in page(nigeria, f"{LIST}?kind=call")
    text = page(nigeria, f"{LIST}?sort=subject")
    assert text.index(">Gates<") < text.index(">Quays<")
    assert page(nigeria, f"{LIST}?country=GH&state=draft&mine=1").count("Gates") >= 1
    table = people.client_of(nigeria).get(f"{LIST}export.csv").content.decode()
    assert "Gates" in table
    assert "/partner/dealings/" in table
    assert people.client_of(nigeria).get(f"{LIST}export.pdf").status_code == 404


def test_it_is_for_who_reads_what_is_shared(liaison: User) -> None:
    assert people.client_of(people.holder(Role.FACILITY)).get(LIST).status_code == 403
    assert people.client_of(liaison).get(LIST).status_code == 200


def test_it_costs_the_same_however_many(nigeria: User, liaison: User, at_most_queries: CountQueries) -> None:
    for _number in range(12):
        record = completed(liaison)
        promised(record, liaison)
        marked(record, Mark.PARTNER, liaison, states=["NG"])
    client = people.client_of(nigeria)
    with at_most_queries(people.SIGNED_IN + 11):
        client.get(LIST)
