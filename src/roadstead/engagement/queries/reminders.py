"""What somebody is reminded of: countries without contact, promises and answers overdue, people whose entry changed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, OuterRef, Q, Subquery

from roadstead.audit.queries import done_since
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.interaction_enums import InteractionState
from roadstead.engagement.models import Contact
from roadstead.engagement.queries.contacts import readable_people
from roadstead.engagement.queries.interactions import links, readable_interactions
from roadstead.engagement.queries.picking import own_countries
from roadstead.engagement.queries.promises import Open, open_promises, open_questions
from roadstead.engagement.reminder_days import days
from roadstead.registry import queries as registry

CHANGES = ("engagement.contact_changed", "engagement.contact_retired", "engagement.contacts_merged")
CHANGES_OF_PARTS = ("engagement.position_added", "engagement.position_ended", "engagement.position_removed")


@dataclass(frozen=True, slots=True)
class Quiet:
    """A country with which there was no contact for as many days as are set. last: None where none was ever."""

    code: str
    name: str
    last: date | None
    days: int


@dataclass(frozen=True, slots=True)
class Reminders:
    """What somebody is reminded of; changed: people whose entry somebody else changed."""

    quiet: list[Quiet]
    promises: list[Open]
    questions: list[Open]
    changed: list[Contact]

    def __len__(self) -> int:
        return len(self.quiet) + len(self.promises) + len(self.questions) + len(self.changed)


def reminders_of(viewer: Viewer) -> Reminders:
    """For the countries that somebody answers for or covers today, and what they promised or are asked themselves,
    wherever; as far as it may be read; twelve queries."""
    today, countries = clock.today(), own_countries(viewer)
    late, mine = Q(due_on__lt=today), Q(officer=viewer.user_id)
    return Reminders(
        quiet(countries, viewer, today) if countries else [],
        open_promises(viewer, countries, late, mine=late & mine),
        open_questions(viewer, countries, late, mine=mine),  # what one is asked oneself is told from the first day
        changed(countries, viewer) if countries else [],
    )


def last_contacts(countries: Collection[str], viewer: Viewer) -> dict[str, date]:
    """The day of the last complete interaction with each of some countries; one query."""
    rows = readable_interactions(viewer).filter(state=InteractionState.COMPLETE, pk=OuterRef("interaction_id"))
    named = links("countries").filter(country_id__in=countries)
    days_of = named.annotate(day=Subquery(rows.order_by().values("held_on"))).filter(day__isnull=False)
    return dict(days_of.order_by().values("country_id").annotate(last=Max("day")).values_list("country_id", "last"))


def quiet(countries: Collection[str], viewer: Viewer, on: date) -> list[Quiet]:
    """Those of some countries with which there was no contact for too long, the longest first."""
    last = last_contacts(countries, viewer)
    names = dict(registry.country_rows(countries).values_list("code", "name"))
    late = {code: days().no_contact(code) for code in countries}
    found = [
        Quiet(code, name, last.get(code), late[code])
        for code, name in names.items()
        if code not in last or last[code] <= on - timedelta(days=late[code])
    ]
    return sorted(found, key=lambda one: (one.last or date.min, one.name))


def changed(countries: Collection[str], viewer: Viewer) -> list[Contact]:
    """People of some countries whose entry or part somebody else has changed lately; two queries."""
    since = clock.now() - timedelta(days=days().changed)
    told = done_since("engagement.contact", (*CHANGES, *CHANGES_OF_PARTS), since, besides=viewer.user_id)
    keys = {int(subject) for subject, data in told if data.get("fields") != ["last_contact_on"]}
    rows = readable_people(viewer).filter(pk__in=keys, country__in=countries).select_related("country")
    return list(rows.order_by("folded", "pk"))
