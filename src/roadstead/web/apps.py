from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "roadstead.web"
    label = "web"
