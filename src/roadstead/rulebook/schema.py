"""The shape of every record of the rule book, as its files write it.

A moment is written as a day (`2019-05-30`) or as bounds (`{not_before: …, not_after: …}`); a bound
nobody knows is left out. Countries are ISO 3166-1 alpha-2, ports UN/LOCODE, sources keys of
`sources.yaml`. A field that is not named here is an error, not a remark.
"""

from datetime import date
from typing import Annotated, Any, Generic, Literal, TypeVar, get_args

from msgspec import Meta, Struct

from roadstead.core.advisory import Boarding, Ground, Guards, ListingKind, Tier
from roadstead.core.moment import Moment

# What each pattern means to the person who has to mend a record.
FORMS = {
    "^[A-Z]{2}$": "a country code of two letters, like DJ",
    "^[A-Z]{2}[A-Z2-9]{3}$": "a UN/LOCODE without a space, like DJJIB",
    "^[A-Z]{2}-[A-Z0-9]+$": "the key of a facility, like DJ-DCT",
    "^[A-Z]{2}[A-Z0-9]{3}-[0-9]{4}$": "a port facility number, like NGAPP-0001 (or give printed and normalised)",
    "^[a-z0-9_]+$": "the key of a source, like fr2019dj",
    "^[0-9]{1,2}-[0-9]{2}$": "the number of an advisory, like 2-19",
    "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$": "a day or a month, like 2019-05-30 or 2019-05",
    "^https?://": "a web address",
    "^[A-Z]+(-[0-9]+)?$": "the code of an element, a criterion or a heading, like ACC, GOV-1, B-2 or H-3",
    "^[a-z]+(-[a-z]+)*$": "a name in small letters, like isps-port-facility",
}
COUNTRY, PORT, FACILITY_KEY, FACILITY_CODE, SOURCE_KEY, PSA_NUMBER, PARTIAL_DATE, ADDRESS, ELEMENT, SLUG = FORMS

Country = Annotated[str, Meta(pattern=COUNTRY)]
Port = Annotated[str, Meta(pattern=PORT)]
FacilityKey = Annotated[str, Meta(pattern=FACILITY_KEY)]
FacilityCode = Annotated[str, Meta(pattern=FACILITY_CODE)]
SourceKey = Annotated[str, Meta(pattern=SOURCE_KEY)]
Text = Annotated[str, Meta(min_length=1)]
Names = Annotated[tuple[Text, ...], Meta(min_length=1)]
PsaNumber = Annotated[str, Meta(pattern=PSA_NUMBER)]
PartialDate = Annotated[str, Meta(pattern=PARTIAL_DATE)]
Address = Annotated[str, Meta(pattern=ADDRESS)]
ElementCode = Annotated[str, Meta(pattern=ELEMENT)]
Slug = Annotated[str, Meta(pattern=SLUG)]
Confidence = Literal["high", "medium", "low"]
Basis = Literal["arrival_in_us", "visit_to_listed_port", "mixed", "not_stated"]
Purpose = Literal[
    "cargo", "passengers", "bunkers", "crew", "stores", "repairs",
    "anchorage", "ship_to_ship", "medical", "canal_transit", "other",
]  # fmt: skip
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
T = TypeVar("T")


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """What all records share: named fields only, none unknown."""


class Bounds(Record, frozen=True, kw_only=True):
    """A moment between bounds. Left out: no bound is known; at least one must be."""

    not_before: date | None = None
    not_after: date | None = None

    def __post_init__(self) -> None:
        if self.not_before is None and self.not_after is None:
            raise ValueError("a moment needs at least one bound, `not_before` or `not_after`")
        if self.not_before and self.not_after and self.not_before >= self.not_after:
            raise ValueError("`not_before` must lie before `not_after` (write a plain day where they are the same)")


When = date | Bounds


def moment(when: When) -> Moment:
    """The core value of a written moment."""
    return Moment.on(when) if isinstance(when, date) else Moment(when.not_before, when.not_after)


