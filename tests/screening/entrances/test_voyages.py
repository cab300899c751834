"""What an entrance becomes in the voyage table."""

from datetime import UTC, datetime

import pyarrow.parquet as pq
import pytest

from roadstead.screening.voyages import SCHEMA

from .conftest import Importer, row


def test_an_entrance_is_a_voyage_of_one_call(importer: Importer) -> None:
    noon = datetime(2023, 1, 5, 12, tzinfo=UTC)
    assert importer.voyage() == dict.fromkeys(SCHEMA.names) | {
        "voyage_id": 2,
        "arrival_port": "USHOU",
        "arrival_at": noon,
        "call_no": 1,
        "country": "VE",
        "port": "VEMAR",
        "departed_at": noon,
        "vessel": "9074729",
        "vessel_type": "CONTAINER SHIP",
        "flag": "MH",
    }


def test_the_file_has_the_types_of_the_table_and_says_what_it_cannot_tell(importer: Importer) -> None:
    importer.rows(row())
    schema = pq.read_schema(importer.output)
    assert schema.remove_metadata().equals(SCHEMA)
    assert "only “not by its last port”" in schema.metadata[b"roadstead"].decode()
    assert "latest it can be" in schema.metadata[b"roadstead"].decode()


@pytest.mark.parametrize(
    ("changes", "country", "port"),
    [
        ({"WHERE_SCHEDK": "57035", "WHERE_NAME": "Shanghai", "WHERE_CTRY": "China"}, "CN", "CNSHA"),
        # the zero of a code that a spreadsheet dropped, and decimals that it added
        ({"WHERE_SCHEDK": "6768.0", "WHERE_NAME": "Owen Sound, ONT", "WHERE_CTRY": "Canada"}, "CA", "CAOWS"),
        # one name in two provinces
        ({"WHERE_SCHEDK": "14431", "WHERE_NAME": "St. John, NB", "WHERE_CTRY": "Canada"}, "CA", "CASJB"),
        ({"WHERE_SCHEDK": "15255", "WHERE_NAME": "St. John's, NFLD", "WHERE_CTRY": "Canada"}, "CA", "CASJF"),
        # accents, spacing and other letters
        ({"WHERE_SCHEDK": "40338", "WHERE_NAME": "TROMSO", "WHERE_CTRY": "Norway"}, "NO", "NOTOS"),
        ({"WHERE_SCHEDK": "58303", "WHERE_NAME": "Tai Chung", "WHERE_CTRY": "China (Taiwan)"}, "TW", "TWTXG"),
        # former names
        ({"WHERE_SCHEDK": "54601", "WHERE_NAME": "Rangoon", "WHERE_CTRY": "Burma"}, "MM", "MMRGN"),
        # several countries share the first three digits
        ({"WHERE_SCHEDK": "76489", "WHERE_NAME": "Bissau", "WHERE_CTRY": "Guinea Bissau"}, "GW", "GWOXB"),
        ({"WHERE_SCHEDK": "76465", "WHERE_NAME": "Mindelo", "WHERE_CTRY": "Cape Verde"}, "CV", "CVMIN"),
        # the list still prints a country that is no more
        ({"WHERE_SCHEDK": "27725", "WHERE_NAME": "Willemstad", "WHERE_CTRY": "Neth Antilles"}, "CW", "CWWIL"),
        ({"WHERE_SCHEDK": "47901", "WHERE_NAME": "Bar", "WHERE_CTRY": "Serbia"}, "ME", "MEBAR"),
        # a country is enough
        ({"WHERE_SCHEDK": "30700", "WHERE_NAME": "All Other Venezuela Ports"}, "VE", None),
        ({"WHERE_SCHEDK": "", "WHERE_NAME": "", "WHERE_CTRY": "Venezuela"}, "VE", None),
        # the code alone
        ({"WHERE_SCHEDK": "30765", "WHERE_NAME": "Maracaibo", "WHERE_CTRY": ""}, "VE", "VEMAR"),
    ],
)
def test_a_foreign_port(importer: Importer, changes: dict[str, object], country: str, port: str | None) -> None:
    voyage = importer.voyage(**changes)
    assert (voyage["country"], voyage["port"]) == (country, port)


