"""Cases about one port or one facility: on the list and off it, while the rest of the country is free."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest

from roadstead.accounts.models import User
from roadstead.advisories import pdf
from roadstead.advisories import queries as advisories
from roadstead.advisories.drafting import queries
from roadstead.advisories.drafting.actions.shape import DraftError, DraftSaid
from roadstead.advisories.subscriptions.queries.changed import changed
from roadstead.core.judge import Judge
from roadstead.core.notice import Berth, Call, Notice, Vessel
from roadstead.determinations.actions.opening import CaseDraft, change_case, open_case
from roadstead.determinations.enums import Effect, Level, Part
from tests.apps.determinations.making import BEFORE, dated, ready_for, signed
from tests.apps.drafting.making import SAID, drafted, fields, publish
from tests.apps.registry.facilities import made
from tests.conftest import FrozenClock
from tests.people import client_of, viewer

pytestmark = pytest.mark.django_db
NEXT = DraftSaid(**{**fields(SAID), "title": "Invented: off again", "number": "10-26"})
QUAY = "Invented Quay"


def decided(
    people: dict[str, User], level: Level, effect: Effect = Effect.LIST, country: str = "GH", **more: Any
) -> int:
    """A case about less than the country that three people have signed; its number."""
    by = viewer(people["officer"])
    case = open_case(uid=uuid4(), country=country, effect=effect, draft=CaseDraft(title="Part of it"), by=by)
    draft = CaseDraft(title="Part of it", finding="An invented finding.", level=level, **more)
    case = change_case(case=case, revision=case.revision, draft=draft, by=by)
    case = ready_for(case, by, BEFORE if effect is Effect.LIST else {"finding": BEFORE["finding"]})
    for part, who in zip(Part, ("officer", "analyst", "signer"), strict=True):
        case = signed(case, part, viewer(people[who]))
    return dated(case, by, decision=date(2026, 5, 1)).pk


def quay() -> int:
    made.world()
    return made.written(QUAY, "GH", port="GHTEM", number="GHTEM-9901").pk


def outcome(port: str, number: str | None = None, on: date = date(2026, 6, 20)) -> str:
    """What a call on the day before means for a ship that arrives."""
    eta = datetime(on.year, on.month, on.day, tzinfo=UTC)
    call = Call(port[:2], eta, port if len(port) > 2 else None, berths=(Berth(number),))
    return Judge(advisories.snapshot(on)).outcome(Notice(Vessel(), "USHOU", eta, (call,)))


def put(people: dict[str, User], case: int, said: DraftSaid = SAID) -> None:
    publish(drafted(people, case, said=said), viewer(people["signer"]))


def test_one_port_goes_on_the_list_and_the_rest_of_the_country_stays_off(people: dict[str, User]) -> None:
    made.world()
    draft = drafted(people, decided(people, Level.PORT, port="GHTEM"))
    shown = queries.preview(draft, viewer(people["signer"]))
    assert not shown.problem
    assert shown.difference is not None
    assert [(one.code, one.place, one.name) for one in shown.difference.added] == [
        ("GH", "GHTEM", "Ghana (only GHTEM)")
    ]
    publish(draft, viewer(people["signer"]))
    assert outcome("GHTEM") == "applies"
    assert outcome("GHTKD") == "does_not_apply"
    assert outcome("GH") == "cannot_tell"


def test_one_facility_goes_on_the_list_and_off_it_again(people: dict[str, User], clock: FrozenClock) -> None:
    key = quay()
    put(people, decided(people, Level.FACILITY, facilities={key: "excepted"}))
    assert outcome("GHTEM", "GHTEM-9901") == "applies"
    assert outcome("GHTEM", "GHTEM-0002") == "does_not_apply"
    assert outcome("GHTEM") == "cannot_tell"
    clock.set(date(2026, 9, 1))
    off = DraftSaid(**{**fields(NEXT), "issued_on": date(2026, 9, 1), "effective_on": date(2026, 9, 1)})
    put(people, decided(people, Level.FACILITY, Effect.DELIST, facilities={key: "excepted"}), off)
    assert outcome("GHTEM", "GHTEM-9901", date(2026, 9, 2)) == "does_not_apply"


def test_every_form_of_the_advisory_says_that_it_is_only_a_part(people: dict[str, User], clock: FrozenClock) -> None:
    key = quay()
    put(people, decided(people, Level.FACILITY, facilities={key: "excepted"}))
    clock.set(date(2026, 6, 20))
    reader = client_of(people["analyst"])
    forms = ("/advisory/", "/advisory.json", "/advisory.csv", "/advisory.atom", "/advisory/countries/GH/")
    for address in (*forms, "/advisory/editions/2026-06-15-psa-9-26/", "/advisory/compare/?a=2026-06-14&b=2026-06-15"):
        page = reader.get(address)
        assert page.status_code == 200, address
        assert QUAY in page.content.decode(), address
    (ghana,) = [one for one in reader.get("/advisory.json").json()["countries"] if one["code"] == "GH"]
    assert (ghana["in_part"], [one["name"] for one in ghana["places"]]) == (True, [QUAY])
    lines = changed("2026-06-15-psa-9-26")
    assert lines is not None
    assert [(one.sort, one.country, one.country_name) for one in lines.lines] == [
        ("added", "GH", f"Ghana (only {QUAY})")
    ]
    assert f"Ghana (only {QUAY}) (GH)" in str(pdf.content(advisories.advisory(date(2026, 6, 20), date(2026, 6, 20))))


def test_a_place_of_a_country_that_is_listed_as_a_whole_is_refused_in_words(people: dict[str, User]) -> None:
    made.world()
    draft = drafted(people, decided(people, Level.PORT, country="NG", port="NGAPP"))
    problem = queries.preview(draft, viewer(people["signer"])).problem
    assert "NG is listed as a whole" in problem


def test_a_case_about_a_facility_names_one(people: dict[str, User]) -> None:
    with pytest.raises(DraftError, match="names none"):
        drafted(people, decided(people, Level.FACILITY))
