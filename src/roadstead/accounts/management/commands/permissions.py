"""`permissions`: the whole table role × right, and of every address who may open it, as Markdown."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import get_resolver
from django.utils.translation import override

from roadstead.accounts.presenters import addresses, tables

GUIDE = Path("docs/guides/permissions.md")


class Command(BaseCommand):
    help = "Print each role with its rights as a table; with --addresses, every address with who may open it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--addresses", action="store_true", help="print every address instead")
        parser.add_argument("--check", action="store_true", help=f"say whether {GUIDE} is up to date; exit 1 if not")
        parser.add_argument("--write", action="store_true", help=f"bring {GUIDE} up to date")

    def handle(self, *args: Any, **options: Any) -> None:
        with override("en"):
            parts = {"roles": tables.as_markdown(), "addresses": addresses.as_markdown(get_resolver().url_patterns)}
        if not options["check"] and not options["write"]:
            self.stdout.write(parts["addresses" if options["addresses"] else "roles"])
            return
        guide = Path(settings.REPOSITORY) / GUIDE
        written = guide.read_text(encoding="utf-8")
        current = written
        for name, table in parts.items():
            current = _replaced(current, name, table)
        if options["write"]:
            guide.write_text(current, encoding="utf-8")
        elif current != written:
            raise CommandError(f"{GUIDE} is out of date: run roadstead manage permissions --write.", returncode=1)


def _replaced(text: str, name: str, table: str) -> str:
    """A page with the part between its two markers replaced. Raises CommandError where a marker is missing."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, found, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise CommandError(f"{GUIDE} lacks “{begin}” and “{end}”: the table goes between them.", returncode=2)
    return f"{before}{begin}\n{table}\n{end}{after}"
