"""`take_in_folder`: take in files with notices that other programs put into a folder; run it as often as you like."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from roadstead.arrivals.folder import take_in_folder
from roadstead.common.access.viewer import system


class Command(BaseCommand):
    help = "Take in files with notices from a folder; each is moved to “done” or “rejected”, with a report beside it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", help="the folder; ROADSTEAD_NOTICES_FOLDER where none is named")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(options["folder"]) if options["folder"] else settings.NOTICES_FOLDER
        if folder is None:
            raise CommandError("No folder is named. Say which, or set ROADSTEAD_NOTICES_FOLDER.")
        if not folder.is_dir():
            raise CommandError(f"{folder}: there is no such folder. Make it, so that files can be put into it.")
        try:
            done, rejected = take_in_folder(folder, by=system("roadstead manage take_in_folder"))
        except OSError as error:
            raise CommandError(f"{folder}: {error.strerror or error}") from error
        if done or rejected:
            self.stdout.write(f"{done} files taken in, {rejected} rejected.")
