"""An edition is published whole or not at all, checked with the whole book, and never edited afterwards."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadstead.core.moment import Moment
from roadstead.rulebook import RuleBookError, load, shipped
from roadstead.rulebook import schema as s
from roadstead.rulebook.loader import read
from roadstead.rulebook.local import version
from roadstead.rulebook.publishing import check, publish

from .new import ID, JETTY, LIST_KENYA, TODAY, edition, later, record


def test_a_published_edition_is_part_of_the_book(local: Path) -> None:
    done = publish(local, edition(), today=TODAY)
    book = load(extra=local)
    assert (done.id, done.digest, done.folder.name) == (ID, book.digest, ID)
    (kenya,) = [spell for spell in book.listings if spell.country == "KE"]
    assert (kenya.start, kenya.start_known, kenya.opened_by) == (Moment.on(date(2026, 12, 15)), Moment.on(TODAY), ID)
    (jetty,) = [one for one in book.facilities if one.key == "NG-JETTY"]
    assert (jetty.name, jetty.numbers[0].normalised) == (JETTY.name, "NGLOS-9999")
    assert dict(book.country_names)["KE"] == ("Kenya", "Republic of Kenya")
    assert [one.id for one in book.editions][:-1] == [one.id for one in shipped().editions]


def test_every_field_of_a_record_comes_back_as_it_was_given(local: Path) -> None:
    facility = min(one.facility for one in shipped().exceptions if one.end is None)
    doubt = s.Bounds(not_before=TODAY)
    gone = s.WithdrawExceptions(facilities=(facility,), reason="vanished", effective=doubt, note="x")
    full = record(
        notes="“Quoted” – and NO, 1-26, true: all text.",
        finding_on="2026-05",
        legal_basis="46 USC 70110(a)",
        issued_on=TODAY,
        federal_register=s.FederalRegister(cite="91 FR 1", published_on=TODAY, docket="USCG-0000-0000"),
        prints=(s.PrintedRows(country="MR", facilities=(), cut=True),),
        conflicts=(s.ConflictRecord(field="title", kept="a", rejected="b", source="ours", why="c"),),
        changes=(LIST_KENYA, gone),
    )
    new = edition(**{name: getattr(full, name) for name in full.__struct_fields__})
    done = publish(local, new, today=TODAY)
    assert read([done.folder]).editions[ID].record == full


CONTRADICTION = (LIST_KENYA, s.DelistCountries(countries=("KE",)))
WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"changes": (s.ListCountries(countries=("NG",)),)}, "changes[0].countries", "NG is already listed"),
    ({"changes": (s.DelistCountries(countries=("KE",)),)}, "changes[0].countries", "KE is not listed"),
    ({"changes": CONTRADICTION}, "countries", "contradict each other"),
    ({"changes": (s.ExceptFacilities(facilities=("DJ-DCT",)),)}, "changes[0].facilities", "DJ is not listed"),
    ({"changes": (s.ExceptFacilities(facilities=("NG-NONE",)),)}, "changes[0].facilities", "no facility has the key"),
    ({"changes": (s.WithdrawExceptions(facilities=("NG-JETTY",)),)}, "changes[0].facilities", "has no exception"),
    ({"changes": ()}, "changes", "it changes nothing"),
    ({"effective": date(2026, 11, 30)}, "effective", "before it is public"),
    (
        {"changes": (s.ListCountries(countries=("KE",), effective=date(2026, 1, 1)),)},
        "changes[0].effective",
        "before it is public",
    ),
    ({"effective": s.Bounds(not_before=date(2026, 12, 15))}, "effective", "no certain day"),
    ({"effective": None}, "changes[0].effective", "when it took effect"),
    ({"known": date(2026, 12, 2)}, "known", "still to come"),
    ({"known": date(2020, 1, 1)}, "known", "lies before"),
    ({"known": s.Bounds(not_after=TODAY)}, "known", "not one day"),
    ({"sources": ("theirs",)}, "sources", "no source has the key theirs"),
    ({"psa": s.Psa(number="4-25")}, "psa.number", "already used"),
    ({"countries": {}}, "changes", "no country has the code KE"),
    ({"countries": {"DJ": ("Djibouti",), "KE": ("Kenya",)}}, "", "used twice"),
    ({"facilities": {"NG-02": JETTY, "NG-JETTY": JETTY}}, "", "used twice"),
]


@pytest.mark.parametrize(("changes", "field", "problem"), WRONG)
def test_a_wrong_record_cannot_be_published(local: Path, changes: dict[str, Any], field: str, problem: str) -> None:
    for attempt in (publish, check):
        with pytest.raises(RuleBookError) as caught:
            attempt(local, edition(**changes), today=TODAY)
        assert (caught.value.field, problem in caught.value.problem) == (field, True), str(caught.value)
        assert caught.value.remedy.endswith(".")
        assert ".staging" not in str(caught.value)
    assert load(extra=local).digest == shipped().digest
    assert [path.name for path in (local / "published").iterdir()] == [".lock"]


@pytest.mark.parametrize(
    "id_", ["psa-9-26", "2026-12-15-x\n", "2026-12-15-PSA", "../2026-12-15-x", "2026-12-15-a/b", ""]
)
def test_an_identifier_that_is_no_name_is_refused(local: Path, id_: str) -> None:
    with pytest.raises(RuleBookError, match="identifier"):
        publish(local, edition(id_), today=TODAY)


def test_a_listing_may_not_lie_over_one_that_still_stands(local: Path) -> None:
    today = date(2026, 12, 20)
    publish(local, edition(), today=TODAY)
    publish(local, later("2027-03-01-psa-10-26", s.DelistCountries(countries=("KE",), effective=date(2027, 3, 1))),
            today=today)  # fmt: skip
    today = date(2026, 12, 21)
    again = later("2027-02-01-psa-11-26", LIST_KENYA, number="11-26", effective=date(2027, 2, 1), known=today)
    with pytest.raises(RuleBookError, match="would begin on 2027-02-01, while it stands until 2027-03-01"):
        publish(local, again, today=today)
    free = later("2027-03-01-psa-11-26", LIST_KENYA, number="11-26", effective=date(2027, 3, 1), known=today)
    publish(local, free, today=today)
    assert len([one for one in load(extra=local).listings if one.country == "KE"]) == 2


def test_an_end_may_not_lie_before_its_beginning(local: Path) -> None:
    publish(local, edition(), today=TODAY)
    off = s.DelistCountries(countries=("KE",))
    early = later("2026-12-14-psa-10-26", off, known=date(2026, 12, 5), effective=date(2026, 12, 14))
    with pytest.raises(RuleBookError, match="2026-12-14 lies before the beginning, 2026-12-15"):
        publish(local, early, today=date(2026, 12, 5))


def test_a_delisting_takes_no_exception_away_before_it_began(local: Path) -> None:
    publish(local, edition(changes=(s.ExceptFacilities(facilities=("NG-JETTY",), effective=date(2027, 6, 1)),)),
            today=TODAY)  # fmt: skip
    off = later("2027-01-05-psa-10-26", s.DelistCountries(countries=("NG",)))
    with pytest.raises(RuleBookError, match="NG-JETTY would end on 2027-01-05, before it begins on 2027-06-01"):
        publish(local, off, today=date(2026, 12, 20))


def test_two_editions_of_one_day_are_read_in_the_order_in_which_they_were_published(local: Path) -> None:
    publish(local, edition(), today=TODAY)
    off = s.DelistCountries(countries=("KE",), effective=date(2027, 1, 5))
    for id_ in ("2026-12-14-psa-10-26", "2026-12-15-psa-10-26"):
        with pytest.raises(RuleBookError, match="became public the same day"):
            publish(local, later(id_, off, known=TODAY), today=TODAY)
    publish(local, later("2027-01-05-psa-10-26", off, known=TODAY), today=TODAY)
    assert [one.id for one in load(extra=local).editions][-2:] == [ID, "2027-01-05-psa-10-26"]


def test_a_country_goes_on_and_off_the_list(local: Path) -> None:
    publish(local, edition(), today=TODAY)
    publish(local, later("2027-01-05-psa-10-26", s.DelistCountries(countries=("KE",))), today=date(2026, 12, 20))
    (kenya,) = [spell for spell in load(extra=local).listings if spell.country == "KE"]
    assert (kenya.opened_by, kenya.closed_by) == (ID, "2027-01-05-psa-10-26")


def test_what_is_published_is_never_overwritten(local: Path) -> None:
    first = publish(local, edition(), today=TODAY)
    before = version(local)
    assert publish(local, edition(), today=TODAY) == first  # the very same: after a crash, it is simply there
    with pytest.raises(RuleBookError, match="already used"):
        publish(local, edition(title="Invented: another title"), today=TODAY)
    assert (version(local), load(extra=local).digest) == (before, first.digest)


@pytest.mark.parametrize("name", [f"editions/{ID}.yaml", "sources.yaml", "facilities/NG.yaml", "countries.yaml"])
def test_what_is_published_cannot_be_edited_unnoticed(local: Path, name: str) -> None:
    folder = publish(local, edition(), today=TODAY).folder
    path = folder / name
    body = path.read_bytes()
    path.write_bytes(body.replace(b"Invented", b"invented") if b"Invented" in body else body + b"# x\n")
    with pytest.raises(RuleBookError, match=r"this published record was changed.*new edition"):
        load(extra=local)
    path.unlink()
    with pytest.raises(RuleBookError, match="missing from a published edition"):
        load(extra=local)


def test_a_file_slipped_into_a_published_edition_is_noticed(local: Path) -> None:
    folder = publish(local, edition(), today=TODAY).folder
    (folder / "sanctions.yaml").write_text("x: {country: KE, text: T, source: ours}")
    with pytest.raises(RuleBookError, match="was added to a published edition"):
        load(extra=local)
    (folder / "sanctions.yaml").unlink()
    (folder / "SHA256SUMS").unlink()
    with pytest.raises(RuleBookError, match="seal"):
        load(extra=local)
