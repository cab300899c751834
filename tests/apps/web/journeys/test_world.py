"""What the demonstration invents: enough of everything, plainly invented, and nothing twice."""

import re

import pytest
from django.test import Client

from roadstead.accounts.models import User
from roadstead.audit.models import Event
from roadstead.cli import demonstration
from roadstead.common import clock
from roadstead.common.invented import Chance, person
from roadstead.engagement.models import Contact, ContactImport, ContactPoint, Information, Position
from roadstead.registry.demonstration import bodies_of, lands, scale_there, terminals_of
from roadstead.registry.models import (
    Assignment,
    Country,
    Facility,
    FacilityImport,
    FacilityProposal,
    HandOver,
    Organisation,
    Post,
)
from roadstead.registry.queries.coverage import drift

pytestmark = pytest.mark.django_db
WHY = "a test looks at all of them"
MARK = "Demonstration: invented people, facilities and records"
MODELS = (Organisation, Facility, Contact, Information, FacilityProposal)


def every(model):
    return model.objects.for_the_system(WHY)


def counts() -> list[int]:
    return [
        *(every(model).count() for model in (*MODELS, Event)),
        *(model.objects.count() for model in (User, Assignment, HandOver, FacilityImport, ContactImport)),
    ]


def test_whatever_bears_a_name_says_that_it_is_invented(world) -> None:
    for row in [*every(Organisation), *every(Facility), *every(Contact), *User.objects.all()]:
        assert row.name.endswith("(invented)"), row.name
    assert all("(invented)" in row.title for row in every(Information))
    assert all("Invented for the demonstration" in row.source for model in MODELS[:3] for row in every(model))


def test_numbers_addresses_and_telephones_lead_nowhere(world) -> None:
    assert all(re.fullmatch(r"[A-Z]{5}-9\d{3}", row.number) for row in every(Facility) if row.number)
    for point in ContactPoint.objects.all().stated():
        fitting = r"\S+@\S+\.example" if point.kind == "email" else r"\+999 \d{3} 555 \d{4}"
        assert re.fullmatch(fitting, point.value), point.value
    assert all(row.email.endswith(".example") for row in [*User.objects.all(), *every(Organisation)])
    assert all(row.phone.startswith("+999 ") for row in every(Organisation))


def test_every_country_has_what_a_file_needs(world) -> None:
    for code in world:
        kinds = set(every(Organisation).filter(country=code).values_list("kind", flat=True))
        assert {"designated_authority", "ministry", "customs", "port_authority", "embassy", "operator"} <= kinds
        facilities = list(every(Facility).filter(country=code, number__isnull=False))
        assert 3 <= len(facilities) <= 15
        assert all(one.operator_id and one.port_id and one.cargo and one.berths for one in facilities)
        officers = Position.objects.filter(facility__in=facilities, kind="pfso", valid_until__isnull=True).stated()
        assert set(officers.values_list("facility", flat=True)) == {one.pk for one in facilities}
        authority = every(Organisation).get(country=code, kind="designated_authority")
        mine = Position.objects.filter(organisation=authority, kind="head").stated().order_by("valid_from")
        assert len(mine) > 1, "somebody was there before"
        assert [one.valid_until for one in mine[:1]] == [mine[1].valid_from]
        assert every(Information).filter(countries=code).exists()


def test_officers_answer_from_real_posts_and_some_are_away(world) -> None:
    rows = Assignment.objects.filter(valid_until__isnull=True, kind="responsible")
    posts = {row.post_id for row in rows}
    assert posts <= set(Post.objects.filter(former=False).values_list("code", flat=True))
    assert {"portsmouth", "brunssum", "fussa"} <= posts
    assert Assignment.objects.filter(kind="cover").exists()
    assert HandOver.objects.exists()


