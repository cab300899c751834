"""What the security officer of a port facility reads of what was seen, and recommended, at that very facility."""

from typing import Any

from django.db.models import F, Q

from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.facilities import own_facilities


def at_own_facility(model: Any, viewer: Viewer) -> Q:
    """What was shared with its own State, about the facility whose officer somebody is. `model` has both."""
    if not _is_officer(viewer):
        return Q(pk__in=())
    mine = f"{model._meta.model_name}_id"
    links = model.states.through._default_manager
    told = links.filter(country_id=F(f"{model._meta.model_name}__country_id")).values(mine)
    return Q(mark=Mark.PARTNER, facility__in=own_facilities(viewer).order_by().values("pk"), pk__in=told)


def shared_around(model: Any, viewer: Viewer) -> Q:
    """What was shared with the State in which the facility lies whose officer somebody is."""
    if not _is_officer(viewer):
        return Q(pk__in=())
    around = own_facilities(viewer).order_by().values("country")
    told = model.states.through._default_manager.filter(country_id__in=around)
    return Q(mark=Mark.PARTNER, pk__in=told.values(f"{model._meta.model_name}_id"))


def _is_officer(viewer: Viewer) -> bool:
    """Whether somebody answers for named facilities; nobody holds that right everywhere."""
    return bool(viewer.reach(Permission.READ_OWN_FACILITY, ScopeKind.FACILITY))
