"""Best practice is released with consent and without what names its source, and is found by who has like problems."""

from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.visits.actions.practising import Practice, change_practice, note_consent, release_practice
from roadstead.visits.models import BestPractice, TeamMember, Visit
from roadstead.visits.observed_shape import ObservedError
from roadstead.visits.queries import practice as queries
from roadstead.visits.queries.giveaways import giveaways_of
from tests import people
from tests.apps.visits.observed import acting
from tests.people import client_of


def agreed(one: BestPractice, by: User) -> BestPractice:
    return note_consent(practice=one, who="Ada Host (invented)", on=date(2026, 11, 1), by=people.viewer(by))


def release(one: BestPractice, by: User, *states: str, looked: bool = False) -> Any:
    said: dict[str, Any] = {"mark": Mark.PARTNER, "states": states, "reason": "it helps", "looked": looked}
    return release_practice(practice=one, by=people.viewer(by), **said)


def found(one: BestPractice, by: User) -> dict[str, bool]:
    return {each.word: each.sure for each in giveaways_of(one, people.viewer(by))}


def test_it_is_not_released_without_consent(headquarters: User) -> None:
    one = acting.practice(headquarters)
    with pytest.raises(ObservedError, match="has not agreed"):
        release(one, headquarters, "GH")
    agreed(one, headquarters)
    assert release(one, headquarters, "GH").mark == Mark.PARTNER


def test_the_database_refuses_a_release_without_consent(headquarters: User) -> None:
    one = acting.practice(headquarters)
    rows = BestPractice.objects.for_the_system("a test breaks the rule").filter(pk=one.pk)
    with pytest.raises(IntegrityError, match="consent"), transaction.atomic():
        rows.update(mark=Mark.PUBLIC)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("As they do in Nigeria.", "Nigeria"),
        ("At the Kola Quay two people look.", "Kola Quay"),
        ("Ask the kola  quay!", "Kola Quay"),
        ("Ask ada@example.org about it.", "ada@example.org"),
        ("See NGAPP-0001 for it.", "NGAPP-0001"),
        ("Ring +234 555 0100 22.", "+234 555 0100 22"),
        ("Zora Team showed it.", "Zora Team"),
    ],
)
def test_what_the_register_knows_must_go(headquarters: User, trip: Visit, text: str, word: str) -> None:
    acting.facility(headquarters)
    TeamMember.objects.create(visit=trip, name="Zora Team", agency="an agency")
    seen = acting.observed(headquarters, trip, "strength")
    one = agreed(acting.practice(headquarters, text=text, observation=seen), headquarters)
    assert found(one, headquarters)[word] is True
    with pytest.raises(ObservedError, match="take out"):
        release(one, headquarters, "GH", looked=True)


def test_words_in_doubt_are_looked_through(headquarters: User) -> None:
    one = agreed(
        acting.practice(headquarters, text="Every morning at Balu they count 12 seals, see B/16.30."), headquarters
    )
    assert found(one, headquarters) == {"Balu": False, "12": False}
    with pytest.raises(ObservedError, match="in doubt"):
        release(one, headquarters, "GH")
    assert release(one, headquarters, "GH", looked=True).states == {"GH"}


def test_a_word_made_of_the_country_is_in_doubt_wherever_it_stands(headquarters: User) -> None:
    one = acting.practice(headquarters, text="Nigerian guards look twice; nigerians, too.")
    assert found(one, headquarters) == {"Nigerian": False, "nigerians": False}
    assert found(acting.practice(headquarters, text="Guards look twice.", origin="GH"), headquarters) == {}


def test_a_change_of_what_is_released_is_checked_again(headquarters: User) -> None:
    one = agreed(acting.practice(headquarters), headquarters)
    release(one, headquarters, "GH")
    new = Practice("A second look", "As they do in Nigeria.", ["ACC"], "NG", ["oil"])
    with pytest.raises(ObservedError, match="take out"):
        change_practice(practice=one, revision=1, to=new, by=people.viewer(headquarters))


def test_a_partner_reads_nothing_of_where_it_came_from(headquarters: User, ghana: User, nigeria: User) -> None:
    quay = acting.facility(headquarters)
    one = agreed(acting.practice(headquarters, origin_facility=quay.pk), headquarters)
    release(one, headquarters, "GH")
    client = client_of(ghana)
    for page in ("/partner/practice/", f"/partner/practice/{one.pk}/", "/search/?q=second+look"):
        text = client.get(page).content.decode()
        assert "A second look" in text or f"/partner/practice/{one.pk}/" in text
        assert not [word for word in ("Nigeria", "Kola", "Ada Host") if word in text]
    sheet = client.get("/partner/practice/export.csv")
    assert sheet.content.decode().splitlines()[1].startswith("A second look,Two people look at every list.,ACC,")
    assert "best-practice.csv" in sheet.headers["Content-Disposition"]
    told = sheet.content.decode() + workbook_text(client.get("/partner/practice/export.xlsx").content)
    assert not [word for word in ("Nigeria", "Kola", "Ada Host", "Hal Quarters") if word in told]
    assert client_of(nigeria).get(f"/partner/practice/{one.pk}/").status_code == 404


def workbook_text(content: bytes) -> str:
    """Everything that a workbook says of itself and in its cells, but the day on which the file was made."""
    with ZipFile(BytesIO(content)) as book:
        read = {name: book.read(name).decode() for name in book.namelist()}
    return " ".join(text for name, text in read.items() if name != "docProps/core.xml")


def test_facilities_with_like_problems_are_found_and_find_it(headquarters: User, ghana: User) -> None:
    like, dry = (
        acting.facility(headquarters, "GH", f"{name} (invented)", cargo=[cargo])
        for name, cargo in (("Oil Quay", "oil"), ("Dry Quay", "dry_bulk"))
    )
    trip = acting.visit(headquarters, "GH")
    for place, element in ((like, "ACC"), (dry, "ACC"), (like, "MON")):
        acting.shared(headquarters, acting.observed(headquarters, trip, element=element, facility=place.pk), "GH")
    one = agreed(acting.practice(headquarters), headquarters)
    release(one, headquarters, "GH")
    assert [row.facility for row in queries.like_problems(one, people.viewer(headquarters))] == [like]
    assert queries.helping_here(people.viewer(headquarters), facility=like.pk) == [one]
    assert queries.helping_here(people.viewer(headquarters), facility=dry.pk) == []


def test_who_keeps_it(nigeria: User) -> None:
    with pytest.raises(PermissionDenied):
        acting.practice(nigeria)
