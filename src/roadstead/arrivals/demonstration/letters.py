"""A few invented letters about invented ships: of each kind of decision one that was signed, and drafts that wait."""

from uuid import uuid4

from roadstead.arrivals.actions.letter_signing import sign_letter
from roadstead.arrivals.actions.letters import begin_letter, write_letter
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.letter_enums import FIRST, LetterKind
from roadstead.arrivals.letters.drafting import OPEN
from roadstead.arrivals.models import Arrival, Letter
from roadstead.arrivals.queries.arrivals import MINE, in_zone, readable
from roadstead.arrivals.queries.letters import letters
from roadstead.common.access.viewer import Viewer

OFFICE = "By direction of the Captain of the Port (invented)"
EACH = 2  # letters for each kind of decision


def make_letters(*, watch: Viewer) -> int:
    """Draft and sign them in somebody’s name, where there is none yet; how many. Raises PermissionDenied."""
    if letters(watch).exists():
        return 0
    made = 0
    for disposition, kind in FIRST.items():
        rows = readable(watch).filter(in_zone(watch, MINE), disposition=disposition, zone__isnull=False)
        for number, arrival in enumerate(rows.order_by("-eta")[:EACH]):
            made += _made(arrival, kind, watch, sign=number == 0)
    return made


def _made(arrival: Arrival, kind: LetterKind, watch: Viewer, *, sign: bool) -> int:
    try:
        letter = begin_letter(uid=uuid4(), arrival=arrival, kind=kind, by=watch)
        if sign:
            _signed(letter, watch)
    except ArrivalError:  # it waits to be judged again, or was decided otherwise since
        return 0
    return 1


def _signed(letter: Letter, watch: Viewer) -> None:
    text = OPEN.sub("(invented)", letter.text)
    told = {"addressee": letter.addressee, "subject": letter.subject, "text": text}
    written = write_letter(letter=letter, revision=letter.revision, by=watch, **told)
    sign_letter(letter=written, revision=written.revision, signed_as=OFFICE, by=watch)
