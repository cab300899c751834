"""Before the days of a government run out, those who answer for the case are told: once for each threshold."""

from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from pytest_django import DjangoCaptureOnCommitCallbacks

from roadstead.accounts.actions.notices import notify
from roadstead.accounts.models import User
from roadstead.accounts.queries import notifications
from roadstead.accounts.roles import Role
from roadstead.common.access.viewer import Viewer, system
from roadstead.determinations.actions.chasing import send_chaser
from roadstead.determinations.actions.dating import start_clock, stop_clock
from roadstead.determinations.actions.opening import drop_case
from roadstead.determinations.chaser_days import days_left
from roadstead.determinations.models import Case, Chaser
from roadstead.determinations.queries.chasing import due
from roadstead.engagement.presenters.reminders import reminders_shown
from tests.apps.determinations.making import dated, fresh, opened
from tests.apps.registry import posting
from tests.conftest import FrozenClock
from tests.people import client_of, holder, viewer

pytestmark = pytest.mark.django_db
BEGAN = {"finding": date(2026, 1, 5), "state_told": date(2026, 1, 6), "government_told": date(2026, 1, 10)}
OUT = date(2026, 4, 10)  # ninety days later


@pytest.fixture(autouse=True)
def _january(_countries: None, clock: FrozenClock) -> None:
    """Whoever acts here has had their part since January."""
    clock.set(date(2026, 1, 15))


@pytest.fixture
def opener() -> User:
    return holder(Role.ANALYST, name="Ana Opens")


@pytest.fixture
def answers(opener: User) -> User:
    """Who answers for Nigeria, and did not open the case."""
    one = holder(Role.LIAISON, "NG", name="Lea Answers")
    posting.assign(holder(Role.HEADQUARTERS, name="Hana Quarters"), one, "NG")
    return one


@pytest.fixture
def case(opener: User, answers: User, clock: FrozenClock) -> Case:
    """Its clock began on 10 January."""
    by = viewer(opener)
    return dated(opened(by), by, **BEGAN)


def told(who: User) -> list[str]:
    return [one.text for one in notifications(who) if "days are left" in one.text or "day is left" in one.text]


def run(clock: FrozenClock, on: date) -> None:
    clock.set(on)
    call_command("send_chasers", verbosity=0)


def test_the_days_are_set_in_a_file() -> None:
    assert days_left() == (30, 14, 3)


def test_nobody_is_told_before_the_first_threshold_or_after_the_end(
    case: Case, opener: User, clock: FrozenClock
) -> None:
    run(clock, date(2026, 3, 10))
    assert told(opener) == []
    run(clock, OUT)
    assert told(opener) == []


def test_officer_and_proposer_are_told_once_for_each_threshold(
    case: Case, opener: User, answers: User, clock: FrozenClock
) -> None:
    for on in (date(2026, 3, 11), date(2026, 3, 11), date(2026, 3, 20), date(2026, 3, 27), date(2026, 4, 7)):
        run(clock, on)
        run(clock, on)
    for who in (opener, answers):
        assert [text.split()[0] for text in told(who)] == ["3", "14", "30"]
    assert notifications(opener)[0].url == f"/desk/cases/{case.pk}/"


def test_thresholds_that_were_slept_through_are_not_made_up_for(case: Case, opener: User, clock: FrozenClock) -> None:
    run(clock, date(2026, 4, 8))
    run(clock, date(2026, 4, 9))
    assert [text.split()[0] for text in told(opener)] == ["2"]


def test_a_clock_that_stands_still_chases_nobody(case: Case, opener: User, clock: FrozenClock) -> None:
    by = viewer(opener)
    case = stop_clock(case=case, revision=case.revision, on=date(2026, 3, 1), why="Talks.", by=by)
    run(clock, date(2026, 4, 1))
    assert told(opener) == []
    start_clock(case=case, revision=case.revision, on=date(2026, 3, 31), by=by)
    run(clock, date(2026, 4, 1))
    assert told(opener) == []  # thirty days were added
    run(clock, date(2026, 4, 10))
    assert [text.split()[0] for text in told(opener)] == ["30"]


def test_a_dropped_case_chases_nobody(case: Case, opener: User, clock: FrozenClock) -> None:
    drop_case(case=case, revision=case.revision, why="Mended.", by=viewer(opener))
    run(clock, date(2026, 4, 1))
    assert told(opener) == []


def test_killed_between_it_is_sent_by_the_next_run(
    case: Case, opener: User, answers: User, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    class KilledError(BaseException):
        """What stands for a process that is killed."""

    count: list[int] = []

    def dying(*args: Any, **more: Any) -> None:
        count.append(1)
        if len(count) > 1:
            raise KilledError
        notify(*args, **more)

    with monkeypatch.context() as patch:
        patch.setattr("roadstead.determinations.actions.chasing.notify", dying)
        with pytest.raises(KilledError):
            run(clock, date(2026, 3, 11))
    assert not Chaser.objects.visible_to(viewer(opener)).exists()
    assert [told(who) for who in (opener, answers)] == [[], []]
    run(clock, date(2026, 3, 11))
    assert [len(told(who)) for who in (opener, answers)] == [1, 1]


def test_what_was_due_is_looked_at_again_while_the_case_is_held(case: Case, opener: User, clock: FrozenClock) -> None:
    clock.set(date(2026, 3, 11))
    by: Viewer = system("a test")
    ((found, _clock, days),) = due(by)
    stop_clock(case=case, revision=case.revision, on=date(2026, 3, 1), why="Talks.", by=viewer(opener))
    assert send_chaser(case=found, days=days, by=by) == 0


def test_the_message_names_no_country(
    case: Case, opener: User, clock: FrozenClock, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        run(clock, date(2026, 3, 11))
    assert len(mail.outbox) == 2
    assert all("Nigeria" not in str(one.message()) and case.title not in str(one.message()) for one in mail.outbox)


def test_it_stands_on_the_page_of_reminders(case: Case, opener: User, answers: User, clock: FrozenClock) -> None:
    clock.set(date(2026, 3, 11))
    line = "Nigeria: 30 days are left in the case “Invented case”, until 10 April 2026."
    for who in (opener, answers):
        assert line in [one.text for one in reminders_shown(viewer(who)) or []]
    assert line in client_of(answers).get("/desk/engagement/reminders/").content.decode()
    stranger = holder(Role.LIAISON, "GH", name="Gil Elsewhere")
    assert line not in [one.text for one in reminders_shown(viewer(stranger)) or []]
    now = fresh(case, viewer(opener))
    stop_clock(case=now, revision=now.revision, on=date(2026, 3, 1), why="Talks.", by=viewer(opener))
    assert line not in [one.text for one in reminders_shown(viewer(answers)) or []]
