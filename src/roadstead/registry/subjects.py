"""How records of the registry are named in the record of what was done."""

from collections.abc import Collection, Mapping

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from roadstead.audit import subjects
from roadstead.audit.subjects import Named
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.organisations import organisations


def organisation_names(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    """The names of what a viewer may read, with its page on the desk for who works there."""
    rows = organisations(viewer).filter(pk__in=subjects.numbers(keys)).values_list("pk", "name")
    desk = viewer.holds(Permission.READ_PROGRAMME)
    return {
        str(pk): Named(f"“{name}”", reverse("registry:desk_organisation", args=[pk]) if desk else "")
        for pk, name in rows
    }


subjects.register("registry.organisation", _("Organisation"), organisation_names)
