"""Letters that somebody may read, and those of them that are asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery

from roadstead.accounts import secrets
from roadstead.arrivals.models import Arrival, Decision, Letter, LetterSent, Verdict
from roadstead.arrivals.queries.arrivals import MINE, own_zones, readable
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer

Rows = GuardedQuerySet[Letter]
COLUMNS = {
    "number": ("year", "number"),
    "kind": ("kind",),
    "ship": ("ship",),
    "zone": ("zone",),
    "signed": ("signed_at",),
}
DRAFTS, SIGNED, ENDED = "drafts", "signed", "withdrawn"


@dataclass(frozen=True, slots=True)
class LettersAsked:
    """What is asked of a list of letters; an empty field asks nothing. zone: a name, or "mine"."""

    text: str = ""
    zone: str = ""
    kind: str = ""
    state: str = ""
    sort: str = "-signed"


def letters(viewer: Viewer) -> Rows:
    """All that somebody may read, without the paper."""
    return Letter.objects.visible_to(viewer).defer("paper", "content").select_related("written_by", "signed_by")


def of_arrival(arrival: Arrival, viewer: Viewer) -> list[Letter]:
    """The letters about an arrival that was read for a viewer, the latest first."""
    found = list(letters(viewer).filter(arrival=arrival))
    for one in found:
        one.arrival = arrival
    return found


def with_ships(rows: Iterable[Letter], viewer: Viewer) -> list[Letter]:
    """Letters with the arrivals that they are about. One query."""
    held = list(rows)
    ships = readable(viewer).in_bulk({one.arrival_id for one in held})
    for one in held:
        one.arrival = ships[one.arrival_id]
    return held


def whole(letter: Letter, viewer: Viewer) -> Letter:
    """A letter that was read for a viewer, with all that it speaks of. Two to four queries."""
    with_ships([letter], viewer)
    letter.verdict = Verdict.objects.filter(pk=letter.verdict_id).stated().get()
    if letter.decision_id:
        letter.decision = Decision.objects.filter(pk=letter.decision_id).stated().get()
    if letter.withdraws_id:
        letter.withdraws = Letter.objects.filter(pk=letter.withdraws_id).stated().defer("paper", "content").get()
    return letter


def ended_by(rows: Iterable[Letter]) -> dict[int, Letter]:
    """By the key of each letter that was withdrawn: the signed one that did. One query."""
    keys = [one.pk for one in rows]
    found = Letter.objects.filter(withdraws__in=keys, signed_at__isnull=False).stated().defer("paper", "content")
    return {one.withdraws_id: one for one in found if one.withdraws_id}


def sendings(letter: Letter) -> list[LetterSent]:
    """To whom it went, the latest first."""
    return list(LetterSent.objects.filter(letter=letter).stated().select_related("sent_by"))


def by_link(secret: str, now: datetime) -> Letter | None:
    """The letter that a link opens; None for a link that is none, or one that is too old."""
    rows = LetterSent.objects.for_the_system("a link opens its letter").filter(link=secrets.digest(secret))
    sent = rows.filter(link_until__gt=now).values_list("letter", flat=True).first()
    held = Letter.objects.for_the_system("a link opens its letter").filter(pk=sent or 0)
    return held.select_related("arrival", "signed_by", "zone").first()


def find(rows: Rows, asked: LettersAsked, viewer: Viewer) -> Rows:
    """The rows that fit, in the order asked for."""
    own = own_zones(viewer) if asked.zone == MINE else None
    if asked.zone and asked.zone != MINE:
        rows = rows.filter(zone=asked.zone)
    elif own is not None:
        rows = rows.filter(zone__in=own)
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    ended = Letter.objects.visible_to(viewer).filter(withdraws__isnull=False, signed_at__isnull=False)
    if asked.state == DRAFTS:
        rows = rows.filter(signed_at__isnull=True)
    elif asked.state in (SIGNED, ENDED):
        rows = rows.filter(signed_at__isnull=False)
        gone = Q(pk__in=ended.values("withdraws"))
        rows = rows.filter(gone) if asked.state == ENDED else rows.exclude(gone)
    for word in asked.text.split():
        numbered = Q(number=int(word)) if word.isdecimal() and len(word) <= 6 else Q(pk__in=[])
        ships = readable(viewer).filter(Q(ship__icontains=word) | Q(imo__startswith=word))
        rows = rows.filter(Q(arrival__in=ships.values("pk")) | Q(subject__icontains=word) | numbered)
    if asked.sort.removeprefix("-") == "ship":
        ship = Subquery(readable(viewer).filter(pk=OuterRef("arrival")).values("ship")[:1])
        beside: Any = rows.alias(ship=ship)
        return _ordered(beside, asked.sort)
    return _ordered(rows, asked.sort)


def _ordered(rows: Rows, sort: str) -> Rows:
    down, columns = sort.startswith("-"), [F(name) for name in COLUMNS[sort.removeprefix("-")]]
    order = [one.desc(nulls_last=True) if down else one.asc(nulls_last=True) for one in columns]
    return rows.order_by(*order, "-pk")
