"""The list as a table: one row for each excepted facility, and one for each country without any.

`listed_only` has the ports and facilities where only these of the country are listed.
"""

import csv
import io
from collections.abc import Iterator

from roadstead.core.listed import AdvisoryOn, CountryOn, ExceptionOn

COLUMNS = (
    "country", "name", "listed", "since", "since_not_before", "since_not_after", "ground", "citation", "citation_url",
    "facility", "facility_name", "facility_numbers", "tier", "excepted", "excepted_since", "excepted_since_not_before",
    "excepted_since_not_after", "on", "known_at", "listed_only",
)  # fmt: skip


def csv_of(listed: AdvisoryOn) -> str:
    """The table as CSV, with no cell that a spreadsheet takes for a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in row] for row in _rows(listed))
    return text.getvalue()


def _rows(listed: AdvisoryOn) -> Iterator[list[object]]:
    for country in listed.countries:
        for exception in country.exceptions or (None,):
            yield [*_country_cells(country), *_exception_cells(exception), listed.on, listed.known_at, _only(country)]


def _country_cells(entry: CountryOn) -> list[object]:
    since = (entry.since, entry.since_not_before, entry.since_not_after)
    return [entry.code, entry.name, entry.listed, *since, entry.ground, entry.citation, entry.citation_url]


def _only(entry: CountryOn) -> str:
    """The ports and facilities that alone are listed, by code and number; empty where the whole country is."""
    places = entry.places if entry.in_part else ()
    return " ".join(next((n.normalised or n.printed for n in one.numbers), one.key) for one in places)


def _exception_cells(entry: ExceptionOn | None) -> list[object]:
    if entry is None:
        return [None] * 8
    numbers = " ".join(number.normalised or number.printed for number in entry.numbers)
    since = (entry.since, entry.since_not_before, entry.since_not_after)
    return [entry.facility, entry.name, numbers, entry.tier, entry.in_force, *since]


def _harmless(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
