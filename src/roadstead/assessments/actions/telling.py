"""Words to those whom a self-assessment concerns; none of them says anything out of it."""

from django.utils.translation import gettext as _

from roadstead.accounts.actions.notices import notify
from roadstead.assessments.models import SelfAssessment
from roadstead.visits.actions.telling import tell_officer


def tell_programme(held: SelfAssessment) -> None:
    """Tell the officer who answers for the country."""
    text = _("A self-assessment was submitted, and waits for you.")
    tell_officer(held.country_id, text, f"/desk/self-assessments/{held.pk}/", but=None)


def tell_writers(held: SelfAssessment, text: str) -> None:
    """Tell who began it and who submitted it."""
    people = {one.pk: one for one in (held.begun_by, held.submitted_by) if one is not None and one.is_active}
    for person in people.values():
        notify(person, text, f"/partner/self-assessments/{held.pk}/")
