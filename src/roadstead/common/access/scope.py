"""What a right reaches: countries, facilities, a company, Captain of the Port zones, or everywhere."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ScopeKind(TextChoices):
    """One kind of thing that a role can be limited to; its values are codes, as in contracts: NG, NGAPP-0001."""

    COUNTRY = "country", _("countries")
    FACILITY = "facility", _("port facilities")
    COMPANY = "company", _("companies")
    ZONE = "zone", _("Captain of the Port zones")


@dataclass(frozen=True, slots=True, order=True)
class Scope:
    """One thing that a right reaches."""

    kind: ScopeKind
    value: str

    def __str__(self) -> str:
        return f"{self.kind.value} {self.value}"


class ScopeError(TypeError):
    """A permission was asked for with a scope of the wrong kind, or without one: a mistake of the program."""
