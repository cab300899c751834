"""The one judgement, stated once: when does a call bring conditions of entry?

Sources: paragraphs A and D of the advisories (PSA 1-19 and its kin) for the two trigger tests; the
arrival notice's own guidance for canal transits and for what a foreign call is; 46 USC 70110. Every
number and set comes from the rule book's policy.
"""

from dataclasses import dataclass

from roadstead.core.advisory import Policy
from roadstead.core.rules import All, AtMost, In, InTable, Not, NotAfter, Possible, Rule

LISTED = "listed"
LISTED_AT_VISIT = "listed_at_visit"
EXCEPTED = "excepted"


@dataclass(frozen=True, slots=True)
class Conditions:
    """Named rules over the facts of one call.

    takes_place: it is among the calls that are ranked. counted: it holds one of the places looked at.
    is_call: no doubt that the stop is a call. caught_on_arrival, caught_on_visit: the two tests.
    """

    takes_place: Rule
    counted: Rule
    is_call: Rule
    listed: Rule
    listed_at_visit: Rule
    excepted: Rule
    caught_on_arrival: Rule
    caught_on_visit: Rule


def conditions(policy: Policy) -> Conditions:
    """State the judgement under a policy."""
    is_call = Not(In("purpose", policy.not_calls, doubtful=policy.doubtful_calls))
    takes_place = All(
        (
            Not(In("country", policy.domestic)),
            NotAfter("departed", "eta"),
            # A stop whose status no source settles holds its place, and asks.
            Possible(is_call),
        )
    )
    counted = All((takes_place, AtMost("slot_low", "slot_high", policy.last_calls)))
    listed = InTable(LISTED, ("country", "arrival_day"))
    # Paragraph D: the ship was in the listed country on or after the effective date.
    listed_at_visit = InTable(LISTED_AT_VISIT, ("country", "arrival_day", "departed_day"))
    excepted = InTable(EXCEPTED, ("country", "arrival_day", "port", "berths"))
    return Conditions(
        takes_place=takes_place,
        counted=counted,
        is_call=is_call,
        listed=listed,
        listed_at_visit=listed_at_visit,
        excepted=excepted,
        caught_on_arrival=All((counted, is_call, listed, Not(excepted))),
        caught_on_visit=All((counted, is_call, listed_at_visit, Not(excepted))),
    )
