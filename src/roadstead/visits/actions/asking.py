"""Asking the embassy and agencies to join, combine or avoid the days of a visit; and their answers."""

from datetime import date

from django.utils.translation import gettext as _

from roadstead.accounts import readers
from roadstead.accounts.actions.notices import notify
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.reach import person_of
from roadstead.visits.actions.shape import VisitError, hold, keep
from roadstead.visits.actions.telling import tell_lead
from roadstead.visits.asking_events import AskingAnswered, OthersAsked
from roadstead.visits.enums import Reply, VisitState
from roadstead.visits.models import Asking, AskingReply, Visit
from roadstead.visits.models.asking import LONGEST_AGENCY
from roadstead.visits.models.visits import LONGEST_WHY
from roadstead.visits.queries.asking import BEFORE, asked_of


@action
def ask_others(*, visit: Visit, revision: int, answer_by: date, words: str, by: Viewer) -> Asking:
    """Ask whoever tells of visits to the country about the days of a planned visit; each is told. Asked twice is once.

    Raises PermissionDenied; VisitError; StaleVisitError; DoesNotExist where it may not be read.
    """
    if before := _sent_before(visit, answer_by, words, by):
        unchanged()
        return before
    held = hold(visit, revision, by)
    if held.state != VisitState.PLANNED or held.first_on is None or held.last_on is None:
        raise VisitError(_("The embassy and agencies are asked about a planned visit, before notice is given."))
    if held.mark != Mark.PARTNER or not held.states.filter(pk=held.country_id).exists():
        raise VisitError(_("They do not see the visit yet. Share it with the State first, under “Who may see it”."))
    if not clock.today() <= answer_by <= held.first_on:
        raise VisitError(_("Choose a day from today on, and not after the visit begins."), "answer_by")
    if asked_of(held) is not None:
        raise VisitError(_("They were asked about these days already."))
    people = list(readers.tellers_of({held.country_id}))
    if not people:
        raise VisitError(_("Nobody of an embassy or agency has an account for this country. Say so in the next step."))
    days = {"first_on": held.first_on, "last_on": held.last_on}
    said = " ".join(words.split())[:LONGEST_WHY]
    made: Asking = Asking.objects.create(
        visit=held, **days, answer_by=answer_by, words=said, people=len(people), by_id=person_of(by), at=clock.now()
    )
    keep(held)
    told = f"{held.first_on.isoformat()}/{held.last_on.isoformat()}"
    record(OthersAsked(days=told, until=answer_by.isoformat(), people=len(people)), subject=held, by=by)
    for one in people:
        text = _("You are asked about a planned visit: join, combine, other days, or nothing of yours then?")
        notify(one, text, f"/partner/visits/{held.pk}/")
    return made


@action
def reply_asking(*, visit: Visit, agency: str, answer: Reply, why: str, by: Viewer) -> AskingReply:
    """Answer for an embassy or agency what it was asked about a visit; answered again, the latest holds.

    Raises PermissionDenied; VisitError; DoesNotExist where it may not be read.
    """
    held = Visit.objects.visible_to(by).select_for_update().get(pk=visit.pk)
    by.must(Permission.TELL_VISITS, country=held.country_id)
    asked = asked_of(held)
    if asked is None:
        raise VisitError(_("The visit has other days now, or nobody asks any more. You will be asked anew."))
    if VisitState(held.state) not in BEFORE:
        raise VisitError(_("The visit is %(state)s; answers are not taken any more.") % {"state": _word(held)})
    said = {"agency": " ".join(agency.split()), "answer": answer, "why": " ".join(why.split())}
    if not said["agency"] or len(said["agency"]) > LONGEST_AGENCY:
        raise VisitError(
            _("Say for whom you answer, in at most %(most)s characters.") % {"most": LONGEST_AGENCY}, "agency"
        )
    if answer == Reply.AVOID and not said["why"]:
        raise VisitError(_("Say which days would be better, or why these are not good."), "why")
    if len(said["why"]) > LONGEST_WHY:
        raise VisitError(_("Say it in at most %(most)s characters.") % {"most": LONGEST_WHY}, "why")
    before = next((one for one in asked.replies if one.by_id == by.user_id), None)
    if before is not None and all(getattr(before, name) == value for name, value in said.items()):
        unchanged()
        return before
    rows = AskingReply.objects.filter(asking=asked.asking).stated()
    fields = said | {"at": clock.now()}
    made: AskingReply = rows.update_or_create(asking=asked.asking, by_id=person_of(by), defaults=fields)[0]
    record(AskingAnswered(agency=said["agency"], answer=answer.value, why=said["why"]), subject=held, by=by)
    tell_lead(held, _("An embassy or agency answered about a visit of yours."), but=by.user_id)
    return made


def void_asking(held: Visit) -> None:
    """What was asked about other days is void; inside of an action."""
    Asking.objects.filter(visit=held, void_at__isnull=True).stated().update(void_at=clock.now())


def _sent_before(visit: Visit, answer_by: date, words: str, by: Viewer) -> Asking | None:
    """The same form again: what it asked for holds."""
    held = Visit.objects.visible_to(by).filter(pk=visit.pk).first()
    asked = asked_of(held) if held is not None and by.may(Permission.PLAN_VISITS, country=held.country_id) else None
    if asked is None or asked.asking.by_id != by.user_id:
        return None
    same = (asked.asking.answer_by, asked.asking.words) == (answer_by, " ".join(words.split())[:LONGEST_WHY])
    return asked.asking if same else None


def _word(held: Visit) -> str:
    return str(VisitState(held.state).label)
