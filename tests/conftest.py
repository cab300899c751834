"""The floor that every test stands on.

No network, warnings are errors and the order is random (see pyproject.toml); here: an undefined template variable
fails, nothing of one test reaches another, and the whole suite runs on SQLite or on a real PostgreSQL.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime, timedelta

import hypothesis
import pytest
from django.core.cache import caches
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from tests import postgres

os.environ["FAIL_INVALID_TEMPLATE_VARS"] = "true"  # pytest-django then fails on an undefined template variable

if postgres.wanted() and "PYTEST_XDIST_WORKER" not in os.environ:  # workers are told by the environment
    postgres.use(postgres.start())

hypothesis.settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
hypothesis.settings.register_profile("explore", deadline=None, max_examples=2_000, print_blob=True)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_unconfigure() -> None:
    postgres.stop()


def pytest_report_header() -> str:
    return f"database: {connection.vendor}"


@pytest.fixture(scope="session", autouse=True)
def _installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An installation of its own: no local rule book, and static files from where they lie, without hashed names."""
    storages = {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    data = tmp_path_factory.mktemp("var")
    with override_settings(STORAGES=storages, WHITENOISE_AUTOREFRESH=True, DATA_DIR=data):
        yield


@pytest.fixture(scope="session", autouse=True)
def _emptying_is_allowed_between_tests() -> Iterator[None]:
    """Tests that commit are cleaned up by emptying every table; the database refuses that to events, as it should."""
    from django.test import TransactionTestCase

    from roadstead.audit import triggers

    original = TransactionTestCase._fixture_teardown

    def teardown(self: TransactionTestCase) -> None:
        triggers.take_away(connection)
        try:
            original(self)
        finally:
            triggers.lay(connection)

    TransactionTestCase._fixture_teardown = teardown
    yield
    TransactionTestCase._fixture_teardown = original


@pytest.fixture(autouse=True)
def _nothing_left_over() -> Iterator[None]:
    """What a process remembers is forgotten after each test: the cache, and who asked how often."""
    yield
    caches["memory"].clear()  # the other one lies in the database, and is emptied with it
    throttle = sys.modules.get("roadstead.common.throttle")
    for limit in getattr(throttle, "ALL_LIMITS", ()):
        limit.reset()


class FrozenClock:
    """Stands for `roadstead.common.clock.now`; it moves only when told."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 22, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def set(self, moment: datetime | date | str) -> None:
        """Set the clock; a day alone is its noon in UTC."""
        if isinstance(moment, str):
            moment = datetime.fromisoformat(moment) if "T" in moment else date.fromisoformat(moment)
        if not isinstance(moment, datetime):
            moment = datetime(moment.year, moment.month, moment.day, 12, tzinfo=UTC)
        self.moment = moment.astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        self.moment += by


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> FrozenClock:
    """The clock, stopped on 22 November 2026 at noon. It can be set: `clock.set("2019-06-01")`."""
    frozen = FrozenClock()
    monkeypatch.setattr("roadstead.common.clock.now", frozen)
    return frozen


CountQueries = Callable[[int], AbstractContextManager[CaptureQueriesContext]]


@pytest.fixture
def at_most_queries(db: None) -> CountQueries:
    """A budget: `with at_most_queries(3): …` fails, and shows the queries, where there were more."""

    @contextmanager
    def budget(most: int) -> Iterator[CaptureQueriesContext]:
        with CaptureQueriesContext(connection) as captured:
            yield captured
        shown = "\n".join(query["sql"][:300] for query in captured.captured_queries)
        assert len(captured) <= most, f"{len(captured)} queries, and at most {most} are allowed:\n{shown}"

    return budget
