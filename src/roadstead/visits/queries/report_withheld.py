"""Words in a text of a report that were not given to whom it is for: of records whose mark withholds them."""

from collections.abc import Iterable, Iterator
from typing import Any

from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.registry.queries.facilities import facilities
from roadstead.visits.models import Observation, Recommendation, Visit
from roadstead.visits.observed_enums import ObservationState
from roadstead.visits.queries.report_records import shared_with_host
from roadstead.visits.report_enums import ReportText

SHORTEST = 12  # letters of a wording that is looked for; shorter ones are said of many things
LOOKED_FOR = "looked for in a text that is to be released; none is shown"
Content = Iterable[dict[str, str]]


def withheld(visit: Visit, of: ReportText, content: Content, viewer: Viewer) -> list[str]:
    """The headings of sections that hold, word for word, what the readers of this text were not given.

    Looked for are the visit's observations, the country's recommendations and, by their sections, its facilities.
    """
    wordings = [_folded(text) for text in _texts(visit, of)]
    kept = [one for one in wordings if len(one) >= SHORTEST]
    apart = _facilities_apart(visit, of, viewer)
    return [one["heading"] for one in content if one["section"] in apart or _holds(one["text"], kept)]


def _holds(text: str, wordings: list[str]) -> bool:
    folded = _folded(text)
    return any(one in folded for one in wordings)


def _texts(visit: Visit, of: ReportText) -> Iterator[str]:
    seen = Observation.objects.for_the_system(LOOKED_FOR).filter(visit=visit.pk)
    said = Recommendation.objects.for_the_system(LOOKED_FOR).filter(country=visit.country_id)
    rows: tuple[Any, ...] = (seen.exclude(state=ObservationState.WITHDRAWN), said)
    for found in rows:
        yield from (one.text for one in found.prefetch_related("states") if not _given(one, of, visit.country_id))


def _given(record: Any, of: ReportText, country: str) -> bool:
    """Whether those for whom a text is may read a record."""
    if of == ReportText.PROGRAMME:
        return bool(record.mark != Mark.RESTRICTED)
    return shared_with_host(record, country) if of == ReportText.HOST else bool(record.mark == Mark.PUBLIC)


def _facilities_apart(visit: Visit, of: ReportText, viewer: Viewer) -> set[str]:
    rows = facilities(viewer).filter(country=visit.country_id).prefetch_related("states")
    if of == ReportText.PROGRAMME:
        rows = rows.filter(mark=Mark.RESTRICTED)
    return {f"facility-{one.pk}" for one in rows if not _given(one, of, visit.country_id)}


def _folded(text: str) -> str:
    return " ".join(folded for word in text.split() if (folded := fold(word)))
