from django.apps import AppConfig


class AnalyticsConfig(AppConfig):
    name = "roadstead.analytics"
    label = "analytics"
