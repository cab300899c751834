"""What the shipped rule book says, where it matters most, and what must hold for all of it."""

import itertools
from datetime import date

import pytest

from roadstead.core.advisory import Boarding, ExceptionSpell, Ground, Guards, Listing, ListingKind, Tier
from roadstead.core.moment import Moment
from roadstead.core.truth import NO, UNKNOWN, YES
from roadstead.rulebook import shipped


def listing(country: str, opened_by: str = "", kind: ListingKind = ListingKind.CONDITIONS) -> Listing:
    found = [s for s in shipped().listings if s.country == country and s.kind is kind and opened_by in s.opened_by]
    assert len(found) == 1
    return found[0]


def exception(facility: str) -> ExceptionSpell:
    (found,) = [spell for spell in shipped().exceptions if spell.facility == facility]
    return found


def bounds(moment: Moment | None) -> tuple[str, str]:
    assert moment is not None
    return str(moment.not_before), str(moment.not_after)


def test_valid_time_and_knowledge_time_are_kept_apart() -> None:
    djibouti = listing("DJ")
    assert (djibouti.start, djibouti.start_known) == (Moment.on(date(2019, 5, 30)), Moment.on(date(2019, 5, 16)))
    assert djibouti.citation.text == "84 FR 22153"
    assert djibouti.end == Moment.on(date(2025, 7, 21))


def test_days_between_bounds_are_unknown() -> None:
    sudan = listing("SD").start
    days = (date(2020, 12, 30), date(2022, 1, 1), date(2025, 3, 19))
    assert [sudan.reached(day) for day in days] == [NO, UNKNOWN, YES]


def test_relisting_is_a_spell_of_its_own() -> None:
    first, second = listing("CU", "2008"), listing("CU", "2025")
    assert (first.ground, second.ground) == (Ground.ASSESSED, Ground.DEEMED)
    assert first.end == Moment.on(date(2016, 3, 22))
    assert second.end is None
    assert listing("KP").ground is Ground.DEEMED


def test_recommendations_are_never_conditions() -> None:
    advised = [s for s in shipped().listings if s.kind is ListingKind.RECOMMENDATION]
    assert len(advised) == 18
    assert all(s.end for s in advised)
    libya = listing("LY", kind=ListingKind.RECOMMENDATION)
    assert bounds(libya.end) == ("2011-03-11", "2015-04-24")
    assert listing("LY").start == Moment.on(date(2015, 4, 24))


@pytest.mark.parametrize(
    ("facility", "tier", "start", "end", "reason"),
    [
        ("NG-02", Tier.EXCEPTED, ("2014-06-26", "2014-06-26"), None, ""),
        ("NG-05", Tier.EXCEPTED, ("2014-06-26", "2014-06-26"), ("2020-06-10", "None"), "unrecovered"),
        ("NG-X1", Tier.EXCEPTED, ("2014-06-26", "2020-06-10"), None, ""),
        ("NG-X3", Tier.EXCEPTED, ("2020-06-10", "2025-04-02"), None, ""),
        ("IQ-MAQ14", Tier.EXCEPTED, ("2018-10-26", "2018-10-26"), ("2020-12-01", "None"), "vanished"),
        ("MG-GALANA", Tier.EXCEPTED, ("2020-06-10", "2020-06-10"), ("2020-12-01", "None"), "vanished"),
        ("MG-TMM", Tier.EXCEPTED, ("2009-12-04", "2009-12-04"), None, ""),
        ("KH-PNH", Tier.EXCEPTED, ("2008-11-07", "2008-11-07"), ("2014-09-26", "2014-09-26"), "withdrawn"),
        ("YE-HOD", Tier.EXCEPTED, ("2012-09-18", "2012-09-18"), ("2015-04-08", "2015-04-08"), "withdrawn"),
        ("CM-EBOME", Tier.EXCEPTED, ("2008-01-01", "2011-10-14"), None, ""),
        ("CM-DIT", Tier.EXCEPTED, ("2011-10-14", "2015-06-22"), None, ""),
        ("CG-DJENO", Tier.EXCEPTED, ("2009-09-15", "2009-09-15"), ("2011-10-14", "2011-10-14"), "delisted"),
        ("CI-TAC", Tier.EXCEPTED, ("2018-01-03", "2018-01-03"), ("2020-12-31", "2022-12-12"), "delisted"),
        ("LR-MLW", Tier.DUTIES_ONLY, ("2005-05-23", "2005-05-23"), ("2020-12-01", "2020-12-22"), "delisted"),
        ("LR-FIRESTONE", Tier.DUTIES_ONLY, ("2008-04-21", "2015-06-22"), ("2017-09-05", "2020-12-22"), "vanished"),
        ("CU-GTMO", Tier.CARVED_OUT, ("2025-04-02", "2025-04-02"), None, ""),
    ],
)
def test_exception(facility: str, tier: Tier, start: tuple[str, str], end: tuple[str, str] | None, reason: str) -> None:
    spell = exception(facility)
    assert (spell.tier, bounds(spell.start), spell.end_reason) == (tier, start, reason)
    assert (bounds(spell.end) if spell.end else None) == end


