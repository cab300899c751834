"""Reminders as the desk and a message say them: one line each, with the page where to act."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.interaction_enums import Side
from roadstead.engagement.presenters.interactions import page_of
from roadstead.engagement.presenters.people import name_of_person
from roadstead.engagement.queries.promises import Open
from roadstead.engagement.queries.reminders import Quiet, Reminders, reminders_of


@dataclass(frozen=True, slots=True)
class Line:
    """One reminder. alarm: something is overdue."""

    sort: str
    text: str
    href: str
    alarm: bool


def reminders_shown(viewer: Viewer) -> list[Line] | None:
    """The reminders of somebody who keeps engagement, the most pressing first; None for others."""
    if viewer.user_id is None or not viewer.holds(Permission.KEEP_ENGAGEMENT):
        return None
    return lines(reminders_of(viewer))


def lines(found: Reminders) -> list[Line]:
    """Promises and answers first, then silent countries, then people who changed."""
    return [
        *(_promise(one) for one in found.promises),
        *(_question(one) for one in found.questions),
        *(_quiet(one) for one in found.quiet),
        *(
            Line(
                "changed",
                _("The entry of %(name)s was changed: see what is new.") % {"name": name_of_person(one)},
                reverse("engagement:person", args=[one.pk]),
                alarm=False,
            )
            for one in found.changed
        ),
    ]


def _promise(one: Open) -> Line:
    words = {"what": one.row.what, "day": date_format(one.row.due_on, "j F Y"), "in": _where(one)}
    ours = _("Our promise is overdue since %(day)s (%(in)s): %(what)s")
    said = ours if one.row.side == Side.OURS else _("Their promise is overdue since %(day)s (%(in)s): %(what)s")
    return Line("promise", said % words, f"{page_of(one.row.interaction_id)}#promises", alarm=True)


def _question(one: Open) -> Line:
    late = one.row.due_on is not None and one.row.due_on < clock.today()
    said = _("An answer is overdue (%(in)s): %(what)s") if late else _("You are asked (%(in)s): %(what)s")
    words = {"what": one.row.question, "in": _where(one)}
    return Line("question", said % words, f"{page_of(one.row.interaction_id)}#questions", alarm=late)


def _where(one: Open) -> str:
    return ", ".join(one.countries) or _("not of your countries")


def _quiet(one: Quiet) -> Line:
    words = {"name": one.name, "days": one.days, "day": date_format(one.last, "j F Y") if one.last else ""}
    said = _("%(name)s: no contact since %(day)s, more than %(days)s days.") if one.last else ""
    said = said or _("%(name)s: no contact is recorded.")
    return Line("quiet", said % words, f"{reverse('engagement:interaction_new')}?country={one.code}", alarm=False)
