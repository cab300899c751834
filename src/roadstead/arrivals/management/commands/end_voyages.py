"""`end_voyages`: arrivals are over a day after their ships came; run it as often as you like."""

from typing import Any

from django.core.management.base import BaseCommand

from roadstead.arrivals.actions.ending import end_voyages
from roadstead.common.access.viewer import system


class Command(BaseCommand):
    help = "Have arrivals be over a day after their ships came, where nobody has anything to do about them."

    def handle(self, *args: Any, **options: Any) -> None:
        ended = end_voyages(by=system("roadstead manage end_voyages"))
        self.stdout.write(f"{ended} arrivals are over.")
