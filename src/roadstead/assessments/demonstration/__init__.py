"""The self-assessments of the demonstration: a few in every state, all of them invented; made once."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.core.files.base import ContentFile

from roadstead.assessments.actions.answering import keep_answer
from roadstead.assessments.actions.beginning import begin
from roadstead.assessments.actions.evidence import add_evidence
from roadstead.assessments.actions.reviewing import close_validated, review_answer, send_back
from roadstead.assessments.actions.submitting import submit, withdraw
from roadstead.assessments.demonstration import closing, judging
from roadstead.assessments.demonstration.texts import OCCASION, QUESTION, SHOWS, WHY, WORDS
from roadstead.assessments.enums import Said, Standing, State
from roadstead.assessments.models import Answer, SelfAssessment
from roadstead.assessments.queries.answers import answer_of, answers_of
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance
from roadstead.registry.queries.facilities import own_facilities
from roadstead.visits.merging import Sent

COUNTRIES = ("NG", "GH", "CM")
PLAN = (State.QUESTIONED, State.SUBMITTED, State.DRAFT, State.VALIDATED, State.WITHDRAWN)
EVERY = 6  # one answer in so many has evidence


def make(*, partners: Mapping[str, Viewer], by: Viewer) -> None:
    """Make what is missing: for each of some States one of its own, and one of a facility. by: who reviews.

    Raises PermissionDenied where somebody may not do so.
    """
    for place, country in enumerate(one for one in COUNTRIES if one in partners):
        viewer = partners[country]
        for step, facility in enumerate(_subjects(viewer)):
            _make(country, facility, PLAN[(place + step * 2) % len(PLAN)], viewer, by)


def make_judged(*, partners: Mapping[str, Viewer], by: Viewer, second: Viewer | None, closer: Viewer) -> None:
    """Make what is missing of the closure room and of assessments of countries.

    second: who settles, if there is one; closer: the second who looks at evidence. Raises PermissionDenied where
    somebody may not do so.
    """
    closing.make(partners=partners, by=by, closer=closer, countries=COUNTRIES)
    if second is not None:
        judging.make(by=by, second=second, only=partners)


def _subjects(viewer: Viewer) -> Sequence[int | None]:
    first = own_facilities(viewer).order_by("number", "pk").values_list("pk", flat=True).first()
    return (None,) if first is None else (None, first)


def _make(country: str, facility: int | None, state: State, viewer: Viewer, by: Viewer) -> None:
    uid = uuid5(NAMESPACE_URL, f"invented self-assessment {country} {'facility' if facility else 'State'}")
    if SelfAssessment.objects.visible_to(by).filter(uid=uid).exists():
        return
    made = begin(uid=uid, country=country, facility=facility, occasion=OCCASION, by=viewer)
    answers = answers_of(made)
    for one in answers[: len(answers) // 2] if state == State.DRAFT else answers:
        _answer(made, one, country, viewer)
    if state == State.WITHDRAWN:
        withdraw(assessment=made, why=WHY, by=viewer)
    elif state != State.DRAFT:
        submit(assessment=made, by=viewer)
        _review(made, answers, state, by)


def _answer(made: SelfAssessment, one: Answer, country: str, viewer: Viewer) -> None:
    chance, now = Chance("self-assessment", f"{country} {one.element} {one.question}"), clock.now()
    said = chance.one_of((Said.YES, Said.YES, Said.YES, Said.PARTLY, Said.NOT_KNOWN, Said.NO))
    fields = {"said": Sent(said.value, now, 0), "words": Sent(WORDS[said], now, 0)}
    keep_answer(assessment=made, answer=one.pk, fields=fields, sent_at=now, device="invented", by=viewer)
    if one.place % EVERY == 1:
        _prove(made, one, chance.between(40, 900), viewer)


def _prove(made: SelfAssessment, one: Answer, days: int, viewer: Viewer) -> None:
    on: date = clock.today() - timedelta(days=days)
    content = f"Invented for the demonstration: a document for {one.element}, {on}.\n".encode()
    upload = ContentFile(content, name=f"invented-{one.element.lower()}.txt")
    uid = uuid5(made.uid, f"evidence {one.place}")
    add_evidence(uid=uid, assessment=made, answer=one.pk, upload=upload, dated_on=on, what=SHOWS, by=viewer)


def _review(made: SelfAssessment, answers: Sequence[Answer], state: State, by: Viewer) -> None:
    """Submitted: the first few are validated; questioned: one goes back; validated: all, and closed."""
    some = answers if state == State.VALIDATED else answers[:3]
    for place, one in enumerate(some):
        asks = state == State.QUESTIONED and place == 0
        verdict = Standing.QUESTIONED if asks else Standing.VALIDATED
        now = answer_of(made, one.pk)
        if now is not None:
            seen, words = now.revision, QUESTION if asks else ""
            review_answer(assessment=made, answer=one.pk, revision=seen, verdict=verdict, words=words, by=by)
    if state == State.QUESTIONED:
        send_back(assessment=made, by=by)
    elif state == State.VALIDATED:
        close_validated(assessment=made, by=by)
