"""Two people publish at one moment, each with a connection of their own: one edition, one set of messages."""

from datetime import date
from typing import Any

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.advisories import queries as advisories
from roadstead.advisories.drafting import queries
from roadstead.advisories.drafting.actions.shape import DraftError
from roadstead.advisories.models import DraftState, EditionTold
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.actions.gathering import take_source
from roadstead.determinations.actions.shape import CaseError
from roadstead.determinations.enums import CaseState
from roadstead.determinations.queries.cases import readable, whole
from tests.apps.determinations.making import SOURCE
from tests.apps.drafting.making import decided, drafted, publish
from tests.people import holder, viewer
from tests.together import Together, together

__all__ = ["together"]


@pytest.mark.django_db(transaction=True)
def test_two_publishers_at_once_publish_one_edition(people: dict[str, User], together: Together) -> None:
    signers = [viewer(people["signer"]), viewer(holder(Role.HEADQUARTERS, name="Sue Signer"))]
    draft = drafted(people, decided(people))

    def press(by: Viewer) -> Any:
        return lambda: publish(draft, by)

    done = together([press(one) for one in signers])
    assert sorted(isinstance(one, DraftError) for one in done) == [False, True]

    def seen() -> tuple[str, str, int]:
        now = queries.readable(signers[0]).get()
        return now.state, now.edition, EditionTold.objects.filter(edition=now.edition).count()

    assert together([seen]) == [(DraftState.PUBLISHED, "2026-06-15-psa-9-26", 1)]
    assert sum(one.id == "2026-06-15-psa-9-26" for one in advisories.rule_book().editions) == 1
    assert advisories.advisory(date(2026, 6, 20), date(2026, 6, 20)).listed_count > 0


@pytest.mark.django_db(transaction=True)
def test_published_while_its_evidence_changes_it_is_published_as_it_was_signed_or_not_at_all(
    people: dict[str, User], together: Together
) -> None:
    officer, signer = viewer(people["officer"]), viewer(people["signer"])
    draft = drafted(people, decided(people))
    case = readable(officer).get()
    done = together(
        [
            lambda: publish(draft, signer),
            lambda: take_source(case=case, revision=case.revision, source=SOURCE, by=officer),
        ]
    )
    assert sorted(isinstance(one, DraftError | CaseError) for one in done) == [False, True]

    def seen() -> tuple[bool, str, int]:
        now = readable(officer).get()
        return queries.readable(signer).get().state == DraftState.PUBLISHED, now.state, len(whole(now).evidence)

    ((published, state, evidence),) = together([seen])
    assert (state, evidence) == ((CaseState.PUBLISHED, 1) if published else (CaseState.OPEN, 2))
    assert published is any(one.id == "2026-06-15-psa-9-26" for one in advisories.rule_book().editions)
