"""Editions for the tests, drafted from cases that three people signed. All of it is invented."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

from roadstead.accounts.models import User
from roadstead.advisories.drafting.actions.drafting import begin_draft
from roadstead.advisories.drafting.actions.publishing import publish_draft
from roadstead.advisories.drafting.actions.shape import DraftSaid
from roadstead.advisories.models import Draft
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.actions.opening import CaseDraft, open_case
from roadstead.determinations.enums import Effect, Part
from tests.apps.determinations.making import BEFORE, dated, ready_for, signed
from tests.people import viewer

TODAY = date(2026, 6, 1)
SAID = DraftSaid(
    title="Invented: Ghana listed",
    number="9-26",
    issued_on=TODAY,
    effective_on=date(2026, 6, 15),
    notice="99 FR 1",
    notice_on=TODAY,
    address="https://example.org/psa-9-26",
)


def decided(
    people: dict[str, User],
    country: str = "GH",
    effect: Effect = Effect.LIST,
    facilities: dict[int, str] | None = None,
) -> int:
    """A case that three people have signed; its number."""
    by = viewer(people["officer"])
    said = CaseDraft(title=f"Case {country}", finding="An invented finding for the tests.", facilities=facilities)
    case = open_case(uid=uuid4(), country=country, effect=effect, draft=said, by=by)
    case = ready_for(case, by, BEFORE if effect is Effect.LIST else {"finding": BEFORE["finding"]})
    for part, who in zip(Part, ("officer", "analyst", "signer"), strict=True):
        case = signed(case, part, viewer(people[who]))
    return dated(case, by, decision=date(2026, 5, 1)).pk


def drafted(people: dict[str, User], *cases: int, said: DraftSaid = SAID) -> Draft:
    return begin_draft(uid=uuid4(), cases=cases, said=said, by=viewer(people["analyst"]))


def publish(draft: Draft, by: Viewer) -> Draft:
    return publish_draft(draft=draft, revision=draft.revision, by=by)


def fields(said: DraftSaid) -> dict[str, object]:
    return {name: getattr(said, name) for name in DraftSaid.__dataclass_fields__}


def changed(**more: Any) -> DraftSaid:
    """The usual draft, changed as asked."""
    return replace(SAID, **more)
