"""Several people at once, each with a connection of their own, on a database as in service: a file, or a server."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import IntegrityError, connection, connections

from roadstead.accounts.actions.errors import AccountsError
from roadstead.advisories.drafting.actions.shape import DraftError
from roadstead.determinations.actions.shape import CaseError
from roadstead.files.errors import FilesError
from roadstead.hosting.errors import HostingError
from roadstead.registry.actions.portfolio_shape import PortfolioError

REFUSALS = (AccountsError, CaseError, DraftError, FilesError, HostingError, IntegrityError, PortfolioError)
Together = Callable[[list[Callable[[], Any]]], list[Any]]


@pytest.fixture
def together(tmp_path: Path, transactional_db: None) -> Iterator[Together]:
    """Run functions in threads that start at one moment; their results or refusals, in order.

    What the test made so far is there; a database in memory is copied to a file, which threads can share.
    """
    name, shared = connection.settings_dict["NAME"], tmp_path / "shared.sqlite3"

    def run(functions: list[Callable[[], Any]]) -> list[Any]:
        if connection.vendor == "sqlite" and not shared.exists():
            connection.ensure_connection()
            with sqlite3.connect(shared) as copy:
                connection.connection.backup(copy)
            copy.close()
            connections.settings["default"]["NAME"] = str(shared)
        barrier = Barrier(len(functions))
        with ThreadPoolExecutor(len(functions)) as pool:
            return list(pool.map(lambda function: _in_thread(function, barrier), functions))

    yield run
    connections.settings["default"]["NAME"] = name


def _in_thread(function: Callable[[], Any], barrier: Barrier) -> Any:
    try:
        barrier.wait()
        return function()
    except REFUSALS as error:
        return error
    finally:
        connections.close_all()
