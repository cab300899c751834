"""Tags of the pages of accounts."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from roadstead.accounts.events import role_name
from roadstead.accounts.scopes import named
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Held

register = template.Library()
SHOWN = 4  # things that a role reaches; the rest stands with the role itself


@register.simple_tag
def through(held: Held, permission: Permission) -> SafeString:
    """The role that gives a right, as a link to where it says who gave it and why; with what it reaches, if asked."""
    link = format_html('<a href="#role-{}">{}</a>', held.role, role_name(held.role))
    if not permission.asked_of or held.scopes is None:
        return link
    values = sorted(scope.value for scope in held.scopes)
    said = ", ".join(named(value) for value in values[:SHOWN]) + (" …" if len(values) > SHOWN else "")
    return format_html(_("{} for {}"), link, said)


@register.simple_tag
def ticked(value: str, chosen: Any) -> bool:
    """Whether one entry of a choice of several was chosen."""
    return value in (chosen or ())
