"""The one judgement, stated once: when does a call bring conditions of entry?

Sources: paragraphs A and D of the advisories (PSA 1-19 and its kin) for the two trigger tests; the
arrival notice's own guidance for canal transits and for what a foreign call is; 46 USC 70110. Every
number and set comes from the rule book's policy.

Steps are judged in this order; each may refer to those before it, and each is a column of the trace.
Between the steps before and after ranking the reader ranks the calls that take a place, by departure.
Then come the steps that say what follows, and the voyage as a whole.
"""

from roadstead.core.advisory import Policy
from roadstead.core.rules import (
    AllOf,
    AnyCall,
    AnyOf,
    AtMost,
    EveryCall,
    Fact,
    Holds,
    In,
    InTable,
    Not,
    NotAfter,
    Possible,
    Rule,
    VoyageRule,
)

LISTED = "listed"
LISTED_AT_VISIT = "listed_at_visit"
EXCEPTED = "excepted"
DUTIES_ONLY = "duties_only"

# The duties C1 to C5 and the fact of a call that says whether each was met.
DUTY_FACTS = (
    ("C1", "measures.security_level_2"),
    ("C2", "measures.access_points_guarded"),
    ("C3", "measures.declaration_attempted"),
    ("C4", "measures.logged"),
    ("C5", "measures.reported"),
)

VISIT = ("country", "arrival_day", "departed_day", "port", "berths")

Steps = tuple[tuple[str, Rule], ...]
VoyageSteps = tuple[tuple[str, VoyageRule], ...]


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
        # A listing may name single ports or facilities; then only calls there are calls at a listed place.
        ("listed", InTable(LISTED, ("country", "arrival_day", "port", "berths"))),
        # Paragraph D: the ship was in the listed country on or after the effective date.
        (
            "listed_at_visit",
            AllOf((Holds("listed"), InTable(LISTED_AT_VISIT, VISIT))),
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


def caught_step(policy: Policy) -> str:
    """The step by which a call is caught under the policy's trigger test."""
    return "caught_on_visit" if policy.trigger == "visit_to_listed_port" else "caught_on_arrival"


def steps_of_consequences(policy: Policy) -> Steps:
    """duties_met: all five. brings: the call brings boarding and guards. guards_met: it asks for no more guards.

    Sources: paragraphs C and D of the advisories; the footnotes on facilities where only the duties are owed.
    """
    caught = Holds(caught_step(policy))
    return (
        ("duties_only", InTable(DUTIES_ONLY, ("country", "arrival_day", "port", "berths"))),
        ("duties_met", AllOf(tuple(Fact(field) for _, field in DUTY_FACTS))),
        ("brings", AllOf((caught, Not(Holds("duties_only"))))),
        # A call that may bring no guards at all cannot make it worse for certain.
        ("guards_met", AnyOf((Holds("duties_only"), Holds("duties_met"), Not(caught)))),
    )


def steps_of_voyage(policy: Policy) -> VoyageSteps:
    """outcome and its two tests; whether boarding and guards follow; whether all that guards ask for was done."""
    return (
        ("outcome", AnyCall(caught_step(policy))),
        ("on_arrival", AnyCall("caught_on_arrival")),
        ("on_visit", AnyCall("caught_on_visit")),
        ("brings", AnyCall("brings")),
        ("guards_met", EveryCall("guards_met")),
    )
