"""What is watched beside every test of the apps: that no action forgets the index of search."""

from collections.abc import Iterator
from typing import Any

import pytest

WATCHED = ("registry", "engagement", "accounts", "search", "files")
WRITTEN = ("facility", "organisation", "person", "information", "officer")  # what actions write; the rest is loaded
MOST = 400  # records of a kind; to look at more after every action takes longer than the test


@pytest.fixture(autouse=True)
def _no_action_forgets_the_index(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever action a test performs, no record is found by other words after it than by those that it now has.

    What tests plant past the actions is not indexed, before an action as after it. Tests that count queries are left
    alone, since looking takes some.
    """
    app = request.path.relative_to(request.config.rootpath / "tests/apps").parts[0]
    if app not in WATCHED or "at_most_queries" in request.fixturenames:
        yield
        return
    from roadstead.audit.actions import pattern

    opened, appended, before = pattern._Open, pattern.append, set()

    def opening() -> Any:
        if pattern._under_way.get() is None:
            before.clear()
            before.update(_differing())
        return opened()

    def appending(standing: list[Any]) -> None:
        appended(standing)
        forgotten = _differing() - before
        told = ", ".join(one.type for one in standing)
        assert not forgotten, f"After {told} the index is not what the records are: {sorted(forgotten)}. Say touched()."

    monkeypatch.setattr(pattern, "_Open", opening)
    monkeypatch.setattr(pattern, "append", appending)
    yield


def _differing() -> set[tuple[str, str]]:
    """The records, by kind and key, whose words are not those of the index."""
    from roadstead.search.building import differences
    from roadstead.search.kinds import KINDS

    few = [kind for kind in WRITTEN if KINDS[kind].every().count() <= MOST]
    return {(one.kind, one.key) for one in differences(few)} if few else set()
