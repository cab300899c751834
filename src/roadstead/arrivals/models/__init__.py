"""The tables of arrivals: what was announced, how it was judged, and what of that changed."""

from roadstead.arrivals.models.notices import Arrival, Received
from roadstead.arrivals.models.verdicts import LONGEST_WORD, Change, Judged, Rejudgement, Verdict

__all__ = ["LONGEST_WORD", "Arrival", "Change", "Judged", "Received", "Rejudgement", "Verdict"]
