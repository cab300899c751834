"""The tables of arrivals: what was announced, how it was judged, what people did, what of it changed."""

from roadstead.arrivals.models.acting import LONGEST_TEXT, Decision, HandOver, Message, Note
from roadstead.arrivals.models.fleets import Ship
from roadstead.arrivals.models.letters import (
    LONGEST_LETTER,
    LONGEST_SUBJECT,
    LONGEST_TITLE,
    Letter,
    LetterSent,
    LetterSeries,
)
from roadstead.arrivals.models.measures import Applied, LogEntry, MeasuresLog, MeasuresReport, Receipt
from roadstead.arrivals.models.notices import LONGEST_NAME, Arrival, Received, Sending
from roadstead.arrivals.models.settled import CallReported, Settled
from roadstead.arrivals.models.verdicts import LONGEST_WORD, Change, Judged, Rejudgement, Verdict

__all__ = [
    "LONGEST_LETTER",
    "LONGEST_NAME",
    "LONGEST_SUBJECT",
    "LONGEST_TEXT",
    "LONGEST_TITLE",
    "LONGEST_WORD",
    "Applied",
    "Arrival",
    "CallReported",
    "Change",
    "Decision",
    "HandOver",
    "Judged",
    "Letter",
    "LetterSent",
    "LetterSeries",
    "LogEntry",
    "MeasuresLog",
    "MeasuresReport",
    "Message",
    "Note",
    "Receipt",
    "Received",
    "Rejudgement",
    "Sending",
    "Settled",
    "Ship",
    "Verdict",
]
