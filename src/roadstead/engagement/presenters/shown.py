"""One piece of information as a certain reader is shown it."""

from dataclasses import dataclass
from datetime import date, datetime

from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.engagement import queries
from roadstead.engagement.models import Information

TONES = {Mark.PUBLIC: "good", Mark.PARTNER: "good", Mark.PROGRAMME: "quiet", Mark.RESTRICTED: "alarm"}


@dataclass(frozen=True, slots=True)
class Shown:
    """What every reader is shown. states: of those it is shared with, the reader's own; all within the programme."""

    pk: int
    title: str
    text: str
    kind: str
    kind_word: str
    mark: str
    mark_word: str
    tone: str
    states: tuple[tuple[str, str], ...]
    countries: tuple[tuple[str, str], ...]
    written_at: datetime
    changed_at: datetime
    valid_until: date | None
    withdrawn_at: datetime | None
    withdrawn_why: str
    ended: bool

    @property
    def states_words(self) -> str:
        return ", ".join(name for _, name in self.states)

    @property
    def countries_words(self) -> str:
        return ", ".join(name for _, name in self.countries)


def shown(information: Information, viewer: Viewer) -> Shown:
    """One record for one reader; `queries.with_names` has fetched what it names."""
    mark = Mark(information.mark)
    return Shown(
        pk=information.pk,
        title=information.title,
        text=information.text,
        kind=information.kind,
        kind_word=information.get_kind_display(),
        mark=mark.value,
        mark_word=str(mark.label),
        tone=TONES[mark],
        states=_own_states(information, viewer),
        countries=tuple((one.pk, one.name) for one in information.countries.all()),
        written_at=information.written_at,
        changed_at=information.changed_at,
        valid_until=information.valid_until,
        withdrawn_at=information.withdrawn_at,
        withdrawn_why=information.withdrawn_why,
        ended=queries.standing(information) == queries.ENDED,
    )


def _own_states(information: Information, viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """With whom else something was shared is nobody's matter outside the programme."""
    if information.mark != Mark.PARTNER:
        return ()
    reach = viewer.reach(Permission.READ_SHARED, ScopeKind.COUNTRY)
    every = viewer.holds(Permission.READ_PROGRAMME) or reach is None
    return tuple((one.pk, one.name) for one in information.states.all() if every or one.pk in (reach or ()))
