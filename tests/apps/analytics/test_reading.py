"""A draft read against the list: everything that is wrong is said, beside its field."""

from datetime import date

import pytest

from roadstead.analytics import queries, reading, typed
from roadstead.screening.drafts import Draft, Excepted, Put

TODAY = date(2026, 11, 22)


def read(text: str) -> reading.Reading:
    return reading.read("a", typed.read(text), queries.the_list(TODAY))


def test_a_sound_draft() -> None:
    found = read("since:2026-10-01;add:EG;add:KE:2027-01-01;remove:CU;except:NG:NGAPP-0099;except:EG:Port Said East")
    first = date(2026, 10, 1)
    assert found.problems == ()
    assert found.draft == Draft(
        add=(Put("EG", first), Put("KE", date(2027, 1, 1))),
        remove=(Put("CU", first),),
        exceptions=(Excepted("NG", "NGAPP-0099", first), Excepted("EG", "Port Said East", first)),
    )


def test_small_letters_are_forgiven() -> None:
    assert read("add:eg").draft == Draft(add=(Put("EG"),))


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("add:XX", "a_add_1", "“XX” is no country code."),
        ("add:<b>", "a_add_1", "“<b>” is no country code."),
        ("add:PR", "a_add_1", "Puerto Rico is under United States rule"),
        ("add:EG;add:CU", "a_add_2", "Cuba is on the list already, since 2 April 2025."),
        ("remove:FR", "a_remove_1", "France is not on the list, so it cannot be taken off."),
        ("add:EG;add:EG", "a_add_2", "This stands in the draft already."),
        ("remove:CU;remove:CU", "a_remove_2", "This stands in the draft already."),
        ("add:EG:2026-02-30", "a_add_1_since", "“2026-02-30” is no day that we can read."),
        ("add:EG:20261001", "a_add_1_since", "“20261001” is no day that we can read."),
        ("since:1066-10-14;add:EG", "a_since", "between 2000 and 2100"),
        ("except:FR:FRMRS-0001", "a_except_1", "France is not on the list and this draft does not add it"),
        ("except:NG", "a_except_1_facility", "Give the facility’s number"),
        ("except::NGAPP-0099", "a_except_1", "Choose a country."),
        ("except:NG:X;except:NG:x", "a_except_2_facility", "This stands in the draft already."),
        ("nonsense", "a_since", "“nonsense” in the address is no change"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(text: str, field: str, words: str) -> None:
    found = read(text)
    assert found.draft is None
    assert [problem.field for problem in found.problems] == [field]
    assert words in found.problems[0].message


def test_everything_is_said_at_once() -> None:
    assert len(read("since:x;add:XX;remove:FR;except:NG").problems) == 4
