"""Who may say who may see a record."""

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from roadstead.accounts import queries as accounts
from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import PUBLIC
from roadstead.engagement.actions.releasing import mark_information
from roadstead.engagement.models import Information
from roadstead.registry.reach import MarkError
from tests import people
from tests.apps.engagement.acting import anew, codes, events, mark, readers, shared, written


def test_it_is_for_the_programme_until_somebody_says_otherwise(
    liaison: User, analyst: User, headquarters: User, nigeria: User
) -> None:
    record = written(analyst)
    assert readers(record, liaison, analyst, headquarters, nigeria) == [liaison.name, analyst.name, headquarters.name]
    assert not Information.objects.visible_to(PUBLIC).exists()


def test_shared_with_a_state_its_people_read_it_and_no_other_states(liaison: User, nigeria: User, ghana: User) -> None:
    embassy, facility = people.holder(Role.EMBASSY, "NG"), people.holder(Role.FACILITY, "NGAPP-0001")
    record = written(liaison)
    shared(record, liaison, "NG")
    assert readers(record, nigeria, embassy, ghana, facility) == [nigeria.name, embassy.name]


def test_a_state_out_of_ones_portfolio_is_refused(liaison: User) -> None:
    record = written(liaison)
    with pytest.raises(PermissionDenied):
        shared(record, liaison, "NG", "TG")
    assert anew(record).mark == Mark.PROGRAMME


def test_an_analyst_writes_and_does_not_release(analyst: User) -> None:
    record = written(analyst)
    with pytest.raises(PermissionDenied):
        shared(record, analyst, "NG")
    with pytest.raises(PermissionDenied):
        mark(record, analyst, Mark.PUBLIC)


def test_only_headquarters_releases_to_everyone(liaison: User, headquarters: User) -> None:
    record = written(liaison)
    with pytest.raises(PermissionDenied):
        mark(record, liaison, Mark.PUBLIC)
    mark(record, headquarters, Mark.PUBLIC)
    assert Information.objects.visible_to(PUBLIC).get() == record


def test_what_somebody_may_not_give_somebody_may_not_take_back(liaison: User, headquarters: User) -> None:
    for_all, togo = written(headquarters), written(headquarters)
    mark(for_all, headquarters, Mark.PUBLIC)
    shared(togo, headquarters, "TG")
    for record in (for_all, togo):
        with pytest.raises(PermissionDenied):
            mark(record, liaison, Mark.PROGRAMME)


def test_a_colleague_without_the_right_to_release_does_not_hide_what_another_wrote(
    analyst: User, liaison: User
) -> None:
    record = written(liaison)
    with pytest.raises(PermissionDenied):
        mark(record, analyst, Mark.RESTRICTED)
    mark(record, liaison, Mark.RESTRICTED)
    assert readers(record, analyst, liaison) == [liaison.name]


def test_restricted_names_people_and_whoever_sets_it_is_among_them(
    liaison: User, analyst: User, headquarters: User
) -> None:
    record = written(liaison)
    mark(record, liaison, Mark.RESTRICTED, people=[analyst.pk])
    assert readers(record, liaison, analyst, headquarters) == [liaison.name, analyst.name]
    assert set(anew(record).people.all()) == {liaison, analyst}


def test_only_people_of_the_programme_can_be_named(liaison: User, nigeria: User) -> None:
    record = written(liaison)
    with pytest.raises(MarkError, match="no part in the programme") as refused:
        mark(record, liaison, Mark.RESTRICTED, people=[nigeria.pk])
    assert refused.value.field == "people"


def test_who_leaves_the_programme_reads_no_restricted_record_any_more(liaison: User, analyst: User) -> None:
    record = written(liaison)
    mark(record, liaison, Mark.RESTRICTED, people=[analyst.pk])
    analyst.grants.update(withdrawn_at=clock.now(), withdrawn_why="left")
    assert readers(record, liaison, analyst) == [liaison.name]


