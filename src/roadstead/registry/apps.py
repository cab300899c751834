from importlib import import_module
from pathlib import Path

from django.apps import AppConfig, apps
from django.core import checks

# What apps tell the registry: what is open with a country, for the list of a hand-over; what took place with it;
# facilities that their documents print; and what becomes of their records when two entries of a facility are merged.
TOLD = ("unfinished", "timeline", "printed_facilities", "facility_followers")


class RegistryConfig(AppConfig):
    name = "roadstead.registry"
    label = "registry"

    def ready(self) -> None:
        from roadstead.registry import guards

        for app in apps.get_app_configs():
            for module in TOLD if app.name.startswith("roadstead.") else ():
                if (Path(app.path) / f"{module}.py").exists():
                    import_module(f"{app.name}.{module}")
        checks.register(guards.check, checks.Tags.database)
