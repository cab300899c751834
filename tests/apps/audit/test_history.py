"""The history of any record: for who may read the record, and histories."""

import pytest
from django.template import Context, Template
from django.test import Client

from roadstead.audit import queries
from roadstead.audit.presenters import IN_A_PART
from roadstead.common.access.viewer import PUBLIC, Viewer
from tests.apps.audit.test_log import touch
from tests.apps.audit.things import rename
from tests.apps.engagement.planting import plant
from tests.people import client_of, holder, person, viewer

pytestmark = pytest.mark.django_db


def test_it_has_every_event_of_the_record_and_no_other() -> None:
    officer, thing, other = holder("liaison"), plant(title="Mine"), plant(title="Other")
    touch(thing=thing, to="one", by=viewer(person("Zoe Zed")))
    touch(thing=other, to="two", by=viewer(officer))
    page = client_of(officer).get(f"/desk/history/engagement.information/{thing.pk}/").content.decode()
    assert "Zoe Zed wrote one for" in page
    assert "wrote two" not in page
    assert "History of “Mine”" in page
    assert [one.data["organisation"] for one in queries.history(thing, viewer(officer))] == ["one"]


@pytest.mark.parametrize("role", ["operator", "authority", "facility", "embassy", "agency"])
def test_who_may_not_read_histories_is_refused(role: str) -> None:
    thing = plant(mark="public")
    touch(thing=thing, to="one", by=viewer(person("Zoe Zed")))
    answer = client_of(holder(role)).get(f"/desk/history/engagement.information/{thing.pk}/")
    assert answer.status_code == 403
    assert "Zoe" not in answer.content.decode()


def test_a_withheld_record_and_none_at_all_are_told_alike() -> None:
    thing = plant(mark="restricted", title="Canary")
    touch(thing=thing, to="one", by=viewer(person("Zoe Zed")))
    client = client_of(holder("headquarters"))
    answers = [client.get(f"/desk/history/{one}/") for one in (
        f"engagement.information/{thing.pk}", "engagement.information/999999", "engagement.information/x",
        f"engagement.information/{'9' * 40}", "no.such/1", "nonsense/1", "registry.country/NG", "files.attachment/1",
    )]  # fmt: skip
    assert {one.status_code for one in answers} == {403}
    assert {one.content for one in answers if b"csrf" not in one.content} <= {answers[0].content}


def test_everybody_reads_the_history_of_the_own_account_and_of_no_other() -> None:
    agent, other = holder("operator"), person("Zoe Zed")
    rename(person=agent, to="mine", by=viewer(other))
    client = client_of(agent)
    page = client.get(f"/desk/history/accounts.user/{agent.pk}/").content.decode()
    assert "Zoe Zed wrote mine for" in page
    assert "/desk/accounts/" not in page
    assert client.get(f"/desk/history/accounts.user/{other.pk}/").status_code == 403
    assert Client().get(f"/desk/history/accounts.user/{agent.pk}/").status_code == 302
    assert client_of(holder("headquarters")).get(f"/desk/history/accounts.user/{agent.pk}/").status_code == 200


def test_a_page_of_another_app_includes_it() -> None:
    officer, thing = holder("liaison"), plant(title="Mine")
    part = Template('{% include "audit/parts/history.html" with record=thing %}')

    def rendered(who: Viewer) -> str:
        return part.render(Context({"thing": thing, "viewer": who}))

    assert "Nothing was done to this record yet" in rendered(viewer(officer))
    for number in range(IN_A_PART + 1):
        touch(thing=thing, to=f"n{number}", by=viewer(officer))
    page = rendered(viewer(officer))
    assert f"wrote n{IN_A_PART} for" in page
    assert "wrote n0 for" not in page
    assert f"/desk/history/engagement.information/{thing.pk}/" in page
    for who in (PUBLIC, viewer(holder("authority"))):
        assert rendered(who).strip() == ""
