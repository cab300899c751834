"""A person is forgotten: what is personal goes, what was done stays, the chain holds."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from roadstead.audit.actions.forgetting import forget_person
from roadstead.audit.models import Event
from roadstead.audit.presenters import lines
from roadstead.common.access.viewer import NeedsElevation
from tests.apps.audit.things import check, events, rename
from tests.people import almighty, elevated, holder, person, viewer

pytestmark = pytest.mark.django_db
WHY = "asked for it in writing"


def told() -> str:
    return " | ".join(one.text for one in lines(events(), almighty()))


def test_what_events_say_about_a_person_goes_wherever_it_stands() -> None:
    ana, bo = person("Ana Reyes"), person("Bo Lind")
    rename(person=bo, to="One", by=viewer(ana), nickname="Annie")  # did it
    rename(person=bo, to="Two", by=viewer(bo), nickname="The Captain", about=ana.pk)  # done by and to others
    rename(person=ana, to="Three", by=viewer(bo), nickname="Bobo")  # speaks of Bo alone
    before = [one.link() for one in events()]
    assert forget_person(person=ana, why=WHY, by=almighty()) == 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT personal FROM audit_event")
        left = str(cursor.fetchall())
    assert "Annie" not in left
    assert "Captain" not in left
    assert "Ana" not in left
    assert "Bobo" in left
    for old, new in zip(before, events(), strict=False):
        assert {**old, "personal": None} == {**new.link(), "personal": None}
    found = check()
    assert found.holds
    assert found.shed == 3
    assert "A person who was forgotten wrote One for Bo Lind ([…])" in told()


def test_a_second_time_there_is_nothing_to_do() -> None:
    ana = person()
    rename(person=ana, to="One", by=viewer(ana))
    assert forget_person(person=ana, why=WHY, by=almighty()) == 1
    count = len(events())
    assert forget_person(person=ana, why=WHY, by=almighty()) == 0
    assert len(events()) == count
    assert events()[-1].type == "audit.person_forgotten"


def test_a_number_is_not_mistaken_for_one_that_begins_alike() -> None:
    ana = person()
    for of in (1, 11, 111):
        rename(person=ana, to="x", by=almighty(), nickname=f'trap "of": {of}, said {of}', about=of)
    ana.pk = 11
    assert forget_person(person=ana, why=WHY, by=almighty()) == 1
    assert [bool(one.personal.get("nickname")) for one in events()[:3]] == [True, False, True]


def test_many_events_are_shed_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadstead.audit.actions.forgetting.AT_ONCE", 3)
    ana, bo = person(), person("Bo Lind")
    for number in range(10):
        rename(person=bo, to=str(number), by=viewer(ana if number % 3 else bo), nickname="x", about=ana.pk)
    assert forget_person(person=ana, why=WHY, by=almighty()) == 10
    assert check().holds


def test_it_takes_the_right_elevated_power_and_a_reason() -> None:
    ana, admin = person(), holder("administrator")
    with pytest.raises(PermissionDenied):
        forget_person(person=ana, why=WHY, by=viewer(holder("headquarters")))
    with pytest.raises(NeedsElevation):
        forget_person(person=ana, why=WHY, by=viewer(admin))
    with pytest.raises(ValueError, match="Say why"):
        forget_person(person=ana, why=" ", by=elevated(admin))
    with pytest.raises(ValueError, match="Nobody forgets themselves"):
        forget_person(person=admin, why=WHY, by=elevated(admin))
    rename(person=ana, to="x", by=viewer(ana))
    assert forget_person(person=ana, why=WHY, by=elevated(admin)) == 1


def test_an_event_never_had_what_was_empty() -> None:
    ana = person()
    rename(person=ana, to="One", by=viewer(ana), nickname="")
    assert "nickname" not in events()[-1].sealed
    assert "wrote One for Ana Reyes ()" in told()


def test_the_salt_goes_with_the_value() -> None:
    ana = person()
    rename(person=ana, to="One", by=viewer(ana), nickname="x")
    salts = [kept["salt"] for kept in events()[0].personal.values()]
    assert len(set(salts)) == 2
    forget_person(person=ana, why=WHY, by=almighty())
    shed = Event.objects.for_the_system("a test").get(number=1)
    assert shed.personal == {}
    assert not any(salt in str(shed.link()) for salt in salts)
