from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "roadstead.accounts"
    label = "accounts"
