"""What exists is documented."""

import re
from collections.abc import Iterator

import pytest
import typer
from typer.main import get_command

from roadstead.cli.main import app
from tests.architecture.source import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SAID = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def commands(command: object, path: str) -> Iterator[tuple[str, object]]:
    below = getattr(command, "commands", {})
    if not below:
        yield path, command
    for word, one in below.items():
        yield from commands(one, f"{path} {word}")


def made() -> list[str]:
    return re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("target", made())
def test_every_target_is_documented(target: str) -> None:
    assert f"make {target}" in SAID or target == "help"


@pytest.mark.parametrize("path", [path for path, _ in commands(get_command(app), "roadstead")])
def test_every_command_is_documented(path: str) -> None:
    assert path in SAID


@pytest.mark.parametrize(("path", "command"), list(commands(get_command(app), "roadstead")))
def test_every_command_and_option_explains_itself(path: str, command: typer.core.TyperCommand) -> None:
    assert command.help
    for option in command.params:
        if option.param_type_name == "option" and option.name != "help":
            assert getattr(option, "help", None), f"{path} {option.opts[0]}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: object) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text):
        assert (page.parent / target).exists(), f"{page.name} leads to {target}"


def test_variables_of_the_environment_are_documented() -> None:
    text = (ROOT / "src/roadstead/config/environment.py").read_text(encoding="utf-8")
    for variable in sorted(set(re.findall(r'"((?:ROADSTEAD_[A-Z_]+|DATABASE_URL))"', text))):
        assert variable in SAID, f"{variable} stands in no page"


def test_decisions_are_numbered_once() -> None:
    numbers = [path.name[:4] for path in (ROOT / "docs/adr").glob("*.md")]
    assert all(number.isdigit() for number in numbers)
    assert len(numbers) == len(set(numbers))
