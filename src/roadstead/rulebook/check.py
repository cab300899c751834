"""Checks between records that the replay does not make by itself."""

from collections.abc import Iterable, Iterator, Mapping

from roadstead.core.advisory import Listing
from roadstead.rulebook import schema
from roadstead.rulebook.records import Filed, Records, refuse


def check_sources(records: Records) -> None:
    """Every record must cite sources that are there."""
    for file, record, field, key in _citations(records):
        if key not in records.sources:
            refuse(file, record, field, f"no source has the key {key}", "Add it to the sources, or correct the key.")


def _citations(records: Records) -> Iterator[tuple[str, str, str, str]]:
    """Each use of a source: file, record, field, key."""
    for id_, edition in records.editions.items():
        yield from ((edition.file, id_, "sources", key) for key in edition.record.sources)
        yield from _inner_citations(id_, edition)
    for id_, facility in records.facilities.items():
        yield from ((facility.file, id_, "sources", key) for key in facility.record.sources)
    for group in (records.regimes, records.missing_rows, records.sanctions, records.confirmations):
        for id_, filed in group.items():
            yield filed.file, id_, "source", filed.record.source
    for point in records.points:
        yield point.file, point.record.name, "source", point.record.point.source


def _inner_citations(id_: str, edition: Filed[schema.EditionRecord]) -> Iterator[tuple[str, str, str, str]]:
    for number, change in enumerate(edition.record.changes):
        if change.source:
            yield edition.file, id_, f"changes[{number}].source", change.source
    for number, conflict in enumerate(edition.record.conflicts):
        yield edition.file, id_, f"conflicts[{number}].source", conflict.source


def check_countries(records: Records, listings: Iterable[Listing]) -> None:
    """Every listed country must have a printed name."""
    for listing in listings:
        if listing.country not in records.countries:
            refuse(
                records.editions[listing.opened_by].file,
                listing.opened_by,
                "changes",
                f"no country has the code {listing.country}",
                "Add its printed names to the countries, or correct the code.",
            )


def check_confirmations(records: Records, after: Mapping[str, frozenset[str]]) -> None:
    """Every printed list must equal the list that the editions give at that point."""
    for id_, filed in records.confirmations.items():
        record = filed.record
        if record.edition not in after:
            refuse(filed.file, id_, "edition", f"no edition has the id {record.edition}", "Correct the id.")
        if record.countries is None:
            continue
        printed, replayed = set(record.countries), after[record.edition]
        if printed != replayed:
            problem = (
                f"the printed list and the editions differ: only printed {_codes(printed - replayed)};"
                f" only in the editions {_codes(replayed - printed)}"
            )
            refuse(filed.file, id_, "countries", problem, "Add the edition that is missing, or correct the list.")


def _codes(codes: Iterable[str]) -> str:
    return ", ".join(sorted(codes)) or "none"
