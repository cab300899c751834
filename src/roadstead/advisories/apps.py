from django.apps import AppConfig


class AdvisoriesConfig(AppConfig):
    name = "roadstead.advisories"
    label = "advisories"
