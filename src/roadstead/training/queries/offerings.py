"""Offerings that somebody may read, the places that are left, and the delegates."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q

from roadstead.common import clock
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.training.catalogue import catalogue
from roadstead.training.enums import TAKES_A_PLACE, NominationState, OfferingState
from roadstead.training.models import Certificate, Nomination, Offering

MOST_WORDS = 8
COMING = "coming"  # neither held nor cancelled, and not over
ORDERS: dict[str, Any] = {
    "first": F("first_on"),
    "course": F("course"),
    "place": F("place"),
    "state": F("state"),
    "until": F("nominate_by"),
}
Rows = GuardedQuerySet[Offering]


@dataclass(frozen=True, slots=True)
class OfferingsAsked:
    """What is asked of a list; an empty field asks nothing."""

    text: str = ""
    course: str = ""
    body: str = ""
    state: str = COMING
    year: str = ""
    sort: str = "first"


def offerings(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return Offering.objects.visible_to(viewer)


def told(viewer: Viewer) -> Rows:
    """Of these, what is told outside of the programme: what is planned only, or was cancelled before, is not."""
    return offerings(viewer).exclude(state=OfferingState.PLANNED)


def find_offerings(rows: Rows, asked: OfferingsAsked) -> Rows:
    """The rows that fit, in the order asked for."""
    for word in asked.text.split()[:MOST_WORDS]:
        codes = [one.code for one in catalogue().courses.values() if word.casefold() in one.title.casefold()]
        rows = rows.filter(Q(title__icontains=word) | Q(place__icontains=word) | Q(course__in=codes))
    for name in ("course", "body"):
        if value := getattr(asked, name):
            rows = rows.filter(**{name: value})
    if asked.state == COMING:
        ended = (OfferingState.HELD, OfferingState.CANCELLED)
        rows = rows.filter(last_on__gte=clock.today()).exclude(state__in=ended)
    elif asked.state in OfferingState.values:
        rows = rows.filter(state=asked.state)
    if asked.year:
        rows = rows.filter(first_on__year=int(asked.year))
    order, down = ORDERS[asked.sort.removeprefix("-")], asked.sort.startswith("-")
    return rows.order_by(order.desc(nulls_last=True) if down else order.asc(nulls_last=True), "first_on", "pk")


def named(rows: Any) -> Any:
    """The same with the names that a page shows."""
    return rows.select_related("country", "made_by")


def counts_of(found: Iterable[Offering]) -> dict[int, dict[str, int]]:
    """How many nominations of each state some offerings have; one query. For the programme, which knows them all."""
    rows: Any = Nomination.objects.for_the_system("counts of delegates, without the delegates")
    keys = [one.pk for one in found]
    counted: dict[int, dict[str, int]] = {key: {} for key in keys}
    grouped = rows.filter(offering__in=keys).order_by().values_list("offering", "state").annotate(n=Count("pk"))
    for key, state, number in grouped if keys else ():
        counted[key][state] = number
    return counted


def places(offering: Offering, counts: dict[str, int]) -> tuple[int, int]:
    """How many places are taken, and how many are left."""
    taken = sum(counts.get(one.value, 0) for one in TAKES_A_PLACE)
    return taken, max(0, offering.seats - taken)


def nominations_of(offering: Offering, viewer: Viewer, countries: Collection[str] | None = None) -> list[Nomination]:
    """The delegates of an offering that somebody may read: those with a place, then who waits, by their order."""
    rows: Any = Nomination.objects.visible_to(viewer).filter(offering=offering.pk)
    rows = rows.filter(country__in=countries) if countries is not None else rows
    found = list(rows.select_related("country", "nominated_by").order_by("country__name", "pk"))
    rank = {state: number for number, state in enumerate(NominationState.values)}
    first = {NominationState.SELECTED: -2, NominationState.WAITING: -1}
    return sorted(found, key=lambda one: (first.get(NominationState(one.state), rank[one.state]), one.waiting or 0))


def certificates_of(found: Collection[Nomination]) -> dict[int, Certificate]:
    """The certificates of some delegates that were read for a viewer, by nomination; one query."""
    rows: Any = Certificate.objects.filter(nomination__in=[one.pk for one in found]).stated()
    return {one.nomination_id: one for one in rows} if found else {}


def nomination_of(offering: int, number: int, viewer: Viewer) -> Nomination | None:
    """One delegate of an offering, with the offering; None where it may not be read."""
    rows: Any = Nomination.objects.visible_to(viewer).filter(offering=offering, pk=number).select_related("country")
    found: Nomination | None = rows.first()
    return found


def by_code(code: str) -> tuple[Certificate, Offering, str] | None:
    """A certificate by its code, with its offering and the country of its holder: for whoever has the code."""
    rows: Any = Certificate.objects.for_the_system("who has the code of a certificate may hold it against us")
    found = rows.filter(code=code).first()
    if found is None:
        return None
    delegates: Any = Nomination.objects.for_the_system("the same")
    offering, country = delegates.values_list("offering", "country__name").get(pk=found.nomination_id)
    offered = Offering.objects.for_the_system("the same").get(pk=offering)
    return found, offered, country


def fitting(course: str, viewer: Viewer) -> list[Offering]:
    """Offerings of a course that can answer a request: those that were not cancelled, the latest first; one query."""
    rows: Any = offerings(viewer).filter(course=course).exclude(state=OfferingState.CANCELLED)
    return list(rows.order_by("-first_on", "-pk")[:100])


def attended(viewer: Viewer, *, country: str = "", until: date | None = None) -> list[tuple[str, str, date, int]]:
    """Country, course, last day and how many came, for every offering that was held; one query, without delegates."""
    rows: Any = Nomination.objects.for_the_system("how many came, without who they are")
    came = rows.filter(state__in=(NominationState.ATTENDED, NominationState.PARTLY))
    came = came.filter(offering__in=offerings(viewer).order_by().values("pk"))
    came = came.filter(country=country) if country else came
    came = came.filter(offering__last_on__lte=until) if until else came
    grouped = came.order_by().values_list("country", "offering__course", "offering__last_on")
    return list(grouped.annotate(n=Count("pk")).order_by("country", "offering__last_on", "offering__course"))


def attended_by(country: str, viewer: Viewer) -> Rows:
    """The offerings that people of a country attended, as far as somebody may read them."""
    rows: Any = Nomination.objects.for_the_system("that somebody came, without who it was").order_by()
    came = rows.filter(country=country, state__in=(NominationState.ATTENDED, NominationState.PARTLY))
    return offerings(viewer).filter(pk__in=came.values("offering"))