def test_nigeria_has_22_rows_of_which_ten_are_in_doubt() -> None:
    rows = [s for s in shipped().exceptions if s.country == "NG" and s.opened_by == "2014-06-26-psa-2-14"]
    doubtful = [s for s in rows if s.end and s.end.not_after is None]
    assert (len(rows), len(doubtful)) == (22, 10)


def test_numbers_keep_what_was_printed() -> None:
    facilities = {facility.key: facility for facility in shipped().facilities}
    (guessed,) = facilities["NG-06"].numbers
    assert (guessed.printed, guessed.normalised, guessed.certain) == ("NG663-001", "NG663-0001", False)
    assert {n.normalised for n in facilities["GQ-CEIBA"].numbers} == {"GQ362-0001", "GQ362-0002"}
    assert facilities["NG-02"].name == "APM Terminal"
    assert "APP AP Moller Terminal" in facilities["NG-02"].other_names
    assert "IMO number not listed" in facilities["CM-SONARA"].number_note
    assert not any("OTHER" in key for key in facilities)


def test_no_number_belongs_to_two_facilities() -> None:
    numbers = [n.normalised for facility in shipped().facilities for n in facility.numbers]
    assert len(numbers) == len(set(numbers))


def test_the_wording_of_each_time() -> None:
    wording = {r.id[:10]: (r.boarding, r.guards_when_met, r.guards_when_unmet) for r in shipped().regimes}
    cotp, unknown = Guards.CAPTAIN_DECIDES, Guards.UNKNOWN
    assert wording == {
        "2004-09-09": (Boarding.UNKNOWN, unknown, unknown),
        "2008-01-23": (Boarding.WILL, Guards.REQUIRED, Guards.REQUIRED),
        "2009-01-23": (Boarding.WILL, unknown, unknown),
        "2014-06-26": (Boarding.WILL, Guards.NORMALLY_WAIVED, cotp),
        "2025-04-02": (Boarding.WILL, unknown, unknown),
        "2025-09-17": (Boarding.MAY, cotp, cotp),
    }


def test_policy() -> None:
    policy = shipped().policy
    assert (policy.last_calls, policy.trigger, policy.stale_after_days) == (5, "arrival_in_us", 90)
    assert policy.domestic == {"US", "PR", "VI", "GU", "MP", "AS", "UM"}
    assert policy.not_calls == {"canal_transit"}
    assert policy.doubtful_calls == {"anchorage", "ship_to_ship", "medical", "other"}
    assert len(policy.citations) == 5


