"""Several at once: a request asked for by two, a link opened twice, officers who choose and plan at one moment."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from roadstead.accounts.roles import Role
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.actions.links import ask_by_link, give_ask_link
from roadstead.hosting.actions.offering import Choice, answer_offer, offer_port
from roadstead.hosting.enums import OfferState, Origin, State
from roadstead.hosting.errors import HostingError
from roadstead.hosting.models import HostingRequest, Offer
from roadstead.hosting.queries.requests import askers_of, offers_of, requests
from roadstead.visits.enums import VisitKind
from roadstead.visits.models import Visit
from tests.apps.hosting import making
from tests.people import holder, viewer
from tests.together import Together, together

__all__ = ["together"]
pytestmark = pytest.mark.django_db(transaction=True)
WHY = "a test counts all of them"


def headquarters(name: str) -> Viewer:
    return viewer(holder(Role.HEADQUARTERS, name=name, email=f"{name.split()[0].lower()}@example.org"))


def refused(done: list[Any]) -> list[bool]:
    return sorted(isinstance(one, HostingError) for one in done)


def test_the_same_visit_asked_for_by_three_at_once_is_one_request(together: Together) -> None:
    officer, authority, embassy = making.officer(), making.authority(), making.embassy()
    asks: list[Callable[[], Any]] = [
        lambda: making.asked(authority),
        lambda: making.asked(embassy, Origin.EMBASSY, replace(making.ASK, size=9)),
        lambda: making.asked(officer, Origin.OFFICER),
    ]
    assert len({one.pk for one in together(asks)}) == 1

    def seen() -> tuple[int, int]:
        rows = requests(officer)
        return rows.count(), len(askers_of(rows.get()))

    assert together([seen]) == [(1, 3)]


def test_a_link_used_twice_at_once_asks_once(together: Together) -> None:
    officer = making.officer()
    said = {"country": "NG", "name": "Emma Embassy", "office": "Invented embassy", "email": "emma@example.org"}
    _link, secret = give_ask_link(uid=uuid4(), **said, days=30, by=officer)
    nobody = Viewer(name="Emma Embassy")
    asks = [replace(making.ASK, aims=aims) for aims in ("Invented: one.", "Invented: two.")]
    done = together([lambda ask=ask: ask_by_link(secret=secret, ask=ask, by=nobody) for ask in asks])
    assert len({one.pk for one in done}) == 1

    def seen() -> tuple[int, int]:
        rows = requests(officer)
        return rows.count(), len(askers_of(rows.get()))

    assert together([seen]) == [(1, 1)], "who came second asked for nothing, and is not noted"


def test_a_port_chosen_by_two_officers_at_once_is_chosen_once(together: Together) -> None:
    officers = [headquarters("Hana One"), headquarters("Hugo Two")]
    making.unit(officers[0])
    request = making.asked(making.authority())
    choice = Choice("USHOU", making.FIRST, making.LAST)

    def choose(by: Viewer) -> Any:
        return lambda: offer_port(request=request, uid=uuid4(), choice=choice, by=by)

    assert refused(together([choose(one) for one in officers])) == [False, True]
    assert together([lambda: len(offers_of([request])[request.pk])]) == [1]


def test_a_unit_is_not_given_two_delegations_for_the_same_days(together: Together) -> None:
    officers = [headquarters("Hana One"), headquarters("Hugo Two")]
    making.unit(officers[0])
    held = [making.asked_of(code, officers[0]) for code in ("NG", "GH")]
    choice = Choice("USHOU", making.FIRST, making.LAST)
    offers = [offer_port(request=one, uid=uuid4(), choice=choice, by=officers[0]) for one in held]

    def accept(request: HostingRequest, offer: Offer, by: Viewer) -> Any:
        said = {"state": OfferState.ACCEPTED, "answer": "Invented yes"}
        return lambda: answer_offer(request=request, offer=offer.pk, **said, by=by)

    done = together([accept(*one) for one in zip(held, offers, officers, strict=True)])
    assert refused(done) == [False, True]

    def seen() -> list[str]:
        return sorted(one.state for one in requests(officers[0]))

    assert together([seen]) == [[State.ASKED, State.MATCHED]]


def test_a_programme_begun_by_two_at_once_is_one_visit(together: Together) -> None:
    officers = [headquarters("Hana One"), headquarters("Hugo Two")]
    making.unit(officers[0])
    request = making.matched(making.asked(making.authority()), officers[0])
    done = together([lambda by=by: making.planned(request, by) for by in officers])
    assert refused(done) == [False, True]

    def seen() -> int:
        return Visit.objects.for_the_system(WHY).filter(kind=VisitKind.RECIPROCAL).count()

    assert together([seen]) == [1]
