"""A case: opened once, its days held against the law, its clock, what is said in it."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from roadstead.accounts.roles import Role
from roadstead.determinations.actions.dating import enter_day, leave_out, start_clock, stop_clock
from roadstead.determinations.actions.opening import CaseDraft, change_case, drop_case, open_case
from roadstead.determinations.actions.shape import CaseError, StaleCaseError
from roadstead.determinations.enums import CaseState, Effect, Level, Rests
from roadstead.determinations.models import CaseDay
from roadstead.determinations.queries.cases import clock_of, readable, steps_of, whole
from tests.apps.determinations.making import BEFORE, DRAFT, analyst, dated, fresh, headquarters, officer, opened, ready
from tests.people import holder, viewer

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)  # of the fixture


def test_the_same_form_twice_opens_one_case() -> None:
    by, uid = officer(), uuid4()
    first = open_case(uid=uid, country="NG", effect=Effect.LIST, draft=DRAFT, by=by)
    assert open_case(uid=uid, country="NG", effect=Effect.LIST, draft=DRAFT, by=by).pk == first.pk
    with pytest.raises(CaseError, match="open case of this kind"):
        open_case(uid=uuid4(), country="NG", effect=Effect.LIST, draft=DRAFT, by=by)
    assert readable(by).count() == 1


def test_a_case_is_the_programmes_own() -> None:
    case = opened(officer())
    for role in (Role.AUTHORITY, Role.EMBASSY, Role.OPERATOR):
        outside = viewer(holder(role))
        assert not readable(outside).exists()
        with pytest.raises(PermissionDenied):
            open_case(uid=uuid4(), country="NG", effect=Effect.LIST, draft=DRAFT, by=outside)
    assert readable(analyst()).get().pk == case.pk


def test_an_officer_opens_cases_of_the_own_countries() -> None:
    elsewhere = viewer(holder(Role.LIAISON, "DJ", name="Elsa Where", email="elsa@example.org"))
    with pytest.raises(PermissionDenied):
        opened(elsewhere)


def test_a_day_that_contradicts_the_law_is_refused_in_words() -> None:
    by = officer()
    case = dated(opened(by), by, finding=BEFORE["finding"], state_told=BEFORE["state_told"])
    with pytest.raises(CaseError, match="comes before “Finding” \\(5 January 2026\\)"):
        enter_day(case=case, revision=case.revision, step="government_told", day=date(2026, 1, 4), told="x", by=by)
    with pytest.raises(CaseError, match="lies in the future"):
        enter_day(case=case, revision=case.revision, step="government_told", day=date(2026, 6, 2), told="x", by=by)
    with pytest.raises(CaseError, match="has none"):
        enter_day(case=case, revision=case.revision, step="decision", day=date(2026, 5, 2), told="x", by=by)
    with pytest.raises(CaseError, match="no step of such a case"):
        enter_day(case=case, revision=case.revision, step="picnic", day=date(2026, 5, 2), told="x", by=by)
    assert {one.step for one in whole(case).days} == {"finding", "state_told"}


def test_conditions_do_not_begin_before_the_wait_is_over() -> None:
    by = officer()
    case = dated(opened(by), by, **BEFORE, decision=date(2026, 4, 21))
    case = dated(case, by, federal_register=date(2026, 4, 22), advisory=date(2026, 4, 22))
    case = stop_clock(case=case, revision=case.revision, on=date(2026, 2, 1), why="Talks.", by=by)
    with pytest.raises(CaseError, match="stands still"):
        enter_day(case=case, revision=case.revision, step="effective", day=date(2026, 4, 30), told="x", by=by)
    case = start_clock(case=case, revision=case.revision, on=date(2026, 3, 1), by=by)
    with pytest.raises(CaseError, match="first day after the wait"):
        enter_day(case=case, revision=case.revision, step="effective", day=date(2026, 5, 7), told="x", by=by)
    case = dated(case, by, effective=date(2026, 5, 8))
    standing = clock_of(whole(case), TODAY)
    assert standing is not None
    assert standing.first_day == date(2026, 5, 8)
    assert standing.over


def test_the_clock_stands_still_once_at_a_time() -> None:
    by = officer()
    case = dated(opened(by), by, **{step: BEFORE[step] for step in ("finding", "state_told", "government_told")})
    case = stop_clock(case=case, revision=case.revision, on=date(2026, 2, 1), why="Talks.", by=by)
    with pytest.raises(CaseError, match="already"):
        stop_clock(case=case, revision=case.revision, on=date(2026, 2, 2), why="More talks.", by=by)
    with pytest.raises(CaseError, match="later day"):
        start_clock(case=case, revision=case.revision, on=date(2026, 2, 1), by=by)
    with pytest.raises(CaseError, match="Say why"):
        stop_clock(case=case, revision=case.revision, on=date(2026, 2, 2), why=" ", by=by)


def test_a_corrected_day_stays_on_record() -> None:
    by = officer()
    case = dated(opened(by), by, finding=date(2026, 1, 5))
    case = dated(case, by, finding=date(2026, 1, 7))
    rows = CaseDay.objects.visible_to(by).filter(case=case).order_by("pk")
    assert [(one.day, one.replaced_at is None) for one in rows] == [
        (date(2026, 1, 5), False),
        (date(2026, 1, 7), True),
    ]


def test_an_optional_step_is_left_out_with_why_and_no_other_is() -> None:
    by = officer()
    case = opened(by)
    case = leave_out(case=case, revision=case.revision, step="consulted", why="Not asked for.", by=by)
    assert next(one for one in steps_of(whole(case)) if one.step.code == "consulted").why == "Not asked for."
    with pytest.raises(CaseError, match="the law asks it"):
        leave_out(case=case, revision=case.revision, step="finding", why="No time.", by=by)


def test_who_looked_at_an_older_page_is_told() -> None:
    by = officer()
    case = opened(by)
    dated(case, by, finding=date(2026, 1, 5))
    with pytest.raises(StaleCaseError):
        change_case(case=case, revision=1, draft=replace(DRAFT, title="Another"), by=by)
    assert fresh(case, by).title == DRAFT.title


def test_a_case_about_a_port_names_it() -> None:
    with pytest.raises(CaseError, match="names the port"):
        opened(officer(), draft=CaseDraft(title="x", level=Level.PORT))


def test_a_deemed_case_asks_nothing_of_the_government() -> None:
    case = opened(officer(), draft=replace(DRAFT, rests=Rests.STATE_SPONSOR))
    assert "government_told" not in {one.step.code for one in steps_of(whole(case))}
    assert clock_of(whole(case), TODAY) is None


def test_a_dropped_case_keeps_its_why_and_changes_no_more() -> None:
    by = officer()
    case = opened(by)
    case = drop_case(case=case, revision=case.revision, why="Measures were mended.", by=by)
    assert (case.state, case.dropped_why) == (CaseState.DROPPED, "Measures were mended.")
    with pytest.raises(CaseError, match="dropped"):
        dated(case, by, finding=date(2026, 1, 5))
    assert opened(by).pk != case.pk


def test_the_database_holds_the_same() -> None:
    by = headquarters()
    case = ready(by)
    for wrong in ({"state": CaseState.DROPPED}, {"level": Level.PORT}, {"state": CaseState.PUBLISHED}, {"rests": "x"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            readable(by).filter(pk=case.pk).update(**wrong)
