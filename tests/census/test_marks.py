"""No page, export, search, feed or API shows a record that its mark withholds, nor that there is one.

For each group of readers the records that it may read are planted, and then all the others. Every address is asked
with both and with the first alone: the words of a withheld record stand nowhere, and nothing else changes either, so
that no count, choice, page or status tells of it. What a reader may read is found.
"""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common.access.guards import Access
from roadstead.common.access.marks import marked_models
from roadstead.common.access.viewer import Viewer
from roadstead.common.throttle import ALL_LIMITS
from tests import people
from tests.apps.engagement.planting import country
from tests.apps.watch.houston import houston
from tests.census import world
from tests.census.asking import accesses
from tests.census.canaries import PLANTERS, SORTS, Canary, plant, planter_of, texts_without_word
from tests.census.readers import GROUPS
from tests.census.walk import NUMBERED, SECRETS, Answer, addresses, ask
from tests.conftest import FrozenClock

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(2_400)]  # a group of readers asks ten thousand times
Asked = list[tuple[str, str]]
REFUSED = (302, 401, 403)


@pytest.fixture(autouse=True)
def _world(clock: FrozenClock, db: None, settings: object, tmp_path: Path) -> Iterator[None]:
    settings.DATA_DIR = tmp_path  # type: ignore[attr-defined]
    settings.OUTBOX = tmp_path / "outbox"  # type: ignore[attr-defined]
    for code in ("NG", "GH", "TG"):
        country(code)
    houston()
    logging.disable(logging.WARNING)  # a thousand pages that are not there
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def author() -> User:
    return people.holder(Role.HEADQUARTERS, name="Ines Author", email="ines.author@example.org")


@pytest.fixture
def named() -> User:
    return people.holder(Role.ANALYST, name="Nia Named", email="nia.named@example.org")


def test_every_model_with_a_mark_can_be_planted() -> None:
    found = marked_models()
    assert found
    for model in found:
        planter_of(model)
    assert len(PLANTERS) == len(found), "a planter without its model"


def test_every_text_of_a_planted_record_holds_its_word(author: User, named: User) -> None:
    assert texts_without_word(plant(list(SORTS), author, named)) == set()


def test_messages_name_no_record(author: User, named: User, django_capture_on_commit_callbacks: object) -> None:
    """A message cannot be taken back when a mark is set anew."""
    people.holder(Role.AUTHORITY, "NG")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        planted = plant(list(SORTS), author, named)
    for message in mail.outbox:
        for one in planted:
            assert one.word not in str(message.message())


# The first of them in every run, all of them in CI: each walks every address a dozen times and more.
OFTEN = ("everyone", "Nigeria")
EACH = [pytest.param(one, marks=[] if one in OFTEN else [pytest.mark.long]) for one in GROUPS]


@pytest.mark.parametrize("group", EACH)
def test_what_is_withheld_leaves_no_trace(group: str, author: User, named: User) -> None:
    sees, before_reading, places = GROUPS[group].sees, GROUPS[group].before_reading, world.places()
    readers = {name: make(named) for name, make in GROUPS[group].readers.items()}
    also, others = GROUPS[group].also, [one for one in SORTS if one not in sees]
    shown = plant(sees, author, named) + plant(others, author, named, lambda *one: one in also)
    with transaction.atomic():
        hidden = plant(others, author, named, lambda *one: one not in also)
        wanted = list(dict.fromkeys(addresses([*shown, *hidden], places)))
        there = set(addresses(shown, places))
        before_reading(named)
        full = {name: walked(client, wanted) for name, client in readers.items()}
        transaction.set_rollback(True)
    for name, answers in full.items():
        found = "\n".join(answer.text for answer in answers.values())
        for one in shown:
            if name.startswith("token") and in_no_search(one):
                continue
            finds_put_aside = GROUPS[group].finds_put_aside and not (name.startswith("token") and on_pages_alone(one))
            if not (one.in_force or one.aside_for_all or finds_put_aside):
                continue
            assert one.word in found, f"{name} ({group}) does not find what is {one.sort}"
        for one in hidden:
            told = [address for address, answer in answers.items() if one.word in answer.text]
            assert not told, f"{name} ({group}) is shown what is {one.sort}, at {told}"
    if not hidden:
        return
    before_reading(named)
    for name, client in readers.items():
        again, alike = asked_again(wanted, there, full[name])
        for address, stands_for in alike:
            assert shape(full[name][address]) == shape(full[name][stands_for]), f"{address} tells {name} ({group})"
        before = {address: full[name][address] for _route, address in again}
        assert_same(f"{name} ({group})", again, before, walked(client, again))


