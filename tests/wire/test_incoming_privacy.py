"""Who is on board stays at the door: planted names are in no value, no message, no error, no log and no repr."""

import gc
import json
import logging

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadstead.wire.incoming import aboard
from roadstead.wire.incoming.asked import check
from roadstead.wire.incoming.difference import difference
from roadstead.wire.incoming.export import encoded
from roadstead.wire.incoming.problem import Problem
from roadstead.wire.incoming.reading import read
from roadstead.wire.incoming.value import Incoming
from tests.wire.notices import PLANTED, iso, notice, person, workbook, xml
from tests.wire.test_incoming_asked import RECEIVED

NAME = PLANTED[0]
NONCREW = person().replace("CREW", "NONCREW")
ODD_XML = [
    xml(),
    xml(more=f"<NONCREW_LIST>{NONCREW}</NONCREW_LIST>"),
    xml(crew=person(nationality=NAME, code=NAME)),  # names where the nationality should be
    xml(crew=person(extra=f"<NEW><DEEP>{NAME}</DEEP></NEW>")),
    xml(crew=person(extra=f"text beside {NAME}")),
    xml(crew=f"<SAILOR><LAST_NAME>{NAME}</LAST_NAME></SAILOR>"),  # a list whose lines have another name
    xml(more=f"<EXPANSION><DATA_FIELD><NAME>crew</NAME><DATA_CONTENT>{NAME}</DATA_CONTENT></DATA_FIELD></EXPANSION>"),
    xml(more=f"<MASTER><NAME>{NAME}</NAME></MASTER>"),
    xml().replace(b"<LAST_NAME>", b"<LAST_NAME note='" + NAME.encode() + b"'>"),
    xml().replace(b"</CREW_LIST>", b""),  # broken inside of the list
    xml()[:-300],  # cut off there
    iso(),
    workbook(),
    workbook(cells={"Crew List!C6": NAME, "Crew List!D6": NAME, "Crew List!E6": "x", "Crew List!F6": "y"}),
]
PERSON = {"last_name": NAME, "first_name": PLANTED[1], "born": PLANTED[3], "passport": PLANTED[2], "nationality": "PH"}
DOCUMENT = {"arrival": {"port": "USHOU", "eta": "2026-11-27T06:00:00Z"}, "calls": [], "vessel": {"name": "EXAMPLE"}}
ODD_JSON = [
    json.dumps(DOCUMENT | {"crew": [PERSON, PERSON], "passengers": [PERSON]}).encode(),
    json.dumps(DOCUMENT | {"crew": {"by_nationality": {NAME: 3, "PH": 2}, NAME: NAME}}).encode(),
    json.dumps(DOCUMENT | {"crew": NAME}).encode(),
    json.dumps(DOCUMENT | {"crew": {NAME: PERSON}}).encode(),
    json.dumps(DOCUMENT | {"master": PERSON, "people": [PERSON]}).encode(),
    json.dumps(DOCUMENT | {"calls": [{"crew": [PERSON]}]}).encode(),
    b'{"crew": [{"last_name": "' + NAME.encode() + b'", ',
    f"notice_id,vessel_name,arrival_port,eta,master,crew_name\nA,EXAMPLE,USHOU,,{NAME},{PLANTED[1]}\n".encode(),
]


def everything(found: Incoming | Problem) -> str:
    """All that anybody above can get out of it."""
    texts = [repr(found), str(found), msgspec.json.encode(found).decode()]
    if isinstance(found, Incoming):
        texts += [found.stored().decode(), found.canonical().decode(), repr(found.document()), encoded(found).decode()]
        texts += [repr(check(found, RECEIVED)), repr(difference(found, Incoming()))]
    return "\n".join(texts)


@pytest.mark.parametrize("body", [*ODD_XML, *ODD_JSON])
def test_nobody_on_board_is_in_what_comes_out(
    body: bytes, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        out = "\n".join(everything(found) for found in read(body, "upload"))
    printed = capsys.readouterr()
    for planted in PLANTED:
        assert planted not in out
        assert planted not in caplog.text + printed.out + printed.err


def test_the_counts_are_all_that_stays() -> None:
    (found,) = read(json.dumps(DOCUMENT | {"crew": [PERSON, PERSON], "passengers": [PERSON]}).encode())
    assert isinstance(found, Incoming)
    assert found.crew == aboard.People(listed=2, by_nationality=(aboard.Count(nationality="PH", people=2),))
    assert found.others == aboard.People(listed=1, by_nationality=(aboard.Count(nationality="PH", people=1),))


def test_the_value_has_no_field_that_could_hold_them() -> None:
    fields = {name for part in (aboard.People, aboard.Count, aboard.Lack) for name in part.__struct_fields__}
    assert fields == {"listed", "stated", "by_nationality", "lacking", "nationality", "people", "item"}


def test_nothing_of_the_reading_outlives_it() -> None:
    """No container of Python's that can be found after the reading holds the name of somebody on board."""
    name = "".join(reversed("ENOTSREHTAEFLLIUQ"))
    found = [read(body.replace(NAME.encode(), name.encode())) for body in (*ODD_XML[:10], *ODD_JSON)]
    gc.collect()
    held = [one for one in gc.get_objects() if type(one) in (dict, list, tuple, set)]
    values = (text for one in held for text in (one.values() if isinstance(one, dict) else one))
    assert found
    assert not [text for text in values if type(text) is str and name in text]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["PH", "IN", "UA", "??", ""]), st.booleans()), max_size=12))
def test_the_counts_add_up(crew: list[tuple[str, bool]]) -> None:
    lines = "".join(person("", code) if whole else f"<CREW><NATIONALITY_CODE>{code}</NATIONALITY_CODE></CREW>"
                    for code, whole in crew)  # fmt: skip
    (found,) = read(notice(crew=lines).encode())
    assert isinstance(found, Incoming)
    assert found.crew is not None
    assert found.crew.listed == len(crew) == sum(one.people for one in found.crew.by_nationality)
    lacking = {one.item: one.people for one in found.crew.lacking}
    assert lacking.get("birth", 0) == sum(1 for _, whole in crew if not whole)
