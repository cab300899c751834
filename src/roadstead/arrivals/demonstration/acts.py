"""A few invented questions to invented ships, and a watch that was handed over."""

from roadstead.arrivals.actions.asking import ask_ship
from roadstead.arrivals.actions.handing import hand_over
from roadstead.arrivals.actions.question_sending import send_question
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.enums import Attention
from roadstead.arrivals.queries.arrivals import MINE, Rows, in_zone, readable
from roadstead.arrivals.queries.handover import began, last_handover
from roadstead.arrivals.queries.questions import open_questions
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer

AGENT = "agent@example.org"
ASKED = 3  # questions
HANDED = "A quiet watch. Two agents were telephoned and call back in the morning. (Invented.)"


def make_acts(*, watch: Viewer) -> int:
    """Ask in somebody’s name, and hand a watch over, where nobody did; how many. Raises PermissionDenied; OSError."""
    rows = readable(watch).filter(in_zone(watch, MINE), zone__isnull=False, eta__gt=clock.now()).order_by("eta", "pk")
    first = rows.first()
    if first is None or last_handover(str(first.zone_id), watch) is not None:
        return 0
    made = _asked(rows.filter(attention=Attention.LOOK), watch)
    zone = str(first.zone_id)
    hand_over(zone=zone, since=began(zone, watch), happened=[], text=HANDED, last=None, by=watch)
    return made + 1


def _asked(rows: Rows, watch: Viewer) -> int:
    made = 0
    for arrival in rows[: ASKED * 4]:
        questions = open_questions(arrival)
        if made == ASKED or not questions:
            continue
        try:
            told = {"field": questions[0].path, "text": questions[0].text}
            question, secret = ask_ship(arrival=arrival, to=AGENT, by=watch, **told)
        except ArrivalError:  # it waits to be judged again, or was asked since
            continue
        made += send_question(question=question, secret=secret, by=watch)
    return made
