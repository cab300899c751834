"""Words to those whom a reciprocal visit concerns."""

from typing import Any

from roadstead.accounts import readers
from roadstead.accounts.actions.notices import notify
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.registry.queries.portfolios import answering


def tell_officer(request: Any, text: str, *, but: int | None) -> None:
    """Tell who answers for the country today, unless that person did it."""
    acting = answering([request.country_id], clock.today())[request.country_id].acting
    if acting is not None:
        for person in readers.staff_among({acting.officer} - {but}):
            notify(person, text, f"/desk/hosting/{request.pk}/")


def tell_partners(request: Any, text: str) -> None:
    """Tell those of the State with which the request is shared."""
    if request.mark == Mark.PARTNER:
        for person in readers.partners_of({request.country_id}):
            notify(person, text, f"/partner/hosting/{request.pk}/")
