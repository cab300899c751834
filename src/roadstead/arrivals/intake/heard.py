"""Answers that were heard before, brought into a notice that comes later and says nothing of its own there."""

from roadstead.arrivals.intake.answers import Answer, carried, kind_of, moved
from roadstead.arrivals.intake.given import Given
from roadstead.arrivals.models import Arrival
from roadstead.arrivals.queries.questions import answered, thread, version_at
from roadstead.wire.incoming.value import Incoming, restore


def bring(given: Given, arrival: Arrival, before: Incoming) -> None:
    """What was answered is not asked again. before: the version that counted until now. Digests stay the sender's."""
    answers = []
    heard_of = list(answered(arrival))
    questions = {one.pk: one for one in thread(arrival)} if heard_of else {}
    for one in heard_of:
        if one.answers_id is None:
            continue
        asked_in = version_at(questions[one.answers_id])
        path = moved(one.field, restore(asked_in.stored.encode()) if asked_in.stored else before, before)
        if path is not None:
            answers.append(Answer(path, one.value))
    incoming = carried(before, given.incoming, answers) if answers else given.incoming
    if incoming is not given.incoming:
        given.incoming = incoming
        given.__dict__.pop("findings", None)
        heard = {one.path.partition(".")[0] for one in answers if kind_of(one.path) == "port"}
        given.settle({path: port for path, port in given.ports.items() if path not in heard})
