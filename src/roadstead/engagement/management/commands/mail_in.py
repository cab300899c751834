"""`mail_in`: a message on standard input becomes a draft of the officer who sends it; a mail server pipes it here."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from roadstead.accounts import queries
from roadstead.common.access.permission import Permission
from roadstead.engagement.actions.bringing_in import bring_in
from roadstead.engagement.actions.interaction_shape import InteractionError
from roadstead.engagement.brought.draft import LARGEST, BroughtError


class Command(BaseCommand):
    help = (
        "Take a message from standard input and make it a draft of one officer. Who that is, the mail server says "
        "after it has checked the sender (SPF, DKIM): the message itself can claim anything."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("officer", help="the address by which the officer signs in")

    def handle(self, *args: Any, **options: Any) -> None:
        person = queries.person_with(options["officer"])
        by = queries.viewer_of(person) if person is not None else None
        if by is None or not by.may(Permission.KEEP_ENGAGEMENT):
            raise CommandError("No officer signs in with that address.", returncode=2)
        content = sys.stdin.buffer.read(LARGEST + 1)
        try:
            landed = bring_in(file_name="message.eml", content=content, by=by)
        except (BroughtError, InteractionError) as error:
            raise CommandError(str(error), returncode=2) from error
        became = "A draft" if not landed.met else "Updated" if landed.updated else "Met again"
        self.stdout.write(f"{became}: /desk/engagement/{landed.interaction.pk}/")
        for line in landed.left:
            self.stderr.write(line)
