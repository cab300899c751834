"""Cases on their pages: from opening to three signatures, by three people, each on their own screen."""

from datetime import date

import pytest
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.determinations.actions.noticing import note_changes
from roadstead.determinations.enums import CaseState, Effect, Part
from roadstead.determinations.models import Case
from roadstead.determinations.queries.cases import readable, whole
from roadstead.visits.actions.observing import Observed, change_observation
from roadstead.visits.observed_enums import ObservationKind
from tests.apps.determinations.making import BEFORE, dated, fresh, officer, opened, ready, signed
from tests.apps.visits.observed.acting import observed, visit
from tests.conftest import CountQueries
from tests.people import SIGNED_IN, client_of, holder, viewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def lea() -> User:
    return holder(Role.LIAISON, "NG", name="Lea Liaison")


def only(by: User) -> Case:
    return readable(viewer(by)).get()


def sent(client: Client, path: str, **typed: object) -> None:
    """Open a page with a form, fill it in, send it; what is hidden goes with it."""
    form = client.get(path).context["form"]
    hidden = {name: form[name].value() for name, field in form.fields.items() if field.widget.is_hidden}
    answer = client.post(path, hidden | typed)
    assert answer.status_code == 302, answer.context["form"].errors


def test_a_case_goes_through_three_peoples_hands(lea: User) -> None:
    desk = client_of(lea)
    sent(desk, "/desk/cases/new/", country="NG", effect="list", rests="visit", title="Ports of an invented case")
    page = f"/desk/cases/{only(lea).pk}/"
    for step, day in BEFORE.items():
        sent(desk, f"{page}steps/{step}/", day=day.isoformat(), told="An invented letter")
    sent(desk, f"{page}change/", title="Ports", finding="Invented words.", rests="visit", level="country")
    sent(desk, f"{page}sources/new/", title="Report", source="Elsewhere", dated="2026-01-02", text="Invented words.")
    sent(desk, f"{page}ships/uncounted/", why="No voyages in this test.")
    sent(desk, f"{page}transition/new/", recipient="Ships at sea", on="2026-07-01", told_by="The sector")
    sent(desk, f"{page}sign/proposer/", note="Ready.")
    sent(client_of(holder(Role.ANALYST, name="Rita Reviewer")), f"{page}sign/reviewer/")
    sent(client_of(holder(Role.HEADQUARTERS, name="Sam Signer")), f"{page}sign/signer/")
    assert only(lea).state == CaseState.SIGNED
    shown = desk.get(page).content.decode()
    assert all(name in shown for name in ("Lea Liaison", "Rita Reviewer", "Sam Signer", "46 USC 70110(b)(1)"))


def test_a_refused_day_stands_beside_its_field_and_is_kept(lea: User) -> None:
    by = viewer(lea)
    case = dated(opened(by), by, finding=date(2026, 1, 5))
    path = f"/desk/cases/{case.pk}/steps/state_told/"
    typed = {"revision": case.revision, "day": "2026-01-04", "told": "A letter"}
    answer = client_of(lea).post(path, typed)
    assert answer.status_code == 422
    assert "comes before" in str(answer.context["form"].errors["day"])
    assert 'value="A letter"' in answer.content.decode()


def test_who_was_slower_keeps_what_was_typed(lea: User) -> None:
    by = viewer(lea)
    case = opened(by)
    desk = client_of(lea)
    typed = {"revision": case.revision, "title": "Slower", "rests": "visit", "level": "country", "finding": "Mine"}
    dated(case, by, finding=date(2026, 1, 5))
    answer = desk.post(f"/desk/cases/{case.pk}/change/", typed)
    assert answer.status_code == 409
    assert "Mine" in answer.content.decode()
    assert (
        desk.post(f"/desk/cases/{case.pk}/change/", typed | {"revision": fresh(case, by).revision}).status_code == 302
    )


def test_the_list_is_narrowed_and_taken_away(lea: User) -> None:
    case = opened(viewer(lea))
    desk = client_of(lea)
    assert case.title in desk.get("/desk/cases/?state=live&country=ng&q=invented").content.decode()
    assert "No case fits" in desk.get("/desk/cases/?effect=delist").content.decode()
    for form in ("csv", "xlsx"):
        assert desk.get(f"/desk/cases/export.{form}").status_code == 200
    assert case.title in desk.get("/desk/cases/export.csv").content.decode()
    assert desk.get("/desk/cases/export.pdf").status_code == 404


def test_the_list_and_the_page_say_whom_a_case_waits_for_and_the_days_left(lea: User) -> None:
    by = viewer(lea)
    case = signed(ready(by), Part.PROPOSER, by)
    other = dated(opened(by, Effect.DELIST), by, finding=date(2026, 5, 1))
    desk = client_of(lea)
    told = desk.get("/desk/cases/").content.decode()
    assert "waits for a reviewer" in told
    assert "waits to be proposed" in told
    assert "0 days left" in told  # told on 10 January: on 1 June they have run
    assert "waits for a reviewer" in desk.get(f"/desk/cases/{case.pk}/").content.decode()
    history = desk.get(f"/desk/cases/{other.pk}/").content.decode()
    assert "entered “Measures found effective”" in history
    assert ": 1 May 2026" in history


def test_an_observation_is_taken_as_it_is_and_flagged_when_it_changes(lea: User) -> None:
    by = viewer(lea)
    observation, case = observed(lea, visit(lea)), opened(by)
    desk = client_of(lea)
    page = f"/desk/cases/{case.pk}/"
    assert observation.text in desk.get(f"{page}sources/observations/").content.decode()
    sent(desk, f"{page}sources/observations/{observation.pk}/")
    assert "None is left" in desk.get(f"{page}sources/observations/").content.decode()
    assert note_changes(case=case, by=by) == []
    change_observation(
        observation=observation,
        revision=observation.revision,
        observed=Observed(ObservationKind.SHORTFALL, "Something else.", "ACC"),
        by=by,
    )
    assert "says something else now" in desk.get(page).content.decode()
    assert note_changes(case=case, by=by) == [1]
    assert note_changes(case=case, by=by) == []
    assert "A source has changed" in desk.get(page).content.decode()
    assert "Something else." not in whole(fresh(case, by)).evidence[0].text


@pytest.mark.parametrize("role", [Role.AUTHORITY, Role.EMBASSY, Role.AGENCY, Role.OPERATOR, Role.FACILITY])
def test_nobody_outside_reads_a_case(role: Role) -> None:
    case = opened(officer())
    outside = client_of(holder(role))
    for path in ("/desk/cases/", f"/desk/cases/{case.pk}/", f"/desk/cases/{case.pk}/change/"):
        assert outside.get(path).status_code in (403, 404)


def test_the_page_asks_the_same_however_much_it_rests_on(lea: User, at_most_queries: CountQueries) -> None:
    by = viewer(lea)
    case = ready(by)
    desk = client_of(lea)
    with at_most_queries(SIGNED_IN + 30):
        desk.get(f"/desk/cases/{case.pk}/")
