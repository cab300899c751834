"""Who answers for a country: a new responsible officer, a cover during absence, an end."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from roadstead.accounts.actions.portfolios import tell
from roadstead.audit.actions import action
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions import portfolio_shape as shape
from roadstead.registry.actions.placing import cut, place
from roadstead.registry.actions.portfolio_shape import PortfolioError
from roadstead.registry.enums import AssignmentKind
from roadstead.registry.models import Assignment

MINE = "/desk/portfolio/"


@action
def assign(
    *,
    countries: Collection[str],
    officer: int,
    first: date,
    until: date | None = None,
    post: str = "",
    why: str,
    by: Viewer,
) -> list[Assignment]:
    """Make an officer responsible for countries from a day on; the earlier one's time ends the day before.

    `until` is the first day without. What was is not changed: who was responsible on days that are over stays so.
    Raises PermissionDenied, PortfolioError.
    """
    by.must(Permission.ASSIGN_OFFICERS)
    known, reason, kind = shape.locked(countries), shape.check_why(why), AssignmentKind.RESPONSIBLE
    shape.check_days(first, until, clock.today())
    station = shape.post_of(post, first)
    made, left = [], dict[int, list[str]]()
    for code, rows in shape.rows_of(sorted(known)).items():
        country, earlier = known[code], _earlier(rows, officer, post, first)
        _check_later(country.name, rows, first, until)
        if earlier is not None:
            cut(row=earlier, until=first, why=reason, by=by)
            left.setdefault(earlier.officer_id, []).append(country.name)
        made.append(
            place(
                country=country, officer=officer, kind=kind, first=first, until=until, post=station, why=reason, by=by
            )
        )
    said = _("You are the responsible officer for %(countries)s from %(day)s on.")
    tell({officer}, said % _words([one.name for one in known.values()], first), MINE)
    for person, names in left.items():
        if person != officer:
            said = _("From %(day)s on somebody else is the responsible officer for %(countries)s.")
            tell({person}, said % _words(names, first), MINE)
    return made


@action
def cover(
    *, countries: Collection[str], officer: int, first: date, until: date, why: str, by: Viewer
) -> list[Assignment]:
    """Let an officer answer for countries while the responsible ones are away; `until` is the first day without.

    Raises PermissionDenied, PortfolioError.
    """
    by.must(Permission.ASSIGN_OFFICERS)
    known, reason = shape.locked(countries), shape.check_why(why)
    shape.check_days(first, until, clock.today())
    if until <= clock.today():
        raise PortfolioError("until", _("These days are over."))
    made = []
    for code, rows in shape.rows_of(known).items():
        _check_cover(known[code].name, rows, officer, first, until)
        kind, place_ = AssignmentKind.COVER, known[code]
        made.append(
            place(country=place_, officer=officer, kind=kind, first=first, until=until, post=None, why=reason, by=by)
        )
    said = _("You cover %(countries)s from %(day)s on.")
    tell({officer}, said % _words([one.name for one in known.values()], first), MINE)
    return made


@action
def end(*, assignment: int, until: date, why: str, by: Viewer) -> None:
    """Let an assignment end before a day, today at the earliest; one that has not begun by then is taken back.

    Raises PermissionDenied, PortfolioError, Assignment.DoesNotExist.
    """
    by.must(Permission.ASSIGN_OFFICERS)
    shape.locked([Assignment.objects.get(pk=assignment).country_id])
    row = Assignment.objects.select_related("country", "officer").get(pk=assignment)
    reason = shape.check_why(why)
    if until < clock.today():
        raise PortfolioError("until", _("Days that are over stay as they were. Choose yesterday or a later last day."))
    if row.valid_until is not None and row.valid_until <= until:
        raise PortfolioError("until", _("It ends by then already."))
    cut(row=row, until=until, why=reason, by=by)
    words = {"country": row.country.name, "day": shape.day(max(until, row.valid_from))}
    tell({row.officer_id}, _("From %(day)s on you do not answer for %(country)s any more.") % words, MINE)


def _earlier(rows: list[Assignment], officer: int, post: str, first: date) -> Assignment | None:
    """Whose time ends with a new officer's beginning. Raises PortfolioError where it cannot."""
    earlier = shape.responsible(rows, first)
    if earlier is None:
        return None
    words = {"name": earlier.officer.name, "day": shape.day(earlier.valid_from), "country": earlier.country.name}
    if earlier.officer_id == officer and (earlier.post_id or "") == post:
        said = _("%(name)s is responsible for %(country)s already, since %(day)s.") % words
        raise PortfolioError("officer", said)
    if first < clock.today():
        said = (
            _("On this day %(name)s was responsible for %(country)s. What was stays so: choose today or later.") % words
        )
        raise PortfolioError("first", said)
    if earlier.valid_from == first == clock.today():
        said = _("%(name)s is responsible for %(country)s since this very day. Choose tomorrow or later.") % words
        raise PortfolioError("first", said)
    return earlier


def _check_later(country: str, rows: list[Assignment], first: date, until: date | None) -> None:
    kind = AssignmentKind.RESPONSIBLE
    later = next((one for one in rows if one.kind == kind and one.valid_from > first), None)
    if later is not None and (until is None or until > later.valid_from):
        words = {"name": later.officer.name, "day": shape.day(later.valid_from), "country": country}
        said = _("From %(day)s on %(name)s is responsible for %(country)s. Give a last day before, or end that first.")
        raise PortfolioError("until", said % words)


def _check_cover(country: str, rows: list[Assignment], officer: int, first: date, until: date) -> None:
    """Raises PortfolioError where there is nobody to cover for, or somebody covers already."""
    held = shape.responsible(rows, first)
    if held is None or (held.valid_until is not None and held.valid_until < until):
        said = _("For %(country)s no one officer is responsible on all of these days. Choose days within one’s time.")
        raise PortfolioError("first", said % {"country": country})
    if held.officer_id == officer:
        said = _("%(name)s is the responsible officer for %(country)s, and cannot cover for oneself.")
        raise PortfolioError("officer", said % {"name": held.officer.name, "country": country})
    for one in rows:
        if one.kind == AssignmentKind.COVER and one.valid_from < until and first < (one.valid_until or until):
            said = _("%(name)s covers %(country)s on some of these days already.")
            raise PortfolioError("first", said % {"name": one.officer.name, "country": country})


def _words(names: list[str], on: date) -> dict[str, str]:
    return {"countries": ", ".join(names), "day": shape.day(on)}
