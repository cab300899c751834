"""Certificates: given to who attended, with a code that anybody can hold them against; revoked with a reason."""

import secrets
from typing import Any

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.training.actions.shape import person_of
from roadstead.training.enums import NominationState
from roadstead.training.errors import TrainingError, text_of
from roadstead.training.events import Certified
from roadstead.training.models import Certificate, Nomination, Offering
from roadstead.training.models.offerings import LONGEST_WHY

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is read for another
GROUPS, LENGTH = 4, 5  # of letters: about 99 bits of chance


@action
def certify(*, nomination: Nomination, by: Viewer) -> Certificate:
    """Give a delegate who attended a certificate; who has one gets no other. Raises PermissionDenied, TrainingError."""
    held = _held(nomination, by)
    rows: Any = Certificate.objects.filter(nomination=held.pk).stated()
    if before := rows.first():
        unchanged()
        same: Certificate = before
        return same
    if held.state != NominationState.ATTENDED:
        raise TrainingError(_("A certificate is for who attended the whole course."))
    if held.offering.last_on > clock.today():
        raise TrainingError(_("The course has not ended yet."))
    made: Certificate = Certificate.objects.create(
        nomination=held, code=new_code(), name=held.name, given_on=clock.today(), given_by_id=person_of(by)
    )
    record(Certified(nomination=held.pk, revoked=False), subject=held.offering, by=by)
    return made


@action
def revoke_certificate(*, nomination: Nomination, why: str, by: Viewer) -> Certificate:
    """Revoke a certificate; who holds it against its code is told so. Raises as `certify`."""
    held = _held(nomination, by)
    rows: Any = Certificate.objects.filter(nomination=held.pk).stated()
    one: Certificate | None = rows.first()
    if one is None:
        raise TrainingError(_("This delegate has no certificate."))
    if one.revoked_on is not None:
        unchanged()
        return one
    one.revoked_why = text_of(why, most=LONGEST_WHY, field="why", must=_("Say why it is revoked."), line=True)
    one.revoked_on = clock.today()
    one.save(update_fields=["revoked_on", "revoked_why"])
    record(Certified(nomination=held.pk, revoked=True, why=one.revoked_why), subject=held.offering, by=by)
    return one


def new_code() -> str:
    """A code that nobody guesses, in groups that can be read out: 7K4QD-…"""
    groups = ("".join(secrets.choice(LETTERS) for _place in range(LENGTH)) for _group in range(GROUPS))
    return "-".join(groups)


def _held(nomination: Nomination, by: Viewer) -> Nomination:
    by.must(Permission.KEEP_TRAINING)
    rows: Any = Nomination.objects.visible_to(by).select_for_update(of=("self",))
    held: Nomination = rows.get(pk=nomination.pk)
    held.offering = Offering.objects.for_the_system("the offering of a nomination that was read").get(
        pk=held.offering_id
    )
    return held