def test_duties_gaps_sanctions_and_missing_rows() -> None:
    book = shipped()
    assert [duty.code for duty in book.duties] == ["C1", "C2", "C3", "C4", "C5"]
    assert "attempt is enough" in book.duties[2].hint
    assert [gap.end for gap in book.gaps] == [date(2008, 1, 22), date(2025, 3, 18), None]
    assert {rule.country for rule in book.sanctions} == {"CU", "IR", "KP", "SY", "VE"}
    settled = {rows.country: rows.settled for rows in book.missing_rows}
    assert settled == {"CM": False, "ID": False, "MR": False, "NG": True, "SD": True}


def test_disagreements_keep_both_values() -> None:
    conflicts = {edition.id: edition.conflicts for edition in shipped().editions if edition.conflicts}
    (cambodia,) = conflicts["2014-09-26-psa-3-14"]
    assert (cambodia.kept, cambodia.rejected) == ("2014-09-26", "2014-09-29")
    (djibouti,) = conflicts["2019-05-30-psa-2-19"]
    assert (djibouti.field, djibouti.kept, djibouti.rejected) == ("finding_on", "2016-08-18", "2018-08-18")


def test_numbers_of_advisories_say_how_they_are_known() -> None:
    status = {edition.id: (edition.psa, edition.psa_status) for edition in shipped().editions}
    assert status["2019-05-30-psa-2-19"] == ("2-19", "printed")
    assert status["2008-01-23-psa-1-08"] == ("1-08", "unverified")
    assert status["2025-07-21-psa-2-25"] == ("2-25", "inferred")
    assert status["2008-11-07-fr-cambodia"] == (None, "none")


def test_an_inferred_number_is_never_cited() -> None:
    for edition in shipped().editions:
        if edition.psa_status != "printed":
            assert f"PSA {edition.psa}" != edition.citation.text


def test_everything_is_cited() -> None:
    book = shipped()
    cited = [*book.editions, *book.listings, *book.exceptions, *book.regimes, *book.confirmations, *book.sanctions]
    for each in cited:
        assert each.citation.text
        assert each.citation.url
    assert all(facility.sources for facility in book.facilities)


def latest(moment: Moment) -> date:
    return moment.not_after or date.max


def earliest(moment: Moment) -> date:
    return moment.not_before or date.min


@pytest.mark.parametrize("spell", [*shipped().listings, *shipped().exceptions], ids=str)
def test_spell_ends_after_it_begins(spell: Listing | ExceptionSpell) -> None:
    assert spell.start.not_after is not None
    assert (spell.end is None) == (spell.end_known is None) == (spell.closed_by is None)
    if spell.end and spell.end_known:
        assert earliest(spell.start) <= earliest(spell.end)
        assert latest(spell.start) <= latest(spell.end)
        assert latest(spell.start_known) <= latest(spell.end_known)


@pytest.mark.parametrize("spell", shipped().exceptions, ids=lambda spell: spell.facility)
def test_exception_lies_inside_a_listing(spell: ExceptionSpell) -> None:
    def around(listed: Listing) -> bool:
        begins = earliest(listed.start) <= earliest(spell.start) and latest(listed.start) <= latest(spell.start)
        return begins and (listed.end is None or (spell.end is not None and latest(spell.end) <= latest(listed.end)))

    listings = [s for s in shipped().listings if s.country == spell.country and s.kind is ListingKind.CONDITIONS]
    assert any(around(listed) for listed in listings)


def test_spells_of_a_country_do_not_overlap() -> None:
    spells: dict[tuple[str, str], list[Listing]] = {}
    for spell in shipped().listings:
        spells.setdefault((spell.country, spell.kind), []).append(spell)
    for following in spells.values():
        for before, after in itertools.pairwise(following):
            assert before.end is not None
            assert latest(before.end) <= earliest(after.start)


def test_loading_twice_gives_the_same_book() -> None:
    from roadstead.rulebook import load

    assert load() == shipped()
    assert shipped() is shipped()
