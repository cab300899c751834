"""`send_questions`: send the links of questions that could not be sent when they were asked; as often as you like."""

from typing import Any

from django.core.management.base import BaseCommand

from roadstead.arrivals.actions.question_sending import send_again
from roadstead.common.access.viewer import system


class Command(BaseCommand):
    help = "Send the links of questions to the ship’s side that could not be sent when they were asked."

    def handle(self, *args: Any, **options: Any) -> None:
        sent, failed = send_again(by=system("roadstead manage send_questions"))
        self.stdout.write(f"{sent} questions were sent, {failed} could not be.")
