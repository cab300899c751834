"""What measures taken in a listed port take away of what is asked in the United States, for an arrival as it stands."""

import json
from datetime import date

from roadstead.advisories import queries as advisories
from roadstead.arrivals import bridge
from roadstead.arrivals.intake.measured import place_of, reports_of
from roadstead.arrivals.models import Arrival, Received
from roadstead.core.decision import Decision
from roadstead.core.notice import Notice
from roadstead.core.relief import Relief, Shown, relief
from roadstead.core.truth import YES, Truth

DOCUMENTED = {"C1": "security_level_2", "C2": "access_points_guarded", "C3": "declaration_of_security"}


def relief_of(arrival: Arrival, known_at: date) -> tuple[Notice, Decision, Relief]:
    """The notice that counts, what the judge says of it, and the relief. The arrival was read for a viewer.

    A duty that a reported log speaks of is documented by that log.
    """
    held = Received.objects.filter(arrival=arrival, current=True).stated().get()
    notice = bridge.notice_of(held.content)
    judge = advisories.judge(known_at)
    decision = judge.decide(notice)
    shown = Shown(documented=_documented(arrival, held.content))
    return notice, decision, relief(judge.snapshot, notice, decision, shown)


def _documented(arrival: Arrival, content: str) -> dict[tuple[int, str], Truth]:
    document = json.loads(content)
    found: dict[tuple[int, str], Truth] = {}
    for one in reports_of(arrival.company, arrival.imo):
        place = place_of(document, one)
        if place is not None:
            found |= {(place, code): YES for code, field in DOCUMENTED.items() if field in one.measures}
    return found
