"""The cases of one country as its file shows them: what each is to do, how it stands, and its clock."""

from dataclasses import dataclass

from roadstead.common import clock as clocks_
from roadstead.common.access.viewer import Viewer
from roadstead.core.case_clock import Clock
from roadstead.determinations.enums import CaseState
from roadstead.determinations.models import Case
from roadstead.determinations.presenters.case import STATE_TONES
from roadstead.determinations.queries.cases import readable
from roadstead.determinations.queries.clocks import clocks

MOST = 5


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in a line. clock: None where the law gives it none, or it is over."""

    case: Case
    tone: str
    clock: Clock | None


def cases_of(country: str, viewer: Viewer) -> list[CaseLine]:
    """The latest cases of a country that somebody may read; three queries, one where there are none."""
    found = list(readable(viewer).filter(country=country).order_by("-opened_at", "-pk")[:MOST])
    standings = clocks([one for one in found if not CaseState(one.state).ended], clocks_.today())
    return [CaseLine(one, STATE_TONES[CaseState(one.state)], standings.get(one.pk)) for one in found]
