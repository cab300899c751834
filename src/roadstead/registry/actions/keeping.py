"""Who may keep a record of the register, and when it was changed by somebody else in between."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.common.access.marks import Marked
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer


class RegisterError(ValueError):
    """What was asked cannot be done; `field` names the field that is wrong, if it is one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class StaleError(RegisterError):
    """Somebody changed the record first; `current` is how it stands now."""

    def __init__(self, current: Marked) -> None:
        super().__init__(_("Somebody changed this after you opened it. Nothing of yours was saved yet."))
        self.current = current


def must_keep(by: Viewer, country: str | None) -> None:
    """Raises PermissionDenied where somebody does not keep the register of a country; None: of what has no country."""
    if country:
        by.must(Permission.KEEP_REGISTER, country=country)
    elif by.reach(Permission.KEEP_REGISTER, ScopeKind.COUNTRY) is not None:
        raise PermissionDenied(_("What belongs to no country is kept by who keeps the register of every country."))


def keeps(by: Viewer, country: str | None) -> bool:
    """Whether somebody keeps the register of a country; None: of what has no country."""
    if country:
        return by.may(Permission.KEEP_REGISTER, country=country)
    return by.reach(Permission.KEEP_REGISTER, ScopeKind.COUNTRY) is None
