"""`check_files`: is every attached file there and whole, and does nothing else lie beside them?"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from roadstead.files.checking import Report, check


class Command(BaseCommand):
    help = "Read every attached file and compare it with its digest. Exit status 1 if not all is well."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--remove-orphans", action="store_true", help="remove files that belong to nothing, older than a day"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        report = check(remove_orphans=options["remove_orphans"])
        self.stdout.write("\n".join(lines(report)))
        if not report.is_good:
            raise CommandError(_("Not all is well with the attached files; the lines above name what is wrong."))


def lines(report: Report) -> list[str]:
    """The report, one line for each thing found."""
    return [
        _("%(number)s files were read.") % {"number": report.checked},
        *(_("missing: %s (fetch it from a backup)") % digest for digest in report.missing),
        *(_("damaged: %s (fetch it from a backup)") % digest for digest in report.damaged),
        *(_("belongs to nothing: %s (--remove-orphans removes it)") % path for path in report.orphaned),
        *([_("%s files belong to nothing yet; they are younger than a day.") % report.young] * bool(report.young)),
        *([_("%s files that belonged to nothing were removed.") % report.removed] * bool(report.removed)),
    ]
