"""Writing information, changing it, withdrawing it."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import PUBLIC, system
from roadstead.engagement.actions.releasing import withdraw_information
from roadstead.engagement.actions.shape import InformationError, StaleError
from roadstead.engagement.actions.writing import change_information, write_information
from roadstead.engagement.models import Information
from roadstead.registry.reach import MarkError
from tests import people
from tests.apps.engagement.acting import anew, content, events, mark, readers, shared, written


def test_what_is_written_is_kept_whole(analyst: User) -> None:
    record = written(analyst, title="  Two \n words ", text="One.\r\n\r\nTwo.\n", countries=["NG"], valid_until=None)
    assert (record.title, record.text) == ("Two words", "One.\n\nTwo.")
    assert (record.revision, record.mark, record.written_by) == (1, Mark.PROGRAMME, analyst)
    assert [one.pk for one in record.countries.all()] == ["NG"]
    assert events("engagement.information_written", record)[0].data == {"kind": "note"}


def test_the_same_form_sent_twice_writes_once(analyst: User) -> None:
    uid, by = uuid4(), people.viewer(analyst)
    first = write_information(uid=uid, content=content(), by=by)
    again = write_information(uid=uid, content=content(title="Another"), by=by)
    assert again == first
    assert anew(first).title == "A note"
    assert len(events("engagement.information_written")) == 1


def test_a_form_is_nobody_elses(analyst: User, liaison: User) -> None:
    uid = uuid4()
    write_information(uid=uid, content=content(), by=people.viewer(analyst))
    with pytest.raises(InformationError, match="sent before"):
        write_information(uid=uid, content=content(), by=people.viewer(liaison))


def test_a_form_sent_again_does_not_show_what_its_writer_may_no_longer_read(liaison: User, headquarters: User) -> None:
    uid, by = uuid4(), people.viewer(liaison)
    record = write_information(uid=uid, content=content(), by=by)
    mark(record, headquarters, Mark.RESTRICTED)
    with pytest.raises(InformationError, match="sent before"):
        write_information(uid=uid, content=content(), by=by)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("title", {"title": "  "}),
        ("title", {"title": "x" * 201}),
        ("text", {"text": "\n"}),
        ("text", {"text": "x" * 50_001}),
        ("valid_until", {"valid_until": date(2001, 1, 1)}),
    ],
)
def test_what_is_wrong_is_named(analyst: User, field: str, said: dict[str, object]) -> None:
    with pytest.raises(InformationError) as refused:
        written(analyst, **said)
    assert refused.value.field == field


def test_partners_and_the_public_write_nothing(nigeria: User) -> None:
    for by in (people.viewer(nigeria), PUBLIC):
        with pytest.raises(PermissionDenied):
            write_information(uid=uuid4(), content=content(), by=by)
    with pytest.raises(InformationError):
        write_information(uid=uuid4(), content=content(), by=system("a test"))


def test_restricted_from_the_first_moment(liaison: User, analyst: User, headquarters: User) -> None:
    record = written(liaison, mark=Mark.RESTRICTED, people=[analyst.pk], reason="a source is named")
    assert readers(record, liaison, analyst, headquarters) == [liaison.name, analyst.name]


def test_written_and_shared_in_one_or_not_at_all(liaison: User) -> None:
    with pytest.raises(MarkError):
        written(liaison, mark=Mark.PARTNER, states=["NG"], reason="")
    with pytest.raises(PermissionDenied):
        written(liaison, mark=Mark.PARTNER, states=["TG"], reason="useful")
    assert not Information.objects.for_the_system("a test looks").exists()
    assert not events("engagement.information_written")


def test_changing_counts_revisions_and_says_what_changed(analyst: User, liaison: User) -> None:
    record = written(analyst)
    by = people.viewer(liaison)
    changed = change_information(
        information=record, revision=1, content=content(title="Better", countries=["GH"]), by=by
    )
    assert (changed.revision, anew(record).title) == (2, "Better")
    assert events("engagement.information_changed", record)[0].data == {
        "fields": ["title", "countries"],
        "revision": 2,
    }


def test_changing_nothing_is_no_change(analyst: User) -> None:
    record = written(analyst)
    change_information(information=record, revision=1, content=content(), by=people.viewer(analyst))
    assert anew(record).revision == 1
    assert not events("engagement.information_changed")


def test_the_slower_of_two_is_refused_and_given_what_stands(analyst: User, liaison: User) -> None:
    record = written(analyst)
    change_information(information=record, revision=1, content=content(text="First."), by=people.viewer(liaison))
    with pytest.raises(StaleError) as refused:
        change_information(information=record, revision=1, content=content(text="Second."), by=people.viewer(analyst))
    assert refused.value.current.text == "First."
    assert anew(record).text == "First."


def test_what_others_read_is_changed_by_who_may_speak_to_them(analyst: User, liaison: User, headquarters: User) -> None:
    """Changing what is public is speaking to the public."""
    for_all, togo, both = written(headquarters), written(headquarters), written(headquarters)
    mark(for_all, headquarters, Mark.PUBLIC)
    shared(togo, headquarters, "TG")
    shared(both, headquarters, "NG", "GH")
    for record, who in ((for_all, analyst), (for_all, liaison), (togo, liaison), (both, analyst)):
        by = people.viewer(who)
        with pytest.raises(PermissionDenied):
            change_information(information=record, revision=1, content=content(text="Mine."), by=by)
        with pytest.raises(PermissionDenied):
            withdraw_information(information=record, why="mine", by=by)
    change_information(information=both, revision=1, content=content(text="Ours."), by=people.viewer(liaison))
    assert anew(both).text == "Ours."


def test_what_one_may_not_read_is_not_there_to_be_changed(liaison: User, headquarters: User) -> None:
    record = written(liaison, mark=Mark.RESTRICTED, reason="a source is named")
    by = people.viewer(headquarters)
    with pytest.raises(ObjectDoesNotExist):
        change_information(information=record, revision=1, content=content(text="Mine."), by=by)
    with pytest.raises(ObjectDoesNotExist):
        withdraw_information(information=record, why="mine", by=by)


def test_withdrawing_ends_it_with_a_reason(liaison: User) -> None:
    record, by = written(liaison), people.viewer(liaison)
    for why in ("", " ", "x" * 301):
        with pytest.raises(InformationError):
            withdraw_information(information=record, why=why, by=by)
    withdraw_information(information=record, why=" superseded ", by=by)
    now = anew(record)
    assert (now.withdrawn_why, now.withdrawn_by) == ("superseded", liaison)
    assert now.withdrawn_at is not None
    assert events("engagement.information_withdrawn", record)[0].data == {"why": "superseded"}
    with pytest.raises(InformationError, match="already"):
        withdraw_information(information=record, why="again", by=by)
    with pytest.raises(InformationError, match="withdrawn"):
        change_information(information=record, revision=2, content=content(text="More."), by=by)


def test_its_last_day_may_stay_past_but_not_become_so(liaison: User) -> None:
    record, by = written(liaison, valid_until=clock.today()), people.viewer(liaison)
    past = clock.today() - timedelta(days=3)
    Information.objects.for_the_system("time goes by").update(valid_until=past)
    change_information(information=record, revision=1, content=content(title="Better", valid_until=past), by=by)
    with pytest.raises(InformationError):
        change_information(
            information=record,
            revision=2,
            content=content(title="Better", valid_until=past + timedelta(days=1)),
            by=by,
        )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("title", {"title": ""}),
        ("kind", {"kind": "poem"}),
        ("mark", {"mark": "secret"}),
        ("mark_reason", {"mark_reason": ""}),
        ("withdrawn_whole", {"withdrawn_why": "no longer true"}),
        ("revision", {"revision": 0}),
    ],
)
def test_the_database_holds_it_too(analyst: User, name: str, said: dict[str, object]) -> None:
    written(analyst)
    with pytest.raises(IntegrityError, match=f"engagement_information_{name}"), transaction.atomic():
        Information.objects.for_the_system("a test").update(**said)
