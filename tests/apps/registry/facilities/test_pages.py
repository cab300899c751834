"""The pages of facilities: the list and what it is asked, one entry, forms, imports, and a partner's own."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.registry.actions.facilities import correct_facility
from roadstead.registry.actions.facility_names import add_name
from roadstead.registry.enums import FacilityNameKind
from roadstead.registry.models import Facility, FacilityImport, FacilityProposal
from tests import people
from tests.apps.registry.facilities import made
from tests.apps.registry.facilities.made import authority, headquarters, held, imported, officer, row, written

pytestmark = pytest.mark.django_db
LIST = "/desk/facilities/"


@pytest.fixture(autouse=True)
def _world(db: None, settings: Any, tmp_path: Any) -> None:
    settings.DATA_DIR = tmp_path
    made.world()


@pytest.fixture
def desk() -> Client:
    headquarters()
    return people.client_of(User.objects.get(email="hq@example.org"))


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def names(client: Client, query: str) -> list[str]:
    body = client.get(f"{LIST}export.csv?{query}").content.decode()
    return [line["name"] for line in csv.DictReader(io.StringIO(body))]


def test_an_empty_register_says_what_to_do(desk: Client) -> None:
    assert "Import from GISIS" in text(desk, LIST)
    assert "Enter the first" in text(people.client_of(officer()), LIST)
    assert "will stand here" in text(people.client_of(people.holder(Role.ANALYST)), LIST)
    assert "Nothing fits" in text(desk, f"{LIST}?q=nothing")


def test_a_partner_with_nothing_shared_is_told_what_will_stand_there(desk: Client) -> None:
    assert "No facility of yours is shared with you yet" in text(people.client_of(authority()), "/partner/facilities/")


def test_a_facility_is_found_by_name_alias_number_and_without_accents(desk: Client) -> None:
    one = written("Terminál Açores (invented)", number="NGAPP-0004", port_name="Old Harbour")
    written("Another (invented)")
    alias = FacilityNameKind.ALIAS
    add_name(facility=one, name="Muelle Viejo", kind=alias, source="a chart", by=headquarters())
    for words in ("terminal acores", "ACORES", "muelle", "NGAPP-0004", "ngapp-0004", "harbour", "viejo terminal"):
        assert names(desk, f"q={words}") == ["Terminál Açores (invented)"], words
    assert names(desk, "q=muelle+another") == []
    assert names(desk, "q=%00") == ["Another (invented)", "Terminál Açores (invented)"]


def test_the_list_is_narrowed_and_sorted(desk: Client) -> None:
    today = clock.today()
    written("A valid", soc_expires_on=today + timedelta(days=91), cargo=["oil"], plan_approved="yes")
    written("B soon", soc_expires_on=today + timedelta(days=90), cargo=["oil", "gas"], plan_approved="no")
    written("C today", soc_expires_on=today)
    written("D expired", soc_expires_on=today - timedelta(days=1))
    written("E unknown", code="GH")
    assert names(desk, "soc=valid") == ["A valid"]
    assert names(desk, "soc=soon") == ["B soon", "C today"]
    assert names(desk, "soc=expired") == ["D expired"]
    assert names(desk, "soc=unknown") == ["E unknown"]
    assert names(desk, "cargo=oil") == ["A valid", "B soon"]
    assert names(desk, "cargo=gas") == ["B soon"]
    assert names(desk, "plan=yes") == ["A valid"]
    assert names(desk, "country=GH") == ["E unknown"]
    assert names(desk, "sort=-name")[0] == "E unknown"
    assert names(desk, "sort=soc")[0] == "D expired"
    assert names(desk, "soc=nonsense&cargo=x&plan=y&sort=z&page=999&country=%00") == names(desk, "")


def test_the_list_pages_in_constant_queries(desk: Client, django_assert_max_num_queries: Any) -> None:
    imported(*[row(IMO_Port_Facility_Number=f"NGAPP-{n:04}") for n in range(60)])
    text(desk, LIST)
    with django_assert_max_num_queries(people.SIGNED_IN + 6):
        body = text(desk, f"{LIST}?page=2")
    assert "60 facilities" in body
    assert body.count("NGAPP-00") >= 25


def test_exports_run_no_formula(desk: Client) -> None:
    written("+1-800 Quay", description="=cmd()")
    body = desk.get(f"{LIST}export.csv").content.decode()
    assert "'+1-800 Quay" in body
    assert "'=cmd()" in body
    assert desk.get(f"{LIST}export.xlsx").content.startswith(b"PK")
    assert desk.get(f"{LIST}export.pdf").status_code == 404


def test_an_entry_shows_every_fact_with_its_source(desk: Client, django_assert_max_num_queries: Any) -> None:
    imported(row())
    said = {"name": "Right Name"}
    correct_facility(facility=held(), revision=1, said=said, source="letter of 3 May", by=headquarters())
    page = f"{LIST}{held().pk}/"
    text(desk, page)
    with django_assert_max_num_queries(people.SIGNED_IN + 24):
        body = text(desk, page)
    for words in (
        "Right Name",
        "its source says “Example Terminal (invented)”",
        "letter of 3 May",
        "Hana Quarters",
        "IMO GISIS export of",
        "06° 26.00′ N, 003° 22.00′ E",
        "15 March 2025",
        "the register of the State itself",
        "Take its source’s value back",
        "corrected",
    ):
        assert words in body, words


def test_an_entry_with_nothing_known_says_so(desk: Client) -> None:
    body = text(desk, f"{LIST}{written().pk}/")
    for words in ("no IMO number known", "No position is known", "expiry not known"):
        assert words in body, words


def test_the_forms_enter_correct_and_take_back(desk: Client) -> None:
    typed = {
        "country": "NG",
        "name": "Typed Quay",
        "source": "a letter",
        "plan_approved": "unknown",
        "plan_withdrawn": "unknown",
        "latitude": "062600N",
        "longitude": "0032200E",
        "cargo": ["oil"],
    }
    text(desk, f"{LIST}new/?country=NG")
    done = desk.post(f"{LIST}new/", typed)
    one = Facility.objects.for_the_system("a test").get()
    assert done.headers["Location"] == f"{LIST}{one.pk}/"
    assert (one.name, str(one.latitude), one.cargo) == ("Typed Quay", "6.43333", ["oil"])
    assert 'value="6.43333"' in text(desk, f"{LIST}{one.pk}/correct/")
    typed |= {"name": "Corrected Quay", "revision": "1", "because": "a visit"}
    assert desk.post(f"{LIST}{one.pk}/correct/", typed).status_code == 302
    again = desk.post(f"{LIST}{one.pk}/correct/", typed | {"name": "Too late"})
    assert again.status_code == 409
    assert "Too late" in again.content.decode()
    assert "Corrected Quay" in again.content.decode()
    wrong = desk.post(f"{LIST}{one.pk}/correct/", typed | {"latitude": "north", "revision": "2"})
    assert wrong.status_code == 422
    assert "is no position" in wrong.content.decode()
    assert desk.post(f"{LIST}{one.pk}/back/", {"field": "name", "revision": "2"}).status_code == 302
    one.refresh_from_db()
    assert (one.name, one.corrected) == ("Typed Quay", {})
    assert desk.post(f"{LIST}{one.pk}/back/", {"field": "name", "revision": "x"}).status_code == 302


def test_names_are_added_and_removed(desk: Client) -> None:
    one = written()
    page = f"{LIST}{one.pk}/names/"
    text(desk, page)
    assert desk.post(page, {"name": "Old Quay", "kind": "former", "source": "a chart"}).status_code == 302
    assert desk.post(page, {"name": "", "kind": "former", "source": "a chart"}).status_code == 422
    assert "Old Quay" in text(desk, page)
    assert "Old Quay" in text(desk, f"{LIST}{one.pk}/")
    number = one.names.all().for_the_system("a test").get().pk
    assert desk.post(f"{page}{number}/remove/").status_code == 302
    assert "Old Quay" not in text(desk, page)


def test_a_mark_is_set_and_a_file_attached(desk: Client) -> None:
    one = written()
    page = f"{LIST}{one.pk}/"
    text(desk, f"{page}mark/")
    said = {"mark": "partner", "states": ["NG"], "reason": "its own State", "seen": one.marked_at.isoformat()}
    assert desk.post(f"{page}mark/", said).status_code == 302
    text(desk, f"{page}files/")
    upload = SimpleUploadedFile("plan.txt", b"Some words.\n")
    assert desk.post(f"{page}files/", {"file": upload, "description": "A plan"}).status_code == 302
    assert "plan.txt" in text(desk, page)
    assert "plan.txt" in text(people.client_of(authority()), f"/partner/facilities/{one.pk}/")


def upload(client: Client, *rows: dict[str, str]) -> Any:
    file = SimpleUploadedFile("export.csv", made.export(*rows).getvalue())
    return client.post(f"{LIST}import/", {"file": file, "exported_on": "2026-09-28"})


def test_a_file_is_read_looked_at_and_confirmed(desk: Client) -> None:
    assert "nothing lands before you confirm" in text(desk, f"{LIST}import/")
    bad = row(IMO_Port_Facility_Number="NGAPP-0002", Review_Date="31/02/2026")
    page = upload(desk, row(), bad).headers["Location"]
    body = text(desk, page)
    for words in ("NGAPP-0001", "there is no day 31/02/2026", "Take 1 row over", "Discard it"):
        assert words in body, words
    assert not Facility.objects.for_the_system("a test").exists()
    assert "NGAPP-0001" not in text(desk, f"{page}?outcome=rejected").split("Rows of this outcome")[1]
    assert desk.post(f"{page}end/", {"do": "confirm"}, follow=True).status_code == 200
    assert held().source == "IMO GISIS export of 2026-09-28"
    assert "Take 1 row over" not in text(desk, page)
    assert "What imports brought" in text(desk, f"{LIST}{held().pk}/")


def test_a_file_is_discarded(desk: Client) -> None:
    page = upload(desk, row()).headers["Location"]
    desk.post(f"{page}end/", {"do": "discard"})
    assert FacilityImport.objects.get().state == "discarded"


@pytest.mark.parametrize(
    ("body", "said"),
    [(b"", "The file is empty"), (b"a,b\n1,2\n", "IMO Port Facility Number"), (b"PK\x03\x04 broken", "damaged")],
)
def test_a_file_that_is_no_export_is_told_beside_its_field(desk: Client, body: bytes, said: str) -> None:
    answer = desk.post(f"{LIST}import/", {"file": SimpleUploadedFile("x.csv", body)})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not FacilityImport.objects.exists()


def test_without_a_file_the_form_asks_for_one(desk: Client) -> None:
    assert "Choose a file first." in desk.post(f"{LIST}import/", {}).content.decode()


def test_a_file_that_is_too_large_is_told(desk: Client, settings: Any) -> None:
    settings.LARGEST_UPLOAD = 10
    answer = upload(desk, row())
    assert answer.status_code == 422
    assert not FacilityImport.objects.exists()


def test_rows_of_a_file_are_for_who_read_it(desk: Client) -> None:
    page = upload(desk, row()).headers["Location"]
    other = people.client_of(people.holder(Role.HEADQUARTERS, name="Other", email="other@example.org"))
    body = text(other, page)
    assert "NGAPP-0001" not in body
    assert "Who read the file" in body
    assert text(people.client_of(officer()), page, 403)


def test_a_partner_sees_its_own_alone_and_proposes() -> None:
    imported(row(), row(IMO_Port_Facility_Number="GHTEM-0001", Country_Code="GH", Facility_Name="Ghana Quay"))
    written("Not shared (invented)")
    partner = people.client_of(authority())
    body = text(partner, "/partner/facilities/")
    assert "NGAPP-0001" in body
    assert "Ghana Quay" not in body
    assert "Not shared" not in body
    page = f"/partner/facilities/{held().pk}/"
    assert "Propose a change" in text(partner, page)
    text(partner, f"/partner/facilities/{held('GHTEM-0001').pk}/", 404)
    assert "NGAPP-0001" in partner.get("/partner/facilities/export.csv").content.decode()
    form = text(partner, f"{page}propose/")
    assert "A word to the officer" in form
    assert 'name="number"' not in form
    typed = {"name": "As we call it", "plan_approved": "yes", "plan_withdrawn": "no", "approved_on": "2004-07-01"}
    typed |= {"reviewed_on": "2025-03-15", "soc_issued_on": "2025-03-16", "description": "Containers"}
    typed |= {"latitude": "6.43333", "longitude": "3.36667", "port": "NGAPP", "word": "see our letter"}
    done = partner.post(f"{page}propose/", typed)
    assert done.status_code == 302, done.content.decode()
    one = FacilityProposal.objects.for_the_system("a test").get()
    assert set(one.changes) == {"name"}
    assert "waits for an officer" in text(partner, page)
    assert "As we call it" in text(partner, done.headers["Location"])
    assert "name" in text(partner, "/partner/facilities/proposals/")


def test_an_officer_answers_a_proposal() -> None:
    imported(row())
    by = people.viewer(authority())
    one = made_proposal(by)
    client = people.client_of(officer())
    assert "1 waits" in text(client, LIST)
    assert "Example Terminal" in text(client, f"{LIST}proposals/")
    page = f"{LIST}proposals/{one.pk}/"
    assert "As we call it" in text(client, page)
    assert client.post(page, {"do": "return", "word": ""}).status_code == 422
    assert client.post(page, {"do": "accept", "word": ""}).status_code == 302
    assert held().name == "As we call it"
    assert "Hana" not in text(people.client_of(authority()), f"/partner/facilities/{held().pk}/")
    assert "No proposal waits" in text(client, f"{LIST}proposals/")
    other = people.client_of(officer("GH"))
    assert other.post(page, {"do": "accept"}).status_code == 404


def test_who_proposed_takes_it_back() -> None:
    imported(row())
    one = made_proposal(people.viewer(authority()))
    client = people.client_of(authority())
    page = f"/partner/facilities/proposals/{one.pk}/"
    assert "Take it back" in text(client, page)
    client.post(page)
    assert "taken back" in text(client, page)


def made_proposal(by: Any) -> FacilityProposal:
    from roadstead.registry.actions.facility_proposals import propose_change

    return propose_change(facility=held(), said={"name": "As we call it"}, word="", by=by)


def test_the_officer_of_a_facility_sees_that_one_alone() -> None:
    imported(row(), row(IMO_Port_Facility_Number="NGAPP-0002", Facility_Name="Neighbour"))
    client = people.client_of(people.holder(Role.FACILITY, "NGAPP-0001"))
    body = text(client, "/partner/facilities/")
    assert "NGAPP-0001" in body
    assert "Neighbour" not in body
    text(client, f"/partner/facilities/{held('NGAPP-0002').pk}/", 404)
    assert "Propose a change" in text(client, f"/partner/facilities/{held().pk}/")


def test_an_embassy_reads_and_proposes_nothing() -> None:
    imported(row())
    client = people.client_of(people.holder(Role.EMBASSY, "NG"))
    assert "Propose a change" not in text(client, f"/partner/facilities/{held().pk}/")
    text(client, f"/partner/facilities/{held().pk}/propose/", 403)


def test_what_is_restricted_is_not_there_for_others(desk: Client) -> None:
    one = written("Hidden Quay", mark=Mark.RESTRICTED)
    assert "Hidden Quay" in text(desk, f"{LIST}{one.pk}/")
    client = people.client_of(officer())
    text(client, f"{LIST}{one.pk}/", 404)
    assert "Hidden Quay" not in text(client, LIST)


def test_a_reader_without_the_right_is_offered_nothing() -> None:
    imported(row())
    client = people.client_of(people.holder(Role.ANALYST))
    body = text(client, f"{LIST}{held().pk}/")
    assert "/correct/" not in body
    assert client.get(f"{LIST}{held().pk}/correct/").status_code == 403
    assert client.get(f"{LIST}import/").status_code == 403