def optional_moment(when: When | None) -> Moment | None:
    """The core value of a moment that may be left out."""
    return None if when is None else moment(when)


class Source(Record, frozen=True, kw_only=True):
    """A public page. `cite` is the printed reference of an official text ("84 FR 22153")."""

    title: Text
    url: Address
    kind: Text
    cite: str | None = None


class Psa(Record, frozen=True, kw_only=True):
    """The number of an advisory, and how it is known."""

    number: PsaNumber
    status: Literal["printed", "inferred", "unverified"] = "printed"


class FederalRegister(Record, frozen=True, kw_only=True):
    """The notice in the Federal Register."""

    cite: Text
    published_on: date
    document: str | None = None
    docket: str | None = None


class Change(Record, frozen=True, kw_only=True, tag_field="do"):
    """What all changes may say for themselves; left out, the edition's own value counts."""

    effective: When | None = None
    known: When | None = None
    source: SourceKey | None = None
    confidence: Confidence | None = None
    note: str = ""


class OfCountries(Change, frozen=True, kw_only=True):
    """What is listed or delisted. ports, facilities: these alone, of one country (46 USC 70110); else all of it."""

    countries: Annotated[tuple[Country, ...], Meta(min_length=1)]
    kind: ListingKind = ListingKind.CONDITIONS
    ports: tuple[Port, ...] = ()
    facilities: tuple[FacilityKey, ...] = ()

    def __post_init__(self) -> None:
        if not self.places:
            return
        if len(self.countries) > 1 or any(one[:2] != self.countries[0] for one in self.places):
            raise ValueError("`ports` and `facilities` are those of the one country in `countries`")
        if len(set(self.places)) < len(self.places):
            raise ValueError("`ports` and `facilities` name each place once")
        if self.kind is not ListingKind.CONDITIONS:
            raise ValueError("`ports` and `facilities` are listed under conditions, not recommended")

    @property
    def places(self) -> tuple[str, ...]:
        """Its ports and facilities, by code and key; none where the whole country is meant."""
        return self.ports + self.facilities


class ListCountries(OfCountries, frozen=True, kw_only=True, tag="list"):
    """Countries put on the list, or single ports and facilities of one."""

    ground: Ground = Ground.ASSESSED


class DelistCountries(OfCountries, frozen=True, kw_only=True, tag="delist"):
    """Countries taken off the list, or single places; what was excepted in a country ends with it."""


class ExceptFacilities(Change, frozen=True, kw_only=True, tag="except"):
    """Facilities excepted from their country's listing."""

    facilities: Annotated[tuple[FacilityKey, ...], Meta(min_length=1)]
    tier: Tier = Tier.EXCEPTED


class WithdrawExceptions(Change, frozen=True, kw_only=True, tag="withdraw"):
    """Exceptions that ended (withdrawn), or were not printed or not recovered again (unknown)."""

    facilities: Annotated[tuple[FacilityKey, ...], Meta(min_length=1)]
    reason: Literal["withdrawn", "vanished", "unrecovered"] = "withdrawn"


class Unclear(Change, frozen=True, kw_only=True, tag="unclear"):
    """A change whose direction no source settles. It is recorded and changes nothing."""

    country: Country
    text: Text


AnyChange = ListCountries | DelistCountries | ExceptFacilities | WithdrawExceptions | Unclear


class PrintedRows(Record, frozen=True, kw_only=True):
    """The rows of exceptions an edition prints for a country. cut: the copy read breaks off."""

    country: Country
    facilities: tuple[FacilityKey, ...]
    cut: bool = False


class ConflictRecord(Record, frozen=True, kw_only=True):
    """Two sources that disagree about a field."""

    field: Text
    kept: Text
    rejected: Text
    source: SourceKey
    why: Text


