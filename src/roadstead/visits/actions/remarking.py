"""What a host’s own people say of what was observed, beside the words of the programme."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.accounts import readers
from roadstead.accounts.actions.notices import notify
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.observed_parts import person_of, recommends_as, side_of
from roadstead.visits.models import Observation, ObservationRemark
from roadstead.visits.models.remarks import LONGEST_REMARK
from roadstead.visits.observed_enums import ObservationState, Side
from roadstead.visits.observed_events import ObservationRemarked
from roadstead.visits.observed_shape import ObservedError, text_of

TOLD = "/desk/observations/{}/"


@action
def remark_on(*, observation: Observation, uid: UUID, text: str, by: Viewer) -> ObservationRemark:
    """Say, as the host, what one thinks of an observation that was shared. The same `uid` again says nothing more.

    Who wrote it is told, without the text. Raises PermissionDenied, ObservedError; DoesNotExist where it is withheld.
    """
    held: Observation = Observation.objects.visible_to(by).select_for_update().get(pk=observation.pk)
    recommends_as(by, held.country_id, held.facility_id)
    if side_of(by) is not Side.HOST:
        raise PermissionDenied(_("Remarks are the host’s. Write the host’s words into the observation itself."))
    if held.mark != Mark.PARTNER or held.state == ObservationState.WITHDRAWN:
        raise ObservedError(_("It is not shared with its State any more."))
    said = text_of(text, most=LONGEST_REMARK, field="text", must=_("Write your remark."))
    fields = {"observation": held, "text": said, "by_id": person_of(by), "at": clock.now()}
    rows = ObservationRemark.objects.for_the_system("whether this form was sent before")
    made, new = rows.get_or_create(uid=uid, defaults=fields)
    if made.observation_id != held.pk or made.by_id != by.user_id:
        raise ObservedError(_("This form was sent before. Open a new one, and put your text into it."))
    if not new:
        unchanged()
        return made
    for person in readers.staff_among({held.noted_by_id}):
        notify(person, _("The host remarked on something that you observed."), TOLD.format(held.pk))
    record(ObservationRemarked(), subject=held, by=by)
    return made
