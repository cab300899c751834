"""Records of the programme that an assessment can rest on, as they are now. What is restricted is left out."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from roadstead.assessments.country_enums import SourceKind
from roadstead.assessments.models import SelfAssessment
from roadstead.assessments.models.sources import LONGEST_TEXT, LONGEST_TITLE
from roadstead.assessments.naming import name_of
from roadstead.assessments.queries.basis import said_of
from roadstead.assessments.queries.rows import self_assessments
from roadstead.assessments.taking import Taken
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.visits.observed_enums import Looked, ObservationKind, ObservationState
from roadstead.visits.queries.following import earlier_visits
from roadstead.visits.queries.kit import answers_of_visits
from roadstead.visits.queries.observed import observations

VISIT, OBSERVATION, SELF = "visits.visit", "visits.observation", "assessments.selfassessment"
MOST_VISITS, MOST_OBSERVATIONS = 20, 200


def offered(country: str, viewer: Viewer) -> list[Taken]:
    """Everything of a country that can be taken, kind by kind, the latest first; a fixed number of queries."""
    with translation.override("en"):  # what is taken carries a digest, which is the same for readers of every language
        return [*_visits(country, viewer), *_observations(country, viewer), *_self_assessments(country, viewer)]


def _visits(country: str, viewer: Viewer) -> Iterator[Taken]:
    """Visits that were made, by their checklists: what any facility lacks is not effective in the country."""
    rows: Any = earlier_visits(country, viewer).exclude(mark=Mark.RESTRICTED).filter(last_on__lte=clock.today())
    found = list(rows.select_related("country")[:MOST_VISITS])
    answers = answers_of_visits(found, viewer)
    for one in found:
        looked: dict[str, list[Any]] = {}
        for answer in answers.get(one.pk, ()):
            looked.setdefault(answer.element, []).append(answer)
        says = {code: _together(Looked(one.looked).three_valued for one in mine) for code, mine in looked.items()}
        words = [f"{code}: {_counted(mine)}" for code, mine in sorted(looked.items())]
        name = one.title or str(one.get_kind_display())
        text = "\n".join(words) or _("Nothing was entered in the checklist.")
        yield Taken(
            kind=SourceKind.VISIT,
            title=f"{one.country.name}: {name}"[:LONGEST_TITLE],
            text=text,
            origin=_("Visit %(number)s") % {"number": one.pk},
            dated=one.last_on,
            says=says,
            record=VISIT,
            key=one.pk,
        )


def _observations(country: str, viewer: Viewer) -> Iterator[Taken]:
    """A shortfall that stands says no; a strength, and what is beyond the Code, yes; what was settled, nothing."""
    rows = observations(viewer).filter(country=country).exclude(mark=Mark.RESTRICTED)
    for one in rows.exclude(state=ObservationState.WITHDRAWN).order_by("-noted_at", "-pk")[:MOST_OBSERVATIONS]:
        kind = ObservationKind(one.kind)
        says = "yes" if not kind.counts_against else "no" if one.counts_against else "unknown"
        state = "" if one.state == ObservationState.STANDS else f"\n{one.get_state_display()}: {one.state_why}"
        yield Taken(
            kind=SourceKind.OBSERVATION,
            title=", ".join(part for part in (str(kind.label), one.element, one.reference) if part)[:LONGEST_TITLE],
            text=one.text + state,
            origin=_("Observation %(number)s") % {"number": one.pk},
            dated=one.noted_at.date(),
            says={one.element: says} if one.element else {},
            record=OBSERVATION,
            key=one.pk,
        )


def _self_assessments(country: str, viewer: Viewer) -> Iterator[Taken]:
    """The latest submitted one of the government and of each facility, element by element."""
    said: dict[int, dict[str, list[Any]]] = {}
    for one in said_of(country, viewer):
        said.setdefault(one.assessment, {}).setdefault(one.element, []).append(one)
    rows: Any = self_assessments(viewer).filter(pk__in=said).select_related("country").order_by("-submitted_at", "-pk")
    for held in rows:
        yield _self_assessment(held, said[held.pk])


def _self_assessment(held: SelfAssessment, said: dict[str, list[Any]]) -> Taken:
    words = []
    for code, answers in sorted(said.items()):
        validated = sum(one.validated for one in answers)
        counts = {"says": _together(one.says for one in answers), "validated": validated, "all": len(answers)}
        words.append(f"{code}: " + _("%(says)s; %(validated)s of %(all)s answers validated") % counts)
    assert held.submitted_at is not None
    return Taken(
        kind=SourceKind.SELF_ASSESSMENT,
        title=name_of(held)[:LONGEST_TITLE],
        text="\n".join(words)[:LONGEST_TEXT],
        origin=_("Self-assessment %(number)s") % {"number": held.pk},
        dated=held.submitted_at.date(),
        says={code: _together(one.says for one in answers) for code, answers in said.items()},
        record=SELF,
        key=held.pk,
    )


def _together(said: Iterable[str]) -> str:
    """One no is a no; where nothing says no, anything unknown leaves it unknown."""
    found = set(said)
    return "no" if "no" in found else "yes" if found == {"yes"} else "unknown"


def _counted(answers: list[Any]) -> str:
    counts = {value: sum(one.looked == value for one in answers) for value in Looked.values}
    return ", ".join(f"{Looked(value).label} {count}" for value, count in counts.items() if count)
