from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "roadstead.audit"
    label = "audit"
