"""A file is seen by exactly whom its record is seen by."""

import pytest

from roadstead.accounts.roles import Role
from roadstead.common.access.guarded import ViewerNotStatedError
from roadstead.common.access.viewer import PUBLIC, Viewer, as_state
from roadstead.files import presenters, queries
from roadstead.files.models import Attachment
from tests import people
from tests.apps.engagement.planting import country, plant
from tests.apps.files.conftest import attached
from tests.conftest import CountQueries

pytestmark = pytest.mark.django_db


def names(viewer: Viewer) -> set[str]:
    return {one.name for one in Attachment.objects.visible_to(viewer)}


@pytest.fixture
def files(officer) -> None:
    """One file for each mark, named after it."""
    named = people.holder(Role.WATCH, name="Wanda Watch", email="wanda@example.org")
    for mark, more in {
        "public": {},
        "programme": {},
        "partner": {"states": ["NG"]},
        "restricted": {"named": [named, officer]},
    }.items():
        attached(plant(by=officer, mark=mark, **more), officer, f"{mark}\n".encode(), f"{mark}.txt")


@pytest.mark.usefixtures("files")
def test_a_file_is_seen_where_its_record_is() -> None:
    assert names(PUBLIC) == {"public.txt"}
    assert names(people.viewer(people.holder(Role.AUTHORITY, "NG"))) == {"public.txt", "partner.txt"}
    country("GH")
    assert names(people.viewer(people.holder(Role.EMBASSY, "GH"))) == {"public.txt"}
    analyst = people.viewer(people.holder(Role.ANALYST))
    assert names(analyst) == {"public.txt", "partner.txt", "programme.txt"}
    everything = {"public.txt", "partner.txt", "programme.txt", "restricted.txt"}
    assert names(people.elevated(people.holder(Role.HEADQUARTERS))) == everything
    named = people.User.objects.get(email="wanda@example.org")
    assert names(people.viewer(named)) == everything
    assert names(as_state("NG", by=people.viewer(people.holder(Role.HEADQUARTERS, email="hq@example.org")))) == {
        "public.txt",
        "partner.txt",
    }


def test_it_follows_the_mark_at_once(record, officer) -> None:
    attached(record, officer)
    assert names(PUBLIC) == set()
    type(record).objects.for_the_system("tests").filter(pk=record.pk).update(mark="public")
    assert names(PUBLIC) == {"notes.txt"}


def test_a_record_that_is_gone_takes_its_files_out_of_sight(record, officer) -> None:
    attached(record, officer)
    Attachment.objects.for_the_system("tests").update(record="999999")
    assert names(people.almighty()) == set()


def test_a_file_of_a_kind_of_record_that_there_is_not_is_nobodys(record, officer) -> None:
    one = attached(record, officer)
    Attachment.objects.for_the_system("tests").filter(pk=one.pk).update(record_kind="nowhere.nothing", record="a-word")
    assert names(people.almighty()) == set()
    assert names(PUBLIC) == set()


def test_files_are_read_for_somebody(record, officer) -> None:
    attached(record, officer)
    with pytest.raises(ViewerNotStatedError):
        list(Attachment.objects.all())
    with pytest.raises(ViewerNotStatedError):
        Attachment.objects.count()


def test_the_list_of_a_record_is_one_query_and_only_its_own(record, officer, at_most_queries: CountQueries) -> None:
    for number in range(5):
        attached(record, officer, f"{number}\n".encode(), f"{number}.txt")
    attached(plant(by=officer), officer, b"other\n", "other.txt")
    viewer = people.viewer(officer)
    with at_most_queries(1):
        rows = presenters.rows(record, viewer)
    assert [row.name for row in rows] == ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt"]


def test_who_attached_it_is_for_the_programme(officer) -> None:
    shared = plant(by=officer, mark="partner", states=["NG"])
    attached(shared, officer)
    assert presenters.rows(shared, people.viewer(officer))[0].who == "Ana Reyes"
    assert presenters.rows(shared, people.viewer(people.holder(Role.AUTHORITY, "NG")))[0].who == ""


def test_one_file_is_found_by_the_key_of_its_record(record, officer, django_assert_num_queries) -> None:
    one, viewer = attached(record, officer), people.viewer(officer)
    with django_assert_num_queries(2):
        found = queries.attachment(one.pk, viewer)
        assert found is not None
        assert queries.record_of(found, viewer) == record
