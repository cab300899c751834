"""The index: kept with every write, forgotten with every person, found by every spelling."""

from contextlib import suppress

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from roadstead.accounts.actions.leaving import close_account
from roadstead.accounts.models import User
from roadstead.audit.actions import action, record, touched
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.contact_forgetting import forget_contact
from roadstead.engagement.actions.contacts import change_contact
from roadstead.engagement.models import Contact
from roadstead.registry.actions.facilities import correct_facility, write_facility
from roadstead.registry.actions.facility_names import add_name, remove_name
from roadstead.registry.enums import FacilityNameKind
from roadstead.registry.facility_events import FacilityWritten
from roadstead.registry.models import Facility
from roadstead.search.building import build, differences, is_built
from roadstead.search.models import Built, Slip, Word
from roadstead.search.slips import near
from roadstead.search.words import of_address, of_code, of_number, of_text, wanted
from tests import people
from tests.apps.engagement.people.acting import draft, facility, imported, mark, organisation, part, written
from tests.apps.search.acting import facility_said, found, keys


def test_a_facility_is_found_by_every_name_and_its_number(liaison: User) -> None:
    by = people.viewer(liaison)
    one = write_facility(country="NG", said=facility_said("Łódź Quay", number="NGAPP-0001", port_name="Apapa"), by=by)
    add_name(facility=one, name="Marina Berth", kind=FacilityNameKind.FORMER, source="a chart", by=by)
    for text in ("lodz", "quay lodz", "LÓDŹ QU", "NGAPP-0001", "ngapp0001", "ngapp 0001", "marina", "apapa", "nigeria"):
        assert keys(text, liaison, "facility") == [one.pk], text
    assert not keys("quay ghana", liaison, "facility")


def test_every_script(liaison: User) -> None:
    for name in ("Порт Восточный", "上海港国际码头", "ميناء الإسكندرية", "ท่าเรือแหลมฉบัง", "부산항", "नेहरू पत्तन"):
        one = organisation(liaison, name="Port", local_name=name)
        build(["organisation"])
        for text in (name, name.split()[-1], name[:4]):
            assert one.pk in keys(text, liaison, "organisation"), text
    assert keys("国际", liaison, "organisation")
    assert keys("แหลมฉบัง", liaison, "organisation")


@pytest.mark.parametrize("text", ["roterdam", "rotterdma", "rottredam", "rottterdam", "rutterdim", "rotterd"])
def test_a_slip_of_the_keys(text: str, liaison: User) -> None:
    one = organisation(liaison, name="Rotterdam Authority")
    build(["organisation"])
    assert one.pk in keys(text, liaison, "organisation", slips=True)
    assert keys(text, liaison, "organisation", slips=True) == [one.pk]


def test_what_is_too_far_is_another_word(liaison: User) -> None:
    organisation(liaison, name="Rotterdam Authority 0001")
    build(["organisation"])
    for text in ("amsterdam", "rat", "rotor", "0002", "autumn"):
        assert not keys(text, liaison, "organisation", slips=True), text


def test_the_best_comes_first(liaison: User) -> None:
    long = facility(liaison, "Lagos Deep Water Container Terminal", "NGAPP-0003")
    part_of = facility(liaison, "Lagoside Quay", "NGAPP-0002")
    exact = facility(liaison, "Lagos", "NGAPP-0001")
    build(["facility"])
    assert keys("lagos", liaison, "facility") == [exact.pk, long.pk, part_of.pk]
    assert found("lagos", liaison, "facility", most=1).total == 3


def test_people_by_name_address_number_and_part(liaison: User) -> None:
    said = {"name": "José Núñez", "local_name": "何塞", "emails": "j.nunez@port.example", "phones": "+234 801 234 5678"}
    one = written(liaison, **said, country="NG")
    part(one, organisation(liaison), liaison, kind="pfso")
    for text in ("nunez jose", "Núñ", "何塞", "j.nunez@port.example", "j.nunez@", "+234 801 234 5678", "8012345678"):
        assert keys(text, liaison, "person") == [one.pk], text
    assert keys("security officer nunez", liaison, "person") == [one.pk]


def test_a_restricted_person_is_not_found_by_an_address(liaison: User) -> None:
    """An address of such an entry is read on its own page, which records it."""
    one = written(liaison, name="Hidden Name", emails="hidden@port.example")
    assert keys("hidden@port.example", liaison, "person") == [one.pk]
    mark(one, Mark.RESTRICTED, liaison)
    assert keys("hidden name", liaison, "person") == [one.pk]
    assert not keys("hidden@port.example", liaison, "person")


def test_what_changes_is_found_as_it_is_now(liaison: User) -> None:
    by = people.viewer(liaison)
    one = write_facility(country="NG", said=facility_said("Old Quay"), by=by)
    correct_facility(facility=one, revision=1, said={"name": "New Berth"}, source="a letter", by=by)
    name = add_name(facility=one, name="Third Pier", kind=FacilityNameKind.ALIAS, source="a chart", by=by)
    assert keys("berth", liaison, "facility") == keys("pier", liaison, "facility") == [one.pk]
    remove_name(facility=one, name=name.pk, by=by)
    assert not keys("pier", liaison, "facility")
    assert not keys("quay", liaison, "facility")
    assert not Slip.objects.filter(word__in=("pier", "quay")).exists()
    assert not differences(["facility"])


