from django.apps import AppConfig
from django.core import checks


class VisitsConfig(AppConfig):
    name = "roadstead.visits"
    label = "visits"

    def ready(self) -> None:
        from roadstead.visits import state_guard

        checks.register(state_guard.check, checks.Tags.database)
