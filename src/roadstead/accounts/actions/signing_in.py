"""Signing in and out, and passwords: what allauth does, with its events."""

from collections.abc import Callable
from typing import Any

from roadstead.accounts.models import User
from roadstead.accounts.security_events import AddressChanged, PasswordChanged, SignedIn, SignedOut, SignInFailed
from roadstead.audit.actions import action, record, unchanged
from roadstead.common.access.viewer import Viewer


@action
def signed_in(*, person: User, means: list[str], address: str, by: Viewer) -> None:
    """A person has signed in; `means` are those of security_events.MEANS."""
    record(SignedIn(means=means, address=address), subject=person, by=by)


@action
def sign_in_failed(*, person: User, means: str, by: Viewer) -> None:
    """Somebody failed to sign in to an account. `by` is the public: nobody knows who it was."""
    record(SignInFailed(means=means), subject=person, by=by)


@action
def signed_out(*, person: User, by: Viewer) -> None:
    """A person signs out."""
    record(SignedOut(), subject=person, by=by)


@action
def change_password(*, person: User, password: str, by_link: bool, by: Viewer) -> None:
    """Give a person a password that was checked against the rules; every other session is out with it."""
    person.set_password(password)
    person.save(update_fields=["password"])
    record(PasswordChanged(by_link=by_link), subject=person, by=by)


@action
def change_address(*, person: User, change: Callable[[], Any], by: Viewer) -> Any:
    """Let allauth prove an address; says so if the account has another one after it. Returns what `change` does."""
    old = person.email
    result = change()
    person.refresh_from_db(fields=["email"])
    if person.email == old:
        unchanged()
    else:
        record(AddressChanged(old=old, new=person.email), subject=person, by=by, about=person.pk)
    return result
