"""Reasons for calls: one row per call, its steps as words and what decided it.

Each step is one of three words, so the columns pack into a few bits per call in Parquet.
"""

import ibis
import ibis.expr.types as ir

from roadstead.screening.compile import negated

WORDS = ("counted", "listed", "excepted", "caught")
COLUMNS = ("voyage_id", "call_no", "country", "port", "facility", "departed_at", *WORDS, "caught_by_visit", "because")


def explained(judged: ir.Table) -> ir.Table:
    """Judged calls in the columns of the second file."""
    because = ibis.cases(
        (negated(judged.listed.fill_null(True)) & (judged.listed_code > 0), "only other places of the country listed"),
        (negated(judged.listed.fill_null(True)), "country not on the list"),
        (negated(judged.takes_place.fill_null(True)), "not a foreign call before arrival"),
        (negated(judged.counted.fill_null(True)), "not among the last calls looked at"),
        (judged.excepted, "facility excepted"),
        (judged.caught, "listed, counted, not excepted"),
        (judged.listed.isnull() & judged.in_part, "whether its port or facility is the one listed is open"),
        (judged.listed.isnull(), "day of listing not known exactly"),
        (judged.is_call.isnull(), "no source says whether this stop is a call"),
        (judged.counted.isnull(), "its place among the last calls is open"),
        (judged.excepted.isnull(), "which facility, or whether it was excepted, is open"),
        else_="open",
    )
    return judged.select(
        "voyage_id",
        "call_no",
        "country",
        "port",
        "facility",
        departed_at=judged.departed.cast("timestamp('UTC')"),
        **{name: _word(judged[name]) for name in WORDS},
        caught_by_visit=_word(judged.caught_on_visit),
        because=because,
    )


def _word(truth: ir.BooleanColumn) -> ir.StringColumn:
    return ibis.cases((truth, "yes"), (negated(truth), "no"), else_="unknown")
