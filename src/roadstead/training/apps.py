from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "roadstead.training"
    label = "training"