@pytest.mark.parametrize(
    ("code", "name", "country", "port"),
    [
        ("2811.0", "Oakland, CA", "US", "USOAK"),
        ("101", "", "US", "USPWM"),
        ("", "Portland, OR", "US", "USPDX"),
        ("4909", "San Juan, PR", "PR", "PRSJU"),
        ("1401", "Norfolk-Newport News, VA", "US", None),  # two ports under one code
        ("", "Portland", "US", None),  # of two States
        ("2704", "Oakland, CA", "US", None),  # code and name disagree
    ],
)
def test_a_us_port(importer: Importer, code: str, name: str, country: str, port: str | None) -> None:
    voyage = importer.voyage(
        WHERE_IND="D", WHERE_PORT=code, WHERE_SCHEDK="", WHERE_NAME=name, WHERE_CTRY="United States"
    )
    assert (voyage["country"], voyage["port"]) == (country, port)


@pytest.mark.parametrize(
    ("code", "name", "port"),
    [
        ("2017", "Jacksonville, FL", "USJAX"),  # Lake Charles in Schedule D, which this column is not
        ("2031", "Port of Houston Authority of Harris County, TX", "USHOU"),
        ("5301", "", None),
        ("2012", "Houston Ship Channel, TX", None),
        ("1", "Wilmington, DE", "USILG"),
        ("1", "Wilmington, NC", "USILM"),
    ],
)
def test_the_port_of_entrance_goes_by_its_name(importer: Importer, code: str, name: str, port: str | None) -> None:
    assert importer.voyage(PORT=code, PORT_NAME=name)["arrival_port"] == port


@pytest.mark.parametrize(("flag", "code"), [("Norway (NIS)", "NO"), ("Isle of Man", "IM"), ("Atlantis", None)])
def test_the_flag_is_a_country_or_blank(importer: Importer, flag: str, code: str | None) -> None:
    report = importer.rows(row(FLAG_CTRY=flag))
    assert importer.voyages()[0]["flag"] == code
    assert [one.name for one in report.flags_unknown.listed()] == ([] if code else [flag])


@pytest.mark.parametrize(("number", "kept", "said"), [("", None, "blank"), ("9074728", None, "wrong")])
def test_a_ship_number_that_does_not_hold_stays_blank(
    importer: Importer, number: str, kept: str | None, said: str
) -> None:
    report = importer.rows(row(IMO=number))
    assert importer.voyages()[0]["vessel"] is kept
    assert report.ships == {said: 1}


def test_a_near_spelling_is_shown_and_not_used(importer: Importer) -> None:
    report = importer.rows(row(WHERE_NAME="Maracaybo"))
    (named,) = report.previous_without_port.listed()
    assert importer.voyages()[0]["port"] is None
    assert (named.country, named.name, named.rows) == ("VE", "Maracaybo", 1)
    assert "VEMAR" in named.hint


def test_a_name_of_several_ports_decides_nothing(importer: Importer) -> None:
    changes = {"WHERE_SCHEDK": "58899", "WHERE_NAME": "Kure", "WHERE_CTRY": "Japan"}
    (named,) = importer.rows(row(**changes)).previous_without_port.listed()
    assert (named.why, named.hint) == ("several ports of that name", "JPKRE, JPKUE")


def test_a_port_lies_in_the_country_of_its_code(importer: Importer) -> None:
    """Santiago is a port in Cuba; the code says Chile."""
    changes = {"WHERE_SCHEDK": "33776", "WHERE_NAME": "Santiago de Cuba", "WHERE_CTRY": "Chile"}
    voyage = importer.voyage(**changes)
    assert (voyage["country"], voyage["port"]) == ("CL", None)


def test_a_country_name_that_nobody_knows_is_reported_and_the_code_decides(importer: Importer) -> None:
    report = importer.rows(row(WHERE_CTRY="Venezola"))
    assert [one.name for one in report.countries_unknown.listed()] == ["Venezola"]
    assert importer.voyages()[0]["country"] == "VE"


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_other_kinds_of_output_have_what_they_cannot_tell_beside_them(importer: Importer, suffix: str) -> None:
    importer.rows(row(), output=importer.folder / f"v.{suffix}")
    content = (importer.folder / f"v.{suffix}").read_text(encoding="utf-8")
    beside = (importer.folder / f"v.{suffix}.about.json").read_text(encoding="utf-8")
    assert "2023-01-05T12:00:00Z" in content
    assert "VEMAR" in content
    assert "not by its last port" in beside


def test_more_rows_than_one_batch(importer: Importer) -> None:
    report = importer.rows(*(row(VESSNAME=f"INVENTED {number}", IMO="") for number in range(20_050)))
    assert (report.imported, len(importer.voyages())) == (20_050, 20_050)
    assert importer.voyages()[-1]["voyage_id"] == 20_051
