"""That the embassy and agencies were asked about a visit, where they have accounts, and what they answered."""

from collections.abc import Mapping
from datetime import timedelta

from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import invented
from roadstead.registry.reach import person_of
from roadstead.visits.demonstration.heap import Heap
from roadstead.visits.demonstration.visits import ASKED, Made
from roadstead.visits.enums import Reply
from roadstead.visits.models import Asking, AskingReply

WORDS = invented("Do you plan anything near these days?")
DAYS = 10  # to answer
REPLIES = (Reply.CLEAR, Reply.CLEAR, Reply.JOIN, Reply.COMBINE)


def ask(made: Made, heap: Heap, tellers: Mapping[str, Viewer]) -> None:
    """The question, and the answer of whoever has an account."""
    visit, teller = made.visit, tellers.get(made.trip.country)
    if visit.deconflicted_at is None or teller is None or made.trip.country not in ASKED:
        return
    at = visit.deconflicted_at - timedelta(days=DAYS + 2)
    days = {"first_on": visit.first_on, "last_on": visit.last_on, "answer_by": (at + timedelta(days=DAYS)).date()}
    asking = heap.add(Asking(visit=visit, words=WORDS, people=1, by=made.lead, at=at, **days))
    said = {"agency": teller.name, "answer": made.trip.chance.one_of(REPLIES)}
    heap.add(AskingReply(asking=asking, by_id=person_of(teller), at=at + timedelta(days=3), **said))
