"""What a merge of two entries would do, and what stands against it; nothing is written."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from roadstead.common.access.viewer import Viewer
from roadstead.registry import followers
from roadstead.registry.actions.keeping import keeps
from roadstead.registry.actions.merging_marks import stricter
from roadstead.registry.enums import Answer, RequestState
from roadstead.registry.facility_fields import LABELS, as_plain
from roadstead.registry.models import Facility, FacilityProposal
from roadstead.registry.reach import Reach, may_reach, reach_of

# What is chosen together; every other field is chosen by itself.
TOGETHER = {"position": ("latitude", "longitude"), "source": ("source", "as_of")}
CHOSEN = {
    **{name: (name,) for name in LABELS if name not in ("country", "latitude", "longitude", "source", "as_of")},
    **TOGETHER,
}
KEPT, MERGED = "kept", "merged"


@dataclass(frozen=True, slots=True)
class Preview:
    """differ: the choices to make, keys of CHOSEN; follows: of each kind its word, how many follow and how many stay.

    against: what refuses the merge, in words; two_numbers: whether both numbers are in force, which must be explained;
    reach: whom the entry reaches afterwards; seen: the state of both that was looked at.
    """

    differ: tuple[str, ...]
    follows: tuple[tuple[Any, int, int], ...]
    against: tuple[str, ...]
    two_numbers: bool
    reach: Reach
    seen: str


def preview(kept: Facility, merged: Facility, viewer: Viewer) -> Preview:
    """What would become of two entries that a viewer may read."""
    reaches = (reach_of(kept), reach_of(merged))
    follows = [_follows(one, kept, merged, viewer) for one in followers.FOLLOWERS.values()]
    against = tuple(_against(kept, merged, viewer))
    state = [[_state(one, reach) for one, reach in zip((kept, merged), reaches, strict=True)], against]
    counts = [[moving, staying] for _word, moving, staying in follows]
    return Preview(
        differ=tuple(differ(kept, merged)),
        follows=tuple(follows),
        against=against,
        two_numbers=all(one.number and one.plan_withdrawn != Answer.YES for one in (kept, merged)),
        reach=stricter(*reaches),
        seen=hashlib.sha256(json.dumps([state, counts], sort_keys=True).encode()).hexdigest()[:32],
    )


def differ(kept: Facility, merged: Facility) -> list[str]:
    """The choices to make: what the two say otherwise, an empty field among it."""
    one, other = as_plain(kept, LABELS), as_plain(merged, LABELS)
    return [key for key, fields in CHOSEN.items() if any(one[name] != other[name] for name in fields)]


def _follows(one: followers.Follower, kept: Facility, merged: Facility, viewer: Viewer) -> tuple[Any, int, int]:
    """How many records of a kind follow and stay, of those that the viewer may know of."""
    moving, staying = one.moving(kept, merged, viewer), one.staying(kept, merged, viewer)
    return one.word, one.seen(moving, viewer), one.seen(staying, viewer)


def _against(kept: Facility, merged: Facility, viewer: Viewer) -> list[str]:
    both, found = (kept, merged), []
    if kept.pk == merged.pk:
        return [_("An entry is not merged with itself.")]
    if lacking := followers.unknown():
        found.append(
            _("It is not said what becomes of %(relations)s; nothing is merged before it is.")
            % {"relations": ", ".join(lacking)}
        )
    if kept.country_id != merged.country_id:
        found.append(_("They are of two countries: %(one)s and %(other)s.") % _codes(kept, merged))
    if any(one.merged_into_id is not None for one in both):
        found.append(_("One of them was merged into another already. Open the entry that is kept."))
    if not all(keeps(viewer, one.country_id) for one in both):
        found.append(_("The register of this country is not yours to keep."))
    if not all(may_reach(viewer, reach_of(one)) for one in both):
        found.append(_("You may not speak to all with whom they are shared."))
    proposals = FacilityProposal.objects.for_the_system("whether a proposal waits")
    waiting = proposals.filter(facility__in=[one.pk for one in both], state=RequestState.OPEN).count()
    if waiting:
        found.append(_("A proposal of a partner waits for one of them. Answer it first."))
    return found


def _codes(kept: Facility, merged: Facility) -> dict[str, str]:
    return {"one": kept.country_id, "other": merged.country_id}


def _state(one: Facility, reach: Reach) -> list[Any]:
    people = [reach.mark.value, sorted(reach.states), sorted(reach.people)]
    return [one.pk, one.revision, one.merged_into_id, as_plain(one, LABELS), one.corrected, people]
