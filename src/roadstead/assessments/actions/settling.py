"""From draft to settled: put up by one person, settled or returned by another."""

from django.utils.translation import gettext as _

from roadstead.accounts import readers
from roadstead.accounts.actions.notices import notify
from roadstead.assessments.actions.country_shape import ASSESS, SETTLE, held_at, person_of, step
from roadstead.assessments.actions.stating import left_open
from roadstead.assessments.country_enums import Stage
from roadstead.assessments.errors import AssessmentError, text_of
from roadstead.assessments.models import CountryAssessment
from roadstead.assessments.models.countries import LONGEST_WHY
from roadstead.audit.actions import action
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer

PAGE = "/desk/assessments/{}/"
MOST_NAMED = 8  # elements in a message


@action
def put_up(*, assessment: CountryAssessment, revision: int, by: Viewer) -> CountryAssessment:
    """Say that it is ready for a second person: everything is stated, and confidence said.

    Raises PermissionDenied; AssessmentError that names what is lacking; StaleError; DoesNotExist if withheld.
    """
    held = held_at(assessment, by, Stage.DRAFT, revision=revision)
    if left := left_open(held):
        named = ", ".join(left[:MOST_NAMED]) + (", …" if len(left) > MOST_NAMED else "")
        said = _("Nothing is stated yet of %(count)s: %(named)s. “Not known” is a statement, too.")
        raise AssessmentError(said % {"count": len(left), "named": named})
    if not held.confidence:
        raise AssessmentError(_("Say with what confidence, and what it rests on."))
    held.put_up_by_id, held.put_up_at = person_of(by), clock.now()
    step(held, Stage.PUT_UP, by, "put_up_by", "put_up_at")
    return held


@action
def settle(*, assessment: CountryAssessment, revision: int, by: Viewer) -> CountryAssessment:
    """Settle what somebody else put up; from then on nothing of it changes. Raises as `put_up`."""
    held = held_at(assessment, by, Stage.PUT_UP, may=SETTLE, revision=revision)
    if held.put_up_by_id == person_of(by):
        raise AssessmentError(_("You put it up: a second person settles it."))
    held.settled_by_id, held.settled_at = person_of(by), clock.now()
    step(held, Stage.SETTLED, by, "settled_by", "settled_at")
    _tell(held, _("An assessment that you put up was settled."))
    return held


@action
def give_back(*, assessment: CountryAssessment, why: str, by: Viewer) -> CountryAssessment:
    """Return it to be written on, by who put it up or by who would settle it. Raises as `put_up`."""
    mine = assessment.put_up_by_id is not None and assessment.put_up_by_id == by.user_id
    held = held_at(assessment, by, Stage.PUT_UP, may=ASSESS if mine else SETTLE)
    said = text_of(why, most=LONGEST_WHY, field="why", must=_("Say why it is returned."))
    teller = held.put_up_by_id
    held.put_up_by_id, held.put_up_at = None, None
    step(held, Stage.DRAFT, by, "put_up_by", "put_up_at", why=said)
    if teller != by.user_id:
        _tell(held, _("An assessment that you put up came back."), teller)
    return held


def _tell(held: CountryAssessment, text: str, to: int | None = None) -> None:
    """A word to who put it up, without anything out of it."""
    for person in readers.staff_among({to or held.put_up_by_id or 0}):
        notify(person, text, PAGE.format(held.pk))
