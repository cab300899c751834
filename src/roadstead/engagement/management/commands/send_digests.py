"""`send_digests`: the reminders of today to every officer; run it once a day, or as often as you like."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from roadstead.accounts import officers, queries
from roadstead.common import clock
from roadstead.common.access.viewer import system
from roadstead.engagement.actions.digests import send_digest
from roadstead.engagement.presenters.digests import digest


class Command(BaseCommand):
    help = (
        "Send each officer today’s reminders by mail, once a day: promises overdue, silent countries, changed people."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        today, sent, failed = clock.today(), 0, 0
        for person in officers.officers().order_by("pk"):
            said = digest(queries.viewer_of(person), person.name)
            if said is None:
                continue
            try:
                sent += send_digest(person=person.pk, on=today, by=system("roadstead manage send_digests"), **said)
            except OSError as error:
                failed += 1
                self.stderr.write(f"The reminders of account {person.pk} could not be sent: {error}")
        self.stdout.write(f"{sent} sent.")
        if failed:
            raise CommandError(f"{failed} could not be sent. Run the command again; nobody is sent them twice.")
