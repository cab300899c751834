"""What an assignment may be, held before it is written: the message says where and what to do."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.db import IntegrityError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.accounts import officers
from roadstead.registry import guards
from roadstead.registry.enums import AssignmentKind
from roadstead.registry.models import Assignment, Country, Post
from roadstead.registry.models.portfolios import LONGEST_WHY

MOST_YEARS = 30  # between today and any day of an assignment


class PortfolioError(ValueError):
    """An assignment cannot be so. field: country, officer, post, first, until, why, or "" for the whole."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def locked(codes: Collection[str]) -> dict[str, Country]:
    """Countries by code, in one order and held against others who change their officers. Raises PortfolioError."""
    rows = Country.objects.select_for_update(no_key=True).filter(pk__in=codes).order_by("pk")
    found = {one.pk: one for one in rows}
    if not codes:
        raise PortfolioError("country", _("Choose at least one country."))
    if lacking := sorted(set(codes) - found.keys()):
        raise PortfolioError("country", _("There is no country %(codes)s.") % {"codes": ", ".join(lacking)})
    return found


def rows_of(codes: Collection[str]) -> dict[str, list[Assignment]]:
    """The assignments of some countries, by country, the earliest first."""
    found: dict[str, list[Assignment]] = {code: [] for code in codes}
    rows = (
        Assignment.objects.filter(country__in=codes).select_related("country", "officer", "post").order_by("valid_from")
    )
    for row in rows:
        found[row.country_id].append(row)
    return found


def named(officer: int) -> str:
    """The name of somebody who may answer for a country. Raises PortfolioError."""
    person = officers.officer(officer)
    if person is None:
        said = _("This person has no role at the desk. An administrator gives one first, under Accounts.")
        raise PortfolioError("officer", said)
    return str(person.name)


def check_days(first: date, until: date | None, today: date) -> None:
    """Raises PortfolioError for days in the wrong order, or too far away to be meant."""
    if until is not None and until <= first:
        raise PortfolioError("until", _("The last day lies before the first."))
    most = timedelta(days=366 * MOST_YEARS)
    for field, day in (("first", first), ("until", until)):
        if day is not None and abs(day - today) > most:
            raise PortfolioError(field, _("This day is more than %(years)s years away.") % {"years": MOST_YEARS})


def check_why(why: str) -> str:
    """The reason, tidied. Raises PortfolioError."""
    said = why.replace("\x00", "").strip()
    if not said:
        raise PortfolioError("why", _("Say why."))
    if len(said) > LONGEST_WHY:
        raise PortfolioError("why", _("Say why in at most %(most)s characters.") % {"most": LONGEST_WHY})
    return said


def post_of(code: str, first: date) -> Post | None:
    """The post with a code, if one is said. Raises PortfolioError for one that is not there on that day."""
    if not code:
        return None
    post = Post.objects.filter(pk=code).first()
    if post is None or post.former or (post.valid_until is not None and post.valid_until <= first):
        raise PortfolioError("post", _("There is no such post (any more). Choose another."))
    return post


def responsible(rows: Iterable[Assignment], on: date) -> Assignment | None:
    """Who of these is responsible on a day."""
    kind = AssignmentKind.RESPONSIBLE
    return next((one for one in rows if one.kind == kind and holds(one, on)), None)


def holds(row: Assignment, on: date) -> bool:
    """Whether an assignment is in force on a day."""
    return row.valid_from <= on and (row.valid_until is None or on < row.valid_until)


def refused(error: IntegrityError) -> PortfolioError:
    """What the database refused, in words for a form. Raises the error itself where it is about something else."""
    if guards.TWO in str(error):
        said = _("Somebody else has just been made responsible for these days. Look at the country anew.")
        return PortfolioError("first", said)
    if guards.NOBODY in str(error):
        return PortfolioError("first", _("On these days nobody else is responsible, so that there is nobody to cover."))
    raise error


def day(on: date) -> str:
    """A day as it stands in a message."""
    return str(date_format(on, "j F Y"))
