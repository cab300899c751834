"""The shapes of the list as a document (`roadstead/advisory/1`): plain values, ready for a JSON encoder."""

from dataclasses import dataclass
from datetime import date

from roadstead.core.advisory import Boarding, Ground, Guards, ListingKind, Tier
from roadstead.core.truth import UNKNOWN, Truth


@dataclass(frozen=True, slots=True)
class EditionRef:
    """An edition, as far as a reader of the list needs it.

    effective_on: the exact day, None where only the bounds are known. psa_status: printed |
    inferred | unverified | none.
    """

    id: str
    psa: str | None
    psa_status: str
    kind: str
    title: str
    effective_on: date | None
    effective_not_before: date | None
    effective_not_after: date | None
    known_on: date | None
    published_on: date | None
    citation: str
    citation_url: str | None


@dataclass(frozen=True, slots=True)
class NumberOn:
    """An IMO port facility number as printed and as read; `certain` False: the reading is a guess."""

    printed: str
    normalised: str | None
    certain: bool


@dataclass(frozen=True, slots=True)
class ExceptionOn:
    """An exception of one facility. `in_force` is yes or unknown (then `why_unclear` says why), no once ended.

    since / until: the exact day, None where only the bounds beside them are known.
    end_reason: withdrawn | vanished | unrecovered | delisted, where an end is on record.
    """

    facility: str
    country: str
    name: str
    other_names: tuple[str, ...]
    numbers: tuple[NumberOn, ...]
    number_note: str
    ports: tuple[str, ...]
    offshore: str | None
    tier: Tier
    in_force: Truth
    why_unclear: str | None
    since: date | None
    since_not_before: date | None
    since_not_after: date | None
    until: date | None
    until_not_before: date | None
    until_not_after: date | None
    end_reason: str
    opened_by: EditionRef | None
    closed_by: EditionRef | None
    confidence: str
    note: str
    citation: str
    citation_url: str | None
    end_citation: str | None
    end_citation_url: str | None


@dataclass(frozen=True, slots=True)
class MissingOn:
    """Rows of a country's table that were not recovered. `settled`: no facility is in doubt for it."""

    settled: bool
    text: str
    citation: str
    citation_url: str | None


@dataclass(frozen=True, slots=True)
class SanctionOn:
    """Another rule that outranks conditions of entry; we warn and decide nothing."""

    text: str
    citation: str
    citation_url: str | None


@dataclass(frozen=True, slots=True)
class PlaceOn:
    """A port or facility that is listed by itself. key: a UN/LOCODE, or the key of a facility.

    kind: port | facility. name: the facility's, or the port's code. listed and the days as in CountryOn.
    """

    key: str
    kind: str
    country: str
    country_name: str
    name: str
    numbers: tuple[NumberOn, ...]
    ports: tuple[str, ...]
    listed: Truth
    why_unclear: str | None
    since: date | None
    since_not_before: date | None
    since_not_after: date | None
    until: date | None
    until_not_before: date | None
    until_not_after: date | None
    opened_by: EditionRef | None
    closed_by: EditionRef | None
    citation: str
    citation_url: str | None


@dataclass(frozen=True, slots=True)
class CountryOn:
    """One country on the list (or on it once). `listed` is yes or unknown, no among those that left.

    Where only ports or facilities of it are listed, `in_part` is true, `places` has them, and `name` says it:
    “Ghana (only Invented Quay)”. former_places: those that were listed by themselves and are no longer.

    since / until: the exact day, None where only the bounds beside them are known; all None of
    `until` where no end is known. exceptions: those in force or perhaps in force;
    former_exceptions: those that have ended during this spell.
    """

    code: str
    name: str
    kind: ListingKind
    listed: Truth
    why_unclear: str | None
    since: date | None
    since_not_before: date | None
    since_not_after: date | None
    until: date | None
    until_not_before: date | None
    until_not_after: date | None
    ground: Ground
    confidence: str
    note: str
    citation: str
    citation_url: str | None
    end_citation: str | None
    end_citation_url: str | None
    opened_by: EditionRef | None
    closed_by: EditionRef | None
    exceptions: tuple[ExceptionOn, ...]
    former_exceptions: tuple[ExceptionOn, ...]
    missing_rows: tuple[MissingOn, ...]
    sanctions: tuple[SanctionOn, ...]
    in_part: bool = False
    places: tuple[PlaceOn, ...] = ()
    former_places: tuple[PlaceOn, ...] = ()

    @property
    def unclear_exceptions(self) -> int:
        """How many of the exceptions only may be in force."""
        return sum(entry.in_force is UNKNOWN for entry in self.exceptions)


@dataclass(frozen=True, slots=True)
class WordingOn:
    """What is said to follow in US ports, in the words in force."""

    id: str
    title: str
    since: date | None
    since_not_before: date | None
    since_not_after: date | None
    boarding: Boarding
    boarding_text: str
    guards_when_met: Guards
    guards_when_unmet: Guards
    guards_text: str
    non_compliance_text: str
    records_text: str
    confidence: str
    citation: str
    citation_url: str | None


@dataclass(frozen=True, slots=True)
class DutyOn:
    """One of the duties C1 to C5 in a listed port."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class AdvisoryOn:
    """The list in force on `on`, as known at `known_at`.

    countries: on the list, or perhaps (`listed` says which), by name. former: those that have left it,
    the latest first. recommendations: advisories that only recommended. last_confirmed_on: the last day
    up to `on` on which a source printed or spoke to the whole list; next_confirmed_on: the first after it.
    stale: no such day for longer than the policy allows, and none since.
    """

    schema: str
    on: date
    known_at: date
    edition: EditionRef | None
    last_confirmed_on: date | None
    last_confirmed_by: str | None
    last_confirmed_url: str | None
    next_confirmed_on: date | None
    stale: bool
    stale_after_days: int
    gap: str | None
    wording: WordingOn | None
    duties: tuple[DutyOn, ...]
    listed_count: int
    unclear_count: int
    countries: tuple[CountryOn, ...]
    recommendations: tuple[CountryOn, ...]
    former: tuple[CountryOn, ...]
    rule_book: str
