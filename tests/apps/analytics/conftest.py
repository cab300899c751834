"""Invented voyages for the what-if: made once by the generator, read by the engine, as in any installation."""

import warnings
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from roadstead.common import clock
from roadstead.core.advisory import RuleBook
from roadstead.rulebook import shipped
from roadstead.screening import generate, layout
from roadstead.screening.drafts import Draft
from roadstead.screening.impact import Impact
from tests.apps.registry.conftest import loaded  # noqa: F401 - a fixture
from tests.people import client_of, holder

TODAY = date(2026, 11, 22)
VOYAGES = 8_000


@pytest.fixture(scope="session")
def data_with_voyages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one set of voyages, called “small”."""
    data, book = tmp_path_factory.mktemp("var-with-voyages"), shipped()
    made = generate.tables(VOYAGES, seed=7, until=TODAY, listings=book.listings, facilities=book.facilities)
    about = generate.about(VOYAGES, seed=7, until=TODAY, rule_book=book.digest) | {"label": "small"}
    (data / "voyages").mkdir()
    with warnings.catch_warnings():
        # Counting what was written goes through pandas, which warns of an option that ibis still asks for.
        warnings.filterwarnings("ignore", message="The 'future.infer_string' option")
        layout.write(made, data / "voyages" / "small", book=book, about=about)
    return data


@pytest.fixture(scope="session")
def remembering() -> Callable[..., Impact]:
    """The engine, which answers a draft once for all tests."""
    from roadstead.screening import whatif

    compute, known = whatif.impact, {}

    def impact(folder: Path, book: RuleBook, known_at: date, draft: Draft, zones: Mapping[str, str]) -> Impact:
        key = (folder, known_at, draft, len(zones))
        if key not in known:
            known[key] = compute(folder, book, known_at, draft, zones)
        return known[key]

    return impact


@pytest.fixture
def client(db: None) -> Client:
    """A browser in which an analyst is signed in."""
    return client_of(holder("analyst"))


@pytest.fixture
def voyages(data_with_voyages: Path, remembering, settings, loaded, db, monkeypatch) -> None:  # noqa: F811
    """An installation that has them, on the day on which they end."""
    settings.DATA_DIR = data_with_voyages
    monkeypatch.setattr("roadstead.screening.whatif.impact", remembering)
    monkeypatch.setattr(clock, "today", lambda: TODAY)
