"""The pattern of every write: one transaction, its event inside, nothing half done."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.audit.actions import NoEventError, action, record, unchanged
from roadstead.audit.events import EventData, event, personal
from roadstead.audit.models import Event
from roadstead.common.access.viewer import Viewer
from roadstead.search.writing import refresh
from tests.apps.audit.things import Renamed, check, do_nothing, events, rename, rename_silently
from tests.conftest import CountQueries
from tests.people import almighty, elevated, holder, person, viewer

pytestmark = pytest.mark.django_db


def test_an_action_writes_its_row_and_its_event() -> None:
    ana = person()
    rename(person=ana, to="Example Lines", by=viewer(ana))
    ana.refresh_from_db()
    (done,) = events()
    assert ana.organisation == "Example Lines"
    assert (done.number, done.type, done.actor) == (1, "tests.renamed", ana.pk)
    assert (done.subject_kind, done.subject, done.data) == (
        "accounts.user",
        str(ana.pk),
        {"organisation": "Example Lines"},
    )
    assert check().holds


def test_at_most_one_insert_for_an_action(at_most_queries: CountQueries) -> None:
    ana = person()
    by = viewer(ana)
    refresh("accounts.user", [str(ana.pk)])  # found by her name already, so that only what is new is counted
    # Savepoint and its release (the tests stand in a transaction), the write, the index of search held against the
    # record (two questions within a savepoint), the end of the chain, the insert.
    with at_most_queries(9) as asked:
        rename(person=ana, to="Example Lines", by=by)
    assert sum("INSERT" in query["sql"] for query in asked.captured_queries) == 1


def test_several_events_are_one_insert_in_their_order(at_most_queries: CountQueries) -> None:
    ana = person()

    @action
    def thrice(*, by: Viewer) -> None:
        for name in ("one", "two", "three"):
            record(Renamed(organisation=name), subject=ana, by=by)

    refresh("accounts.user", [str(ana.pk)])
    with at_most_queries(8) as asked:
        thrice(by=almighty())
    assert sum("INSERT" in query["sql"] for query in asked.captured_queries) == 1
    assert [one.data["organisation"] for one in events()] == ["one", "two", "three"]
    assert check().links == 3


def test_an_exception_after_the_write_leaves_neither_row_nor_event() -> None:
    ana = person()

    @action
    def fail(*, by: Viewer) -> None:
        rename(person=ana, to="Example Lines", by=by)
        raise RuntimeError("the machine stumbles")

    with pytest.raises(RuntimeError):
        fail(by=almighty())
    ana.refresh_from_db()
    assert ana.organisation == ""
    assert events() == []


def test_an_exception_while_events_are_written_takes_the_row_back(monkeypatch: pytest.MonkeyPatch) -> None:
    ana = person()
    monkeypatch.setattr("roadstead.core.chain.digest", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        rename(person=ana, to="Example Lines", by=almighty())
    ana.refresh_from_db()
    assert ana.organisation == ""
    assert events() == []


def test_an_action_that_says_nothing_is_undone() -> None:
    ana = person()
    with pytest.raises(NoEventError, match="rename_silently recorded no event"):
        rename_silently(person=ana, to="Example Lines", by=almighty())
    ana.refresh_from_db()
    assert ana.organisation == ""


def test_an_action_may_say_that_it_did_nothing() -> None:
    do_nothing(by=almighty())
    assert events() == []


def test_each_of_nested_actions_says_what_it_did() -> None:
    ana = person()

    @action
    def outer(*, inner: object, by: Viewer) -> None:
        record(Renamed(organisation="outer"), subject=ana, by=by)
        inner(person=ana, to="inner", by=by)  # type: ignore[operator]
        record(Renamed(organisation="after"), subject=ana, by=by)

    outer(inner=rename, by=almighty())
    assert [one.data["organisation"] for one in events()] == ["outer", "inner", "after"]
    with pytest.raises(NoEventError, match="rename_silently"):
        outer(inner=rename_silently, by=almighty())
    assert len(events()) == 3


def test_what_an_inner_action_leaves_unsaid_is_not_said_by_its_nothing_to_do() -> None:
    ana = person()

    @action
    def outer(*, by: Viewer) -> None:
        User.objects.filter(pk=ana.pk).update(organisation="changed")
        do_nothing(by=by)

    with pytest.raises(NoEventError, match="outer"):
        outer(by=almighty())


def test_an_inner_action_that_failed_leaves_no_event_behind() -> None:
    ana = person()

    @action
    def fail(*, by: Viewer) -> None:
        record(Renamed(organisation="never"), subject=ana, by=by)
        raise LookupError

    @action
    def outer(*, by: Viewer) -> None:
        try:
            fail(by=by)
        except LookupError:
            record(Renamed(organisation="otherwise"), subject=ana, by=by)

    outer(by=almighty())
    assert [one.data["organisation"] for one in events()] == ["otherwise"]


def test_a_write_that_was_undone_leaves_no_event_behind() -> None:
    ana = person()

    @action
    def tries(*, by: Viewer) -> None:
        try:
            with transaction.atomic():
                record(Renamed(organisation="undone"), subject=ana, by=by)
                User.objects.create(email=ana.email, name="twice", joined_at=ana.joined_at)
        except IntegrityError:
            unchanged()

    tries(by=almighty())
    assert events() == []


def test_events_are_recorded_inside_of_actions_only() -> None:
    with pytest.raises(NoEventError, match="outside of an action"):
        record(Renamed(organisation="x"), subject=person(), by=almighty())


def test_an_action_takes_keywords_only_and_by() -> None:
    with pytest.raises(TypeError, match="keywords only, and by"):
        action(lambda *, thing: thing)
    with pytest.raises(TypeError, match="keywords only, and by"):
        action(lambda thing, *, by: thing)


def test_who_looks_through_borrowed_eyes_writes_nothing() -> None:
    ana = person()
    with pytest.raises(PermissionDenied):
        rename(person=ana, to="x", by=replace(almighty(), preview_of=ana.pk))
    ana.refresh_from_db()
    assert ana.organisation == ""


def test_elevated_power_and_tokens_are_noted() -> None:
    chief = holder("headquarters")
    by = elevated(chief)
    rename(person=chief, to="x", by=replace(by, token_id=7))
    done = events()[-1]
    assert by.elevated is not None
    assert (done.elevation, done.token) == (by.elevated.elevation_id, 7)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1.5, "fraction"),
        ("a\0b", "NUL"),
        ("\ud83d", "half a character"),
        (2**53, "too large"),
        (["fine", {"deep": "\0"}], r"organisation\[1\].deep.*NUL"),
        ({"\0": 1}, "NUL"),
        ({1: 1}, "no text"),
        (object(), "cannot stand in an event"),
    ],
)
def test_what_an_event_cannot_hold_is_refused_before_anything_is_written(value: object, said: str) -> None:
    ana = person()

    @action
    def say(*, by: Viewer) -> None:
        record(Renamed(organisation=value), subject=ana, by=by)  # type: ignore[arg-type]

    with pytest.raises(ValueError, match=said):
        say(by=almighty())
    assert events() == []


def test_a_personal_field_is_a_sound_text() -> None:
    ana = person()
    for value in (["a list"], "\ud83d", "a\0b"):
        with pytest.raises(ValueError, match=r"Renamed\.nickname"):
            rename(person=ana, to="x", by=almighty(), nickname=value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["", "‮ right to left", "e\u0301", "\u2028", "𓀀", '"quoted" \\ back', "\x1f\t\n", "x" * 50_000]
)
def test_texts_come_back_as_they_were_on_every_database(text: str) -> None:
    rename(person=person(), to="", by=almighty(), nickname=text)
    action(lambda *, by: record(Renamed(organisation=text), subject=person("Bo Lind"), by=by))(by=almighty())
    assert events()[-1].data["organisation"] == text
    assert check().holds


def test_a_subject_is_a_record_that_was_saved() -> None:
    @action
    def say(*, by: Viewer) -> None:
        record(Renamed(organisation="x"), subject=User(), by=by)

    with pytest.raises(TypeError, match="not saved"):
        say(by=almighty())


def test_a_type_without_a_name_or_with_an_ill_formed_one_is_refused() -> None:
    class Nameless(EventData):
        pass

    @action
    def say(*, by: Viewer) -> None:
        record(Nameless(), subject=person(), by=by)

    with pytest.raises(TypeError, match="has no name"):
        say(by=almighty())
    for name in ("role given", "Accounts.given", "given", "accounts."):
        with pytest.raises(ValueError, match=r"app\.what_was_done"):
            event(name, "Given")(Nameless)
    with pytest.raises(ValueError, match="Two types"):
        event("accounts.role_granted", "Given")(Nameless)


def test_who_did_it_is_no_field_of_a_type() -> None:
    from dataclasses import dataclass

    @dataclass(frozen=True, kw_only=True)
    class Confused(EventData):
        actor: str = personal()

    with pytest.raises(ValueError, match="who did it"):
        event("tests.confused", "Confused")(Confused)


def test_the_table_has_no_foreign_keys() -> None:
    assert not [one for one in Event._meta.get_fields() if one.is_relation]
