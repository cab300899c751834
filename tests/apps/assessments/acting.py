"""Self-assessments for the tests, made by the very actions that the product uses."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile

from roadstead.accounts.models import User
from roadstead.assessments.actions import answering, beginning, evidence, reviewing, submitting
from roadstead.assessments.enums import Standing
from roadstead.assessments.models import Answer, Evidence, SelfAssessment
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.registry.actions.facilities import write_facility
from roadstead.registry.models import Facility
from roadstead.visits.merging import Sent
from tests.people import viewer

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def facility(number: str = "NGAPP-0001", name: str = "East Quay (invented)") -> Facility:
    """A facility of Nigeria that is shared with it; the one whose officer tests.people makes by default."""
    return write_facility(
        country=number[:2],
        said={"name": name, "number": number, "source": "a test"},
        mark=Mark.PARTNER,
        states=[number[:2]],
        people=(),
        reason="for a test",
        by=_headquarters(),
    )


def _headquarters() -> Any:
    from roadstead.accounts.roles import Role
    from tests.people import holder

    found = User.objects.filter(email="registrar@example.org").first()
    return viewer(found or holder(Role.HEADQUARTERS, name="Rae Registrar", email="registrar@example.org"))


def begun(by: User, country: str = "NG", facility: Facility | None = None, **said: Any) -> SelfAssessment:
    key = facility.pk if facility else None
    return beginning.begin(**({"uid": uuid4(), "country": country, "facility": key} | said), by=viewer(by))


def answers(one: SelfAssessment) -> list[Answer]:
    return list(Answer.objects.for_the_system("a test looks").filter(assessment=one.pk).order_by("place"))


def anew(one: Any) -> Any:
    return type(one).objects.for_the_system("a test looks").get(pk=one.pk)


def typed(
    by: User,
    one: SelfAssessment,
    answer: Answer,
    *,
    base: int = 0,
    at: datetime = NOON,
    device: str = "browser",
    **fields: str,
) -> answering.Kept:
    said: Mapping[str, Sent] = {name: Sent(value, at, base) for name, value in fields.items()}
    return answering.keep_answer(
        assessment=one, answer=answer.pk, fields=said, sent_at=at, device=device, by=viewer(by)
    )


def filled(by: User, one: SelfAssessment, said: str = "yes", words: str = "As the law says (invented).") -> None:
    """Every question answered alike."""
    for answer in answers(one):
        typed(by, one, answer, said=said, words=words)


def submitted(by: User, one: SelfAssessment) -> SelfAssessment:
    filled(by, one)
    return submitting.submit(assessment=one, by=viewer(by))


def reviewed(by: User, one: SelfAssessment, answer: Answer, verdict: str = "validated", words: str = "") -> Answer:
    held: Answer = anew(answer)
    said: dict[str, Any] = {"answer": held.pk, "revision": held.revision, "words": words}
    return reviewing.review_answer(assessment=one, verdict=Standing(verdict), by=viewer(by), **said)


def proven(
    by: User,
    one: SelfAssessment,
    answer: Answer,
    content: bytes = b"A register.\n",
    on: date | None = None,
    **said: Any,
) -> Evidence:
    upload = ContentFile(content, name=said.pop("name", "register.txt"))
    given: dict[str, Any] = {"uid": uuid4(), "answer": answer.pk, "upload": upload}
    given |= {"dated_on": on or clock.today(), "what": "Register of drills (invented)"}
    return evidence.add_evidence(assessment=one, by=viewer(by), **(given | said))
