"""The day of a promise is moved with a reason; the day before stays."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.engagement.actions.commitment_days import move_commitment
from roadstead.engagement.actions.commitments import keep_commitment
from roadstead.engagement.actions.interaction_shape import InteractionError
from roadstead.engagement.models import Commitment, CommitmentMove
from tests import people
from tests.apps.engagement.interactions import acting
from tests.apps.engagement.interactions.acting import promise_anew, promised, written
from tests.apps.engagement.people import acting as persons

FIRST, LATER = date(2026, 12, 1), date(2026, 12, 20)


def moved(
    row: Commitment, by: User, due_on: date | None = LATER, why: str = "The ministry asked.", seen: int = 1
) -> None:
    move_commitment(commitment=row, due_on=due_on, why=why, seen=seen, by=people.viewer(by))


def kept(row: Commitment) -> list[tuple[date | None, date | None, str]]:
    rows = CommitmentMove.objects.for_the_system(acting.WHY).filter(commitment=row)
    return list(rows.values_list("before", "after", "why"))


def test_the_day_before_is_kept_with_the_reason(liaison: User) -> None:
    row = promised(written(liaison), liaison, due_on=FIRST)
    moved(row, liaison)
    moved(row, liaison, None, "No day is known.", seen=2)
    assert promise_anew(row).due_on is None
    assert kept(row) == [(FIRST, LATER, "The ministry asked."), (LATER, None, "No day is known.")]
    (_last, event) = persons.events("engagement.commitment_moved", row.interaction)
    assert (event.data["before"], event.data["due_on"]) == ("2026-12-01", "2026-12-20")


def test_the_same_form_sent_twice_moves_once(liaison: User) -> None:
    row = promised(written(liaison), liaison, due_on=FIRST)
    moved(row, liaison)
    moved(row, liaison)
    assert len(kept(row)) == 1


def test_what_cannot_be_is_refused(liaison: User) -> None:
    record = written(liaison)
    row = promised(record, liaison, due_on=FIRST)
    with pytest.raises(InteractionError, match="why"):
        moved(row, liaison, why=" ")
    with pytest.raises(InteractionError, match="before it was promised"):
        moved(row, liaison, date(2026, 11, 1))
    with pytest.raises(InteractionError, match="at most"):
        moved(row, liaison, why="x" * 301)
    moved(row, liaison)
    with pytest.raises(InteractionError, match="Somebody changed"):
        moved(row, liaison, date(2027, 1, 1))
    keep_commitment(commitment=row, on=acting.TODAY, by=people.viewer(liaison))
    with pytest.raises(InteractionError, match="already"):
        moved(row, liaison, date(2027, 1, 1), seen=3)
    with pytest.raises(PermissionDenied):
        moved(row, people.holder(Role.WATCH), date(2027, 1, 1), seen=3)
    with pytest.raises(IntegrityError), transaction.atomic():
        CommitmentMove.objects.for_the_system(acting.WHY).update(why="")


def test_it_is_moved_on_its_page_and_shown_beside_the_promise(liaison: User) -> None:
    record = written(liaison)
    row = promised(record, liaison, due_on=FIRST)
    client, address = people.client_of(liaison), f"/desk/engagement/{record.pk}/promises/{row.pk}/day/"
    assert 'value="2026-12-01"' in persons.page(client, address)
    said = {"revision": 1, "due_on": "2026-12-20", "why": "The ministry asked."}
    assert client.post(address, said | {"why": ""}).status_code == 422
    assert client.post(address, said).status_code == 302
    text = persons.page(client, f"/desk/engagement/{record.pk}/")
    assert "Moved from" in text
    assert "The ministry asked." in text
    assert "1 December 2026" in text
