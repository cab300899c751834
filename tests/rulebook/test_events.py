"""Every known event is in the rule book and does what the sources say; every printed list comes out again."""

from datetime import date

import pytest

from roadstead.core.advisory import ListingKind, RuleBook
from roadstead.rulebook import loader, shipped
from roadstead.rulebook.records import Records
from roadstead.rulebook.schema import DelistCountries, ListCountries

# Each event with its record, the countries it puts under conditions, and those it takes off.
EVENTS = {
    "E2004-09": ("2004-09-09-non-reporting", "", ""),
    "E2004-10": ("2004-10-observed-four-removed", "", ""),
    "E2005-05": ("2005-05-23-psa-2-05", "", ""),
    "E2008-01": ("2008-01-23-psa-1-08", "CM", ""),
    "E2008-02": ("2008-02-25-fr-indonesia", "ID", ""),
    "E2008-SY": ("2008-03-22-observed-syria", "SY", ""),
    "E2008-03": ("2008-03-22-iran", "IR", ""),
    "E2008-04": ("2008-04-04-psa-5-08", "CU", ""),
    "E2008-06": ("2008-06-psa-6-08", "", ""),
    "E2008-10": ("2008-11-07-fr-cambodia", "KH", ""),
    "E2009-01": ("2009-01-23-psa-1-09", "VE", ""),
    "E2009-09": ("2009-09-15-fr-congo", "CG", ""),
    "E2009-11": ("2009-12-04-psa-10-09", "MG", ""),
    "E2010-03": ("2010-03-29-fr-timor-leste", "TL", ""),
    "E2010-04": ("2010-04-27-fr-sao-tome", "ST", ""),
    "E2011-03": ("2011-03-11-psa-1-11", "", ""),
    "E2011-04": ("2011-04-05-psa-2-11", "", "MR"),
    "E2011-05": ("2011-06-10-psa-3-11", "KM CI", ""),
    "E2011-10": ("2011-10-14-psa-4-11", "", "CG"),
    "E2012-09": ("2012-09-18-psa-1-12", "YE", ""),
    "E2012-12": ("2012-12-05-psa-2-12", "", "ID"),
    "E2014-06": ("2014-06-26-psa-2-14", "NG", ""),
    "E2014-09": ("2014-09-26-psa-3-14", "", ""),
    "E2015-03": ("2015-04-08-psa-1-15", "", ""),
    "E2015-04": ("2015-04-24-psa-2-15", "LY", ""),
    "E2015-06": ("2015-07-06-psa-3-15", "GM", ""),
    "E2016-03": ("2016-03-22-psa-1-16", "", "CU"),
    "E2017-03": ("2017-04-14-psa-1-17", "NR", ""),
    "E2017-08": ("2017-09-05-psa-2-17", "FM", ""),
    "E2017-12": ("2018-01-03-psa-3-17", "", ""),
    "E2018-10": ("2018-10-26-psa-1-18", "IQ", ""),
    "E2019-03": ("2019-04-12-psa-1-19", "SC", ""),
    "E2019-05": ("2019-05-30-psa-2-19", "DJ", ""),
    "E2020-06": ("2020-06-10-psa-1-20", "", ""),
    "E2020-12": ("2020-12-22-psa-2-20", "", "LR"),
    "E2022-CI": ("2022-12-12-observed-cote-divoire", "", "CI"),
    "E202X-SD": ("2025-03-19-observed-sudan", "SD", ""),
    "E2025-03": ("2025-04-02-psa-1-25", "CU", ""),
    "E2025-07": ("2025-07-21-psa-2-25", "", "DJ"),
    "E2025-08": ("2025-09-02-psa-3-25", "KP", ""),
    "E2025-09": ("2025-09-17-psa-4-25", "SR", ""),
}
# Beginnings that no notice was found for, seen by their effect.
BEGINNINGS = {
    "2005-05-23-observed-liberia": ("LR", ""),
    "2005-05-31-observed-mauritania": ("MR", ""),
    "2008-01-23-observed-old-list": ("GQ GW", ""),
    "2008-04-21-observed-exceptions": ("", ""),
}
# The lists as they were printed: after which event, and how many countries.
PRINTED = {
    date(2008, 4, 21): ("E2008-04", 9),
    date(2011, 4, 5): ("E2011-04", 14),
    date(2014, 6, 12): ("E2014-06", 16),
    date(2015, 6, 22): ("E2015-06", 18),
    date(2016, 3, 22): ("E2016-03", 17),
    date(2017, 9, 5): ("E2017-08", 19),
    date(2019, 3, 29): ("E2019-03", 21),
    date(2019, 5, 16): ("E2019-05", 22),
    date(2020, 12, 22): ("E2020-12", 21),
    date(2025, 3, 19): ("E2025-03", 22),
    date(2025, 7, 21): ("E2025-07", 21),
    date(2025, 9, 2): ("E2025-08", 22),
    date(2025, 9, 17): ("E2025-09", 23),
}
LAST_LIST = "KH CM KM CU KP GQ GM GW IR IQ LY MG FM NR NG ST SC SD SR SY TL VE YE"


@pytest.fixture(scope="module")
def records() -> Records:
    return loader.read([loader.DATA])


def changed(records: Records, edition: str, kind: type) -> set[str]:
    changes = records.editions[edition].record.changes
    return {
        code
        for change in changes
        if isinstance(change, kind) and change.kind is ListingKind.CONDITIONS
        for code in change.countries
    }


def under_conditions_after(book: RuleBook, edition: str) -> set[str]:
    """Counted from the spells, not asked of the replay."""
    place = {each.id: number for number, each in enumerate(book.editions)}
    return {
        spell.country
        for spell in book.listings
        if spell.kind is ListingKind.CONDITIONS
        and place[spell.opened_by] <= place[edition]
        and (spell.closed_by is None or place[spell.closed_by] > place[edition])
    }


def test_every_edition_is_accounted_for(records: Records) -> None:
    assert set(records.editions) == {edition for edition, _, _ in EVENTS.values()} | set(BEGINNINGS)


@pytest.mark.parametrize("event", EVENTS)
def test_event_changes_the_list_as_the_sources_say(records: Records, event: str) -> None:
    edition, added, removed = EVENTS[event]
    assert changed(records, edition, ListCountries) == set(added.split())
    assert changed(records, edition, DelistCountries) == set(removed.split())


@pytest.mark.parametrize("edition", BEGINNINGS)
def test_beginning_is_observed(records: Records, edition: str) -> None:
    added, removed = BEGINNINGS[edition]
    assert records.editions[edition].record.kind == "observed"
    assert changed(records, edition, ListCountries) == set(added.split())
    assert changed(records, edition, DelistCountries) == set(removed.split())


def test_every_printed_list_is_on_record() -> None:
    printed = {c.on: c.edition for c in shipped().confirmations if c.countries is not None}
    assert printed == {day: EVENTS[event][0] for day, (event, _) in PRINTED.items()}


@pytest.mark.parametrize("day", PRINTED)
def test_replay_gives_every_printed_list(day: date) -> None:
    book = shipped()
    confirmation = next(c for c in book.confirmations if c.on == day)
    assert len(confirmation.countries or ()) == PRINTED[day][1]
    assert under_conditions_after(book, confirmation.edition) == confirmation.countries


def test_last_list_stated_once_more() -> None:
    book = shipped()
    last = set(LAST_LIST.split())
    assert len(last) == 23
    assert under_conditions_after(book, book.editions[-1].id) == last


def test_knowledge_horizon() -> None:
    last = shipped().confirmations[-1]
    assert (last.on, last.countries) == (date(2025, 9, 27), None)
