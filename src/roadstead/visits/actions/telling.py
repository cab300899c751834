"""Words to those whom a visit concerns: none says which visit it is, since a word stays when a mark is set anew."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from roadstead.accounts import readers
from roadstead.accounts.actions.notices import notify
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.registry.queries.portfolios import answering
from roadstead.visits.enums import VisitKind
from roadstead.visits.models import OtherVisit, Visit


def tell_partners(visit: Visit, text: str, states: Collection[str] | None = None) -> None:
    """Tell those with whom a visit is shared; with `states`, those of these States alone."""
    if visit.mark != Mark.PARTNER:
        return
    said = _("The programme of your reciprocal visit changed.") if visit.kind == VisitKind.RECIPROCAL else text
    shared = set(visit.states.values_list("pk", flat=True))
    for person in readers.partners_of(shared if states is None else shared & set(states)):
        notify(person, said, f"/partner/visits/{visit.pk}/")


def tell_lead(visit: Visit, text: str, *, but: int | None) -> None:
    """Tell who leads a visit, unless that person did it."""
    for person in readers.staff_among({visit.lead_id} - {but}):
        notify(person, text, f"/desk/visits/{visit.pk}/")


def tell_officer(country: str, text: str, url: str, *, but: int | None) -> None:
    """Tell who answers for a country today, unless that person did it."""
    acting = answering([country], clock.today())[country].acting
    if acting is not None:
        for person in readers.staff_among({acting.officer} - {but}):
            notify(person, text, url)


def tell_teller(other: OtherVisit, text: str, *, but: int | None) -> None:
    """Tell who told of a visit of others, unless that person did it."""
    if other.told_by_id != but and other.told_by.is_active:
        notify(other.told_by, text, "/partner/visits/")
