"""The invented people of this installation with their passwords, which are made by chance and kept in one file."""

import json
import os
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from roadstead.accounts.actions.demonstration import PEOPLE, Invented, make_invented_people, make_more_people
from roadstead.accounts.models import User
from roadstead.accounts.queries import viewer_of
from roadstead.common.access.viewer import Viewer, system

ONLY_OWNER = 0o600


@dataclass(frozen=True, slots=True)
class Account:
    """An account to try the product with."""

    person: Invented
    password: str


def make() -> list[Account]:
    """Make the accounts that are missing; all of them with their passwords. Raises AccountsError in production."""
    passwords = _passwords()
    make_invented_people(passwords=passwords, by=system("make start"))
    return [Account(one, passwords[one.handle]) for one in PEOPLE]


def make_more(people: Sequence[Invented]) -> list[int]:
    """Make further invented people that are missing; the numbers of all of them. Raises AccountsError in production."""
    make_more_people(people=people, by=system("make start"))
    numbers = dict(User.objects.filter(email__in=[one.email for one in people]).values_list("email", "pk"))
    return [numbers[one.email] for one in people]


def viewers_of(numbers: Collection[int]) -> dict[int, Viewer]:
    """The rights of some of the invented, by their numbers."""
    return {one.pk: viewer_of(one) for one in User.objects.filter(pk__in=numbers, invented=True)}


def sign_in_as(handle: str) -> User | None:
    """The invented person with a handle, if the demonstration has one who may sign in."""
    found = next((one for one in PEOPLE if one.handle == handle), None)
    return User.objects.filter(email=found.email, invented=True, is_active=True).first() if found else None


def left_over() -> int:
    """How many invented people could sign in, were this not production."""
    return User.objects.filter(invented=True, is_active=True).count()


def _passwords() -> dict[str, str]:
    """The password of each, by handle; the file is made once, for its owner alone."""
    path = Path(settings.DATA_DIR) / "demonstration.json"
    kept: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    lacking = [one.handle for one in PEOPLE if one.handle not in kept]
    if lacking:
        kept |= {handle: "-".join(secrets.token_hex(2) for _ in range(4)) for handle in lacking}
        _write(path, json.dumps(kept, indent=2) + "\n")
    return kept


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_OWNER), "w", encoding="utf-8") as file:
        file.write(text)
    partial.replace(path)
