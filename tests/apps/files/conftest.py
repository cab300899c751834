"""What the tests of files stand on: a store of their own, and a record that a liaison officer has written."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.engagement.models import Information
from roadstead.files import actions
from roadstead.files.models import Attachment
from tests import people
from tests.apps.engagement.planting import plant
from tests.together import together

__all__ = ["together"]


@pytest.fixture(autouse=True)
def store(settings, tmp_path: Path) -> Path:
    """A folder for the files of one test."""
    settings.DATA_DIR = tmp_path
    return tmp_path / "files"


@pytest.fixture
def officer(db: None) -> User:
    return people.holder(Role.LIAISON, "NG", name="Ana Reyes")


@pytest.fixture
def record(officer: User) -> Information:
    return plant(by=officer)


def attached(record: Information, by: User, content: bytes = b"Some words.\n", name: str = "notes.txt") -> Attachment:
    upload = ContentFile(content, name=name)
    return actions.attach(record=record, upload=upload, description="A description", by=people.viewer(by))


def kept(store: Path) -> list[Path]:
    """Every file that lies in the store, wherever."""
    return sorted(path for path in store.rglob("*") if path.is_file())
