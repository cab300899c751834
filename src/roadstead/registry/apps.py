from importlib import import_module
from pathlib import Path

from django.apps import AppConfig, apps
from django.core import checks


class RegistryConfig(AppConfig):
    name = "roadstead.registry"
    label = "registry"

    def ready(self) -> None:
        from roadstead.registry import guards

        # What each app knows to be open with a country, for the list that goes with a hand-over.
        for app in apps.get_app_configs():
            if app.name.startswith("roadstead.") and (Path(app.path) / "unfinished.py").exists():
                import_module(f"{app.name}.unfinished")
        checks.register(guards.check, checks.Tags.database)
