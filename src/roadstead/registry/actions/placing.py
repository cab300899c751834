"""The writing of one assignment with the role that comes with it, and the ending of one. Others check and tell."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils.translation import gettext as _

from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.portfolios import end_country, give_country
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.portfolio_shape import PortfolioError, named, refused
from roadstead.registry.enums import AssignmentKind
from roadstead.registry.models import Assignment, Country, Post
from roadstead.registry.portfolio_events import AssignmentEnded, OfficerAssigned, OfficerCovers


@action
def place(
    *,
    country: Country,
    officer: int,
    kind: AssignmentKind,
    first: date,
    until: date | None,
    post: Post | None,
    why: str,
    by: Viewer,
) -> Assignment:
    """Write an assignment, and give the role that comes with it. Raises PermissionDenied, PortfolioError."""
    by.must(Permission.ASSIGN_OFFICERS)
    if by.user_id is None:
        raise PermissionDenied(_("An officer is assigned by a person."))
    name = named(officer)
    try:
        grant = give_country(officer=officer, country=country.pk, first=first, until=until, why=why, by=by)
        row = Assignment.objects.create(
            country=country,
            officer_id=officer,
            post=post,
            kind=kind,
            valid_from=first,
            valid_until=until,
            why=why,
            given_by_id=by.user_id,
            given_at=clock.now(),
            grant_id=grant,
        )
    except AccountsError as error:
        raise PortfolioError("officer", str(error)) from error
    except IntegrityError as error:
        raise refused(error) from error
    _tell_of(row, name, by)
    return row


@action
def cut(*, row: Assignment, until: date, why: str, by: Viewer) -> None:
    """Let an assignment end with the beginning of a day, and the covers that lean on it. Raises PermissionDenied.

    One that would not have begun by then is taken back; one that ends earlier stays as it is.
    """
    by.must(Permission.ASSIGN_OFFICERS)
    if row.valid_until is not None and row.valid_until <= until:
        unchanged()
        return
    for leaning in _leaning(row, until):
        cut(row=leaning, until=until, why=why, by=by)
    if row.grant_id is not None:
        end_country(grant=row.grant_id, until=max(until, row.valid_from), why=why, by=by)
    begun = until > row.valid_from
    said = AssignmentEnded(
        officer=row.officer_id,
        name=row.officer.name,
        kind=row.kind,
        first=row.valid_from.isoformat(),
        until=until.isoformat() if begun else "",
        why=why,
    )
    record(said, subject=row.country, by=by, about=row.officer_id)
    if begun:
        row.valid_until = until
        row.save(update_fields=["valid_until"])
    else:
        row.delete()


def _leaning(row: Assignment, until: date) -> list[Assignment]:
    """The covers for whoever is responsible by a row that would last longer than it."""
    if row.kind != AssignmentKind.RESPONSIBLE:
        return []
    covers = Assignment.objects.filter(country=row.country_id, kind=AssignmentKind.COVER)
    covers = covers.filter(valid_until__gt=until, valid_from__gte=row.valid_from)
    if row.valid_until is not None:
        covers = covers.filter(valid_from__lt=row.valid_until)
    return list(covers.select_related("country", "officer"))


def _tell_of(row: Assignment, name: str, by: Viewer) -> None:
    first, until = row.valid_from.isoformat(), row.valid_until.isoformat() if row.valid_until else ""
    said: OfficerAssigned | OfficerCovers
    if row.kind == AssignmentKind.COVER:
        said = OfficerCovers(officer=row.officer_id, name=name, first=first, until=until, why=row.why)
    else:
        post = row.post_id or ""
        said = OfficerAssigned(officer=row.officer_id, name=name, first=first, until=until, post=post, why=row.why)
    record(said, subject=row.country, by=by, about=row.officer_id)
