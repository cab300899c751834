"""Further names of a port facility: what else it is called, and was called."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.registry.actions.facilities import held_to_keep
from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.enums import FacilityNameKind
from roadstead.registry.facility_events import FacilityNamed, FacilityNameRemoved
from roadstead.registry.models import Facility, FacilityName

LONGEST = 200  # characters


@action
def add_name(
    *, facility: Facility, name: str, kind: FacilityNameKind, source: str, by: Viewer, until: date | None = None
) -> FacilityName:
    """Give a facility another name. Raises PermissionDenied; RegisterError; DoesNotExist where it may not be read."""
    held = held_to_keep(facility, by)
    new, where = (" ".join(text.replace("\0", "").split()) for text in (name, source))
    if not fold(new):
        raise RegisterError(_("A name has letters or digits."), "name")
    if not where:
        raise RegisterError(_("Say where this name is from."), "source")
    if len(new) > LONGEST or len(where) > LONGEST:
        long = "name" if len(new) > LONGEST else "source"
        raise RegisterError(_("At most %(most)s characters are kept here.") % {"most": LONGEST}, long)
    if until is not None and until > clock.today():
        raise RegisterError(_("That day is yet to come."), "until")
    if fold(new) == held.folded:
        raise RegisterError(_("This is the facility’s name already."), "name")
    kept = FacilityName(facility=held, name=new, kind=kind, folded=fold(new), until=until, source=where)
    kept.as_of = clock.today()
    try:
        with transaction.atomic():
            kept.save()
    except IntegrityError as error:
        raise RegisterError(_("The facility already has this name."), "name") from error
    record(FacilityNamed(kind=FacilityNameKind(kind).value), subject=held, by=by)
    return kept


@action
def remove_name(*, facility: Facility, name: int, by: Viewer) -> None:
    """Take a name away. Raises as `add_name` does."""
    held = held_to_keep(facility, by)
    found = FacilityName.objects.filter(facility=held.pk, pk=name).stated().first()
    if found is None:
        raise RegisterError(_("The name was removed already."))
    kind = found.kind
    found.delete()
    record(FacilityNameRemoved(kind=kind), subject=held, by=by)