class EditionRecord(Record, frozen=True, kw_only=True):
    """One event; its id is the name of its file."""

    title: Text
    known: When
    confidence: Confidence
    sources: Annotated[tuple[SourceKey, ...], Meta(min_length=1)]
    changes: tuple[AnyChange, ...]
    kind: Literal["edition", "observed"] = "edition"
    psa: Psa | None = None
    issued_on: date | None = None
    federal_register: FederalRegister | None = None
    effective: When | None = None
    effective_basis: Basis = "not_stated"
    finding_on: PartialDate | None = None
    notified_on: PartialDate | None = None
    legal_basis: str | None = None
    prints: tuple[PrintedRows, ...] = ()
    conflicts: tuple[ConflictRecord, ...] = ()
    notes: str = ""

    def __post_init__(self) -> None:
        if moment(self.known).not_after is None:
            raise ValueError("`known` needs a day by which it was public")


class NumberRecord(Record, frozen=True, kw_only=True):
    """A number whose printed form is not its normal form; normalised left out: it cannot be read."""

    printed: Text
    normalised: FacilityCode | None = None
    certain: bool = True


class FacilityRecord(Record, frozen=True, kw_only=True):
    """A facility that an edition names; `name` is the newest printed name."""

    name: Text
    sources: Annotated[tuple[SourceKey, ...], Meta(min_length=1)]
    formerly: tuple[Text, ...] = ()
    aliases: tuple[Text, ...] = ()
    numbers: tuple[FacilityCode | NumberRecord, ...] = ()
    number_note: str = ""
    ports: tuple[Port, ...] = ()
    offshore: Literal["yes", "likely", "yes_single_buoy_mooring"] | None = None
    note: str = ""


class FacilityFile(Record, frozen=True, kw_only=True):
    """A country's file; the records in it are read one by one, so that errors can name them."""

    facilities: dict[str, dict[str, Any]] = {}
    missing_rows: dict[str, dict[str, Any]] = {}


class MissingRowsRecord(Record, frozen=True, kw_only=True):
    """Rows of a country's table that were not recovered."""

    start: When
    settled: bool
    text: Text
    source: SourceKey
    end: When | None = None


class GuardsRecord(Record, frozen=True, kw_only=True):
    """What an edition says of armed guards in US ports."""

    when_met: Guards
    when_unmet: Guards
    text: Text


class RegimeRecord(Record, frozen=True, kw_only=True):
    """The wording of consequences from a moment on; its id is the name of its file."""

    title: Text
    start: When
    known: When
    boarding: Boarding
    boarding_text: Text
    guards: GuardsRecord
    non_compliance: Text
    records: Text
    source: SourceKey
    confidence: Confidence


class DutyRecord(Record, frozen=True, kw_only=True):
    """One of the duties in a listed port."""

    text: Text
    hint: Text


class ConfirmationRecord(Record, frozen=True, kw_only=True):
    """A day on which a source printed the whole list, or spoke to it (countries left out)."""

    on: date
    edition: Text
    source: SourceKey
    known: date | None = None
    countries: tuple[Country, ...] | None = None


class GapRecord(Record, frozen=True, kw_only=True):
    """A stretch without a recovered printing of the list."""

    start: date
    text: Text
    end: date | None = None


class SanctionRecord(Record, frozen=True, kw_only=True):
    """Another rule that outranks conditions of entry for a country."""

    country: Country
    text: Text
    source: SourceKey
    since: date | None = None


class Point(Record, Generic[T], frozen=True, kw_only=True):
    """One value of one configurable point, valid from a day until a later record replaces it."""

    value: T
    valid_from: date
    source: SourceKey
    confidence: Confidence
    reason: Text


PurposeReading = Literal["call", "no_call", "doubtful"]
PurposeMap = dict[Purpose, PurposeReading]
Trigger = Literal["arrival_in_us", "visit_to_listed_port"]
AnyPoint = Point[int] | Point[tuple[Country, ...]] | Point[PurposeMap] | Point[Trigger]
POLICY_POINTS: dict[str, object] = {
    "last_calls": list[Point[Annotated[int, Meta(ge=1, le=20)]]],
    "domestic": list[Point[tuple[Country, ...]]],
    "purposes": list[Point[PurposeMap]],
    "trigger": list[Point[Trigger]],
    "stale_after_days": list[Point[Annotated[int, Meta(ge=1)]]],
}
