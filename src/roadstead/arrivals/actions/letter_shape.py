"""What the actions on letters share."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.models import Arrival, Letter
from roadstead.arrivals.queries.letters import whole
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer


class StaleLetterError(ArrivalError):
    """Somebody else changed the draft meanwhile. current: as it stands now."""

    def __init__(self, current: Letter) -> None:
        said = _("%(who)s has changed this draft while you had it open. What you typed is still here; look at both.")
        super().__init__(said % {"who": current.written_by.name})
        self.current = current


def person(by: Viewer) -> int:
    """Letters are people's work. Raises PermissionDenied for programs."""
    if by.user_id is None or by.token_id is not None:
        raise PermissionDenied(_("Letters are written and signed by people."))
    return by.user_id


def hold_arrival(arrival: Arrival, by: Viewer) -> Arrival:
    """The arrival, held for writing. Raises DoesNotExist."""
    return Arrival.objects.visible_to(by).select_for_update(of=("self",)).get(pk=arrival.pk)


def hold_draft(letter: Letter, by: Viewer) -> Letter:
    """A letter that may still be changed, held for writing, and by whom it may.

    Raises DoesNotExist; PermissionDenied; ArrivalError that says who signed it.
    """
    # Without the signer joined: PostgreSQL reads again, after the wait, what it held, but not what is joined to it.
    held: Letter = whole(Letter.objects.visible_to(by).select_for_update(of=("self",)).get(pk=letter.pk), by)
    by.must(Permission.ACT_ON_ARRIVALS, zone=held.zone_id)
    person(by)
    if held.signed_by is not None:
        said = _("%(who)s has signed it already, as %(reference)s. A signed letter is withdrawn by a new one.")
        raise ArrivalError(said % {"who": held.signed_by.name, "reference": held.reference})
    return held
