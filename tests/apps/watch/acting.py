"""What a watch does, for other tests: a note, a question that waits, a watch that was handed over. All invented."""

from roadstead.arrivals.actions.asking import ask_ship
from roadstead.arrivals.actions.handing import hand_over
from roadstead.arrivals.actions.noting import write_note
from roadstead.arrivals.models import Arrival
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.registry.models import Zone
from tests.apps.watch.notices import ZONE


def acted(ship: Arrival, by: Viewer) -> dict[str, str]:
    """The keys of the question and of the hand-over."""
    told = {"district": "Eighth", "as_of": clock.today(), "source": "invented"}
    Zone.objects.get_or_create(name=ZONE, defaults=told)
    write_note(arrival=ship, text="A note (invented).", by=by)
    asked, _secret = ask_ship(arrival=ship, field="", text="Who signs? (invented)", to="agent@example.org", by=by)
    handed = hand_over(zone=ZONE, since=clock.now(), happened=[], text="A word (invented).", last=None, by=by)
    return {"arrival_question": str(asked.pk), "handover": str(handed.pk)}
