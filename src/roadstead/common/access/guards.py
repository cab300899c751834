"""Who may open a page: said on every view, and asked before it. What a page then reads is asked again, row by row."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import NeedsElevation, NeedsSecondFactor, Viewer

View = TypeVar("View", bound=Callable[..., Any])  # operations of the API answer with values


@dataclass(frozen=True, slots=True)
class Access:
    """Who may open a page: everyone, whoever is signed in, or who holds one of some rights anywhere."""

    signed_in: bool
    any_of: tuple[Permission, ...] = ()

    def __str__(self) -> str:
        return " | ".join(one.value for one in self.any_of) or ("signed in" if self.signed_in else "anyone")


OPEN, SIGNED_IN = Access(signed_in=False), Access(signed_in=True)


def open_to_all(view: View) -> View:
    """A page for everyone. Without this, or one of the two below, a page asks for a sign-in."""
    view.access = OPEN  # type: ignore[attr-defined]
    view.login_required = False  # type: ignore[attr-defined]  # what Django's own middleware reads
    return view


def signed_in(view: View) -> View:
    """A page for whoever is signed in."""
    view.access = SIGNED_IN  # type: ignore[attr-defined]
    return view


def needs(*any_of: Permission) -> Callable[[View], View]:
    """A page for who holds one of some rights anywhere. Raises PermissionDenied, NeedsElevation, NeedsSecondFactor."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            _check(viewer_of(request), any_of)
            return view(request, *args, **kwargs)

        guarded.access = Access(signed_in=True, any_of=any_of)  # type: ignore[attr-defined]
        return guarded  # type: ignore[return-value]

    return guard


def answers(*methods: str) -> Callable[[View], View]:
    """Say which methods a view answers that looks at them itself, where the table of addresses cannot see it."""

    def say(view: View) -> View:
        view.answers = methods  # type: ignore[attr-defined]
        return view

    return say


def viewer_of(request: HttpRequest) -> Viewer:
    """Who asks."""
    return request.viewer  # type: ignore[attr-defined,no-any-return]


def _check(viewer: Viewer, any_of: tuple[Permission, ...]) -> None:
    if any(viewer.holds(one) for one in any_of):
        return
    for one in any_of:
        if viewer.could(one):
            raise NeedsElevation(one)
    for one in any_of:
        if viewer.waits_for(one):
            raise NeedsSecondFactor(one)
    raise PermissionDenied(any_of[0].meaning)
