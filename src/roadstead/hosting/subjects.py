"""How requests, host units and links are named in the record of what was done."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy

from roadstead.audit import subjects
from roadstead.audit.subjects import Named
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.models import HostUnit
from roadstead.hosting.naming import name_of
from roadstead.hosting.queries.links import links_for
from roadstead.hosting.queries.requests import requests


def _requests(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    rows = requests(viewer).filter(pk__in=subjects.numbers(keys)).select_related("country")
    face = "desk" if viewer.holds(Permission.READ_PROGRAMME) else "partner"
    return {str(one.pk): Named(name_of(one), f"/{face}/hosting/{one.pk}/") for one in rows}


def _units(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    rows = HostUnit.objects.visible_to(viewer).filter(pk__in=subjects.numbers(keys))
    return {str(one.pk): Named(one.name, f"/desk/hosting/units/{one.pk}/") for one in rows}


def _links(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
    rows = links_for(viewer).filter(pk__in=subjects.numbers(keys))
    return {str(one.pk): Named(one.country.name, "/desk/hosting/links/") for one in rows}


subjects.register("hosting.hostingrequest", gettext_lazy("Reciprocal visit"), _requests)
subjects.register("hosting.hostunit", gettext_lazy("Host unit"), _units)
subjects.register("hosting.asklink", gettext_lazy("Link to ask for a reciprocal visit"), _links)
