from django.apps import AppConfig


class ArrivalsConfig(AppConfig):
    name = "roadstead.arrivals"
    label = "arrivals"