def test_there_is_something_to_do(world) -> None:
    assert FacilityImport.objects.filter(state="preview").count() == 1
    (waiting,) = FacilityImport.objects.filter(state="preview")
    assert all(waiting.counts[one] for one in ("same", "changed", "rejected"))
    assert every(FacilityProposal).filter(state="open").count() > 2
    assert {"accepted", "returned"} <= set(every(FacilityProposal).values_list("state", flat=True))
    assert every(Facility).filter(number__isnull=True).exists(), "a name that resolves to no number"
    assert ContactImport.objects.filter(state="preview").exists()
    assert every(Contact).filter(source__startswith="A business card").exists(), "somebody is there twice"


def test_a_second_start_adds_nothing_on_a_later_day_neither(world, monkeypatch) -> None:
    before = counts()
    demonstration.make(only=world)
    assert counts() == before
    later = clock.now().replace(year=clock.now().year + 1)
    monkeypatch.setattr("roadstead.common.clock.now", lambda: later)
    demonstration.make(only=world)
    assert counts() == before


def test_the_same_day_makes_the_same_world(world) -> None:
    on = clock.today()
    one, other = lands(world), lands(world)
    assert one == other
    assert [bodies_of(land) for land in one] == [bodies_of(land) for land in other]
    assert [terminals_of(land, on) for land in one] == [terminals_of(land, on) for land in other]
    assert Chance("a", 1).between(0, 10**6) == Chance("a", 1).between(0, 10**6) != Chance("a", 2).between(0, 10**6)


def test_ten_times_as_much(world) -> None:
    on = clock.today()
    for land in lands(world):
        assert len(terminals_of(land, on, 10)) == 10 * len(terminals_of(land, on))
        assert len(bodies_of(land, 10)) > 8 * len(bodies_of(land))
        numbers = [one.number for one in terminals_of(land, on, 10)]
        assert len(numbers) == len(set(numbers))


def test_another_size_is_refused_kindly(world) -> None:
    assert scale_there() == 1
    assert demonstration.refused(None) == demonstration.refused(1) == ""
    assert "SCALE=1 is here already" in demonstration.refused(10)


def test_more_than_150_countries_are_there_to_be_made(world) -> None:
    assert len([land for land in lands() if land.ports]) > 150
    assert Country.objects.count() > 200


def test_names_are_told_apart_and_fit_the_country() -> None:
    taken: set[str] = set()
    named = [person("JP", "Eastern Asia", Chance("JP", number), taken) for number in range(300)]
    assert len({one.latin for one in named}) == 300
    assert all(one.local for one in named)
    assert person("NG", "Western Africa", Chance("x"), set()) == person("NG", "Western Africa", Chance("x"), set())


@pytest.mark.parametrize(
    ("who", "pages"),
    [
        ("", ("/", "/advisory/", "/check/", "/information/", "/accounts/login/", "/nowhere/")),
        ("liaison", ("/desk/", "/desk/countries/", "/desk/countries/NG/", "/desk/people/", "/desk/facilities/")),
        ("authority", ("/partner/", "/partner/country/", "/partner/facilities/", "/me/")),
        ("watch", ("/watch/",)),
        ("operator", ("/ships/",)),
    ],
)
def test_every_page_says_so(world, who: str, pages: tuple[str, ...]) -> None:
    client = Client()
    if who:
        client.post(f"/demonstration/sign-in/{who}/")
    for page in pages:
        assert MARK in client.get(page).content.decode(), page


def test_files_and_programs_are_told_so_too(world) -> None:
    client = Client()
    client.post("/demonstration/sign-in/liaison/")
    for address in ("/desk/facilities/export.csv", "/desk/people/export.csv", "/api/v1/openapi.json"):
        response = client.get(address)
        assert "invented" in response["X-Roadstead-Demonstration"], address
    listed = client.get("/desk/facilities/export.csv")
    body = b"".join(listed) if listed.streaming else listed.content
    lines = body.decode().splitlines()
    assert len(lines) > 20
    assert all("(invented)" in line for line in lines[1:])


def test_roles_and_portfolios_agree(world) -> None:
    found = drift()
    assert not found.without_role
    assert not found.without_portfolio
