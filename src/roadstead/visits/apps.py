from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "roadstead.visits"
    label = "visits"
