"""Cases for the tests, made by the very actions that the product uses. All of it is invented."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from roadstead.accounts.roles import Role
from roadstead.common.access.viewer import Viewer
from roadstead.determinations import bridge
from roadstead.determinations.actions.counting import leave_uncounted
from roadstead.determinations.actions.dating import enter_day
from roadstead.determinations.actions.gathering import take_source
from roadstead.determinations.actions.opening import CaseDraft, change_case, open_case
from roadstead.determinations.actions.signing import sign_case
from roadstead.determinations.actions.telling import plan_telling
from roadstead.determinations.enums import Effect, Part
from roadstead.determinations.models import Case
from roadstead.determinations.queries import sources
from roadstead.determinations.queries.cases import readable, whole
from roadstead.determinations.source import Source
from tests.people import holder, viewer

SOURCE = Source("Invented report", "Invented words.", "Invented source", date(2026, 1, 2))
DRAFT = CaseDraft(title="Invented case", finding="An invented finding for the tests.")
BEFORE = {
    "finding": date(2026, 1, 5),
    "state_told": date(2026, 1, 6),
    "government_told": date(2026, 1, 10),
    "review": date(2026, 4, 20),
}


def officer(name: str = "Olive Officer") -> Viewer:
    """A liaison officer for the country of the cases."""
    return viewer(holder(Role.LIAISON, "NG", name=name, email=f"{name.split()[0].lower()}@example.org"))


def analyst(name: str = "Rita Reviewer") -> Viewer:
    """An analyst, who reviews."""
    return viewer(holder(Role.ANALYST, name=name, email=f"{name.split()[0].lower()}@example.org"))


def headquarters(name: str = "Sam Signer") -> Viewer:
    """Somebody of headquarters, who signs."""
    return viewer(holder(Role.HEADQUARTERS, name=name, email=f"{name.split()[0].lower()}@example.org"))


def opened(by: Viewer, effect: Effect = Effect.LIST, draft: CaseDraft = DRAFT) -> Case:
    """A case that was just opened."""
    return open_case(uid=uuid4(), country="NG", effect=effect, draft=draft, by=by)


def fresh(case: Case, by: Viewer) -> Case:
    """The case as it is now."""
    return readable(by).get(pk=case.pk)


def dated(case: Case, by: Viewer, **days: date) -> Case:
    """The case with some days entered."""
    for step, day in days.items():
        case = enter_day(case=case, revision=case.revision, step=step, day=day, told="An invented letter", by=by)
    return case


def ready(by: Viewer) -> Case:
    """A case that could be signed: dated, with a source."""
    return ready_for(opened(by), by, BEFORE)


def ready_for(case: Case, by: Viewer, days: dict[str, date]) -> Case:
    """The case with its days, its finding and a source, so that it could be signed."""
    case = dated(case, by, **days)
    if not case.finding:
        said = replace(DRAFT, title=case.title)
        case = change_case(case=case, revision=case.revision, draft=said, by=by)
    take_source(case=case, revision=case.revision, source=SOURCE, by=by)
    return for_ships(fresh(case, by), by)


def for_ships(case: Case, by: Viewer) -> Case:
    """The case with what is asked of one that puts conditions on ships: no count and why, and a plan."""
    if case.effect != Effect.LIST:
        return case
    case = leave_uncounted(case=case, revision=case.revision, why="No voyages in this test.", by=by)
    ships, sector, on = "Ships at sea (invented)", "The sector (invented)", date(2026, 7, 1)
    plan_telling(case=case, revision=case.revision, recipient=ships, on=on, told_by=sector, by=by)
    return fresh(case, by)


def three(case: Case, by: Viewer, reviewer: Viewer | None = None, signer: Viewer | None = None) -> Case:
    """The case signed by three people."""
    for part, who in zip(Part, (by, reviewer or analyst(), signer or headquarters()), strict=True):
        case = signed(case, part, who)
    return case


def signed(case: Case, part: Part, by: Viewer) -> Case:
    """One part of the decision done, over the case as it is now."""
    return sign_case(case=case, part=part, digest=bridge.digest(whole(fresh(case, by))), by=by)


def digest_of_case(case: Case) -> str:
    """What a signature covers."""
    return bridge.digest(whole(case))


def source_of(case: Case, observation: int, by: Viewer) -> Source:
    """An observation as a case takes it."""
    found = sources.observation(whole(case), observation, by)
    assert found is not None
    return found
