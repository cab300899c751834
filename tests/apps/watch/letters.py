"""Letters for the tests: a ship from a listed country, what was decided of it, and a letter about it. All invented."""

from uuid import uuid4

from roadstead.arrivals.actions.letter_signing import sign_letter
from roadstead.arrivals.actions.letters import begin_letter, write_letter
from roadstead.arrivals.enums import Disposition
from roadstead.arrivals.letter_enums import LetterKind
from roadstead.arrivals.models import Arrival, Decision, Letter, Verdict
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from tests.apps.watch.notices import take

OFFICE = "For the Captain of the Port, by direction (invented)"


def caught(by: Viewer, number: int = 1) -> Arrival:
    """A ship that called in Iran, which is on the list."""
    return take(by, number, country="IR")


def decided(ship: Arrival, kind: Disposition, by: Viewer, reason: str = "An invented reason.") -> Decision:
    """A decision, as the action would leave it."""
    verdict = Verdict.objects.filter(arrival=ship).stated().latest("pk")
    return Decision.objects.create(
        arrival=ship,
        verdict=verdict,
        kind=kind,
        proposed=Disposition.EXAMINE_AT_BERTH,
        reason=reason,
        until=ship.eta if kind == Disposition.GUARDS_WAIVED else None,
        decided_by_id=by.user_id,
        decided_at=clock.now(),
    )


def begun(
    ship: Arrival, by: Viewer, kind: LetterKind = LetterKind.CONDITIONS, withdraws: Letter | None = None
) -> Letter:
    """A draft."""
    return begin_letter(uid=uuid4(), arrival=ship, kind=kind, withdraws=withdraws, by=by)


def signed(letter: Letter, by: Viewer) -> Letter:
    """The same, filled in and signed."""
    text = letter.text.replace("[how many]", "two").replace("[which access points]", "the gangway")
    text = text.replace("[place]", "the anchorage").replace("[day and hour]", "noon")
    told = {"addressee": letter.addressee, "subject": letter.subject, "text": text}
    full = write_letter(letter=letter, revision=letter.revision, by=by, **told)
    return sign_letter(letter=full, revision=full.revision, signed_as=OFFICE, by=by)
