"""`invent_notices`: one step of the demonstration's notices; the worker runs it while the product is tried out."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from roadstead.accounts import demonstration as people
from roadstead.accounts import queries
from roadstead.arrivals import demonstration


class Command(BaseCommand):
    help = "Have one more invented notice come in, and make a part of the invented year. Nothing in production."

    def handle(self, *args: Any, **options: Any) -> None:
        headquarters, watch = people.sign_in_as("headquarters"), people.sign_in_as("watch")
        if settings.ENVIRONMENT.production or headquarters is None:
            return
        deciding = queries.viewer_of(watch) if watch else None
        cast = demonstration.Cast(by=queries.viewer_of(headquarters), watch=deciding)
        if done := demonstration.go_on(cast=cast):
            self.stdout.write(done)
