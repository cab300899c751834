"""Our own tables hold together, and the official ones that a user gives are used."""

from pathlib import Path

import pytest

from roadstead.core.country import is_country
from roadstead.screening.entrances import countries, unlocode, usports
from roadstead.screening.entrances.data import table
from roadstead.screening.entrances.errors import FileError

from .conftest import Importer, row

KNOWN = {code: functions for _, code, *_, functions in unlocode.entries()}


@pytest.mark.parametrize("name", ["schedule_c.csv", "schedule_k_areas.csv"])
def test_countries_are_countries(name: str) -> None:
    codes = {code for line in table(name) for code in line["iso"].split("/")}
    assert codes
    assert not [code for code in codes if not is_country(code)]


@pytest.mark.parametrize("name", ["us_ports.csv", "port_names.csv"])
def test_ports_are_in_unlocode(name: str) -> None:
    codes = {line["locode"] for line in table(name)} - {""}
    assert codes
    assert codes <= set(KNOWN)


def test_names_of_foreign_ports_lead_to_ports() -> None:
    used = unlocode.in_use()
    codes = {line["locode"] for line in table("port_names.csv")}
    assert not [code for code in codes - used if not KNOWN[code].startswith("1")]


def test_every_beginning_is_a_country_of_schedule_c() -> None:
    """The first three digits of Schedule K are those of Schedule C, Canada and what is no country apart."""
    first = {line["code"][:3] for line in table("schedule_c.csv")}
    own = {line["begins"] for line in table("schedule_k_areas.csv") if "CA" not in line["iso"]}
    numbered = {begins[:3] for begins in own} - {"413", "414", "416", "418", "920"}  # Great Britain; military cargo
    assert not {begins for begins in numbered if not any(one.startswith(begins) for one in first)}


@pytest.mark.parametrize(
    ("code", "country"),
    [("57000", "CN"), ("01520", "CA"), ("24831", "AG"), ("27701", "AW"), ("42797", "MC"), ("42799", "FR")],
)
def test_the_longest_beginning_decides(code: str, country: str) -> None:
    found = countries.area(code)
    assert found is not None
    assert found.countries == (country,)


@pytest.mark.parametrize("code", ["99999", "88888", "24800", "56899", "99900"])
def test_codes_that_name_no_country(code: str) -> None:
    assert countries.area(code) is None


def test_schedule_d_codes_are_there_once() -> None:
    codes = [line["schedule_d"] for line in table("us_ports.csv") if line["schedule_d"]]
    assert len(codes) == len(set(codes)) > 140
    assert usports.by_code("2704") == "USLAX"


def official(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_an_official_name_stands_in_for_one_left_blank_or_cut_short(importer: Importer) -> None:
    given = official(
        importer.folder,
        "k.csv",
        "Schedule K Code,Foreign Port Name,Country Name,Official Port Name/Alias\n"
        "30765,Bachaquero,Venezuela,Alias\n30765,Maracaibo,Venezuela,Official\n",
    )
    for name in ("", "Maracai"):
        importer.rows(row(WHERE_NAME=name), schedule_k=given)
        assert importer.voyages()[0]["port"] == "VEMAR"
    importer.rows(row(WHERE_NAME="Bachaquero"), schedule_k=given)
    assert importer.voyages()[0]["port"] != "VEMAR"  # an alias is another place under the same code


def test_an_official_table_knows_the_country_of_a_code_we_do_not(importer: Importer) -> None:
    given = official(importer.folder, "k.csv", "Code,Name,Country Name\n99801,Inventia,Iceland\n")
    changes = {"WHERE_SCHEDK": "99801", "WHERE_NAME": "", "WHERE_CTRY": ""}
    importer.rows(row(**changes), schedule_k=given)
    assert importer.voyages()[0]["country"] == "IS"


def test_an_official_us_name(importer: Importer) -> None:
    given = official(importer.folder, "d.csv", 'Code,Name\n0499,"OAKLAND, CA"\n')
    changes = {"WHERE_IND": "D", "WHERE_PORT": "499", "WHERE_SCHEDK": "", "WHERE_NAME": "", "WHERE_CTRY": ""}
    importer.rows(row(**changes), schedule_d=given)
    assert importer.voyages()[0]["port"] == "USOAK"


@pytest.mark.parametrize("content", ["a,b\n1,2\n", "Code,Name\nx,y\n", ""])
def test_a_table_that_is_none_is_named_by_its_option(importer: Importer, content: str) -> None:
    with pytest.raises(FileError, match=r"--schedule-k k\.csv: "):
        importer.rows(row(), schedule_k=official(importer.folder, "k.csv", content))
