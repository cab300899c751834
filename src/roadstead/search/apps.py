from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig, apps


class SearchConfig(AppConfig):
    name = "roadstead.search"
    label = "search"

    def ready(self) -> None:
        # Every app says in its searched.py what of it is found, and by which of its texts.
        for app in apps.get_app_configs():
            if app.name.startswith("roadstead.") and find_spec(f"{app.name}.searched"):
                import_module(f"{app.name}.searched")
