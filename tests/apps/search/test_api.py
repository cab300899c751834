"""Reading through the API: what each reader may see, by the same marks as the pages."""

from typing import Any

import pytest
from django.test import Client

from roadstead.accounts.actions.tokens import make_token
from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.engagement.models import Contact
from roadstead.registry.models import Assignment, Facility, FacilityName, Organisation, Post
from roadstead.search.building import build
from tests import people
from tests.apps.engagement.people.acting import events, facility, mark, organisation, part, written
from tests.apps.engagement.planting import plant

API = "/api/v1"
LISTS = ("countries", "organisations", "facilities", "contacts", "portfolios", "search?q=quay")
MANY = 500


def get(person: User, path: str, status: int = 200) -> Any:
    response = people.client_of(person).get(f"{API}/{path}")
    assert response.status_code == status, response.content
    return response.json()


def bearer(person: User, *rights: Permission) -> dict[str, str]:
    _, secret = make_token(person=person, name="for a test", permissions=rights, days=1, by=people.viewer(person))
    return {"Authorization": f"Bearer {secret}"}


def shared(row: Any, *states: str) -> Any:
    type(row).objects.for_the_system("a test").filter(pk=row.pk).update(mark=Mark.PARTNER)
    row.mark = Mark.PARTNER
    row.states.set(states)
    return row


@pytest.mark.parametrize("path", LISTS)
def test_nobody_reads_without_a_name(path: str, client: Client) -> None:
    response = client.get(f"{API}/{path}")
    assert response.status_code == 401
    assert response.headers["Content-Type"] == "application/problem+json"


def test_a_token_reads_no_more_than_it_was_made_for(client: Client, liaison: User) -> None:
    facility(liaison, "Programme Quay", "NGAPP-0001")
    shared(facility(liaison, "Shared Quay", "NGAPP-0002"), "NG")
    build()

    def names(path: str, *rights: Permission) -> list[str]:
        answer = client.get(f"{API}/{path}", headers=bearer(liaison, *rights)).json()
        return [one["name"] for one in (answer["items"] if "items" in answer else answer["groups"][0]["items"])]

    assert names("facilities", Permission.READ_PROGRAMME) == ["Programme Quay", "Shared Quay"]
    assert names("facilities", Permission.READ_SHARED) == ["Shared Quay"]
    assert names("search?q=quay", Permission.READ_SHARED) == ["Shared Quay"]
    assert not names("facilities", Permission.ASK_WHAT_IF)
    refused = client.get(f"{API}/portfolios", headers=bearer(liaison, Permission.READ_SHARED))
    assert refused.status_code == 403


def test_a_partner_is_given_what_its_state_was_given(liaison: User, nigeria: User, ghana: User) -> None:
    body = shared(organisation(liaison, name="Shared Authority", parent=organisation(liaison, name="Parent")), "NG")
    place = shared(facility(liaison, "Shared Quay"), "NG")
    place.operator = organisation(liaison, name="Hidden operator")
    place.save()
    one = shared(written(liaison, name="Shared Person", country="NG", note="ours"), "NG", "GH")
    part(one, facility(liaison, "Hidden place", "NGAPP-0009"), liaison)
    for kind, record in (("organisations", body), ("facilities", place), ("contacts", one)):
        assert [each["id"] for each in get(nigeria, kind)["items"]] == [record.pk]
        assert get(nigeria, kind)["count"] == 1
        assert get(nigeria, f"{kind}/{record.pk}")["states"] == ["NG"]
    assert get(ghana, f"facilities/{place.pk}", 404)["type"].endswith("#not-found")
    assert get(ghana, "organisations")["count"] == get(ghana, "facilities")["count"] == 0
    assert get(nigeria, f"organisations/{body.pk}")["parent"] is None
    assert get(nigeria, f"facilities/{place.pk}")["operator"] is None
    (whole,) = get(nigeria, f"contacts/{one.pk}")["parts"]
    assert (whole["place"], whole["place_id"]) == ("", None)
    told = get(nigeria, f"contacts/{one.pk}")
    assert (told["note"], told["source"], told["consent"]) == ("", "", "unknown")
    assert get(liaison, f"contacts/{one.pk}")["note"] == "ours"
    assert get(liaison, f"organisations/{body.pk}")["parent"]["name"] == "Parent"
    get(nigeria, "portfolios", 403)


