"""The advisory as values: who is listed, what is excepted, what follows, since when, known when.

Every spell carries two times. Valid time (`start`, `end`) says when it applied; knowledge time
(`start_known`, `end_known`) says when it was public. They are never mixed.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roadstead.core.moment import Moment


class ListingKind(StrEnum):
    """What a listing does to ships."""

    CONDITIONS = "conditions"
    RECOMMENDATION = "recommendation"


class Ground(StrEnum):
    """The legal ground of a listing (46 USC 70108(b) or 70108(g))."""

    ASSESSED = "assessed"
    DEEMED = "deemed"


class Tier(StrEnum):
    """What an exception frees a call from."""

    EXCEPTED = "excepted"  # no conditions at all
    DUTIES_ONLY = "duties_only"  # the duties in port are owed, the consequences in US ports are not
    CARVED_OUT = "carved_out"  # outside the determination itself; asks nothing of calls at other ports


class Boarding(StrEnum):
    """Boarding or examination on arrival, in the word of the edition."""

    NONE = "none"
    MAY = "may"
    WILL = "will"
    UNKNOWN = "unknown"


class Guards(StrEnum):
    """Armed guards in the US port, in the word of the edition."""

    NONE = "none"
    REQUIRED = "required"
    CAPTAIN_DECIDES = "captain_of_the_port_decides"
    NORMALLY_WAIVED = "normally_waived"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement can be read. `text` is what is printed, `url` a public address."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """One publication (or one change seen only by its effect): what it was and when.

    psa: the advisory's number ("2-19"), None where no source gives one.
    psa_status: printed | inferred | unverified | none.
    kind: edition (an advisory or notice of the series) | observed (a change without its notice).
    known: when it became public. effective: when it took effect, None where no source says.
    """

    id: str
    psa: str | None
    psa_status: str
    kind: str
    title: str
    known: Moment
    effective: Moment | None
    effective_basis: str
    issued_on: date | None
    published_on: date | None
    confidence: str
    citation: Citation
    sources: tuple[Citation, ...]
    legal_basis: str | None = None
    docket: str | None = None
    finding_on: str | None = None
    notified_on: str | None = None
    notes: str = ""
    conflicts: tuple["Conflict", ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources that disagree: both values are kept, and why one is preferred."""

    field: str
    kept: str
    rejected: str
    rejected_source: Citation
    why: str


@dataclass(frozen=True, slots=True)
class Listing:
    """One spell of one country on the list."""

    country: str
    kind: ListingKind
    ground: Ground
    start: Moment
    start_known: Moment
    opened_by: str
    citation: Citation
    end: Moment | None = None
    end_known: Moment | None = None
    closed_by: str | None = None
    end_citation: Citation | None = None
    confidence: str = "high"
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlaceListing(Listing):
    """One spell of one place alone, where the rest of its country is not listed (46 USC 70110: “port or facility”).

    Either port (UN/LOCODE) or facility (its key) is given. A class of its own, so that the listing of a whole
    country reads, and is fingerprinted, as ever.
    """

    port: str | None = None
    facility: str | None = None

    @property
    def place(self) -> str:
        """What names it among the places of its country."""
        return self.facility or self.port or ""


@dataclass(frozen=True, slots=True)
class FacilityNumber:
    """An IMO port facility number as printed, and as we read it.

    normalised: LLLLL-NNNN or None where it cannot be read; certain: False where that is a guess.
    """

    printed: str
    normalised: str | None
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Facility:
    """A facility that an advisory names. `name` is the newest printed name."""

    key: str
    country: str
    name: str
    other_names: tuple[str, ...] = ()
    numbers: tuple[FacilityNumber, ...] = ()
    number_note: str = ""
    ports: tuple[str, ...] = ()  # UN/LOCODE, where the sources tie it to one
    offshore: str | None = None
    sources: tuple[Citation, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ExceptionSpell:
    """One spell of one facility's exception.

    An end without `not_after` is an exception that vanished from a later printing: unknown.
    """

    facility: str
    country: str
    tier: Tier
    start: Moment
    start_known: Moment
    opened_by: str
    citation: Citation
    end: Moment | None = None
    end_known: Moment | None = None
    closed_by: str | None = None
    end_citation: Citation | None = None
    end_reason: str = ""  # withdrawn | vanished | unrecovered | delisted
    confidence: str = "high"
    note: str = ""


@dataclass(frozen=True, slots=True)
class MissingRows:
    """A country whose table of exceptions is known to have rows that were not recovered."""

    country: str
    start: Moment
    end: Moment | None
    settled: bool  # True: the missing rows are renamed rows already on record; no facility is in doubt
    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Duty:
    """One of the duties C1 to C5 in a listed port."""

    code: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class Regime:
    """The wording of consequences over a period. The wording decides, not our memory of it.

    guards_when_met / guards_when_unmet: what is said of ships with all duties met and documented,
    and of the others.
    """

    id: str
    title: str
    start: Moment
    start_known: Moment
    boarding: Boarding
    boarding_text: str
    guards_when_met: Guards
    guards_when_unmet: Guards
    guards_text: str
    non_compliance_text: str
    records_text: str
    citation: Citation
    confidence: str


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A day on which a source printed or spoke to the whole list."""

    on: date
    known: date
    edition: str
    countries: frozenset[str] | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch in which no printing of the list was recovered."""

    start: date
    end: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Sanction:
    """Another rule that outranks conditions of entry for a country. We warn and never decide."""

    country: str
    since: date | None
    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Policy:
    """The configurable points, each dated and cited in the rule book.

    last_calls: how many calls are looked at. domestic: ISO codes whose ports are US ports.
    not_calls / doubtful_calls: purposes that are no call, and those no source settles.
    trigger: the test that `outcome` follows (arrival_in_us | visit_to_listed_port).
    stale_after_days: days without a confirmation after which a warning is given.
    """

    last_calls: int
    domestic: frozenset[str]
    not_calls: frozenset[str]
    doubtful_calls: frozenset[str]
    trigger: str
    stale_after_days: int
    citations: tuple[tuple[str, Citation], ...]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Everything the judge reads, as loaded; `digest` names this very content."""

    digest: str
    editions: tuple[Edition, ...]
    listings: tuple[Listing, ...]
    facilities: tuple[Facility, ...]
    exceptions: tuple[ExceptionSpell, ...]
    missing_rows: tuple[MissingRows, ...]
    duties: tuple[Duty, ...]
    regimes: tuple[Regime, ...]
    confirmations: tuple[Confirmation, ...]
    gaps: tuple[Gap, ...]
    sanctions: tuple[Sanction, ...]
    policy: Policy
    country_names: tuple[tuple[str, tuple[str, ...]], ...]
