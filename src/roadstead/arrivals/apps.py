from importlib import import_module

from django.apps import AppConfig
from django.core import checks


class ArrivalsConfig(AppConfig):
    name = "roadstead.arrivals"
    label = "arrivals"

    def ready(self) -> None:
        from roadstead.arrivals import log_guard

        checks.register(log_guard.check, checks.Tags.database)
        import_module("roadstead.arrivals.touched")  # it tells the advisory below whose ships an edition touches