def test_a_facility_by_its_number_with_its_names(liaison: User) -> None:
    one = facility(liaison, "Some Quay", "NGAPP-0001")
    FacilityName.objects.create(facility=one, name="Old Quay", kind="former", folded="old quay", source="a chart")
    told = get(liaison, "facilities/ngapp-0001")
    assert told["id"] == one.pk
    assert [name["name"] for name in told["names"]] == ["Old Quay"]
    assert told["plan_approved"] == "unknown"
    for wrong in ("NGAPP-0002", "x", "9" * 40, "%00", str(one.pk + 1_000)):
        get(liaison, f"facilities/{wrong}", 404)


def test_reading_a_restricted_entry_is_recorded(liaison: User) -> None:
    one = written(liaison, name="Some Person", emails="some@port.example")
    mark(one, Mark.RESTRICTED, liaison)
    assert get(liaison, "contacts")["items"][0]["email"] == ""
    assert not events("engagement.restricted_read")
    assert get(liaison, f"contacts/{one.pk}")["points"][0]["value"] == "some@port.example"
    (read,) = events("engagement.restricted_read", one)
    assert read.data["way"] == "api"


def test_a_forgotten_or_joined_person_is_not_given(liaison: User) -> None:
    one, other = written(liaison, name="One"), written(liaison, name="Other")
    Contact.objects.for_the_system("a test").filter(pk=one.pk).update(forgotten_at=clock.now())
    Contact.objects.for_the_system("a test").filter(pk=other.pk).update(merged_into=one)
    assert get(liaison, "contacts")["count"] == 0
    get(liaison, f"contacts/{one.pk}", 404)
    get(liaison, f"contacts/{other.pk}", 404)


def test_filters_and_pages(liaison: User) -> None:
    for number in range(5):
        facility(liaison, f"Quay {number}", f"NGAPP-{number:04}")
    facility(liaison, "Tema Berth", "GHTEM-0001", country="GH")
    answer = get(liaison, "facilities?country=ng&q=quay&limit=2&offset=1")
    assert (answer["count"], [one["name"] for one in answer["items"]]) == (5, ["Quay 1", "Quay 2"])
    assert get(liaison, "facilities?country=GH")["count"] == 1
    assert get(liaison, "facilities?mark=public")["count"] == 0
    organisation(liaison, kind="embassy", name="Embassy")
    assert get(liaison, "organisations?kind=embassy")["count"] == 1
    assert get(liaison, "organisations?kind=rso")["count"] == 0
    person = written(liaison, name="Some Head", country="NG")
    part(person, organisation(liaison), liaison, since="2020-01-01", until="2023-01-01")
    assert get(liaison, "contacts?part=head&on=2022-01-01")["count"] == 1
    assert get(liaison, "contacts?part=head&on=2024-01-01")["count"] == 0
    for wrong in ("limit=0", "limit=101", "offset=-1", "mark=secret"):
        assert get(liaison, f"facilities?{wrong}", 422)["errors"][0]["field"] == wrong.partition("=")[0]


def test_who_answers_for_which_country(liaison: User) -> None:
    post = Post.objects.create(code="brunssum", name="Brunssum", place="Brunssum (invented)", country_id="TG")
    given = {"given_by": liaison, "given_at": clock.now(), "why": "a test", "valid_from": clock.today()}
    Assignment.objects.create(country_id="NG", officer=liaison, post=post, **given)
    for code in ("NG", "GH"):
        _coast(code)
    answer = get(liaison, "portfolios")
    held = {one["country"]: one["responsible"] for one in answer["items"]}
    assert held["GH"] is None
    assert held["NG"]["officer"] == {"id": liaison.pk, "name": "Lea Liaison"}
    assert (answer["count"], answer["gaps"]) == (2, 1)
    assert [one["country"] for one in get(liaison, "portfolios?state=gap")["items"]] == ["GH"]
    assert [one["country"] for one in get(liaison, f"portfolios?officer={liaison.pk}&post=brunssum")["items"]] == ["NG"]
    assert get(liaison, "portfolios?on=2001-01-01")["gaps"] == 2
    assert "write it as in" in get(liaison, "portfolios?on=0", 422)["errors"][0]["message"]
    assert [one["code"] for one in get(liaison, "posts")] == ["brunssum"]


