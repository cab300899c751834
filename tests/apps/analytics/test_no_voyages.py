"""The what-if where there is nothing to count yet, and addresses that cannot be answered. The database is not asked."""

import json

import pytest

PAGE = "/desk/what-if/"


def html(client, query: str = "", status: int = 200) -> str:
    answer = client.get(PAGE + query)
    assert answer.status_code == status
    return answer.content.decode()


def test_without_voyages_it_says_how_to_come_by_some(client):
    text = html(client)
    assert "There are no voyages to try a draft on yet" in text
    assert "roadstead generate 1000000 var/voyages/demonstration" in text
    assert text.count("<form") == text.count("rs-seek") == 1, "the search of the header alone"


@pytest.mark.parametrize("query", ["?a=add:EG", "?a=add:XX", "?set=../../etc", "?a=add:EG&b=&edit=1"])
def test_without_voyages_a_draft_meets_the_same_words(client, query):
    assert "There are no voyages to try a draft on yet" in html(client, query)


@pytest.mark.parametrize("name", ["impact.json", "tables.csv", "tables.xlsx"])
def test_downloads_tell_programs_what_is_wrong(client, name):
    answer = client.get(f"{PAGE}{name}?a=add:EG")
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert answer.json()["errors"] == [{"field": "set", "message": "There is no such set of voyages."}]


def test_an_address_that_is_too_long_is_refused_whole(client):
    query = f"?a={'add:EG;' * 2_000}"
    assert "This address is too long" in html(client, query, 414)
    assert client.get(f"{PAGE}impact.json{query}").status_code == 422


@pytest.mark.parametrize("about", ["", "{", "[]", '{"voyages": "many"}', '{"voyages": null}'])
def test_a_folder_that_does_not_say_what_it_is_is_no_set(client, settings, tmp_path, about):
    settings.DATA_DIR = tmp_path
    (tmp_path / "voyages" / "broken").mkdir(parents=True)
    (tmp_path / "voyages" / "broken" / "roadstead.json").write_text(about)
    assert "There are no voyages" in html(client)


def a_set(folder, name: str, **about: object) -> None:
    (folder / "voyages" / name).mkdir(parents=True)
    (folder / "voyages" / name / "roadstead.json").write_text(json.dumps({"voyages": 12_345, **about}))


def test_sets_are_offered_and_the_invented_marked(client, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    a_set(tmp_path, "entrances", label="USACE entrances 2022")
    text = html(client, "?set=entrances")
    assert "USACE entrances 2022: 12,345 voyages" in text
    assert "Invented voyages." not in text
    a_set(tmp_path, "demonstration", label="<b>Made up</b>", invented=True)
    text = html(client, "?set=demonstration")
    assert "Invented voyages." in text
    assert "&lt;b&gt;Made up&lt;/b&gt; (invented): 12,345 voyages" in text
    assert "<b>Made up" not in text


def test_a_set_that_is_not_there_is_asked_for_again(client, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    a_set(tmp_path, "entrances")
    text = html(client, "?a=add:EG&set=..%2Fentrances")
    assert "there is no set called “../entrances” here" in text


def test_a_set_that_cannot_be_read_is_said_in_words(client, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    a_set(tmp_path, "entrances")
    text = html(client, "?a=add:XX&set=entrances")
    assert "“XX” is no country code." in text


def test_the_limit_holds(client, settings):
    settings.DECISIONS_PER_MINUTE = 20
    answers = [client.get(PAGE).status_code for _ in range(3)]
    assert answers == [200, 200, 429]
