"""`index_search`: make the index of search anew, or say in what it differs from the records."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from roadstead.search.building import build, differences, is_built, lacking
from roadstead.search.kinds import KINDS

MOST_SHOWN = 20


class Command(BaseCommand):
    help = "Make the index of search anew. Repeatable; nothing is found through it that its reader may not read."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", nargs="*", help=f"some of {', '.join(KINDS)}; all where none is named")
        parser.add_argument("--check", action="store_true", help="only say in what it differs from the records")
        parser.add_argument("--if-needed", action="store_true", help="only what is missing, or was made in another way")

    def handle(self, *args: Any, **options: Any) -> None:
        if unknown := set(options["kind"]) - set(KINDS):
            raise CommandError(_("There is no kind %(kind)s.") % {"kind": ", ".join(sorted(unknown))}, returncode=2)
        if options["check"]:
            self._check(options["kind"])
        elif not options["if_needed"]:
            self._build(options["kind"], options["verbosity"])
        elif not is_built():
            self._build([], options["verbosity"])
        elif kinds := lacking():
            self._build(kinds, options["verbosity"])

    def _build(self, kinds: list[str], verbosity: int) -> None:
        for kind, words in build(kinds).items():
            if verbosity > 0:
                self.stdout.write(f"{kind:<14}{words:>9,}")

    def _check(self, kinds: list[str]) -> None:
        found = differences(kinds)
        for one in found[:MOST_SHOWN]:
            self.stdout.write(f"{one.kind} {one.key}: +{' '.join(one.lacking)} -{' '.join(one.left_over)}")
        if found:
            told = _("%(n)s records differ from the index: run index_search.") % {"n": len(found)}
            raise CommandError(told, returncode=1)
        self.stdout.write(_("The index is current."))
