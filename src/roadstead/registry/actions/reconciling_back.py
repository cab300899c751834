"""Taking a decision of identity back, with what it wrote."""

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.facilities import take_back
from roadstead.registry.actions.facility_names import remove_name
from roadstead.registry.actions.keeping import RegisterError, must_keep
from roadstead.registry.actions.reconciling import reason, source_of
from roadstead.registry.models import Facility, FacilityName, Identity
from roadstead.registry.queries.facilities import facilities
from roadstead.registry.queries.identities import identities
from roadstead.registry.reach import may_reach, person_of, reach_of
from roadstead.registry.reconciling_events import IdentityReversed


@action
def reverse_identity(*, identity: Identity, why: str, by: Viewer) -> Identity:
    """Take a decision back: the names and ports that it brought go, where nobody has changed them since.

    Raises PermissionDenied; RegisterError where it was taken back already; DoesNotExist where it may not be read.
    """
    pk = identities(by).get(pk=identity.pk).pk
    held: Identity = Identity.objects.visible_to(by).select_for_update(of=("self",)).get(pk=pk)
    must_keep(by, held.country_id)
    said = reason(why)
    if held.reversed_at is not None:
        raise RegisterError(_("It was taken back already."))
    for name in FacilityName.objects.visible_to(by).filter(pk__in=held.brought.get("names", [])):
        remove_name(facility=Facility(pk=name.facility_id), name=name.pk, by=by)
    _displace(held, by)
    held.reversed_by_id, held.reversed_at, held.reversed_why = person_of(by), clock.now(), said
    held.save(update_fields=["reversed_by", "reversed_at", "reversed_why"])
    about = Facility.objects.visible_to(by).filter(pk=held.facility_id or 0).first()
    record(IdentityReversed(same=held.same, identity=held.pk), subject=about or held, by=by)
    return held


def _displace(held: Identity, by: Viewer) -> None:
    """Take the port out again where it is still there by this decision."""
    for one in facilities(by).filter(pk__in=held.brought.get("ports", []), port=held.port_id).order_by("pk"):
        by_this = one.corrected.get("port", {}).get("source") == source_of(held)
        if by_this and may_reach(by, reach_of(one)):
            take_back(facility=one, revision=one.revision, field="port", by=by)
