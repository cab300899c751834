"""What becomes of the rows of a file, judged against the register some hundreds at a time."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from roadstead.common.access.viewer import Viewer
from roadstead.registry.enums import RowOutcome
from roadstead.registry.facility_fields import as_plain
from roadstead.registry.importing.columns import PRINTED
from roadstead.registry.importing.comparing import FIELDS, Compared, compare
from roadstead.registry.importing.rows import Row
from roadstead.registry.loading.positions import Gazetteer, Place
from roadstead.registry.loading.unlocode import Position
from roadstead.registry.models import Country, Facility, Port

SOURCE = "IMO GISIS export of"
MOST_VANISHED = 5_000  # numbers that a report names
REJECTED = Compared(RowOutcome.REJECTED.value, {})


class Previewing:
    """Judges the rows of one file in their order; counts, and remembers which numbers came."""

    def __init__(self, by: Viewer, exported_on: date) -> None:
        self.by, self.exported_on, self.rows = by, exported_on, 0
        self.contradicted: dict[int, int] = {}  # line: the other line
        self._counts: Counter[str] = Counter()
        self._seen: dict[str, tuple[int, bytes]] = {}  # number: line, what it says
        self._countries = frozenset(Country.objects.values_list("code", flat=True))

    def judge(self, batch: Sequence[Row]) -> list[Compared]:
        """What becomes of each row; what else is wrong with it, is added to it."""
        for row in batch:
            self._check(row)
        held = self._held([row.number for row in batch if not row.rejected])
        found = [self._judge_one(row, held) for row in batch]
        self.rows += len(batch)
        self._counts.update(one.outcome for one in found)
        self._counts["warnings"] += sum(bool(row.warnings) for row in batch)
        return found

    def refuse(self, outcome: RowOutcome) -> None:
        """Count a row as rejected that was judged otherwise before."""
        self._counts[outcome.value] -= 1
        self._counts[RowOutcome.REJECTED.value] += 1

    def counts(self) -> dict[str, int]:
        names = (*RowOutcome.values, "warnings")
        return {name: self._counts[name] for name in names} | {"rows": self.rows}

    def vanished(self) -> list[str]:
        """Numbers that an earlier export brought, of countries that the file speaks of, and that it has no more."""
        countries = {number[:2] for number in self._seen}
        rows = Facility.objects.visible_to(self.by).filter(
            source__startswith=SOURCE, country__in=countries, number__isnull=False, merged_into__isnull=True
        )
        gone = (number for number in rows.values_list("number", flat=True) if number and number not in self._seen)
        return sorted(gone)[:MOST_VANISHED]

    def _check(self, row: Row) -> None:
        if row.rejected:
            return
        if row.values["country"] not in self._countries:
            row.rejected.append((PRINTED["country"], f"there is no country {row.values['country']}"))
            return
        said = hashlib.sha256(json.dumps(row.values, sort_keys=True).encode()).digest()
        line, before = self._seen.setdefault(row.number, (row.line, said))
        if line != row.line and said == before:
            row.rejected.append((PRINTED["number"], f"the same as line {line}, which counts"))
        elif line != row.line:
            row.rejected.append((PRINTED["number"], f"line {line} says otherwise of this number"))
            self.contradicted[line] = row.line
        else:
            self._check_position(row)

    def _check_position(self, row: Row) -> None:
        """A position far from the country is not taken over; the rest of the row is."""
        if "latitude" not in row.values or self._lies_in(row):
            return
        latitude, longitude = row.values.pop("latitude"), row.values.pop("longitude")
        words = f"{latitude}, {longitude} is far from every port of {row.values['country']}; the position is left out"
        row.warnings.append((PRINTED["latitude"], words))

    def _lies_in(self, row: Row) -> bool:
        country, (known, gazetteer) = row.values["country"], self._places
        position = Position(float(row.values["latitude"]), float(row.values["longitude"]))
        return country not in known or gazetteer.in_country(country, position)

    @cached_property
    def _places(self) -> tuple[frozenset[str], Gazetteer]:
        rows = Port.objects.filter(latitude__isnull=False).values_list("locode", "country_id", "latitude", "longitude")
        places = [
            Place(code, land, "", Position(float(north or 0), float(east or 0))) for code, land, north, east in rows
        ]
        return frozenset(one.country for one in places), Gazetteer(places)

    def _held(self, numbers: Sequence[str]) -> dict[str, Facility | None]:
        """The entries of some numbers; None for one that this person may not read."""
        every = Facility.objects.for_the_system("whether a number is taken").filter(number__in=numbers)
        hidden: dict[str, Facility | None] = {
            number: None for number in every.values_list("number", flat=True) if number
        }
        readable = Facility.objects.visible_to(self.by).filter(number__in=numbers)
        return hidden | {row.number: row for row in readable if row.number}

    def _judge_one(self, row: Row, held: dict[str, Facility | None]) -> Compared:
        if row.rejected:
            return REJECTED
        if row.number not in held:
            return Compared(RowOutcome.NEW.value, {})
        facility = held[row.number]
        if why := unfit(facility):
            row.rejected.append((PRINTED["number"], why))
            return REJECTED
        assert facility is not None
        if facility.as_of and (said := row.values.get("as_of")) and said < facility.as_of.isoformat():
            row.warnings.append(
                (PRINTED["as_of"], f"the register has the state of {facility.as_of:%d/%m/%Y}, a later one")
            )
        return compare(row.values, as_plain(facility, FIELDS), facility.corrected)


def unfit(facility: Facility | None) -> str:
    """Why an entry takes nothing from a file; "" if it does."""
    if facility is None:
        return "the entry of this number is restricted to people whom you are not among"
    if facility.merged_into_id is not None:
        return "the entry of this number was merged into another"
    return ""
