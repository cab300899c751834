"""A portfolio passes from one officer to another, with what is open, and the new one confirms having read it."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.accounts.actions.portfolios import tell
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry import open_items
from roadstead.registry.actions import portfolio_shape as shape
from roadstead.registry.actions.placing import cut, place
from roadstead.registry.actions.portfolio_shape import PortfolioError
from roadstead.registry.enums import AssignmentKind
from roadstead.registry.models import Assignment, Country, HandOver, Post
from roadstead.registry.portfolio_events import HandedOver, HandOverRead

LONGEST_NOTE = 4_000  # characters


@action
def hand_over(
    *,
    giver: int,
    taker: int,
    countries: Collection[str],
    on: date,
    post: str = "",
    note: str = "",
    why: str,
    by: Viewer,
) -> HandOver:
    """Let several countries pass to another officer from a day on, each until its end as it was.

    post: where the new officer is stationed; "" keeps the post of each country.
    Raises PermissionDenied, PortfolioError.
    """
    by.must(Permission.ASSIGN_OFFICERS)
    if by.user_id is None:
        raise PermissionDenied(_("A portfolio is handed over by a person."))
    known, reason, name = shape.locked(countries), shape.check_why(why), shape.named(taker)
    _check(giver, taker, on, note)
    held = {code: _held(known[code], rows, giver, on) for code, rows in shape.rows_of(known).items()}
    items = open_items.open_with(sorted(known))
    station = shape.post_of(post, on)
    for code in sorted(known):
        _pass_on(held[code], taker, on, station, reason, by)
    made = HandOver.objects.create(
        giver_id=giver,
        taker_id=taker,
        countries=sorted(known),
        on=on,
        open=[asdict(item) for item in items],
        note=note.replace("\x00", "").strip(),
        by_id=by.user_id,
        at=clock.now(),
    )
    said = HandedOver(giver=giver, taker=taker, name=name, countries=sorted(known), on=on.isoformat(), open=len(items))
    record(said, subject=made, by=by, about=taker)
    words = {"countries": ", ".join(known[code].name for code in sorted(known)), "day": shape.day(on)}
    tell({taker}, _("You take over %(countries)s from %(day)s on. Read what is open.") % words, page(made))
    tell({giver}, _("From %(day)s on somebody else answers for %(countries)s.") % words, page(made))
    return made


@action
def confirm(*, hand_over: int, by: Viewer) -> None:
    """The new officer has read what was handed over. Raises PermissionDenied, HandOver.DoesNotExist."""
    held = HandOver.objects.select_for_update().get(pk=hand_over)
    if by.user_id is None or by.user_id != held.taker_id:
        raise PermissionDenied(_("Who takes a portfolio over confirms having read it, and nobody else."))
    if held.taken_at is not None:
        unchanged()
        return
    held.taken_at = clock.now()
    held.save(update_fields=["taken_at"])
    record(HandOverRead(), subject=held, by=by)


def page(made: HandOver) -> str:
    """The address of a hand-over."""
    return f"/desk/hand-overs/{made.pk}/"


def _check(giver: int, taker: int, on: date, note: str) -> None:
    if giver == taker:
        raise PortfolioError("officer", _("This is the officer who has the countries. Choose another."))
    shape.check_days(on, None, clock.today())
    if on < clock.today():
        raise PortfolioError("first", _("What was stays so: choose today or a later day."))
    if len(note) > LONGEST_NOTE:
        raise PortfolioError("note", _("Write at most %(most)s characters.") % {"most": LONGEST_NOTE})


def _held(country: Country, rows: list[Assignment], giver: int, on: date) -> Assignment:
    """The assignment that passes on. Raises PortfolioError."""
    row = shape.responsible(rows, on)
    words = {"country": country.name, "day": shape.day(on)}
    if row is None or row.officer_id != giver:
        said = _("%(country)s is not this officer’s on %(day)s. Look at the portfolio anew.")
        raise PortfolioError("country", said % words)
    if row.valid_from == on == clock.today():
        said = _("This officer answers for %(country)s since this very day. Choose tomorrow or a later day.")
        raise PortfolioError("first", said % words)
    return row


def _pass_on(row: Assignment, taker: int, on: date, post: Post | None, why: str, by: Viewer) -> None:
    kind, until = AssignmentKind.RESPONSIBLE, row.valid_until
    station = post or row.post
    cut(row=row, until=on, why=why, by=by)
    place(
        country=row.country,
        officer=taker,
        kind=kind,
        first=on,
        until=until,
        post=station,
        why=why,
        by=by,
    )