def test_nothing_of_a_forgotten_person_is_left() -> None:
    by = people.holder("headquarters")
    one = written(by, name="Wolfgang Vergessen", emails="wolfgang@example.org", consent="refused")
    assert Slip.objects.filter(word="vergessen").exists()
    forget_contact(contact=one, why="asked for it", by=people.viewer(by))
    assert not Word.objects.filter(kind="person").exists()
    assert not Slip.objects.filter(word__in=("wolfgang", "vergessen")).exists()


def test_nothing_of_a_closed_account_is_left(db: None) -> None:
    one = people.person("Wilhelmina Gone")
    build(["officer"])
    assert Slip.objects.filter(word="wilhelmina").exists()
    close_account(person=one, why="left the service", by=people.almighty())
    assert not Word.objects.filter(kind="officer", key=str(one.pk)).exists()
    assert not Slip.objects.filter(word="wilhelmina").exists()


def test_an_import_is_indexed_with_its_rows(liaison: User) -> None:
    imported(liaison, "name,source\n" + "".join(f"Person Number{n},a file\n" for n in range(3)))
    assert found("person", liaison, "person").total == Contact.objects.for_the_system("a test").count() > 0
    assert not differences(["person"])


def test_an_action_that_fails_leaves_the_index_as_it_was(liaison: User) -> None:
    one = written(liaison, name="Stable Person")
    before = set(Word.objects.values_list("key", "word"))
    stale = draft(name="Other Person")
    with pytest.raises(ValueError, match="changed"):
        change_contact(contact=one, revision=99, draft=stale, by=people.viewer(liaison))
    assert set(Word.objects.values_list("key", "word")) == before


def test_the_command(liaison: User) -> None:
    one = facility(liaison, "Planted Quay")
    with pytest.raises(CommandError, match="differ"):
        call_command("index_search", check=True, verbosity=0)
    call_command("index_search", verbosity=0)
    assert is_built()
    call_command("index_search", check=True, verbosity=0)
    assert keys("planted", liaison, "facility") == [one.pk]
    call_command("index_search", if_needed=True, verbosity=0)
    Word.objects.filter(kind="facility").delete()
    before = set(Word.objects.values_list("pk", flat=True))
    call_command("index_search", if_needed=True, verbosity=0)
    assert keys("planted", liaison, "facility") == [one.pk]
    assert before <= set(Word.objects.values_list("pk", flat=True))  # what was not lacking was left alone
    Built.objects.update(version="0")
    call_command("index_search", if_needed=True, verbosity=0)
    assert not before & set(Word.objects.values_list("pk", flat=True))
    with pytest.raises(CommandError, match="no kind"):
        call_command("index_search", "nothing", verbosity=0)


def test_texts_as_words() -> None:
    assert of_text("St. John’s  – PORT") == ["saint", "johns", "port"]
    assert of_code("NGAPP-0001") == ["ngapp", "0001", "ngapp0001"]
    assert of_address("A.Bello@Port.example")[0] == "a.bello@port.example"
    assert of_number("+234 801") == ["234801", "34801"]
    assert [one.word for one in wanted("a")] == []
    assert wanted("ng")[0].begins is False
    assert wanted("港")[0].begins is True
    assert wanted("\0 ‮ ' \"; --") == []
    assert len(wanted("x" * 10_000 + " y" * 10_000)) <= 8
    assert near([]) == near(["0001"]) == {}


def test_an_undone_savepoint_of_an_action_is_not_indexed(liaison: User) -> None:
    one = facility(liaison, "Planted Quay")

    @action
    def try_it(*, by: Viewer) -> None:
        row = Facility.objects.for_the_system("a test").get(pk=one.pk)
        with suppress(KeyError), transaction.atomic():
            row.name = "Never Named"
            row.save(update_fields=["name"])
            raise KeyError
        add_name(facility=one, name="Alias", kind=FacilityNameKind.ALIAS, source="a chart", by=by)

    try_it(by=people.viewer(liaison))
    assert keys("alias", liaison, "facility") == [one.pk]
    assert not keys("never", liaison, "facility")


def test_an_action_that_forgets_the_index_is_seen_by_every_test(liaison: User) -> None:
    """What tests/apps/conftest.py watches for."""
    one, other = facility(liaison, "First Quay"), facility(liaison, "Second Quay", "NGAPP-0002")
    build(["facility"])

    @action
    def rename_another(*, told: bool, by: Viewer) -> None:
        Facility.objects.for_the_system("a test").filter(pk=other.pk).update(name="Third Quay")
        if told:
            touched(other)
        record(FacilityWritten(country="NG"), subject=one, by=by)

    with pytest.raises(AssertionError, match="touched"):
        rename_another(told=False, by=people.viewer(liaison))
    rename_another(told=True, by=people.viewer(liaison))
    assert keys("third", liaison, "facility") == [other.pk]
