"""Asking for training: by a State, its embassy, an officer, a partner body or a link; the same twice is one request."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries import country_rows
from roadstead.training.actions.shape import keep, marked, must_be_body, must_be_course, person_of
from roadstead.training.actions.telling import tell_of_request
from roadstead.training.enums import OPEN_REQUESTS, Way
from roadstead.training.errors import TrainingError, text_of
from roadstead.training.models import Request, Voice
from roadstead.training.models.offerings import LONGEST_TEXT, LONGEST_TITLE, LONGEST_WHY
from roadstead.training.request_events import Asked
from roadstead.visits.queries.observed import observations

ASK = Permission.ASK_TRAINING
MOST_PEOPLE = 2_000
MAY_BE_BLANK = ("how_many", "language", "wanted_from", "wanted_until", "equipment", "observation_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSaid:
    """What is asked for. observation: the shortfall that it answers; body: the partner body that asks."""

    country: str
    course: str
    aims: str
    how_many: int | None = None
    language: str = ""
    wanted_from: date | None = None
    wanted_until: date | None = None
    equipment: str = ""
    observation: int | None = None
    body: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """The request that stands now; again: it was asked for already, and is the same."""

    request: Request
    again: bool


@action
def ask(*, uid: UUID, said: RequestSaid, shared: bool = True, by: Viewer) -> Answered:
    """Ask for a course. What is open already for the country is not doubled: it gets one voice more.

    shared: its State may read it; an officer may ask without that. The same `uid` again asks nothing more.
    Raises PermissionDenied; TrainingError.
    """
    by.must(ASK, country=said.country)
    person = person_of(by)
    inside = by.holds(Permission.READ_PROGRAMME)
    if (said.observation or said.body or not shared) and not inside:
        raise PermissionDenied(_("This is for officers of the programme."))
    if before := sent_before(uid):
        unchanged()
        return Answered(before, again=True)
    way = way_of(said, by)
    found = open_or_made(said, Mark.PARTNER if shared else Mark.PROGRAMME, person, by)
    add_voice(found, uid, said, way, by, by_id=person)
    return found


def way_of(said: RequestSaid, by: Viewer) -> Way:
    """By what way it is asked: what somebody is where they are several things, the programme first."""
    if by.holds(Permission.READ_PROGRAMME):
        return Way.BODY if said.body else Way.OFFICER
    here = {held.role for held in by.held if Permission.ASK_TRAINING in held.permissions}
    return Way.AUTHORITY if "authority" in here else Way.EMBASSY


def sent_before(uid: UUID) -> Request | None:
    """The request of a form that was sent before."""
    rows: Any = Voice.objects.for_the_system("whether this form was sent before").filter(uid=uid)
    found = rows.values_list("request", flat=True).first()
    return Request.objects.for_the_system("the same").get(pk=found) if found else None


def open_or_made(said: RequestSaid, mark: Mark, person: int, by: Viewer) -> Answered:
    """The open request for the same course of the country, locked; or a new one."""
    fields = _checked(said, by)
    # The country's row is held, so that an embassy and an officer who ask at one moment make one request.
    if country_rows([said.country]).select_for_update().first() is None:
        raise TrainingError(_("There is no such country."), "country")
    rows: Any = Request.objects.for_the_system("whether the same is asked for already")
    same = rows.filter(country=said.country, course=fields["course"], state__in=OPEN_REQUESTS, mark=mark)
    found: Request | None = same.select_for_update().first()
    if found is not None:
        _fill(found, fields)
        return Answered(found, again=True)
    now, why = clock.now(), _("A request is for the State that asks and the programme.")
    made: Request = Request.objects.create(asked_at=now, changed_at=now, **fields, **marked(mark, why, person))
    if mark == Mark.PARTNER:
        made.states.set(country_rows([said.country]))
    return Answered(made, again=False)


def add_voice(
    found: Answered, uid: UUID, said: RequestSaid, way: Way, by: Viewer, *, by_id: int | None = None, link: Any = None
) -> Voice:
    """Keep that it was asked, by what way and in what words; the officer of the country is told."""
    held, words = found.request, said.aims.strip()[:LONGEST_TEXT]
    made: Voice = Voice.objects.create(
        request=held, uid=uid, way=way, body=said.body, link=link, by_id=by_id, words=words, at=clock.now()
    )
    told = Asked(country=held.country_id, course=held.course, way=way.value, again=found.again)
    record(told, subject=held, by=by)
    text = _("Training is asked for once more by another way.") if found.again else _("A country asks for training.")
    tell_of_request(held, text, but=by_id)
    return made


def _fill(found: Request, fields: dict[str, Any]) -> None:
    """Take from who asks again what nobody has said yet; what was said stands."""
    blank = [name for name in MAY_BE_BLANK if not getattr(found, name) and fields[name]]
    for name in blank:
        setattr(found, name, fields[name])
    if blank:
        keep(found, *blank)


def _checked(said: RequestSaid, by: Viewer) -> dict[str, Any]:
    """The fields of a request. Raises TrainingError."""
    today = clock.today()
    if said.wanted_from and said.wanted_from < today:
        raise TrainingError(_("That day is past. Choose a later one, or none."), "wanted_from")
    if said.wanted_until and said.wanted_until < today:
        raise TrainingError(_("That day is past. Choose a later one."), "wanted_until")
    if said.wanted_from and said.wanted_until and said.wanted_until < said.wanted_from:
        raise TrainingError(_("The last day is not before the first."), "wanted_until")
    if said.how_many is not None and not 1 <= said.how_many <= MOST_PEOPLE:
        raise TrainingError(_("Give a number from 1 to %(most)s, or none.") % {"most": MOST_PEOPLE}, "how_many")
    if said.observation:
        seen: Any = observations(by).filter(pk=said.observation).first()
        if seen is None:
            raise TrainingError(_("There is no such observation that you may read."), "observation")
        if seen.country_id != said.country:
            raise TrainingError(_("That observation is about another country."), "observation")
    if said.body:
        must_be_body(said.body)
    return {
        "country_id": said.country,
        "course": must_be_course(said.course),
        "aims": text_of(said.aims, most=LONGEST_TEXT, field="aims", must=_("Say what it is to achieve.")),
        "how_many": said.how_many,
        "language": text_of(said.language, most=LONGEST_TITLE, field="language", line=True),
        "wanted_from": said.wanted_from,
        "wanted_until": said.wanted_until,
        "equipment": text_of(said.equipment, most=LONGEST_WHY, field="equipment"),
        "observation_id": said.observation,
    }
