"""Subscribers and editions for the tests, invented and marked so."""

from datetime import date
from pathlib import Path
from typing import Any

from roadstead.advisories.models import Face, Pace, Subscription
from roadstead.advisories.subscriptions.actions.queueing import notice_editions
from roadstead.advisories.subscriptions.actions.shape import Wanted
from roadstead.advisories.subscriptions.actions.subscribing import confirm
from roadstead.common.access.viewer import PUBLIC, system
from roadstead.rulebook.publishing import publish
from tests.rulebook.new import edition

BY = system("the tests")
TODAY = date(2026, 12, 1)


def subscriber(email: str = "ada@example.org", **more: Any) -> Subscription:
    """Somebody who confirmed."""
    said = {"face": Face.OPERATOR, "pace": Pace.AT_ONCE, **more}
    return confirm(wanted=Wanted(email, **said), by=PUBLIC)


def kenya_listed(folder: Path) -> str:
    """An edition that lists Kenya and excepts a jetty in Nigeria; its id."""
    return publish(folder / "rulebook", edition(), today=TODAY).id


def queued(folder: Path) -> int:
    """The same, picked up as any edition of the rule book is; how many messages."""
    kenya_listed(folder)
    return notice_editions(by=BY)
