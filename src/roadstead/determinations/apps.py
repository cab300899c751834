from django.apps import AppConfig


class DeterminationsConfig(AppConfig):
    name = "roadstead.determinations"
    label = "determinations"
