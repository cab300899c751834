"""What becomes of the registry's own records, and of files, when two entries of a facility are merged."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.files import actions, queries
from roadstead.registry.followers import Follower, Keys, by_column, register, stays
from roadstead.registry.models import Facility, FacilityName, FacilityProposal, Identity


def _moving(kept: Facility, merged: Facility, by: Viewer) -> Keys:
    there = set(queries.attachments_of(kept, by).values_list("file", flat=True))
    return [one.pk for one in queries.attachments_of(merged, by) if one.file_id not in there]


def _staying(kept: Facility, merged: Facility, by: Viewer) -> Keys:
    moving = _moving(kept, merged, by)
    return [one.pk for one in queries.attachments_of(merged, by) if one.pk not in moving]


def _move(kept: Facility, merged: Facility, keys: Keys, by: Viewer) -> None:
    right: dict[str, Any] = {"may": Permission.KEEP_REGISTER, "scope": {"country": kept.country_id}}
    actions.move_attachments(origin=merged, target=kept, by=by, only=keys, **right)


def _there(kept: Facility, keys: Keys, by: Viewer) -> Keys:
    return list(queries.attachments_of(kept, by).filter(pk__in=keys).values_list("pk", flat=True))


def _seen(keys: Keys, viewer: Viewer) -> int:
    return len(keys)  # whoever reads both entries reads their files


register(by_column(FacilityName, "facility", _("other names"), same=["name"]))
register(by_column(Identity, "facility", _("decisions of identity")))
register(by_column(FacilityProposal, "facility", _("proposals that were answered")))
register(by_column(Facility, "merged_into", _("entries that were merged into it before")))
register(Follower("files", _("files"), _moving, _staying, _move, _there, _seen))
# Both sides of earlier merges stay, so that each can be undone by itself; the stricter mark is set for itself.
stays("registry.Merger.kept", "registry.Merger.merged")
stays("registry.Facility_states.facility", "registry.Facility_people.facility")
