"""Certificates for those who came: each with a code by which anybody who holds it may ask whether it is true."""

from django.utils.translation import gettext as _

from roadstead.accounts import secrets
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.actions.shape import held_at, person_of
from roadstead.hosting.enums import State
from roadstead.hosting.errors import HostingError
from roadstead.hosting.events import Certified
from roadstead.hosting.models import Certificate, Delegate, HostingRequest

GROUP, GROUPS = 5, 4  # characters of a code: 80 bits, typed in groups


@action
def issue_certificates(*, request: HostingRequest, by: Viewer) -> list[Certificate]:
    """A certificate for each of the delegation who has none. Raises as `shape.held_at`; HostingError."""
    held = held_at(request, by, State.HOSTED, State.CLOSED)
    people = list(Delegate.objects.visible_to(by).filter(request=held))
    if not people:
        raise HostingError(_("Nobody of the delegation is named. Name those who came first."))
    there = set(Certificate.objects.visible_to(by).filter(request=held).values_list("delegate", flat=True))
    new = [one for one in people if one.pk not in there]
    if not new:
        unchanged()
        return []
    said = {"request": held, "issued_by_id": person_of(by), "issued_on": clock.today()}
    made = [Certificate.objects.create(code=new_code(), delegate=one, **said) for one in new]
    record(Certified(count=len(made)), subject=held, by=by)
    return made


def new_code() -> str:
    """As in 3F2A1-99C04-7BD1E-0A6F2."""
    text = secrets.digest(secrets.new()).upper()
    return "-".join(text[start : start + GROUP] for start in range(0, GROUP * GROUPS, GROUP))
