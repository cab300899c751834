"""The pages of the advisory. No test here has the `db` mark: a page that asks the database fails."""

import pytest

from roadstead.core.country import COUNTRIES
from roadstead.rulebook import shipped

NAMED = sorted(code for code, _ in shipped().country_names)
EDITIONS = [edition.id for edition in shipped().editions]


def html(client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    text = answer.content.decode()
    assert text.count("<h1") == 1
    assert " style=" not in text
    assert "<style" not in text
    return text


def test_list_of_today(client):
    text = html(client, "/advisory/")
    assert "<strong>23 countries</strong>" in text
    assert "Not confirmed lately" in text
    assert '<time datetime="2025-09-27">27 September 2025</time>' in text
    assert text.count('data-country="') == 23
    assert "421 days ago" in text
    for path in ("/advisory.json", "/advisory.csv", "/advisory.atom", "/check/", "/advisory/editions/"):
        assert f'href="{path}"' in text


def test_list_of_another_day_carries_its_days_on(client):
    text = html(client, "/advisory/?on=2008-04-21&known_at=2010-01-01")
    assert "<strong>9 countries</strong>" in text
    assert 'href="/advisory/countries/SY/?on=2008-04-21&amp;known_at=2010-01-01"' in text
    assert "This is what was known on 1 January 2010." in text


def test_list_with_a_country_that_is_not_certain(client):
    text = html(client, "/advisory/?on=2023-06-01")
    assert "For 1 other, no source settles it." in text
    assert "Not known" in text
    assert "Sudan" not in html(client, "/advisory/?on=2023-06-01&known_at=2023-06-01").split("adv-find")[0]


@pytest.mark.parametrize(
    ("sort", "first"), [("name", "KH"), ("newest", "SR"), ("exceptions", "NG"), ("nonsense", "KH")]
)
def test_order_of_the_table(client, sort, first):
    assert html(client, f"/advisory/?sort={sort}").split('data-country="')[1][:2] == first


@pytest.mark.parametrize("path", ["/advisory/", "/advisory/countries/", "/advisory/countries/NG/"])
def test_a_day_that_cannot_be_read_gets_a_word_and_the_page_works(client, path):
    text = html(client, f"{path}?on=2019-13-45&known_at=%3Cscript%3E")
    assert "“2019-13-45” is not a day we can read. Write it like 2019-05-30." in text
    assert "“&lt;script&gt;” is not a day we can read." in text
    assert "<script>" not in text
    assert "22 November 2026" in text


def test_before_the_first_record(client):
    assert "Nothing before 9 September 2004 is on record here." in html(client, "/advisory/?on=1999-01-01")


@pytest.mark.parametrize("code", NAMED)
@pytest.mark.parametrize("query", ["", "?on=2008-03-10", "?on=2021-06-01", "?on=2023-06-01&known_at=2023-06-01"])
def test_page_of_every_country_ever_named(client, code, query):
    html(client, f"/advisory/countries/{code}/{query}")


def test_page_of_every_other_country(client):
    for code in sorted(set(COUNTRIES) - set(NAMED)):
        assert client.get(f"/advisory/countries/{code}/").status_code == 200, code


def test_country_never_named(client):
    text = html(client, "/advisory/countries/FR/")
    assert "No advisory on record has ever named France." in text
    assert "not proof" in text
    assert "/check/?edit=1&amp;p1=FR" in text
    assert "as far as is known" in text


def test_domestic_place_is_told_apart(client):
    text = html(client, "/advisory/countries/PR/")
    assert "Ports here are US ports." in text
    assert "/check/?edit" not in text


@pytest.mark.parametrize("code", ["ZZ", "N", "NGA", "%3Cb%3E", "00"])
def test_no_country(client, code):
    assert client.get(f"/advisory/countries/{code}/").status_code == 404


def test_small_letters_lead_to_the_page(client):
    answer = client.get("/advisory/countries/ng/?on=2019-01-01")
    assert (answer.status_code, answer["Location"]) == (301, "/advisory/countries/NG/?on=2019-01-01")


def test_looking_up_a_country(client):
    answer = client.get("/advisory/countries/?code=sd&on=2023-06-01")
    assert (answer.status_code, answer["Location"]) == (302, "/advisory/countries/SD/?on=2023-06-01")
    assert "Choose a country from the list." in html(client, "/advisory/countries/?code=Atlantis")


def test_country_says_its_history_honestly(client):
    text = html(client, "/advisory/countries/CU/")
    assert text.count("Put on the list") == 2
    assert "exact day not known" in text
    assert "Another rule comes first" in text
    assert "outside the finding" in text
    sudan = html(client, "/advisory/countries/SD/?on=2023-06-01")
    assert "Not known whether on the list" in sudan
    assert "it began on a day between 31 December 2020 and 19 March 2025" in sudan


def test_country_keeps_both_values_of_a_conflict(client):
    text = html(client, "/advisory/countries/KH/")
    assert "2014-09-26" in text
    assert "2014-09-29" in text
    assert "Nigeria on the list" not in html(client, "/advisory/countries/CU/")
    assert "about to be removed" in html(client, "/advisory/countries/NG/")


def test_exceptions_show_number_and_validity(client):
    text = html(client, "/advisory/countries/NG/")
    assert "printed NG663-001" in text
    assert "our reading is a guess" in text
    assert "later printings were not recovered as far as this row" in text
    assert "withdrawn" in html(client, "/advisory/countries/KH/")


def test_every_edition_is_listed_and_has_its_page(client):
    text = html(client, "/advisory/editions/")
    assert [text.count(f'href="/advisory/editions/{name}/"') for name in EDITIONS] == [1] * len(EDITIONS)
    assert text.count("number inferred") == sum(edition.psa_status == "inferred" for edition in shipped().editions)
    assert text.index("Suriname listed") < text.index("Djibouti removed") < text.index("Monrovia relaxed")


@pytest.mark.parametrize("edition", EDITIONS)
def test_page_of_every_edition(client, edition):
    text = html(client, f"/advisory/editions/{edition}/")
    assert "What it changed" in text
    assert "Sources" in text


@pytest.mark.parametrize("edition", ["nope", "2-19", "2019-05-30-PSA-2-19", "%3Cb%3E"])
def test_no_edition(client, edition):
    assert client.get(f"/advisory/editions/{edition}/").status_code == 404


def test_comparison(client):
    text = html(client, "/advisory/compare/?a=2-19&b=4-25")
    for heading in ("Added to the list", "Taken off the list", "Exceptions that can no longer be confirmed"):
        assert heading in text
    assert "?a=4-25&amp;b=2-19" in text
    assert "Nothing differs" in html(client, "/advisory/compare/?a=2-19&b=2-19")
    assert "Suriname" in html(client, "/advisory/compare/")


def test_comparison_says_everything_that_is_wrong(client):
    text = html(client, "/advisory/compare/?a=%3Cb%3E&b=2019-02-30&known_at=q")
    assert "“&lt;b&gt;” is neither a day nor an edition on record." in text
    assert "“2019-02-30” is not a day of the calendar." in text
    assert "“q” is not a day we can read." in text
    assert "<b>" not in text


def test_pages_are_not_sent_twice(client):
    answer = client.get("/advisory/")
    assert "max-age=60" in answer["Cache-Control"]
    assert client.get("/advisory/", headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert client.post("/advisory/").status_code == 405


def test_what_an_installation_publishes_is_escaped(client, publish):
    publish("sources.yaml", 'ours: {title: "<i>ours</i>", kind: notice, url: "https://example.org/?a=1&b=%22"}')
    publish("facilities/NG.yaml", 'facilities: {NG-TEST: {name: "<img src=x>", sources: [ours], note: "<u>n</u>"}}')
    publish(
        "editions/2026-01-19-psa-1-26.yaml",
        '{title: "<script>alert(1)</script>", notes: "<em>notes</em>", psa: {number: 1-26}, known: 2026-01-05,'
        " effective: 2026-01-19, confidence: high, sources: [ours], changes: [{do: except, facilities: [NG-TEST]}]}",
    )
    paths = ["", "countries/NG/", "editions/", "editions/2026-01-19-psa-1-26/", "compare/?a=4-25&b=1-26"]
    for path in paths:
        text = html(client, f"/advisory/{path}")
        assert "&lt;img src=x&gt;" in text or path == "editions/"
        for raw in ("<script>alert", "<img src=x", "<i>ours", "<em>notes", "<u>n"):
            assert raw not in text
    feed = client.get("/advisory.atom").content.decode()
    assert "&lt;script&gt;alert(1)" in feed


def test_an_edition_nobody_knows_of_yet_has_no_page(client, publish):
    publish("sources.yaml", 'ours: {title: Ours, kind: notice, url: "https://example.org/"}')
    publish(
        "editions/2027-01-19-psa-1-27.yaml",
        "{title: To come, psa: {number: 1-27}, known: 2027-01-05, effective: 2027-01-19, confidence: high,"
        " sources: [ours], changes: [{do: delist, countries: [NR]}]}",
    )
    assert client.get("/advisory/editions/2027-01-19-psa-1-27/").status_code == 404
    assert "To come" not in html(client, "/advisory/editions/")
    assert "To come" not in html(client, "/advisory/countries/NR/?on=2027-06-01")
