from importlib import import_module

from django.apps import AppConfig
from django.core import checks


class DeterminationsConfig(AppConfig):
    name = "roadstead.determinations"
    label = "determinations"

    def ready(self) -> None:
        from roadstead.determinations import packet_guard

        checks.register(packet_guard.check, checks.Tags.database)
        import_module("roadstead.determinations.reminded")  # it tells engagement below of what cases remind
