"""Training for programs: the catalogue for everyone, courses with days as the marks say, never a delegate."""

from django.test import Client

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.training.actions.marking import mark_offering
from tests.apps.training import acting
from tests.people import client_of, viewer

API = "/api/v1/training"


def test_everyone_reads_the_catalogue_with_its_sources_and_its_gaps(client: Client, nigeria: User) -> None:
    told = client.get(f"{API}/courses", {"kind": "seminar", "element": "DRL"}).json()
    assert [one["code"] for one in told["items"]] == ["ips-drills"]
    assert told["items"][0]["length"] is None
    assert told["items"][0]["certifies"]["url"].startswith("https://")
    assert client.get(f"{API}/courses/ips-isps").json()["length"]["days"] == 4
    missing = client.get(f"{API}/courses/none")
    assert (missing.status_code, missing.json()["type"].endswith("#not-found")) == (404, True)
    assert client.get(f"{API}/courses", {"kind": "party"}).status_code == 422


def test_offerings_are_given_as_their_marks_say_without_delegates(
    client: Client, chief: User, nigeria: User, ghana: User
) -> None:
    planned = acting.offered(chief, title="Planned")
    mark_offering(offering=planned, mark=Mark.PUBLIC, reason="later", by=viewer(chief))
    open_to_all = acting.opened(chief, title="For everyone")
    mark_offering(offering=open_to_all, mark=Mark.PUBLIC, reason="for everyone", by=viewer(chief))
    shared = acting.opened(chief, "NG", title="For Nigeria")
    acting.nominated(nigeria, shared, "Amina Secret (invented)")

    def seen(asker: Client, **asked: str) -> set[str]:
        answer = asker.get(f"{API}/offerings", asked)
        assert answer.status_code == 200
        assert "Amina Secret" not in answer.content.decode()
        assert answer.json()["count"] == len(answer.json()["items"])
        return {one["title"] for one in answer.json()["items"]}

    assert seen(client) == seen(client_of(ghana)) == {"For everyone"}
    assert seen(client_of(nigeria)) == {"For everyone", "For Nigeria"}
    assert seen(client_of(chief)) == {"For everyone", "For Nigeria", "Planned"}
    assert seen(client_of(chief), state="planned") == {"Planned"}
    assert seen(client_of(chief), q="everyone") == {"For everyone"}
    assert client.get(f"{API}/offerings", {"year": "12"}).status_code == 422
