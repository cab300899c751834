"""What embassies, agencies and authorities see of visits, and what they say."""

from uuid import uuid4

from roadstead.accounts.models import User
from roadstead.visits.models import OtherVisit
from tests import people
from tests.apps.visits.planning import acting


def test_a_partner_with_whom_nothing_is_shared_is_told_what_will_stand_here(authority: User) -> None:
    assert "No visit was shared with your State" in people.client_of(authority).get("/partner/visits/").content.decode()


def test_an_embassy_sees_the_shared_visit_tells_its_own_and_answers(lea: User, embassy: User) -> None:
    visit = acting.planned(lea, title="Lagos round", aim="See the drills")
    acting.shared(visit, lea, "NG")
    acting.planned(lea, title="Not shared")
    client = people.client_of(embassy)
    page = client.get("/partner/visits/").content.decode()
    assert "Lagos round" in page
    assert "Not shared" not in page
    said = {"uid": str(uuid4()), "country": "NG", "agency": "Customs attaché", "purpose": "Scanning"}
    days = {"first_on": "2027-03-02", "last_on": "2027-03-03", "places": "Apapa"}
    assert client.post("/partner/visits/tell/", said | days).status_code == 302
    (other,) = OtherVisit.objects.for_the_system("a test looks")
    page = client.get(f"/partner/visits/{visit.pk}/").content.decode()
    assert "Customs attaché" in page
    assert "same days" in page
    at = f"/partner/visits/{visit.pk}/near/{other.pk}/"
    assert client.post(at, {"answer": "apart", "why": ""}).status_code == 422
    assert client.post(at, {"answer": "combine", "why": "one programme"}).status_code == 302
    assert "one programme" in people.client_of(lea).get(f"/desk/visits/{visit.pk}/").content.decode()
    page = client.get(f"/partner/visits/others/{other.pk}/").content.decode()
    assert "combine into one programme" in page


def test_who_told_changes_it_and_takes_it_back(embassy: User, agency: User) -> None:
    other = acting.told(embassy)
    at = f"/partner/visits/others/{other.pk}/"
    said = {"revision": 1, "agency": "Customs", "purpose": "Scanning", "places": ""}
    days = {"first_on": "2027-04-02", "last_on": "2027-04-03"}
    assert people.client_of(agency).post(f"{at}change/", said | days).status_code == 403
    client = people.client_of(embassy)
    assert client.post(f"{at}change/", said | days).status_code == 302
    assert client.post(f"{at}withdraw/", {"revision": 1}).status_code == 409
    assert client.post(f"{at}withdraw/", {"revision": 2}).status_code == 302
    assert "does not take place" in client.get(at).content.decode()


def test_an_authority_reads_what_is_shared_and_tells_of_nothing(lea: User, authority: User) -> None:
    visit = acting.planned(lea, title="Lagos round")
    acting.shared(visit, lea, "NG")
    client = people.client_of(authority)
    page = client.get("/partner/visits/").content.decode()
    assert "Lagos round" in page
    assert "Tell of a visit" not in page
    assert client.get("/partner/visits/tell/").status_code == 403
    assert client.get("/partner/visits/export.csv").status_code == 200
    assert client.get("/partner/visits/export.xlsx").status_code == 200


def test_another_state_sees_nothing_of_it(lea: User, embassy: User) -> None:
    visit, other = acting.planned(lea, title="Lagos round"), acting.told(embassy)
    acting.shared(visit, lea, "NG")
    client = people.client_of(people.holder("embassy", "GH", name="Gia Embassy"))
    page = client.get("/partner/visits/").content.decode()
    assert "Lagos round" not in page
    assert "Customs" not in page
    assert client.get(f"/partner/visits/{visit.pk}/").status_code == 404
    assert client.get(f"/partner/visits/others/{other.pk}/").status_code == 404


def test_an_officer_enters_a_visit_of_others_and_keeps_it_in_the_programme(lea: User, embassy: User) -> None:
    client = people.client_of(lea)
    said = {"uid": str(uuid4()), "country": "NG", "agency": "Energy (invented)", "purpose": "Portal monitors"}
    days = {"first_on": "2027-03-02", "last_on": "2027-03-03"}
    assert client.post("/desk/visits/others/new/", said | days).status_code == 302
    (other,) = OtherVisit.objects.for_the_system("a test looks")
    assert client.get(f"/desk/visits/others/{other.pk}/").status_code == 200
    assert people.client_of(embassy).get(f"/partner/visits/others/{other.pk}/").status_code == 404
    at = f"/desk/visits/others/{other.pk}/"
    marked = {"mark": "partner", "states": ["NG"], "reason": "they agreed"}
    assert client.post(f"{at}mark/", marked).status_code == 302
    assert people.client_of(embassy).get(f"/partner/visits/others/{other.pk}/").status_code == 200
    changed = {"revision": 1, "agency": "Energy", "purpose": "Monitors"}
    assert client.post(f"{at}change/", changed | days).status_code == 302
    assert client.post(f"{at}withdraw/", {"revision": 2}).status_code == 302


def test_the_desk_shares_a_visit(lea: User, embassy: User) -> None:
    visit = acting.planned(lea)
    said = {"mark": "partner", "states": ["NG"], "reason": "the host knows"}
    assert people.client_of(lea).post(f"/desk/visits/{visit.pk}/mark/", said).status_code == 302
    assert people.client_of(embassy).get(f"/partner/visits/{visit.pk}/").status_code == 200
