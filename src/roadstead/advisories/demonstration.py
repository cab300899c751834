"""What the demonstration has of subscriptions: one of the invented ship operator. No edition is invented."""

from roadstead.advisories.models import Face, Pace
from roadstead.advisories.subscriptions.actions.shape import wanted
from roadstead.advisories.subscriptions.actions.subscribing import keep_own
from roadstead.common.access.viewer import Viewer

COUNTRIES = ("GH", "NG")
SHIPS = ("9074729", "9176187")  # of invented ships


def make(*, email: str, by: Viewer) -> None:
    """Have somebody told of some countries and ships."""
    keep_own(wanted=wanted(email, Face.OPERATOR, Pace.AT_ONCE, COUNTRIES, SHIPS), by=by)
