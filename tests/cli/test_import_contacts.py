"""`roadstead import contacts`, from the outside, and its report. The people in it are invented."""

import json
from pathlib import Path

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.cli import contacts
from roadstead.cli.asked import Asked
from roadstead.cli.output import Format
from roadstead.engagement.models import Contact
from tests import people

from .conftest import Roadstead

GOOD, BAD = "Amina Bello (invented),amina@example.org", "=Broken,nobody"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(f"name,emails\n{GOOD}\n{BAD}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("missing.csv",), "say whose with --by EMAIL"),
        (("missing.csv", "--by", "x@example.org"), "missing.csv: there is no such file"),
        (("missing.csv", "out.csv"), "contacts are not written to a file"),
        (("missing.csv", "--sheet", "x"), "--sheet does not go with contacts"),
    ],
)
def test_a_wrong_command_line_is_one_message(roadstead: Roadstead, words: tuple[str, ...], said: str) -> None:
    done = roadstead("import", "contacts", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def run(book: Path, by: User, *, apply: bool, rejects: Path | None = None, form: Format = Format.JSON) -> int:
    options = {"--by": by.email, "--apply": "yes" if apply else None, "--source": None}
    return contacts.run(Asked(book, None, rejects, form, options))


@pytest.mark.django_db
def test_a_preview_and_then_the_good_entries_land(
    book: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    by, rejects = people.holder(Role.LIAISON), tmp_path / "rejects.csv"
    assert run(book, by, apply=False, rejects=rejects) == 1
    report = json.loads(capfdbinary.readouterr().out)
    assert report["counts"] == {"new": 1, "changed": 0, "same": 0, "kept": 0, "rejected": 1}
    assert [(row["line"], row["outcome"]) for row in report["rows"]] == [(2, "new"), (3, "rejected")]
    assert "3,'=Broken,rejected," in rejects.read_text(encoding="utf-8-sig")
    rows = Contact.objects.for_the_system("a test looks")
    assert not rows.exists()
    assert run(book, by, apply=True) == 1
    assert json.loads(capfdbinary.readouterr().out)["state"] == "applied"
    assert rows.get().source == "people.csv"
    book.write_text(f"name,emails\n{GOOD}\n", encoding="utf-8")
    assert run(book, by, apply=True, form=Format.TEXT) == 0
    assert b"1 entries: 0 new, 0 changed, 1 same, 0 rejected." in capfdbinary.readouterr().out


@pytest.mark.django_db
def test_who_may_not_keep_people_is_told(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import typer

    with pytest.raises(typer.Exit) as ended:
        run(book, people.holder(Role.ANALYST), apply=True)
    assert ended.value.exit_code == 2
    assert "may not read people in" in capsys.readouterr().err
