"""Best practice, invented: most of it released with its host’s consent, some that waits for it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance, invented
from roadstead.visits.actions.practising import Practice, note_consent, release_practice, write_practice
from roadstead.visits.demonstration.heap import uid
from roadstead.visits.demonstration.practice_words import PRACTICES
from roadstead.visits.demonstration.visits import Made
from roadstead.visits.models import BestPractice
from roadstead.visits.observed_enums import ObservationKind

WAITING_EVERY, WITHIN_EVERY = 5, 7


def write_practices(visits: Mapping[str, Sequence[Made]], *, on: date, by: Viewer) -> None:
    """One of each, seen somewhere. visits: of each country."""
    countries = sorted(code for code, some in visits.items() if any(one.trip.made for one in some))
    for number, one in enumerate(PRACTICES if countries else ()):
        chance = Chance("practice", number)
        origin = chance.one_of(countries)
        seen = [row for made in visits[origin] for row in made.observations if row.kind == ObservationKind.STRENGTH]
        said = Practice(
            invented(one.title), f"{one.text}\n\n{invented('All of this')}", one.elements, origin, one.cargo
        )
        key = uid("practice", number)
        made = write_practice(uid=key, practice=said, observation=chance.one_of(seen) if seen else None, by=by)
        if number % WAITING_EVERY != WAITING_EVERY - 1:
            _release(made, number, countries, on - timedelta(days=chance.between(20, 900)), by)


def _release(made: BestPractice, number: int, countries: Sequence[str], day: date, by: Viewer) -> None:
    note_consent(practice=made, who=invented("The head of the Designated Authority"), on=day, by=by)
    if number % WITHIN_EVERY == 1:
        return
    mark = Mark.PUBLIC if number % 2 else Mark.PARTNER
    states = countries if mark is Mark.PARTNER else ()
    reason = "its host agreed; others have like problems"
    release_practice(practice=made, mark=mark, states=states, reason=reason, by=by, looked=True)
