"""The one judgement, stated once: when does a call bring conditions of entry?

Sources: paragraphs A and D of the advisories (PSA 1-19 and its kin) for the two trigger tests; the
arrival notice's own guidance for canal transits and for what a foreign call is; 46 USC 70110. Every
number and set comes from the rule book's policy.

Steps are judged in this order; each may refer to those before it, and each is a column of the trace.
Between STEPS_BEFORE_RANKING and the rest the reader ranks the calls that take a place, by departure.
"""

from roadstead.core.advisory import Policy
from roadstead.core.rules import AllOf, AtMost, Holds, In, InTable, Not, NotAfter, Possible, Rule

LISTED = "listed"
LISTED_AT_VISIT = "listed_at_visit"
EXCEPTED = "excepted"

Steps = tuple[tuple[str, Rule], ...]


def steps_before_ranking(policy: Policy) -> Steps:
    """is_call: no doubt that the stop is a call. takes_place: it is among the calls that are ranked."""
    return (
        ("is_call", Not(In("purpose", policy.not_calls, doubtful=policy.doubtful_calls))),
        (
            "takes_place",
            AllOf(
                (
                    Not(In("country", policy.domestic)),
                    NotAfter("departed", "eta"),
                    # A stop whose status no source settles holds its place, and asks.
                    Possible(Holds("is_call")),
                )
            ),
        ),
    )


def steps_after_ranking(policy: Policy) -> Steps:
    """counted: it holds one of the places looked at. caught_on_arrival, caught_on_visit: the two tests."""
    return (
        ("counted", AllOf((Holds("takes_place"), AtMost("slot_low", "slot_high", policy.last_calls)))),
        ("listed", InTable(LISTED, ("country", "arrival_day"))),
        # Paragraph D: the ship was in the listed country on or after the effective date.
        (
            "listed_at_visit",
            AllOf((Holds("listed"), InTable(LISTED_AT_VISIT, ("country", "arrival_day", "departed_day")))),
        ),
        # A country that is surely not listed has no exceptions to look for.
        (
            "excepted",
            AllOf((Possible(Holds("listed")), InTable(EXCEPTED, ("country", "arrival_day", "port", "berths")))),
        ),
        ("caught_on_arrival", AllOf((Holds("counted"), Holds("is_call"), Holds("listed"), Not(Holds("excepted"))))),
        (
            "caught_on_visit",
            AllOf((Holds("counted"), Holds("is_call"), Holds("listed_at_visit"), Not(Holds("excepted")))),
        ),
    )
