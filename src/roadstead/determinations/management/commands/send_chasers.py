"""`send_chasers`: tell who answers for a case that its days run out; run it once a day, or as often as you like."""

from typing import Any

from django.core.management.base import BaseCommand

from roadstead.common.access.viewer import system
from roadstead.determinations.actions.chasing import send_chaser
from roadstead.determinations.queries.chasing import due


class Command(BaseCommand):
    help = "Tell those who answer for a case that the days of its government run out, once for each threshold."

    def handle(self, *args: Any, **options: Any) -> None:
        by = system("roadstead manage send_chasers")
        told = [send_chaser(case=case, days=days, by=by) for case, _clock, days in due(by)]
        self.stdout.write(f"{len(told)} cases, {sum(told)} people told.")