def asked_again(wanted: Asked, there: set[tuple[str, str]], full: dict[str, Answer]) -> tuple[Asked, Asked]:
    """What is asked where the withheld records are not, and which addresses another one stands for.

    An address of a withheld record that was not found is not found without the record either. One of a route is asked,
    which shows what the route answers for a record that never was; the others must have been answered like that one.
    """
    again, alike, first = list[tuple[str, str]](), list[tuple[str, str]](), dict[str, str]()
    for route, address in wanted:
        if address not in full:
            continue
        if (route, address) in there or full[address].status != 404 or route not in first:
            again.append((route, address))
            if full[address].status == 404:
                first.setdefault(route, address)
        else:
            alike.append((address, first[route]))
    return again, alike


def shape(answer: Answer) -> tuple[int, str, str]:
    """An answer without the numbers by which it was asked."""
    return answer.status, answer.kind, re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+", "N", answer.text)


def in_no_search(one: Canary) -> bool:
    """Whether only pages show the record, which no program opens."""
    return one.record._meta.label_lower in (
        "advisories.draft",
        "assessments.closure",
        "assessments.countryassessment",
        "hosting.hostunit",
    )


def on_pages_alone(one: Canary) -> bool:
    """Whether programs come to the record by a search alone, which has nothing that was put aside."""
    return one.record._meta.label_lower.startswith(("hosting.", "training.", "visits.", "engagement.interaction"))


def walked(client: Client, wanted: Asked) -> dict[str, Answer]:
    """What one reader is answered everywhere; reading leaves no trace for the next.

    What a right opens is asked once of who lacks it: it is refused before any record is looked for.
    """
    nothing_asked_yet()
    who_may, shut, answers = accesses(), set[str](), dict[str, Answer]()
    with transaction.atomic():
        for route, address in wanted:
            if route not in shut:
                answers[address], viewer = ask(client, address)
                if answers[address].status == 429:  # how often one may ask is tried elsewhere
                    nothing_asked_yet()
                    answers[address], viewer = ask(client, address)
                if answers[address].status in REFUSED and lacks(viewer, who_may.get(route)):
                    shut.add(route)
        transaction.set_rollback(True)
    return answers


def nothing_asked_yet() -> None:
    """Forget how often anybody asked."""
    cache.clear()
    for limit in ALL_LIMITS:
        limit.reset()


def lacks(viewer: Viewer, access: Access | None) -> bool:
    """Whether all who open an address hold a right that this viewer does not."""
    return access is not None and access.any_of != () and not any(viewer.holds(one) for one in access.any_of)


def assert_same(reader: str, wanted: Asked, full: dict[str, Answer], without: dict[str, Answer]) -> None:
    """Whether records are there that a reader may not read changes no answer, save the numbers of the chain."""
    assert full.keys() == without.keys(), f"{reader} may open other addresses where records are withheld"
    for route, address in wanted:
        if route in SECRETS or address not in full:
            continue
        one, other = full[address], without[address]
        if route not in NUMBERED:
            assert one == other, f"{address} tells {reader} of records that are withheld"
            continue
        assert one.status == other.status
        numberless = [re.sub(r"\d+", "N", answer.text) for answer in (one, other)]
        if route in ("desk/log/", "desk/log/events.csv"):
            assert numberless[0] == numberless[1], f"{address} tells {reader} of records that are withheld"
