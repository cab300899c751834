from importlib import import_module
from pathlib import Path

from django.apps import AppConfig, apps
from django.core import checks


class AuditConfig(AppConfig):
    name = "roadstead.audit"
    label = "audit"

    def ready(self) -> None:
        from roadstead.audit import guards

        # Every app's events and names of records, so that any of them can be told on a page of any other.
        for app in apps.get_app_configs():
            if app.name.startswith("roadstead."):
                for module in sorted(Path(app.path).glob("*events.py")) + sorted(Path(app.path).glob("subjects.py")):
                    import_module(f"{app.name}.{module.stem}")
        import_module("roadstead.audit.told")
        checks.register(guards.check, checks.Tags.database)
