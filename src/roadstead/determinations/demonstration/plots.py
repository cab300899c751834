"""How far each case of the demonstration is. Days are told as so many before today."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from roadstead.determinations.demonstration import texts
from roadstead.determinations.enums import Effect, Part, Rests

P = Part
FACED = {"finding": 130, "state_told": 129, "government_told": 126, "help_offered": 119, "review": 21}


@dataclass(frozen=True, slots=True)
class Plot:
    """One case. days: when each step was taken; left: why steps were left out; parts: who has signed.

    stood: the days, before today, from and to which the clock stood still; to is None where it still does.
    report: whether it rests on a report of others; after: the days that follow the decision.
    """

    country: str
    effect: Effect
    title: str
    finding: str = ""
    rests: Rests = Rests.VISIT
    days: Mapping[str, int] = field(default_factory=dict)
    left: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    stood: tuple[int, int | None] | None = None
    report: bool = False
    dropped: str = ""
    after: Mapping[str, int] = field(default_factory=dict)


PLOTS = (
    Plot(
        "GH",
        Effect.LIST,
        texts.LISTED,
        texts.FOUND_LACKING,
        days=FACED,
        left={"consulted": texts.NOT_CONSULTED, "immediate_ground": texts.NO_GROUND},
        parts=tuple(Part),
        after={"decision": 1},
    ),
    Plot(
        "BJ",
        Effect.LIST,
        texts.AT_ONCE,
        texts.FOUND_AT_ONCE,
        Rests.THIRD_PARTY,
        days={"finding": 16, "state_told": 16, "government_told": 15, "immediate_ground": 12},
        left={"review": texts.NO_REVIEW},
        parts=tuple(Part),
        report=True,
        after={"decision": 2},
    ),
    Plot(
        "CM", Effect.DELIST, texts.RECOVERED, texts.FOUND_MENDED, days={"finding": 12}, parts=(P.PROPOSER, P.REVIEWER)
    ),
    Plot("NG", Effect.EXCEPT, texts.EXCEPTED, texts.FOUND_ONE, days={"finding": 30}, parts=(P.PROPOSER,)),
    Plot(
        "TG",
        Effect.LIST,
        texts.RUNNING,
        texts.FOUND_LACKING,
        days={"finding": 84, "state_told": 84, "government_told": 78, "help_offered": 70},
        left={"immediate_ground": texts.NO_GROUND},
    ),
    Plot(
        "GA",
        Effect.LIST,
        texts.STANDS_STILL,
        texts.FOUND_WITHOUT_VISIT,
        Rests.NO_VISIT,
        days={"finding": 66, "state_told": 65, "government_told": 60},
        stood=(20, None),
        report=True,
    ),
    Plot("SN", Effect.LIST, texts.OPENED),
    Plot("CI", Effect.LIST, texts.DROPPED, texts.FOUND_LACKING, days={"finding": 200}, dropped=texts.WHY_DROPPED),
)
