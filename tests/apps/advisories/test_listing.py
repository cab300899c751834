"""The list as a document, and the difference of two lists, straight from the rule book."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from roadstead.core.diff import Difference, changes_of, difference, resolve
from roadstead.core.listing import AdvisoryOn, advisory_on
from roadstead.core.snapshot import Snapshot
from roadstead.core.truth import UNKNOWN, YES
from roadstead.rulebook import shipped

TODAY = date(2026, 11, 22)
NOW = {
    "CM", "CU", "FM", "GM", "GQ", "GW", "IQ", "IR", "KH", "KM", "KP", "LY", "MG", "NG", "NR", "SC", "SD", "SR", "ST",
    "SY", "TL", "VE", "YE",
}  # fmt: skip


def on(day: str, known_at: str = "2026-11-22") -> AdvisoryOn:
    return advisory_on(Snapshot(shipped(), date.fromisoformat(known_at)), date.fromisoformat(day))


def codes(document: AdvisoryOn) -> set[str]:
    return {country.code for country in document.countries if country.listed is YES}


def compare(a: str, b: str) -> Difference:
    book = shipped()
    return difference(on(resolve(book, a).isoformat()), on(resolve(book, b).isoformat()))


def test_the_list_of_today_has_23_countries() -> None:
    document = on("2026-11-22")
    assert codes(document) == NOW
    assert (document.listed_count, document.unclear_count) == (23, 0)
    assert document.edition is not None
    assert (document.edition.psa, document.edition.effective_on) == ("4-25", date(2025, 9, 17))
    assert document.last_confirmed_on == date(2025, 9, 27)
    assert document.stale
    assert document.gap
    assert "27 September 2025" in document.gap


@pytest.mark.parametrize("confirmation", [c for c in shipped().confirmations if c.countries], ids=lambda c: str(c.on))
def test_every_printed_list_is_given_again(confirmation) -> None:
    """Each list that a source printed, on the day its edition took effect."""
    day = resolve(shipped(), confirmation.edition)
    assert codes(on(day.isoformat())) == set(confirmation.countries)


def test_every_day_of_change_has_a_list() -> None:
    for edition in shipped().editions:
        day = resolve(shipped(), edition.id)
        for moment in (day - timedelta(days=1), day, day + timedelta(days=1)):
            document = advisory_on(Snapshot(shipped(), TODAY), moment)
            assert all(country.listed in (YES, UNKNOWN) for country in document.countries)
            assert all(country.why_unclear for country in document.countries if country.listed is UNKNOWN)


def test_sudan_in_2023_is_unknown_and_says_why() -> None:
    document = on("2023-06-01")
    (sudan,) = [country for country in document.countries if country.code == "SD"]
    assert sudan.listed is UNKNOWN
    assert sudan.why_unclear == "it began on a day between 31 December 2020 and 19 March 2025"
    assert (sudan.since, sudan.since_not_before, sudan.since_not_after) == (None, date(2020, 12, 31), date(2025, 3, 19))
    assert (document.last_confirmed_on, document.next_confirmed_on) == (date(2020, 12, 22), date(2025, 3, 19))


def test_knowledge_that_came_later_is_left_out() -> None:
    then = on("2023-06-01", "2023-06-01")
    assert "SD" not in {country.code for country in then.countries}
    assert then.gap is None
    assert (then.stale, then.last_confirmed_on, then.next_confirmed_on) == (True, date(2020, 12, 22), None)
    early = on("2025-07-30", "2025-07-01")
    (djibouti,) = [country for country in early.countries if country.code == "DJ"]
    assert (djibouti.listed, djibouti.until, djibouti.closed_by, djibouti.note) == (YES, None, None, "")


def test_nothing_known_is_an_empty_list() -> None:
    document = on("2001-01-01", "2001-01-01")
    assert (document.countries, document.edition, document.last_confirmed_on, document.wording) == (
        (),
        None,
        None,
        None,
    )


def test_exceptions_say_what_is_certain() -> None:
    (iraq,) = [country for country in on("2026-11-22").countries if country.code == "IQ"]
    assert {row.facility: row.in_force for row in iraq.exceptions} == {
        "IQ-ABOT": YES, "IQ-KAAOT": YES, "IQ-MAQ14": UNKNOWN
    }  # fmt: skip
    assert iraq.unclear_exceptions == 1
    (row,) = [row for row in iraq.exceptions if row.in_force is UNKNOWN]
    assert row.why_unclear == "it was missing, without a word, from a later printing"
    assert (row.until, row.until_not_before, row.end_reason) == (None, date(2020, 12, 1), "vanished")
    (cambodia,) = [country for country in on("2026-11-22").countries if country.code == "KH"]
    assert cambodia.exceptions == ()
    assert {row.facility for row in cambodia.former_exceptions} == {"KH-PNH", "KH-SHV"}


def test_who_left_the_list() -> None:
    former = {country.code: country for country in on("2026-11-22").former}
    assert set(former) == {"DJ", "CI", "LR", "ID", "CG", "MR"}
    assert former["DJ"].until == date(2025, 7, 21)
    assert former["LR"].until_not_before == date(2020, 12, 1)


def test_recommendations_stand_apart() -> None:
    document = on("2004-10-01")
    assert codes(document) == set()
    assert len(document.recommendations) == 17


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-05-30", date(2019, 5, 30)),
        ("2-19", date(2019, 5, 30)),
        ("PSA 2-19", date(2019, 5, 30)),
        ("psa 02-19", date(2019, 5, 30)),
        (" 2019-05-30-psa-2-19 ", date(2019, 5, 30)),
        ("2-20", date(2020, 12, 22)),  # known between bounds: the latest day
        ("2011-03-11-psa-1-11", date(2011, 3, 11)),  # no effective day: the day it was public
    ],
)
def test_what_a_day_or_an_edition_stands_for(text: str, day: date) -> None:
    assert resolve(shipped(), text) == day


@pytest.mark.parametrize("text", ["", "yesterday", "2019-02-30", "9-99", "2019", "2019-05-30-psa-9-99"])
def test_what_is_neither_says_so(text: str) -> None:
    with pytest.raises(ValueError, match=r"2019-05-30"):
        resolve(shipped(), text)


def test_difference_names_what_changed_and_who_did_it() -> None:
    found = compare("2-19", "4-25")
    assert {entry.code for entry in found.added} == {"CU", "KP", "SD", "SR"}
    assert {entry.code for entry in found.removed} == {"CI", "DJ", "LR"}
    assert [entry.by.psa for entry in found.removed if entry.by and entry.code == "DJ"] == ["2-25"]
    assert "IQ-MAQ14" in {row.facility for row in found.exceptions_vanished}
    assert {row.facility for row in found.exceptions_withdrawn if not row.with_country} == set()
    assert found.wording is not None
    assert found.wording.after is not None
    assert found.wording.after.boarding == "may"
    assert "2025-09-17-psa-4-25" in {edition.id for edition in found.editions}


def test_difference_that_is_not_certain() -> None:
    found = compare("2020-12-22", "2023-06-01")
    assert {entry.code for entry in found.became_unclear} == {"SD"}
    assert {entry.code for entry in found.removed} == {"CI"}
    assert {entry.code for entry in compare("2023-06-01", "2025-04-01").became_clear} == {"SD"}


DAYS = ["2004-10-01", "2008-03-01", "2010-01-01", "2014-09-20", "2016-01-01", "2021-06-01", "2023-06-01", "2026-11-22"]


@pytest.mark.parametrize("a", DAYS)
@pytest.mark.parametrize("b", DAYS)
def test_difference_turned_round_is_the_same_difference(a: str, b: str) -> None:
    one, other = compare(a, b), compare(b, a)
    pairs = [("added", "removed"), ("became_unclear", "became_clear"), ("exceptions_added", "exceptions_withdrawn")]
    for left, right in [*pairs, ("recommendations_added", "recommendations_removed")]:
        assert {_key(entry) for entry in getattr(one, left)} == {_key(entry) for entry in getattr(other, right)}
        assert {_key(entry) for entry in getattr(one, right)} == {_key(entry) for entry in getattr(other, left)}
    assert one.editions == other.editions
    assert one.same is other.same is (a == b)


def _key(entry: object) -> str:
    return str(getattr(entry, "facility", None) or getattr(entry, "code", None))


def test_differences_add_up_to_the_later_list() -> None:
    """Taking each difference from one edition to the next leads from the first list to the last."""
    days = sorted({resolve(shipped(), edition.id) for edition in shipped().editions})
    standing: dict[str, str] = {country.code: country.listed for country in on(days[0].isoformat()).countries}
    for earlier, later in pairwise(days):
        found = difference(on(earlier.isoformat()), on(later.isoformat()))
        for change in (*found.added, *found.removed, *found.became_unclear, *found.became_clear):
            assert standing.get(change.code, "no") == change.before
            standing[change.code] = change.after
    assert {code for code, truth in standing.items() if truth == "yes"} == NOW


def test_every_spell_belongs_to_the_edition_that_opened_it() -> None:
    view = Snapshot(shipped(), TODAY)
    opened = [code.code for e in shipped().editions for code in changes_of(view, TODAY, e.id).listed]
    assert len(opened) == sum(spell.kind == "conditions" for spell in shipped().listings)
    changes = changes_of(view, TODAY, "2019-05-30-psa-2-19")
    assert [one.code for one in changes.listed] == ["DJ"]
    assert [row.facility for row in changes.excepted] == ["DJ-DCT", "DJ-HORIZON"]
