"""What is done to the table by hand: refused by the database, and found where the guard was taken away by force."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, migrations, models, transaction
from django.db.migrations.state import ProjectState

from roadstead.audit import guards, triggers
from roadstead.audit.models import Event
from tests.apps.audit.things import check, events, rename
from tests.conftest import FrozenClock
from tests.people import almighty, person

pytestmark = pytest.mark.django_db
OTHER = "0" * 63 + "1"


@pytest.fixture(autouse=True)
def _five() -> None:
    ana = person()
    for number in range(5):
        rename(person=ana, to=f"number {number}", by=almighty(), nickname=f"nick {number}", about=41)


@pytest.fixture
def _unguarded() -> None:
    triggers.take_away(connection)


def run(statement: str, *values: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


CHANGES = [
    ("number", 77), ("at", "2001-01-01 00:00:00+00:00"), ("type", "tests.other"), ("actor", 99),
    ("subject_kind", "x"), ("subject", "x"), ("elevation", 5), ("token", 5), ("data", '{"organisation": "other"}'),
    ("sealed", "{}"), ("previous", OTHER), ("digest", OTHER),
    ("personal", '{"nickname": {"of": 1, "salt": "x", "value": "other"}}'), ("personal", "[]"), ("personal", "1"),
]  # fmt: skip


@pytest.mark.parametrize(("column", "value"), CHANGES)
def test_the_database_refuses_a_change_of_any_column(column: str, value: object) -> None:
    with pytest.raises(DatabaseError):
        run(f"UPDATE audit_event SET {column} = %s WHERE number = 3", value)
    assert check().links == 5


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit_event WHERE number = 3",
        "DELETE FROM audit_event",
        "UPDATE audit_event SET subject = 'x'",
        "INSERT INTO audit_event SELECT * FROM audit_event WHERE number = 3",
    ],
)
def test_the_database_refuses_statements_by_hand(statement: str) -> None:
    with pytest.raises(DatabaseError):
        run(statement)
    assert check().links == 5


def test_the_database_refuses_to_empty_the_table() -> None:
    if connection.vendor == "postgresql":
        with pytest.raises(DatabaseError, match=triggers.MESSAGE):
            run("TRUNCATE audit_event")
    else:  # SQLite has no such word; what empties a table there is DELETE, and REPLACE, which fires no trigger for it
        with pytest.raises(DatabaseError, match=triggers.GAP):
            run("INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event WHERE number = 3")
    assert check().links == 5


def test_the_database_refuses_an_event_that_does_not_follow() -> None:
    last = events()[-1]
    for number, previous in ((7, last.digest), (6, OTHER), (1, "0" * 64)):
        stray = Event(**{**last.link(), "at": last.at, "number": number, "previous": previous, "digest": OTHER})
        with pytest.raises(DatabaseError), transaction.atomic():
            Event.objects.bulk_create([stray])


def test_no_part_of_a_personal_field_is_taken_away_alone() -> None:
    name = events()[2].personal["nickname"]
    for left in ({"of": name["of"], "value": name["value"]}, {**name, "of": None}):
        row = events()[2]
        row.personal = {**row.personal, "nickname": left}
        with pytest.raises(DatabaseError), transaction.atomic():
            row.save(update_fields=["personal"])


@pytest.mark.usefixtures("_unguarded")
@pytest.mark.parametrize(("column", "value"), [one for one in CHANGES if one[1] not in ("[]", "1")])
def test_a_row_that_was_edited_by_force_is_named(column: str, value: object) -> None:
    run(f"UPDATE audit_event SET {column} = %s WHERE number = 3", value)
    found = check()
    assert not found.holds
    assert found.broken_at == (4 if column == "number" else 3)
    assert found.why


@pytest.mark.usefixtures("_unguarded")
def test_a_row_removed_from_the_middle_is_named() -> None:
    run("DELETE FROM audit_event WHERE number = 3")
    found = check()
    assert (found.broken_at, found.links) == (4, 2)
    assert found.why == "event 3 is missing before it"


@pytest.mark.usefixtures("_unguarded")
def test_two_rows_swapped_are_named() -> None:
    for source, target in ((2, 99), (3, 2), (99, 3)):
        run("UPDATE audit_event SET number = %s WHERE number = %s", target, source)
    found = check()
    assert found.broken_at == 2
    assert "follow" in found.why


@pytest.mark.usefixtures("_unguarded")
@pytest.mark.parametrize("field", ["value", "salt", "of"])
def test_a_personal_field_changed_by_force_is_named(field: str) -> None:
    row = events()[3]
    row.personal["nickname"][field] = 42 if field == "of" else "other"
    row.save(update_fields=["personal"])
    found = check()
    assert found.broken_at == 4
    assert "“nickname”" in found.why


def test_a_clock_that_jumps_back_is_noted_and_breaks_nothing(clock: FrozenClock) -> None:
    ana = person("Bo Lind")
    clock.moment = events()[-1].at + timedelta(days=1)
    rename(person=ana, to="tomorrow", by=almighty())
    clock.advance(-timedelta(days=30))
    rename(person=ana, to="a month ago", by=almighty())
    found = check()
    assert found.holds
    assert found.backwards == [7]
    assert [one.number for one in events()] == [1, 2, 3, 4, 5, 6, 7]


def test_the_triggers_are_there_after_all_migrations() -> None:
    assert guards.missing(connection) == []


def test_a_check_says_which_triggers_are_missing_and_a_start_lays_them() -> None:
    triggers.take_away(connection)
    (said,) = guards.check(None, ["default"])
    assert "audit_event_no_change" in said.msg
    assert "serve" in (said.hint or "")
    assert "audit_event_no_change" in guards.restore(connection)
    assert guards.check(None, ["default"]) == []
    with pytest.raises(DatabaseError):
        run("DELETE FROM audit_event")
    assert guards.restore(connection) == []


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_a_trigger_that_was_disabled_counts_as_missing() -> None:
    run("SET CONSTRAINTS ALL IMMEDIATE")  # nothing may wait for a table that is about to be altered
    run("ALTER TABLE audit_event DISABLE TRIGGER audit_event_no_change")
    assert guards.missing(connection) == ["audit_event_no_change"]


@pytest.mark.skipif("connection.vendor != 'sqlite'")
@pytest.mark.django_db(transaction=True)
def test_a_migration_that_makes_the_table_anew_is_noticed() -> None:
    before = ProjectState.from_apps(apps)
    for length in (41, 40):  # there, and back as it was
        change, after = migrations.AlterField("event", "subject", models.CharField(max_length=length)), before.clone()
        change.state_forwards("audit", after)
        with connection.schema_editor() as editor:
            change.database_forwards("audit", editor, before, after)
        assert len(guards.missing(connection)) == len(triggers.SQLITE)
        guards.restore(connection)
        before = after
    assert guards.check(None, ["default"]) == []
