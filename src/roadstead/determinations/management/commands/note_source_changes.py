"""`note_source_changes`: flag the cases whose sources say something else now; run it once a day."""

from typing import Any

from django.core.management.base import BaseCommand

from roadstead.common.access.viewer import system
from roadstead.determinations.actions.noticing import note_changes
from roadstead.determinations.queries.sources import with_sources


class Command(BaseCommand):
    help = "Flag cases whose sources were changed since they were taken; what was signed stays as it was signed."

    def handle(self, *args: Any, **options: Any) -> None:
        by = system("roadstead manage note_source_changes")
        flagged = 0
        for case in with_sources(by):
            if numbers := note_changes(case=case, by=by):
                flagged += 1
                self.stdout.write(f"Case {case.pk}: sources {', '.join(str(one) for one in numbers)} changed.")
        self.stdout.write(f"{flagged} cases flagged.")
