"""`first_administrator`: the account that begins all others, on a new installation."""

from argparse import ArgumentParser
from dataclasses import replace
from datetime import timedelta
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.urls import reverse

from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.founding import found
from roadstead.common import clock
from roadstead.common.access.viewer import Elevated, system

WHO = "roadstead manage first_administrator"


class Command(BaseCommand):
    help = "Make the first administrator, and print the path of a page where a password is set, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the address to sign in with")
        parser.add_argument("--name", required=True, help="the name by which colleagues know this person")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            validate_email(options["email"])
        except ValidationError as error:
            raise CommandError("Write an e-mail address, as in ana.reyes@example.org.", returncode=2) from error
        if not options["name"].strip():
            raise CommandError("Give a name: --name “Ana Reyes”.", returncode=2)
        # Whoever runs commands on the server holds all power there is; the event says that it was so.
        by = replace(system(WHO), elevated=Elevated(0, WHO, clock.now() + timedelta(minutes=1)))
        try:
            person = found(email=options["email"], name=options["name"], by=by)
        except AccountsError as error:
            raise CommandError(str(error), returncode=2) from error
        key = default_token_generator.make_token(person)
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(person), "key": key})
        self.stdout.write(
            f"{person.name} is administrator. Open this page of the installation to set a password:\n{path}"
        )
        self.stdout.write("Then sign in; a second factor is asked for before anything else.")
