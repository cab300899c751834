"""A draft is looked at as the page that it becomes, before anybody publishes it; its number is proposed."""

from datetime import date

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.advisories import books
from roadstead.advisories import queries as advisories
from roadstead.advisories.drafting import queries
from roadstead.core.truth import NO
from tests.apps.drafting.making import SAID, changed, decided, drafted, publish
from tests.conftest import CountQueries
from tests.people import SIGNED_IN, client_of, holder, viewer

pytestmark = pytest.mark.django_db
ON = date(2026, 6, 20)


def test_the_page_of_the_edition_and_the_list_with_it(people: dict[str, User]) -> None:
    draft = drafted(people, decided(people))
    desk = client_of(people["analyst"])
    address = f"/desk/editions/{draft.pk}/preview/"
    assert address in desk.get(f"/desk/editions/{draft.pk}/").content.decode()
    page = desk.get(address).content.decode()
    assert "A draft: this page is not published" in page
    assert "PSA 9-26" in page
    assert "Listed: Ghana" in page
    assert 'data-country="GH"' in page
    assert "99 FR 1" in page
    assert "/advisory/editions/2026-06-15-psa-9-26/" not in page  # there is no such page yet
    # Nothing of it is in force, for this process or for any other.
    assert advisories.snapshot(ON).listed("GH", ON) is NO
    assert desk.get("/advisory/editions/2026-06-15-psa-9-26/").status_code == 404
    assert 'data-country="GH"' not in desk.get("/advisory/?on=2026-06-20").content.decode()


def test_it_is_the_page_that_is_published(people: dict[str, User]) -> None:
    draft = drafted(people, decided(people))
    desk = client_of(people["analyst"])
    before = desk.get(f"/desk/editions/{draft.pk}/preview/")
    done = publish(draft, viewer(people["signer"]))
    after = desk.get(f"/advisory/editions/{done.edition}/")
    same = ("changed", "countries", "facilities", "basis", "confidence", "after", "entry")
    assert {name: before.context[name] for name in same} == {name: after.context[name] for name in same}


def test_one_of_a_day_to_come_is_shown_and_not_published(people: dict[str, User]) -> None:
    draft = drafted(people, decided(people), said=changed(issued_on=date(2026, 6, 9), notice_on=date(2026, 6, 9)))
    shown = queries.preview(draft, viewer(people["signer"]))
    assert shown.difference is not None
    assert "9 June 2026" in shown.problem
    page = client_of(people["signer"]).get(f"/desk/editions/{draft.pk}/").content.decode()
    assert "It is published on 9 June 2026, and not before." in page
    assert "Publish it" not in page
    assert "Listed: Ghana" in client_of(people["signer"]).get(f"/desk/editions/{draft.pk}/preview/").content.decode()


@pytest.mark.parametrize(
    ("said", "words"), [({"number": ""}, "once the number"), ({"number": "4-25"}, "is already used")]
)
def test_where_there_is_none_the_page_says_why(people: dict[str, User], said: dict[str, str], words: str) -> None:
    draft = drafted(people, decided(people), said=changed(**said))
    assert words in client_of(people["signer"]).get(f"/desk/editions/{draft.pk}/preview/").content.decode()


def test_it_asks_the_database_no_more_than_the_draft(people: dict[str, User], at_most_queries: CountQueries) -> None:
    draft = drafted(people, decided(people))
    desk = client_of(people["analyst"])
    with at_most_queries(SIGNED_IN + 20):
        assert desk.get(f"/desk/editions/{draft.pk}/preview/").status_code == 200


def test_nobody_outside_opens_it(people: dict[str, User]) -> None:
    draft = drafted(people, decided(people))
    stranger = client_of(holder(Role.OPERATOR, name="Olga Operator"))
    assert stranger.get(f"/desk/editions/{draft.pk}/preview/").status_code in (403, 404)


def test_a_book_that_is_tried_is_gone_afterwards_whatever_happens() -> None:
    book = advisories.rule_book()
    other = type(book)(**{name: getattr(book, name) for name in book.__dataclass_fields__} | {"digest": "sha256:0"})
    seen = []

    def look() -> None:
        with books.as_if(other):
            seen.append((advisories.rule_book(), advisories.advisory(ON, ON).rule_book))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        look()
    assert seen == [(other, "sha256:0")]
    assert advisories.rule_book().digest == book.digest
    assert advisories.advisory(ON, ON).rule_book == book.digest


def test_the_next_number_is_proposed(people: dict[str, User]) -> None:
    by, case = viewer(people["analyst"]), decided(people)
    first = queries.next_number(by)
    assert first.endswith("-26")
    drafted(people, case, said=SAID)
    assert queries.next_number(by) == "10-26"
    assert 'value="10-26"' in client_of(people["analyst"]).get("/desk/editions/new/").content.decode()
