"""`judge_again`: judge stored notices under the rule book in force; run it every minute, as often as you like."""

from typing import Any

from django.core.management.base import BaseCommand

from roadstead.advisories import books
from roadstead.arrivals.actions.judging import judge_again
from roadstead.common.access.viewer import system


class Command(BaseCommand):
    help = "Judge every stored notice that was judged under another rule book; what changed waits for a person."

    def handle(self, *args: Any, **options: Any) -> None:
        by = system("roadstead manage judge_again")
        looked_at = changed = 0
        with books.one_book():
            while (part := judge_again(by=by))[0]:
                looked_at, changed = looked_at + part[0], changed + part[1]
        self.stdout.write(f"{looked_at} notices judged again, {changed} came to something else.")
