"""Shapes and rules of notices as files: what ships, what it rests on, and what a wrong record is told."""

import shutil
from pathlib import Path

import pytest

from roadstead.rulebook import notice_rules, notice_shapes
from roadstead.rulebook.errors import RuleBookError
from roadstead.rulebook.loader import DATA
from roadstead.wire.incoming.fields import ITEMS, LISTS, NOTICE
from roadstead.wire.incoming.form import prepare
from roadstead.wire.incoming.reading import read
from roadstead.wire.incoming.value import Incoming
from tests.wire.notices import xml

SHAPE = "2026-11-22-us-notice-xml.yaml"
RULES = "2026-11-22-33-cfr-160.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for part in ("notice-shapes", "notice-rules"):
        shutil.copytree(DATA / part, tmp_path / part)
    return tmp_path


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_field_of_a_shape_is_one_that_a_notice_has() -> None:
    for shape in notice_shapes.shipped():
        assert {one.to for one in shape.fields} <= NOTICE
        for part in shape.lists:
            assert {one.to for one in part.fields} <= LISTS[part.to]
        for group in shape.people:
            assert set(group.items) <= set(ITEMS)
        assert set(shape.words) <= NOTICE


def test_what_no_source_shows_is_marked() -> None:
    shapes = {one.shape: one for one in notice_shapes.shipped()}
    (calls,) = [one for one in shapes["us-notice-xml"].lists if one.to == "calls"]
    assert {calls.status, *(one.status for one in calls.fields)} == {"inferred"}  # the one sample’s list is empty
    (sheet,) = [one for one in shapes["us-notice-workbook"].lists if one.to == "calls"]
    assert sheet.status == "unverified"


def test_a_newer_shape_takes_the_place_of_an_older_and_can_be_an_installation_s_own(folder: Path) -> None:
    newer = folder / "notice-shapes" / "2027-01-15-us-notice-xml.yaml"
    shutil.copy(folder / "notice-shapes" / SHAPE, newer)
    change(newer, "as_of: 2026-11-22", "as_of: 2027-01-15")
    change(newer, "PREVIOUS_FOREIGN_PORT_LIST/PREVIOUS_FOREIGN_PORT,", "PREVIOUS_FOREIGN_PORT_LIST/STOP,")
    forms = [prepare(one) for one in notice_shapes.load([DATA, folder])]
    body = xml(calls="<STOP><COUNTRY_CODE>YE</COUNTRY_CODE><DEPARTURE_DT>2026-11-01</DEPARTURE_DT></STOP>")
    (found,) = read(body, "x", forms)
    assert isinstance(found, Incoming)
    assert found.calls[-1].place.country == "YE"


@pytest.mark.parametrize(
    ("part", "file", "old", "new", "field"),
    [
        ("notice-shapes", SHAPE, "to: notice.transaction,", "to: notice.id,", "fields[1].to"),
        ("notice-shapes", SHAPE, "kind: xml", "kind: fax", "kind"),
        ("notice-shapes", SHAPE, "as_of: 2026-11-22", "as_of: 2026-11-23", "as_of"),
        ("notice-rules", RULES, "code: owner,", "code: vessel-name,", "items[1].code"),
        ("notice-rules", RULES, "source: faq-ports", "source: nowhere", "items[11].source"),
        ("notice-rules", RULES, "asks: [vessel.owner], ", "", "items[1].asks"),
        ("notice-rules", RULES, ", hours: 96", ", hours: 0", "times.long.hours"),
        ("notice-rules", RULES, "check: five_ports", "check: six_ports", "items[11].check"),
    ],
)
def test_a_wrong_record_is_named_with_its_field(
    folder: Path, part: str, file: str, old: str, new: str, field: str
) -> None:
    change(folder / part / file, old, new)
    load = notice_shapes.load if part == "notice-shapes" else notice_rules.load
    with pytest.raises(RuleBookError) as caught:
        load([folder])
    assert (caught.value.file, caught.value.field) == (f"{part}/{file}", field)
    assert caught.value.remedy


def test_every_rule_says_where_it_stands_and_whether_it_was_read() -> None:
    rules = notice_rules.shipped()
    assert all(one.paragraph.startswith("33 CFR 160.206 (") for one in rules.items)
    assert all(rules.url(one.source).startswith("http") for one in rules.items)
    assert {one.status for one in rules.items} == {"verified", "unverified"}
    assert (rules.times.long.hours, rules.times.short.hours, rules.times.late_update.hours) == (96, 24, 12)