def test_countries_with_what_the_reader_may_see(liaison: User, nigeria: User) -> None:
    for code in ("NG", "GH"):
        _coast(code)
    shared(organisation(liaison, name="Shared Authority"), "NG")
    organisation(liaison, name="Ours alone", kind="embassy")
    shared(facility(liaison, "Shared Quay"), "NG")
    facility(liaison, "Our Quay", "NGAPP-0002")
    given = {"given_by": liaison, "given_at": clock.now(), "why": "a test", "valid_from": clock.today()}
    Assignment.objects.create(country_id="NG", officer=liaison, **given)
    ours, theirs = get(liaison, "countries/NG"), get(nigeria, "countries/ng")
    assert (ours["facilities"]["count"], theirs["facilities"]["count"]) == (2, 1)
    assert ours["responsible"]["name"] == "Lea Liaison"
    assert theirs["responsible"] is None
    assert [one["name"] for one in theirs["designated_authorities"]] == ["Shared Authority"]
    assert (len(ours["embassies"]), len(theirs["embassies"])) == (1, 0)
    assert [one["code"] for one in get(nigeria, "countries?q=gha")["items"]] == ["GH"]
    for wrong in ("XX", "N", "NGA", "%00%00"):
        get(liaison, f"countries/{wrong}", 404)


def test_search_by_kind(liaison: User, nigeria: User) -> None:
    facility(liaison, "Apapa Quay")
    plant(title="Apapa note")
    build()
    answer = get(liaison, "search?q=apapa")
    assert [(one["kind"], one["count"]) for one in answer["groups"]] == [("facility", 1), ("information", 1)]
    assert answer["groups"][0]["items"][0]["context"] == "NGAPP-0001 · Nigeria"
    assert not answer["near"]
    answer = get(liaison, "search?q=appaa&kind=facility")
    assert answer["near"]
    assert [one["kind"] for one in answer["groups"]] == ["facility"]
    for text in ("apapa", "appaa"):
        assert get(nigeria, f"search?q={text}")["groups"] == []
    assert get(liaison, "search?q=a")["groups"] == []
    get(liaison, "search?q=apapa&kind=nothing", 422)


@pytest.mark.parametrize(("path", "most"), [("organisations", 5), ("facilities", 6), ("contacts", 7)])
def test_as_many_queries_for_many_as_for_few(path: str, most: int, at_most_queries: Any) -> None:
    by = people.holder(Role.HEADQUARTERS)
    _many(by)
    client = people.client_of(by)
    with at_most_queries(people.SIGNED_IN - 1 + most):
        answer = client.get(f"{API}/{path}?limit=100&standing=every").json()
    assert answer["count"] >= MANY
    assert len(answer["items"]) == 100


def _many(by: User) -> None:
    marked = {"mark": "partner", "mark_reason": "a test", "marked_by": by, "marked_at": clock.now(), "source": "a test"}
    named = [{"name": f"Name {n}", "folded": f"name {n}", "country_id": "NG", **marked} for n in range(MANY)]
    bodies = Organisation.objects.bulk_create(Organisation(kind="operator", **one) for one in named)
    places = Facility.objects.bulk_create(
        Facility(operator=body, **one) for one, body in zip(named, bodies, strict=True)
    )
    Contact.objects.bulk_create(Contact(**one) for one in named)
    for rows in (bodies, places):
        links: Any = type(rows[0]).states.through
        own = f"{type(rows[0])._meta.model_name}_id"
        links.objects.bulk_create(links(**{own: one.pk, "country_id": "NG"}) for one in rows)


def _coast(code: str) -> None:
    from roadstead.registry.models import Country

    Country.objects.filter(pk=code).update(coast="coastal")
