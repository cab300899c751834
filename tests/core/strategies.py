"""Notices that might come in: real places, real and nearly real facilities, ties, slips and all."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadstead.core.judge import Judge
from roadstead.core.moment import Moment
from roadstead.core.notice import Declaration, Notice, Purpose
from roadstead.core.snapshot import Snapshot
from roadstead.rulebook.loader import shipped
from roadstead.wire.notice import read_notice

TODAY = date(2026, 11, 22)
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
SHORT = settings(_PATIENT, max_examples=60)
LONG = settings(_PATIENT, derandomize=False)
LONG_RUNS: dict[str, Callable[[], None]] = {}

BOOK = shipped()
EVER_LISTED = sorted({listing.country for listing in BOOK.listings})
NEVER_LISTED = ("SG", "ZA", "CN", "BR", "PA", "EG", "DE")
DOMESTIC = sorted(BOOK.policy.domestic)
WITH_EXCEPTIONS = sorted({facility.country for facility in BOOK.facilities})
PORTS = {
    "CU": ("CUHAV", "CUGUB"),
    "LR": ("LRMLW", "LRUCN"),
    "NG": ("NGAPP", "NGTIN", "NGBON"),
    "DJ": ("DJJIB",),
    "MG": ("MGTMM", "MGTOA"),
    "CM": ("CMDLA", "CMLIT"),
    "SG": ("SGSIN",),
    "PA": ("PAPCN",),
    "SC": ("SCVIC",),
    "US": ("USNYC",),
}
GARBAGE_NAMES = ("Old Cargo Pier", "Pier 9", "Terminal", "港", "ميناء", "K", "x" * 200, "Port of Nowhere Known")
GARBAGE_NUMBERS = ("XXXXX-9999", "NGAPP-0999", "quay 7", "0", "---", "NG1", "DJJIB0002", "n/a")


def _turning_days() -> list[date]:
    """Every day on which a listing or an exception began or ended, or became public, or may have."""
    spells = (*BOOK.listings, *BOOK.exceptions)
    moments = (m for s in spells for m in (s.start, s.end, s.start_known, s.end_known) if isinstance(m, Moment))
    return sorted({day for moment in moments for day in (moment.not_before, moment.not_after) if day})


TURNING_DAYS = _turning_days()
ONE_DAY = timedelta(days=1)
KNOWLEDGE_DAYS = sorted({*(day - ONE_DAY for day in TURNING_DAYS), *TURNING_DAYS, date(2004, 1, 1), TODAY})


@cache
def judge(known_at: date = TODAY) -> Judge:
    """One judge of the shipped rule book for each knowledge date."""
    return Judge(Snapshot(BOOK, known_at))


def parsed(document: dict[str, Any]) -> Notice:
    """A document as core values."""
    return read_notice(json.dumps(document).encode())[0]


def holds(examples: int = 60, **strategies: Any) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Check a property for some notices, and in the long run for many more."""

    def wrap(check: Callable[..., None]) -> Callable[..., None]:
        LONG_RUNS[check.__name__] = settings(LONG, max_examples=examples * 10)(given(**strategies)(check))
        return settings(SHORT, max_examples=examples)(given(**strategies)(check))

    return wrap


# Days and times

days = st.one_of(
    st.sampled_from(TURNING_DAYS).flatmap(lambda day: st.sampled_from([day - ONE_DAY, day, day + ONE_DAY])),
    st.dates(date(2003, 6, 1), date(2027, 1, 1)),
)
knowledge_days = st.one_of(st.just(TODAY), st.sampled_from(KNOWLEDGE_DAYS))
# Hours before arrival: few values, so that calls tie; seldom after arrival.
hours_before = st.one_of(st.sampled_from([0, 24, 48, 48, 120, 240, 480, 720]), st.integers(-30, 3_000))


def _written(moment: datetime) -> st.SearchStrategy[str]:
    zones = [UTC, *(datetime.strptime(offset, "%z").tzinfo for offset in ("-0500", "+1000", "+0530"))]
    return st.sampled_from(zones).map(lambda zone: moment.astimezone(zone).isoformat())


# Facilities


@cache
def _facilities(country: str) -> tuple[tuple[str | None, str | None], ...]:
    """Pairs of number and name that advisories print for a country."""
    found: list[tuple[str | None, str | None]] = []
    for facility in BOOK.facilities:
        if facility.country == country:
            names = (facility.name, *facility.other_names)
            found += [(None, name) for name in names]
            found += [(number.printed, None) for number in facility.numbers]
            found += [(number.normalised, names[0]) for number in facility.numbers]
    return tuple(found) or ((None, "Old Cargo Pier"),)


