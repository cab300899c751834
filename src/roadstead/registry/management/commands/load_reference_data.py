"""`load_reference_data`: load or check the reference data and print the report."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from roadstead.registry import actions
from roadstead.registry.loading.packages import MissingPackageError
from roadstead.registry.presenters.reference import report_lines
from roadstead.search.building import build, is_built


class Command(BaseCommand):
    help = "Load countries, ports and Captain of the Port zones from the installed packages. Repeatable."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=["text", "json"], default="text", help="how to print the report")
        parser.add_argument("--force", action="store_true", help="load although nothing changed")
        parser.add_argument("--check", action="store_true", help="only say whether the loaded data are current")
        parser.add_argument("--dropped", action="store_true", help="print every row that was dropped, not only counts")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["check"]:
                self._check()
                return
            report = actions.load_reference_data(by="load_reference_data", force=options["force"])
            if report.changed and is_built():
                build()  # names of countries stand in many records
        except MissingPackageError as error:
            raise CommandError(str(error), returncode=2) from error
        if options["format"] == "json":
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False, indent=1))
        elif options["verbosity"] > 0:
            self.stdout.write("\n".join(report_lines(report, every_row=options["dropped"])))

    def _check(self) -> None:
        if not actions.is_current():
            raise CommandError(
                _("The reference data are missing or out of date: run load_reference_data."), returncode=1
            )
        self.stdout.write(_("The reference data are current."))
