from importlib import import_module

from django.apps import AppConfig


class DeterminationsConfig(AppConfig):
    name = "roadstead.determinations"
    label = "determinations"

    def ready(self) -> None:
        import_module("roadstead.determinations.reminded")  # it tells engagement below of what cases remind
