"""`send_subscriptions`: tell whoever asked of new editions; run it every few minutes, as often as you like."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from roadstead.advisories.subscriptions import worker
from roadstead.advisories.subscriptions.actions import queueing, working
from roadstead.common.access.viewer import system


class Command(BaseCommand):
    help = "Tell subscribers and webhooks of new editions of the advisory: what is due, each of them once."

    def handle(self, *args: Any, **options: Any) -> None:
        by = system("roadstead manage send_subscriptions")
        queued = queueing.notice_editions(by=by)
        mail, calls = worker.send_messages(by), worker.send_deliveries(by)
        ended = {
            name: getattr(mail, name) + getattr(calls, name) for name in ("sent", "put_off", "given_up", "not_known")
        }
        working.tell_run(**ended, by=by)
        if queued:
            self.stdout.write(f"{queued} queued of editions that came otherwise.")
        self.stdout.write(f"{mail.sent} messages and {calls.sent} webhooks sent.")
        if ended["put_off"] or ended["given_up"] or ended["not_known"]:
            trouble = f"{ended['put_off']} put off, {ended['given_up']} given up, {ended['not_known']} not known"
            said = f"{trouble}: see /desk/editions/messages/."
            raise CommandError(said)
