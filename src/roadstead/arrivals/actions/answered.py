"""An answer becomes a version of the notice: the fact in its place, the arrival judged anew, nothing else touched."""

from hashlib import sha256

from django.utils.translation import gettext as _

from roadstead.arrivals.actions import rows
from roadstead.arrivals.actions.bringing import keep_applied, keep_calls
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.actions.versions import judged_anew
from roadstead.arrivals.enums import Cause, Origin
from roadstead.arrivals.intake import measured
from roadstead.arrivals.intake.answers import Answer, AnswerError, moved, written
from roadstead.arrivals.intake.given import Given
from roadstead.arrivals.intake.settled import carried
from roadstead.arrivals.models import Arrival, Message, Received
from roadstead.arrivals.queries.questions import current, version_at
from roadstead.common.access.viewer import Viewer
from roadstead.wire.errors import NoticeError
from roadstead.wire.incoming.difference import difference
from roadstead.wire.incoming.value import restore


def keep_answer(arrival: Arrival, question: Message, value: str, by: Viewer) -> int:
    """Write an answer into the notice of an arrival that is held; the number of the version, 0 where it made none.

    It makes none where the call is not in the notice any more, or nothing is new: then a person reads the words.
    Raises ArrivalError for a value that nobody can judge.
    """
    held = current(arrival)
    if not held.stored:
        return 0
    before = restore(held.stored.encode())
    asked_in = restore((version_at(question).stored or held.stored).encode())
    path = moved(question.field, asked_in, before)
    if path is None:
        return 0
    try:
        after = written(before, Answer(path, value))
        given = Given(after, carried(arrival, after))
        reported = measured.bring(given, arrival.company)
        given.ready()
    except (AnswerError, NoticeError) as error:
        raise ArrivalError(_("This answer cannot be judged. Choose another, or write it in words.")) from error
    if after == before:
        return 0
    given.changes = difference(before, after)
    given.sha256 = sha256(f"{held.sha256} {given.content}".encode()).hexdigest()
    _keep(arrival, given, by)
    keep_applied(arrival, reported)
    judged_anew(arrival, given, Cause.ANSWER)
    return arrival.number


def _keep(arrival: Arrival, given: Given, by: Viewer) -> None:
    """One more version. The voyage stays as its sender told it, so that the same notice sent again is known."""
    numbers = Received.objects.filter(arrival=arrival).stated().order_by("-number").values_list("number", flat=True)
    arrival.number = (numbers.first() or 0) + 1
    for name, value in rows.facts(given).items():
        if name != "voyage":
            setattr(arrival, name, value)
    Received.objects.filter(arrival=arrival, current=True).stated().update(current=False)
    rows.version_of(arrival, given, arrival.number, Origin.PAGE, by.user_id).save(force_insert=True)
    keep_calls(arrival, given.content, first=False)
