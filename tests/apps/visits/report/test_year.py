"""A year of the programme and of a country: numbers, what stands behind them, and both as files."""

from io import BytesIO

import pytest
from docx import Document

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.visits.models import Visit
from tests import people
from tests.apps.visits.observed import acting as seen
from tests.apps.visits.report import acting

NIGERIA, ALL = "/desk/countries/NG/annual/?year=2026", "/desk/reports/annual/"


@pytest.fixture
def year(liaison: User, colleague: User, trip: Visit) -> Visit:
    """A visit with a report, a recommendation that was closed and one that is open; a visit to Ghana."""
    one = seen.recommended(liaison, visit=trip, text="Close the gate at night.")
    seen.move(liaison, one, "done")
    seen.move(colleague, one, "closed")
    seen.recommended(liaison, text="Renew the fence.")
    seen.visit(liaison, "GH", state="made", kind="assessment", notice_on=trip.first_on)
    acting.drafted(liaison, trip)
    acting.write(liaison, trip, "summary", "All in one sentence.")
    acting.released(colleague, acting.asked(liaison, trip))
    return trip


def test_a_year_is_counted_for_the_programme_and_for_a_country(liaison: User, year: Visit) -> None:
    client, rows = people.client_of(liaison), {}
    for country in ("", "NG"):
        lines = client.get(f"{ALL}export.csv?year=2026&country={country}").content.decode().splitlines()
        rows[country] = {tuple(line.split(",")[3:5]): line.split(",")[5] for line in lines[1:]}
    assert rows[""]["Visits made", "all"] == "2"
    assert rows[""]["Visits made", "formal assessment"] == "1"
    assert rows["NG"]["Visits made", "all"] == "1"
    assert rows["NG"]["Visits made", "formal assessment"] == "0"
    assert rows["NG"]["Recommendations", "closed"] == "1"


def test_a_country_has_its_visits_with_their_reports_what_was_put_right_and_what_is_open(
    liaison: User, year: Visit
) -> None:
    said = people.client_of(liaison).get(NIGERIA).content.decode()
    for words in ("Nigeria: 2026", "All in one sentence.", "Close the gate at night.", "Renew the fence."):
        assert words in said
    assert f"/desk/visits/{year.pk}/" in said
    assert "/desk/countries/NG/" in said
    quiet = people.client_of(liaison).get("/desk/countries/NG/annual/?year=2010").content.decode()
    assert "No visit had its last day in this year." in quiet


def test_the_programme_has_its_countries(liaison: User, year: Visit) -> None:
    client = people.client_of(liaison)
    said = client.get(f"{ALL}?year=2026").content.decode()
    assert "The programme in 2026" in said
    assert "Ghana: 1" in said
    assert "/desk/countries/GH/annual/?year=2026" in said
    assert client.get(f"{ALL}?year=2026&country=ng")["Location"] == NIGERIA
    assert client.get("/desk/countries/QQ/annual/").status_code == 404
    assert client.get("/desk/countries/ng/annual/").status_code == 404


def test_both_are_taken_away_as_pdf_and_word_file(liaison: User, year: Visit) -> None:
    client = people.client_of(liaison)
    for country in ("", "NG"):
        pdf = client.get(f"{ALL}export.pdf?year=2026&country={country}").content
        assert pdf.startswith(b"%PDF")
        assert b"/StructTreeRoot" in pdf
        held = Document(BytesIO(client.get(f"{ALL}export.docx?year=2026&country={country}").content))
        styled = {one.style.name for one in held.paragraphs}
        assert {"Title", "Heading 1", "List Bullet"} <= styled
    assert "All in one sentence." in "\n".join(one.text for one in held.paragraphs)
    assert client.get(f"{ALL}export.exe").status_code == 404


def test_what_one_may_not_read_is_not_in_a_year(liaison: User, colleague: User, year: Visit) -> None:
    year.mark = Mark.RESTRICTED
    year.save(update_fields=["mark"])
    year.people.add(liaison)
    assert "All in one sentence." in people.client_of(liaison).get(NIGERIA).content.decode()
    assert "All in one sentence." not in people.client_of(colleague).get(NIGERIA).content.decode()


def test_partners_read_no_annual_summary(nigeria: User) -> None:
    client = people.client_of(nigeria)
    assert client.get(NIGERIA).status_code in (403, 404)
    assert client.get(ALL).status_code in (403, 404)
