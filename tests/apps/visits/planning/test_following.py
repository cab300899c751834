"""The next visit starts from what the last one left open: proposed so, shown so, and put on its agenda."""

from datetime import date
from uuid import uuid4

import pytest

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.visits.actions import proposing
from roadstead.visits.actions.shape import VisitError
from roadstead.visits.models import AgendaItem, Visit
from roadstead.visits.queries.following import last_visit, left_open
from tests import people
from tests.apps.engagement.interactions import acting as dealing
from tests.apps.visits.agenda import planting
from tests.apps.visits.observed import acting as seeing
from tests.apps.visits.planning import acting
from tests.conftest import CountQueries


@pytest.fixture
def before(lea: User) -> Visit:
    """A visit that was made, with a recommendation, a shortfall and a promise that it left open."""
    visit = acting.made(lea, "NG", date(2026, 2, 28), title="Lagos, February")
    seeing.recommended(lea, visit=visit, text="Light the fence (invented)")
    seeing.observed(lea, visit, text="The gate was open (invented)")
    dealing.promised(dealing.completed(lea), lea, what="Send the drill guide (invented)")
    return visit


def test_what_is_open_is_counted_and_what_is_closed_is_not(lea: User, tom: User, before: Visit) -> None:
    found = left_open("NG", people.viewer(lea))
    assert (len(found.recommendations), len(found.shortfalls), len(found.promises)) == (1, 1, 1)
    assert len(left_open("TG", people.viewer(lea))) == 0
    assert last_visit("NG", people.viewer(lea)) == before
    assert last_visit("TG", people.viewer(lea)) is None


def test_a_proposal_asks_for_the_country_and_follows_the_last_visit_by_default(lea: User, before: Visit) -> None:
    acting.made(lea, "NG", date(2024, 2, 28), title="Lagos, long ago")
    client = people.client_of(lea)
    assert "To which country?" in client.get("/desk/visits/new/").content.decode()
    assert "You do not plan visits" in client.get("/desk/visits/new/?country=TG").content.decode()
    page = client.get("/desk/visits/new/?country=NG").content.decode()
    assert f'<option value="{before.pk}" selected' in page
    for word in ("Lagos, long ago", "Light the fence", "The gate was open", "Send the drill guide"):
        assert word in page, word
    said = {"uid": str(uuid4()), "country": "NG", "kind": "liaison", "purpose": "routine", "lead": lea.pk}
    wrong = client.post("/desk/visits/new/", said | {"country": "GH", "follows": before.pk})
    assert wrong.status_code == 422
    assert "no visit that was made to this country" in wrong.content.decode()
    assert client.post("/desk/visits/new/", said | {"follows": before.pk}).status_code == 302
    (made,) = Visit.objects.for_the_system("a test looks").filter(follows=before)
    page = client.get(f"/desk/visits/{made.pk}/").content.decode()
    for word in ("Lagos, February", "Light the fence", "The gate was open", "Send the drill guide"):
        assert word in page, word
    assert "Nothing is open" in client.get("/desk/visits/new/?country=GH").content.decode()


def test_a_visit_follows_one_that_was_made_to_the_same_country(lea: User, before: Visit) -> None:
    other, planned = acting.made(lea, "GH", date(2026, 1, 1)), acting.planned(lea)
    for wrong in (other.pk, planned.pk, 987_654):
        with pytest.raises(VisitError, match="no visit that was made"):
            acting.planned(lea, follows=wrong)
    held = acting.planned(lea, follows=before.pk)
    assert held.follows_id == before.pk
    changed = proposing.change_visit(
        visit=held, revision=held.revision, draft=acting.draft(title="Alone"), by=people.viewer(lea)
    )
    assert changed.follows_id is None


def test_what_somebody_may_not_read_is_neither_followed_nor_shown(lea: User, before: Visit) -> None:
    Visit.objects.for_the_system("a test").filter(pk=before.pk).update(mark=Mark.RESTRICTED)
    before.people.add(lea)
    ann = people.holder("liaison", "NG", name="Ann Liaison")
    assert last_visit("NG", people.viewer(ann)) is None
    assert "Lagos, February" not in people.client_of(ann).get("/desk/visits/new/?country=NG").content.decode()
    with pytest.raises(VisitError):
        acting.planned(ann, follows=before.pk)


def test_an_open_thing_is_put_on_the_agenda_once_in_words_for_the_host(lea: User, before: Visit) -> None:
    visit = acting.planned(lea, follows=before.pk)
    client, at = people.client_of(lea), f"/desk/visits/{visit.pk}/"
    open_ones = left_open("NG", people.viewer(lea))
    said, promised = open_ones.recommendations[0], open_ones.promises[0].row
    assert client.get(f"{at}carry/recommendation/{said.pk}/").status_code == 404
    assert "Begin the agenda first" in client.get(at).content.decode()
    planting.begun(visit, people.viewer(lea))
    page = client.get(f"{at}carry/recommendation/{said.pk}/").content.decode()
    assert "was not shared with it" in page
    assert page.count("Light the fence") == 1  # beside the form, not in it
    seeing.shared(lea, said, "NG")
    page = client.get(f"{at}carry/recommendation/{said.pk}/").content.decode()
    assert page.count("Light the fence") == 2
    form = {"block": "government", "purpose": "Lights of the fence", "prepare": ""}
    for _twice in range(2):
        assert client.post(f"{at}carry/recommendation/{said.pk}/", form).status_code == 302
    assert AgendaItem.objects.for_the_system("a test").filter(purpose="Lights of the fence").count() == 1
    assert "on the agenda" in client.get(at).content.decode()
    assert client.post(f"{at}carry/promise/{promised.pk}/", form | {"purpose": ""}).status_code == 422
    assert client.post(f"{at}carry/promise/{promised.pk}/", form | {"purpose": "Drills"}).status_code == 302
    for wrong in ("promise/987654", "visit/1"):
        assert client.get(f"{at}carry/{wrong}/").status_code == 404


def test_an_agreed_agenda_is_reopened_knowingly(lea: User, authority: User, before: Visit) -> None:
    visit = acting.planned(lea)
    acting.shared(visit, lea, "NG")
    planting.begun(visit, people.viewer(lea))
    planting.agreed(visit, people.viewer(lea), people.viewer(authority))
    client, said = people.client_of(lea), left_open("NG", people.viewer(lea)).shortfalls[0]
    at, form = f"/desk/visits/{visit.pk}/carry/shortfall/{said.pk}/", {"block": "ports", "purpose": "Gates"}
    assert client.post(at, form).status_code == 422
    assert client.post(at, form | {"reopen": "on"}).status_code == 302


def test_what_is_left_open_costs_the_same_however_much(lea: User, before: Visit, at_most_queries: CountQueries) -> None:
    by = people.viewer(lea)
    with at_most_queries(6) as counted:
        left_open("NG", by)
    for number in range(5):
        seeing.recommended(lea, visit=before, text=f"More {number} (invented)")
        seeing.observed(lea, before, text=f"Seen {number} (invented)")
    with at_most_queries(len(counted)):
        assert len(left_open("NG", by)) == 13