def test_break_glass_reads_what_is_restricted_while_it_lasts(liaison: User, headquarters: User) -> None:
    record = written(liaison)
    mark(record, liaison, Mark.RESTRICTED)
    seen = Information.objects.visible_to(people.elevated(headquarters))
    assert seen.get() == record
    assert readers(record, headquarters) == []


def test_a_reason_is_asked_for(liaison: User) -> None:
    record = written(liaison)
    for reason in ("", "   ", "x" * 301):
        with pytest.raises(MarkError) as refused:
            mark(record, liaison, Mark.RESTRICTED, reason=reason)
        assert refused.value.field == "reason"


def test_shared_with_nobody_or_nowhere_is_refused(headquarters: User) -> None:
    record = written(headquarters)
    with pytest.raises(MarkError, match="Choose the States"):
        shared(record, headquarters)
    with pytest.raises(MarkError, match="no country XX"):
        shared(record, headquarters, "NG", "XX")


def test_the_event_has_the_old_and_the_new(liaison: User) -> None:
    record = written(liaison)
    shared(record, liaison, "NG", "GH")
    mark(record, liaison, Mark.PARTNER, states=["NG"], reason="Ghana has its own note")
    latest = events("registry.mark_set", record)[0].data
    assert latest["old"] == latest["new"] == "partner"
    assert latest["old_states"] == ["GH", "NG"]
    assert latest["new_states"] == ["NG"]
    assert latest["why"] == "Ghana has its own note"
    assert codes(record) == ["NG"]


def test_states_and_people_of_a_mark_before_are_forgotten(liaison: User, analyst: User, nigeria: User) -> None:
    record = written(liaison)
    shared(record, liaison, "NG")
    mark(record, liaison, Mark.RESTRICTED, people=[analyst.pk])
    mark(record, liaison, Mark.PROGRAMME)
    assert codes(record) == []
    assert not anew(record).people.exists()
    assert readers(record, nigeria) == []


def test_the_same_mark_again_does_nothing(liaison: User) -> None:
    record = written(liaison)
    shared(record, liaison, "NG")
    before = anew(record).marked_at
    shared(record, liaison, "NG")
    assert anew(record).marked_at == before
    assert len(events("registry.mark_set", record)) == 1


def test_two_who_mark_at_once_are_told(liaison: User) -> None:
    record = written(liaison)
    seen = record.marked_at
    shared(record, liaison, "NG")
    with pytest.raises(MarkError, match="marked it again"):
        mark_information(
            information=record,
            mark=Mark.PROGRAMME,
            reason="x",
            by=people.viewer(liaison),
            seen_marked_at=seen,
        )


def test_a_record_that_one_may_not_read_is_not_there_to_be_marked(liaison: User, headquarters: User) -> None:
    record = written(liaison)
    mark(record, liaison, Mark.RESTRICTED)
    with pytest.raises(ObjectDoesNotExist):
        mark(record, headquarters, Mark.PROGRAMME)


def test_a_states_people_are_told_without_the_title_and_without_the_other_states(
    liaison: User, nigeria: User, ghana: User
) -> None:
    record = written(liaison, title="Unmistakable")
    shared(record, liaison, "NG")
    word = accounts.notifications(nigeria).first()
    assert word is not None
    assert word.url == f"/partner/information/{record.pk}/"
    assert "Unmistakable" not in word.text
    assert accounts.notifications(ghana).filter(url__contains="information").count() == 0
    shared(record, liaison, "NG", "GH")
    assert accounts.notifications(nigeria).filter(url=word.url).count() == 1, "told once"
    assert accounts.notifications(ghana).filter(url=word.url).count() == 1


def test_who_is_named_is_told(liaison: User, analyst: User) -> None:
    record = written(liaison, title="Unmistakable")
    mark(record, liaison, Mark.RESTRICTED, people=[analyst.pk])
    word = accounts.notifications(analyst).first()
    assert word is not None
    assert word.url == f"/desk/information/{record.pk}/"
    assert "Unmistakable" not in word.text
