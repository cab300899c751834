"""What each state of a visit asks of its row, as the database holds it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from roadstead.visits.enums import Clearance, VisitState

S = VisitState
AHEAD = (S.NOTIFIED, S.AGREED, S.UNDER_WAY)  # notice was given, and the visit is not over yet

STATES_ASK = [
    models.CheckConstraint(
        name="visits_visit_state",
        condition=Q(state__in=S.values),
        violation_error_message=_("There is no such state of a visit."),
    ),
    models.CheckConstraint(
        name="visits_visit_days",
        condition=Q(first_on__isnull=True, last_on__isnull=True)
        | Q(first_on__isnull=False, last_on__gte=F("first_on")),
        violation_error_message=_("A visit ends on the day on which it begins, or later."),
    ),
    models.CheckConstraint(
        name="visits_visit_dated",
        condition=Q(state__in=(S.PROPOSED, S.CANCELLED)) | Q(first_on__isnull=False),
        violation_error_message=_("A planned visit has its days."),
    ),
    models.CheckConstraint(
        name="visits_visit_cancelled",
        condition=(Q(state=S.CANCELLED) & ~Q(cancelled_why="")) | (~Q(state=S.CANCELLED) & Q(cancelled_why="")),
        violation_error_message=_("Say why the visit is cancelled."),
    ),
    models.CheckConstraint(
        name="visits_visit_notified",
        condition=Q(state__in=(S.PROPOSED, S.PLANNED, S.CANCELLED)) | Q(notice_on__isnull=False),
        violation_error_message=_("Say when the host was given notice."),
    ),
    models.CheckConstraint(
        name="visits_visit_not_notified",
        condition=~Q(state__in=(S.PROPOSED, S.PLANNED)) | Q(notice_on__isnull=True),
        violation_error_message=_("A visit that is proposed or planned has no notice yet."),
    ),
    models.CheckConstraint(
        name="visits_visit_deconflicted",
        condition=Q(deconflicted_at__isnull=True, deconflicted_by__isnull=True)
        | (Q(deconflicted_at__isnull=False, deconflicted_by__isnull=False) & ~Q(benefit="") & ~Q(redundancy="")),
        violation_error_message=_("Say what the host gains, and how it is made sure that nobody comes twice."),
    ),
    models.CheckConstraint(
        name="visits_visit_deconflicted_first",
        condition=~Q(state__in=AHEAD) | Q(deconflicted_at__isnull=False),
        violation_error_message=_("Before notice is given it is recorded what the host gains, and who else comes."),
    ),
    models.CheckConstraint(
        name="visits_visit_cleared",
        condition=~Q(state=S.UNDER_WAY) | Q(clearance__in=(Clearance.GRANTED, Clearance.NOT_NEEDED)),
        violation_error_message=_("A visit begins with country clearance, or where none is needed."),
    ),
    models.CheckConstraint(
        name="visits_visit_clearance",
        condition=(Q(clearance=Clearance.NOT_ASKED) | Q(clearance_on__isnull=False))
        & (~Q(clearance__in=(Clearance.REFUSED, Clearance.NOT_NEEDED)) | ~Q(clearance_note="")),
        violation_error_message=_("Country clearance has its day; refused, or not needed, its reason."),
    ),
    models.CheckConstraint(
        name="visits_visit_follows",
        condition=Q(follows__isnull=True) | ~Q(follows=F("pk")),
        violation_error_message=_("A visit does not follow itself."),
    ),
]
