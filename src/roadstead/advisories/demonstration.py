"""What the demonstration has of the advisory: a subscription, and a draft of an edition. No edition is invented."""

from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from roadstead.advisories.drafting.actions.drafting import begin_draft
from roadstead.advisories.drafting.actions.shape import DraftSaid
from roadstead.advisories.drafting.queries import free_cases, next_number
from roadstead.advisories.models import Face, Pace
from roadstead.advisories.subscriptions.actions.shape import wanted
from roadstead.advisories.subscriptions.actions.subscribing import keep_own
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.demonstration import LISTED

COUNTRIES = ("GH", "NG")
SHIPS = ("9074729", "9176187")  # of invented ships
DRAFT = uuid5(NAMESPACE_URL, "invented draft of an edition")
TAKES_EFFECT = 14  # days from now


def make(*, email: str, by: Viewer) -> None:
    """Have somebody told of some countries and ships."""
    keep_own(wanted=wanted(email, Face.OPERATOR, Pace.AT_ONCE, COUNTRIES, SHIPS), by=by)


def make_draft(*, by: Viewer) -> None:
    """Draft an edition from the case that was signed, once; it stays a draft. Raises PermissionDenied."""
    case = free_cases(by).filter(uid=LISTED).first()
    if case is None:
        return
    today, number = clock.today(), next_number(by)
    said = DraftSaid(
        title=f"Invented draft: {case.country.name} is put on the list",
        number=number,
        issued_on=today,
        effective_on=today + timedelta(days=TAKES_EFFECT),
        notice="91 FR 99999",
        notice_on=today,
        docket="USCG-INVENTED",
        address=f"https://advisory.example/psa-{number}",
        notes="Invented for the demonstration, which publishes nothing.",
    )
    begin_draft(uid=DRAFT, cases=[case.pk], said=said, by=by)
