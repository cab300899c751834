from importlib import import_module

from django.apps import AppConfig


class AnalyticsConfig(AppConfig):
    name = "roadstead.analytics"
    label = "analytics"

    def ready(self) -> None:
        import_module("roadstead.analytics.case_counts")  # it tells determinations below who counts ships
        import_module("roadstead.analytics.host_traffic")  # and hosting, where ships from a country call
