"""Words to those whom training concerns: none names a delegate, nor what was asked for."""

from collections.abc import Collection
from typing import Any

from roadstead.accounts import readers
from roadstead.accounts.actions.notices import notify
from roadstead.common.access.marks import Mark
from roadstead.training.enums import NominationState
from roadstead.training.models import Nomination, Offering, Request
from roadstead.visits.actions.telling import tell_officer


def tell_delegations(offering: Offering, text: str) -> None:
    """Tell the people who nominated for an offering, once each, unless they have withdrawn everybody."""
    rows: Any = Nomination.objects.filter(offering=offering.pk).stated().exclude(state=NominationState.WITHDRAWN)
    for person in {one.nominated_by_id: one.nominated_by for one in rows.select_related("nominated_by")}.values():
        if person.is_active:
            notify(person, text, f"/partner/training/offerings/{offering.pk}/")


def tell_maker(offering: Offering, text: str) -> None:
    """Tell who offers the course."""
    if offering.made_by.is_active:
        notify(offering.made_by, text, f"/desk/training/offerings/{offering.pk}/")


def tell_nominator(nomination: Nomination, text: str) -> None:
    """Tell who nominated a delegate."""
    if nomination.nominated_by.is_active:
        notify(nomination.nominated_by, text, f"/partner/training/offerings/{nomination.offering_id}/")


def tell_invited(countries: Collection[str], offering: Offering, text: str) -> None:
    """Tell the authorities of some States of an offering that was shared with them."""
    for person in readers.partners_of(countries, among=("authority", "embassy")):
        notify(person, text, f"/partner/training/offerings/{offering.pk}/")


def tell_askers(request: Request, text: str) -> None:
    """Tell the State that asked, where it may read the request."""
    if request.mark == Mark.PARTNER:
        for person in readers.partners_of([request.country_id], among=("authority", "embassy")):
            notify(person, text, f"/partner/training/requests/{request.pk}/")


def tell_of_request(request: Request, text: str, *, but: int | None) -> None:
    """Tell the officer who answers for the country."""
    tell_officer(request.country_id, text, f"/desk/training/requests/{request.pk}/", but=but)
