from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "roadstead.registry"
    label = "registry"