def _spoilt(text: str | None) -> st.SearchStrategy[str | None]:
    if not text or len(text) < 3:
        return st.just(text)
    return st.sampled_from(
        [text.lower(), text.replace("-", ""), text[:-1], text[1:], f"{text} II", text.replace("0", "")]
    )


def berths(country: str) -> st.SearchStrategy[dict[str, str]]:
    """One berth: nothing, a printed facility, one nearly so, or none that any advisory knows."""
    real = st.sampled_from(_facilities(country))
    near = real.flatmap(lambda pair: st.tuples(_spoilt(pair[0]), _spoilt(pair[1])))
    strange = st.tuples(
        st.one_of(st.none(), st.sampled_from(GARBAGE_NUMBERS)), st.one_of(st.none(), st.sampled_from(GARBAGE_NAMES))
    )
    pairs = st.one_of(st.just((None, None)), real, real, near, strange)
    return pairs.map(
        lambda pair: {key: text for key, text in zip(("facility", "facility_name"), pair, strict=True) if text}
    )


# Calls and notices

measures = st.fixed_dictionaries(
    {},
    optional={
        **{name: st.booleans() for name in ("security_level_2", "access_points_guarded", "logged", "reported")},
        "declaration_of_security": st.sampled_from([str(value) for value in Declaration]),
    },
)
all_done = {"security_level_2": True, "access_points_guarded": True, "declaration_of_security": "refused"} | {
    "logged": True,
    "reported": True,
}
countries = st.one_of(
    st.sampled_from(EVER_LISTED),
    st.sampled_from(WITH_EXCEPTIONS),
    st.sampled_from(NEVER_LISTED),
    st.sampled_from(DOMESTIC),
)
purposes = st.one_of(st.just("cargo"), st.just("cargo"), st.sampled_from([str(purpose) for purpose in Purpose]))


@st.composite
def calls(draw: st.DrawFn, eta: datetime, where: st.SearchStrategy[str] = countries) -> dict[str, Any]:
    """One call before (seldom after) an arrival."""
    country = draw(where)
    departed = eta - timedelta(hours=draw(hours_before))
    call: dict[str, Any] = {"country": country, "departed": draw(_written(departed))}
    if country in PORTS and draw(st.booleans()):
        call["port"] = draw(st.sampled_from(PORTS[country]))
    if draw(st.booleans()):
        call["arrived"] = draw(_written(departed - timedelta(hours=draw(st.integers(0, 200)))))
    if draw(st.integers(0, 3)):
        call |= draw(berths(country))
    else:
        call["berths"] = draw(st.lists(berths(country), max_size=3))
    purpose = draw(purposes)
    if purpose != "cargo" or draw(st.booleans()):
        call["purpose"] = purpose
    done = draw(st.one_of(st.none(), st.builds(lambda: dict(all_done)), measures))
    if done is not None:
        call["measures"] = done
    return call


@st.composite
def documents(
    draw: st.DrawFn, most: int = 9, on: st.SearchStrategy[date] = days, where: st.SearchStrategy[str] = countries
) -> dict[str, Any]:
    """A well-formed notice as JSON values."""
    eta = datetime.combine(draw(on), datetime.min.time(), UTC) + timedelta(seconds=draw(st.integers(0, 86_399)))
    return {
        "schema": "roadstead/notice/1",
        "vessel": {"commercial": draw(st.sampled_from([None, True, False]))},
        "arrival": {"port": draw(st.sampled_from(["USHOU", "GUGUM", "CAHAL"])), "eta": draw(_written(eta))},
        "calls": draw(st.lists(calls(eta, where), max_size=most)),
    }


notices = documents().map(parsed)
# Few calls, most of them where something is open: exceptions, bounds, rows that were not recovered.
open_notices = documents(
    most=3,
    on=st.one_of(st.dates(date(2010, 1, 1), date(2012, 12, 10)), st.dates(date(2019, 6, 1), date(2025, 9, 30))),
    where=st.sampled_from(["ID", "NG", "DJ", "IQ", "CM", "SD", "CI", "CU", "MG", "SG", "MR", "GQ"]),
).map(parsed)
