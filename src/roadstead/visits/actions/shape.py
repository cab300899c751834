"""What a visit is made of, checked before it is written, and how one is held while it is changed."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from roadstead.accounts import readers
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.reach import must_reach, reach_of
from roadstead.visits.enums import Purpose, VisitKind, VisitState
from roadstead.visits.models import Visit
from roadstead.visits.queries.following import earlier_visits

LONGEST_STAY = timedelta(days=90)
FIRST_YEAR, LAST_YEAR = 2004, 2100  # the programme began in 2004
SAID = ("kind", "purpose", "title", "aim", "benefit", "lead_id", "follows_id")


class VisitError(ValueError):
    """What was asked cannot be done; `field` names the field that is wrong, if it is one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class StaleVisitError(VisitError):
    """Somebody changed the visit, or one of others, first; `current` is how it stands now."""

    def __init__(self, current: Any) -> None:
        super().__init__(_("This visit was changed after you opened the page. Nothing of yours was saved yet."))
        self.current = current


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody says of a visit. lead: who leads it, None is who says so; follows: an earlier visit, by number."""

    kind: VisitKind
    purpose: Purpose = Purpose.ROUTINE
    title: str = ""
    aim: str = ""
    benefit: str = ""
    lead: int | None = None
    follows: int | None = None

    def fields(self, country: str, by: Viewer, visit: int | None = None) -> dict[str, object]:
        """The columns it fills. Raises VisitError where nobody of the programme leads it, or it follows no visit."""
        lead = self.lead or by.user_id
        if lead is None or not readers.staff_among({lead}).exists():
            raise VisitError(_("A visit is led by somebody who works at the desk now. Choose another."), "lead")
        texts = {"title": " ".join(self.title.split()), "aim": said(self.aim), "benefit": said(self.benefit)}
        earlier = earlier_visits(country, by).exclude(pk__in=[] if visit is None else [visit])
        if self.follows is not None and not earlier.filter(pk=self.follows).exists():
            raise VisitError(_("That is no visit that was made to this country. Choose another, or none."), "follows")
        return {"kind": self.kind, "purpose": self.purpose, "lead_id": lead, "follows_id": self.follows, **texts}


def said(text: str) -> str:
    """A text without space around it, with the line ends of this machine."""
    return text.replace("\r\n", "\n").strip()


def check_days(first_on: date, last_on: date) -> None:
    """Raises VisitError for days in the wrong order, a stay that is no visit, or a year before or long after ours."""
    if first_on.year < FIRST_YEAR or last_on.year > LAST_YEAR:
        words = {"first": FIRST_YEAR, "last": LAST_YEAR}
        raise VisitError(_("Choose a year from %(first)s to %(last)s.") % words, "first_on")
    if last_on < first_on:
        raise VisitError(_("A visit ends on the day on which it begins, or later."), "last_on")
    if last_on - first_on > LONGEST_STAY:
        raise VisitError(_("A visit lasts at most 90 days. Look at the year."), "last_on")


def check_why(why: str, message: str, *, longest: int = 300) -> str:
    """A reason without space around it. Raises VisitError with the message where there is none."""
    reason = " ".join(why.split())
    if not reason:
        raise VisitError(message, "why")
    if len(reason) > longest:
        raise VisitError(_("Say it in at most %(most)s characters.") % {"most": longest}, "why")
    return reason


def hold(visit: Visit, revision: int | None, by: Viewer, *, ended: bool = False) -> Visit:
    """The visit, held until the action ends. ended: also one that is over. revision None: whatever it is.

    Raises PermissionDenied; StaleVisitError; VisitError; DoesNotExist where it may not be read.
    """
    held = Visit.objects.visible_to(by).select_for_update().get(pk=visit.pk)
    by.must(Permission.PLAN_VISITS, country=held.country_id)
    must_reach(by, reach_of(held))
    if revision is not None and held.revision != revision:
        raise StaleVisitError(held)
    if not ended and VisitState(held.state).ended:
        words = {"state": VisitState(held.state).label}
        raise VisitError(_("The visit is %(state)s; what it was stays as it is. Take it up again first.") % words)
    return held


def keep(held: Visit, *fields: str) -> None:
    """Write some fields of a visit that is held, as its next revision."""
    held.revision, held.changed_at = held.revision + 1, clock.now()
    held.save(update_fields=[*fields, "revision", "changed_at"])
