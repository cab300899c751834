"""Instruments of assessment: what ships, that it is not edited in place, and that a bad file is named."""

import hashlib
import re
from pathlib import Path

import pytest

from roadstead.rulebook import RuleBookError, instruments
from roadstead.rulebook.instrument_schema import Question
from roadstead.rulebook.loader import DATA

GOVERNMENT = "instruments/2026-11-22-isps-government.yaml"
FACILITY = "instruments/2026-11-22-isps-port-facility.yaml"
CROSSWALK = "crosswalks/2026-11-22-elements-criteria-headings.yaml"
# A published file is never edited in place, since answers point at it: what is new is a file beside it.
PINNED = {
    "crosswalks/2026-11-22-elements-criteria-headings.yaml": "bec597cb87abf46d",
    "instruments/2026-11-22-failure-headings.yaml": "93506c45a8822a40",
    "instruments/2026-11-22-isps-government.yaml": "abf9577d0e569590",
    "instruments/2026-11-22-isps-port-facility.yaml": "8c0398b973603653",
    "instruments/2026-11-22-statute-criteria.yaml": "65791fe8efeae306",
}


def digests() -> dict[str, str]:
    files = [*DATA.glob("instruments/*.yaml"), *DATA.glob("crosswalks/*.yaml")]
    return {one.relative_to(DATA).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest()[:16] for one in files}


def test_published_files_are_as_they_were() -> None:
    assert digests() == PINNED, "never edit a published version: write a new one beside it"


def test_the_code_the_statute_and_the_headings_are_there() -> None:
    found = instruments.shipped()
    counts = {code: len(found.latest(code).record.elements) for code in found.versions}
    assert counts == {"failure-headings": 7, "isps-government": 9, "isps-port-facility": 21, "statute-criteria": 6}


def test_what_is_verified_says_where_and_what_is_not_is_marked() -> None:
    every = [one for found in instruments.shipped().in_force() for one in found.record.elements]
    assert all(one.sources for one in every if one.is_verified)
    assert {one.code for one in every if not one.is_verified} >= {"GOV-3", "ACC", "MON", "SOC"}


def test_every_element_of_the_code_asks_something_and_its_questions_are_our_own() -> None:
    for code, asked in (("isps-government", "government"), ("isps-port-facility", "facility")):
        version = instruments.shipped().latest(code)
        for element in version.record.elements:
            assert any(one.asked_of == asked for one in element.questions), element.code
    texts = [one.text for _v, _e, one in instruments.shipped().questionnaire("facility")]
    assert len(texts) == len(set(texts)) >= 21
    assert all(re.search(r"[?.]$", text) for text in texts)


def test_the_crosswalk_has_every_element_once_and_leaves_no_criterion_out() -> None:
    found, table = instruments.shipped(), instruments.shipped().crosswalk()
    elements = [code for name in table.elements_of for code in found.latest(name).elements()]
    assert [row.element for row in table.rows] == elements
    assert {code for row in table.rows for code in row.criteria} == set(found.latest("statute-criteria").elements())
    assert {code for row in table.rows for code in row.headings} == set(found.latest("failure-headings").elements())
    assert all(row.basis == "ours" for row in table.rows), "no source prints the table"


def test_a_new_version_stands_beside_the_old(copied: Path) -> None:
    old = (copied / GOVERNMENT).read_text(encoding="utf-8")
    new = old.replace("as_of: 2026-11-22", "as_of: 2027-01-01").replace("Name the law.", "Name the law and its day.")
    (copied / "instruments/2027-01-01-isps-government.yaml").write_text(new, encoding="utf-8")
    found = instruments.load(copied)
    assert [one.name for one in found.versions["isps-government"]] == ["2026-11-22", "2027-01-01"]
    assert found.latest("isps-government").name == "2027-01-01"
    before = found.version("isps-government", "2026-11-22")
    assert before is not None
    assert before.record == instruments.shipped().latest("isps-government").record
    assert found.version("isps-government", "2020-01-01") is None


def test_a_question_that_reads_the_same_has_the_same_digest_and_any_change_another() -> None:
    one = Question(code="named", asked_of="facility", text="Who?")
    other = Question(code="named", asked_of="facility", text="Who? ")
    assert instruments.digest("isps", "ACC", one) == instruments.digest("isps", "ACC", one)
    assert len({instruments.digest("isps", *said) for said in (("ACC", one), ("RES", one), ("ACC", other))}) == 3


@pytest.mark.parametrize(
    ("file", "old", "new", "record", "field"),
    [
        (GOVERNMENT, "title: ", "titel: ", "2026-11-22-isps-government", "titel"),
        (GOVERNMENT, "code: GOV-1", "code: gov one", "2026-11-22-isps-government", "elements[0].code"),
        (GOVERNMENT, "group: state\n", "group: nowhere\n", "GOV-1", "group"),
        (GOVERNMENT, "code: GOV-2", "code: GOV-1", "isps-government", "elements"),
        (GOVERNMENT, "code: named, asked", "code: means, asked", "GOV-2", "questions"),
        (GOVERNMENT, "asked_of: facility", "asked_of: port", "2026-11-22-isps-government", "asked_of"),
        (GOVERNMENT, "as_of: 2026-11-22", "as_of: 2026-11-23", "2026-11-22-isps-government", "as_of"),
        (GOVERNMENT, "status: unverified", "status: perhaps", "2026-11-22-isps-government", "status"),
        (GOVERNMENT, "status: unverified", "status: verified", "2026-11-22-isps-government", "elements[2]"),
        (GOVERNMENT, '"https://studylib', '"studylib', "2026-11-22-isps-government", "sources[0]"),
        (CROSSWALK, "B-6", "B-9", "GOV-1", "criteria"),
        (CROSSWALK, "H-1]", "H-9]", "GOV-1", "headings"),
        (CROSSWALK, "element: GOV-2", "element: GOV-1", "elements-criteria-headings", "rows"),
        (CROSSWALK, "element: GOV-2", "element: GOV-99", "GOV-99", "element"),
        (CROSSWALK, "isps-port-facility", "isps-ship", "elements-criteria-headings", "elements_of"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(
    copied: Path, file: str, old: str, new: str, record: str, field: str
) -> None:
    path = copied / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleBookError) as caught:
        instruments.load(copied)
    error = caught.value
    assert (error.file, error.record) == (file, record)
    assert field in error.field
    assert error.remedy.endswith(".")


def test_an_element_that_the_crosswalk_leaves_out_is_named(copied: Path) -> None:
    path = copied / CROSSWALK
    lines = [one for one in path.read_text(encoding="utf-8").splitlines() if "element: ACC" not in one]
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(RuleBookError, match="record ACC, field element"):
        instruments.load(copied)


def test_two_versions_of_one_day_are_refused(copied: Path, tmp_path: Path) -> None:
    beside = tmp_path / "beside" / "instruments"
    beside.mkdir(parents=True)
    (beside / Path(FACILITY).name).write_text((copied / FACILITY).read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(RuleBookError, match="another version of that day"):
        instruments.load(copied, beside.parent)
