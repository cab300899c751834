"""`end_waivers`: bring back arrivals whose waiver of guards has ended; run it as often as you like."""

from typing import Any

from django.core.management.base import BaseCommand

from roadstead.arrivals.actions.lapsing import end_waivers
from roadstead.common.access.viewer import system


class Command(BaseCommand):
    help = "Bring arrivals whose waiver of guards has ended back before the watch."

    def handle(self, *args: Any, **options: Any) -> None:
        ended = end_waivers(by=system("roadstead manage end_waivers"))
        self.stdout.write(f"{ended} waivers of guards have ended.")
