"""Shared information for programs."""

from datetime import timedelta

from django.test import Client

from roadstead.accounts.actions.tokens import make_token
from roadstead.accounts.models import User
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from tests import people
from tests.apps.engagement.acting import events, mark, written
from tests.apps.engagement.planting import plant

API = "/api/v1/information"


def bearer(person: User, *rights: Permission) -> dict[str, str]:
    _, secret = make_token(person=person, name="for a test", permissions=rights, days=1, by=people.viewer(person))
    return {"Authorization": f"Bearer {secret}"}


def test_everyone_reads_what_is_public(client: Client) -> None:
    public, hidden = plant(mark="public", countries=["TG"]), plant()
    answer = client.get(API).json()
    assert (answer["count"], [one["id"] for one in answer["items"]]) == (1, [public.pk])
    assert "text" not in answer["items"][0]
    one = client.get(f"{API}/{public.pk}").json()
    assert one["text"] == "Some words."
    assert (one["uid"], one["countries"], one["states"]) == (str(public.uid), ["TG"], [])
    for number in (hidden.pk, hidden.pk + 1000, 2**70):
        response = client.get(f"{API}/{number}")
        assert response.status_code == 404
        assert response.json()["type"].endswith("#not-found")


def test_a_token_reads_what_its_person_and_its_rights_reach(client: Client, liaison: User) -> None:
    plant(title="Public", mark="public")
    plant(title="Shared", mark="partner", states=["NG"])
    plant(title="Shared elsewhere", mark="partner", states=["TG"])
    plant(title="Internal")
    plant(title="Restricted", mark="restricted", named=[liaison])

    def seen(*rights: Permission) -> set[str]:
        return {one["title"] for one in client.get(API, headers=bearer(liaison, *rights)).json()["items"]}

    assert seen(Permission.READ_PROGRAMME) == {"Public", "Shared", "Shared elsewhere", "Internal", "Restricted"}
    assert seen(Permission.READ_SHARED) == {"Public", "Shared"}
    assert seen(Permission.ASK_WHAT_IF) == {"Public"}


def test_reading_a_restricted_record_by_a_program_is_recorded(client: Client, liaison: User) -> None:
    record = written(liaison, mark=Mark.RESTRICTED, reason="a source")
    client.get(f"{API}/{record.pk}", headers=bearer(liaison, Permission.READ_PROGRAMME))
    (read,) = events("engagement.restricted_read", record)
    assert read.data["way"] == "api"
    assert read.token is not None


def test_pages_and_narrowing(client: Client) -> None:
    for number in range(5):
        plant(title=f"Note {number}", mark="public", changed_at=clock.now() + timedelta(hours=number))
    answer = client.get(f"{API}?limit=2&offset=1&q=note").json()
    assert (answer["count"], [one["title"] for one in answer["items"]]) == (5, ["Note 3", "Note 2"])
    assert client.get(f"{API}?limit=0").status_code == 422
    assert client.get(f"{API}?standing=never").status_code == 422
    assert client.get(f"{API}?q=%00").json()["count"] == 5


def test_only_reading(client: Client, headquarters: User) -> None:
    record = written(headquarters)
    mark(record, headquarters, Mark.PUBLIC)
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(API).status_code in (403, 405)
        assert getattr(client, method)(f"{API}/{record.pk}").status_code in (403, 405)
