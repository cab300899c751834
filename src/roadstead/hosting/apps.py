from django.apps import AppConfig


class HostingConfig(AppConfig):
    name = "roadstead.hosting"
    label = "hosting"
