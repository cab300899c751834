"""The what-if with voyages, through the engine: the form, the answer, comparison, what is wrong."""

import re

import pytest

from tests.people import SIGNED_IN

PAGE = "/desk/what-if/"
pytestmark = pytest.mark.usefixtures("voyages")


def html(client, query: str = "", status: int = 200) -> str:
    answer = client.get(PAGE + query)
    assert answer.status_code == status, query
    text = answer.content.decode()
    assert text.count("<h1") == 1
    assert " style=" not in text
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids)), [one for one in ids if ids.count(one) > 1]
    return text


def test_the_form_offers_countries_off_the_list_and_on_it(client):
    text = html(client)
    add, remove = (text.split(f' id="a_{kind}_1"')[1].split("</select>")[0] for kind in ("add", "remove"))
    assert '"EG"' in add
    assert '"CU"' not in add
    assert '"PR"' not in add
    assert '"CU"' in remove
    assert '"EG"' not in remove
    assert "as known <" in text
    assert "sha256:" in text
    assert "27 September 2025" in text


def test_the_form_leads_on_to_the_short_address(client):
    sent = (
        "a_since=2026-06-01&a_add=EG&a_add_since=&a_add=&a_add_since=&a_remove=&a_remove_since=&a_except="
        "&a_except_facility=&a_except_since=&set=small&may=50&may_source=&hours=6"
    )
    answer = client.get(f"{PAGE}?{sent}")
    assert (answer.status_code, answer["Location"]) == (302, f"{PAGE}?a=since:2026-06-01;add:EG&set=small&hours=6")


def test_one_more_row_without_scripts(client):
    answer = client.get(f"{PAGE}?a_add=EG&a_add_since=&more=a_add")
    assert answer["Location"] == f"{PAGE}?a=add:EG&more=a_add"
    text = html(client, "?a=add:EG&more=a_add")
    assert 'id="a_add_3"' in text
    assert "Key figures" not in text


def test_a_second_draft_begins_as_the_first(client):
    answer = client.get(f"{PAGE}?a_add=EG&a_add_since=&compare=1")
    assert answer["Location"] == f"{PAGE}?a=add:EG&b=add:EG&edit=1"
    assert 'id="b_add_1"' in html(client, "?a=add:EG&b=add:EG&edit=1")


def test_rates_that_cannot_be_read_are_not_lost(client):
    text = html(client, "?a_add=EG&a_add_since=&may=many")
    assert "Write a number, as in 50." in text
    assert 'value="many"' in text
    assert 'value="EG" selected' in text


def test_an_empty_draft_is_explained(client):
    text = html(client, "?a=")
    assert "put countries on the list, take some off" in text
    assert "rs-error-summary" not in text


def test_the_answer_comes_first(client):
    text = html(client, "?a=add:EG")
    found = re.search(
        r"Listing Egypt would have caught ([\d,]+) of 8,000 arrivals \(([\d.]+) %\) between \w+ \d{4} and", text
    )
    assert found
    assert int(found[1].replace(",", "")) > 10
    assert text.index("Listing Egypt") < text.index("Key figures")
    assert "Invented voyages." in text
    for section in ("when", "where", "who", "follows", "at-sea", "basis"):
        assert f'id="{section}"' in text


def test_every_chart_has_its_table_and_its_words(client):
    text = html(client, "?a=add:EG")
    charts = re.findall(r'role="img" aria-label="([^"]+)" data-chart="chart-(\w+)"', text)
    assert len(charts) >= 6
    for words, name in charts:
        assert len(words) > 20
        assert f'id="chart-{name}"' in text
    assert text.count("<caption") > len(charts)


def test_a_country_comes_off_the_list(client):
    text = html(client, "?a=remove:NG")
    assert re.search(r"Taking Nigeria off the list would have freed [\d,]+ of 8,000 arrivals", text)
    assert "None: no arrival is newly caught." in text


def test_an_exception_frees_and_never_catches(client):
    text = html(client, "?a=except:VE:Example Terminal")
    assert "Excepting Example Terminal (Venezuela)" in text
    assert "Applies" in text or "nothing" in text


def test_ships_at_sea_on_the_first_day(client):
    text = html(client, "?a=since:2026-06-01;add:EG;add:CO;add:MX")
    assert "from 1 June 2026 on" in text
    assert "Ships that had left their last port before 1 June 2026" in text
    assert re.search(r'data-label="Ship"', text)


def test_a_first_day_after_the_record(client):
    assert "The record ends on" in html(client, "?a=since:2031-01-01;add:EG")


def test_two_drafts_side_by_side(client):
    text = html(client, "?a=add:EG&b=add:EG;remove:NG")
    assert 'id="answer-a"' in text
    assert 'id="answer-b"' in text
    assert "B less A" in text
    assert 'href="?a=add:EG"' in text
    assert 'href="?a=add:EG;remove:NG"' in text


def test_the_same_draft_twice_differs_in_nothing(client):
    text = html(client, "?a=add:EG&b=add:EG")
    figures = text.split('id="figures"')[1].split("</table>")[0]
    assert set(re.findall(r'<td class="rs-number">([^<]*)</td></tr>', figures)) == {"±0"}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?a=add:XX", "“XX” is no country code."),
        ("?a=add:CU", "Cuba is on the list already"),
        ("?a=remove:EG", "Egypt is not on the list, so it cannot be taken off."),
        ("?a=add:EG:2026-02-30", "“2026-02-30” is no day that we can read."),
        ("?a=%3Cscript%3E", "“&lt;script&gt;” in the address is no change"),
        ("?a=add:EG&b=remove:EG", "Draft B: "),
        ("?a=add:EG&may=1000", "Write at most 100."),
    ],
)
def test_what_is_wrong_is_said_kindly(client, query, words):
    text = html(client, query)
    assert "Not yet: please correct this first" in text
    assert words in text
    assert "would have caught" not in text


def test_rates_and_their_sources_are_shown(client):
    text = html(client, "?a=add:EG&may=25&may_source=Sector+Houston")
    follows = text.split('id="follows"')[1]
    assert "<bdi>Sector Houston</bdi>" in follows
    assert follows.count("assumed") == 8


def test_the_second_reading_is_remembered(client, at_most_queries, monkeypatch):
    html(client, "?a=add:EG")
    from roadstead.screening import whatif

    monkeypatch.setattr(whatif, "impact", lambda *given: pytest.fail("it was computed again"))
    with at_most_queries(2 + SIGNED_IN):
        html(client, "?a=add:EG")


def test_pages_ask_the_database_little(client, at_most_queries):
    with at_most_queries(4 + SIGNED_IN):
        html(client, "?a=add:EG&b=remove:NG")
