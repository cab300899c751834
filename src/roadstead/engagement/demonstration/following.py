"""What follows an interaction: promises, of which most were kept, and questions, of which most were answered."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid5

from roadstead.common.invented import Chance, invented
from roadstead.engagement.actions.inventing_dealings import Dealing
from roadstead.engagement.demonstration.dealings_words import ANSWERS, DROPPED, OURS, QUESTIONS, THEIRS
from roadstead.engagement.interaction_enums import Side
from roadstead.engagement.models import Commitment, Referral
from roadstead.registry.demonstration import Officers

PROMISED, ASKED = 13, 4  # of 100
LATE_FOR, FORGOTTEN = 70, 400  # days: what is older and open is rare; after so many it has an end


def follow(made: Dealing, chance: Chance, lead: Any, officers: Officers, on: date, *, left_open: bool) -> None:
    """Promises and questions of an interaction. left_open: one of each is there, and overdue."""
    if chance.happens(PROMISED) or left_open:
        made.commitments.append(_promise(made, chance, lead))
    if chance.happens(ASKED) or left_open:
        made.referrals.append(_question(made, chance, lead, officers))
    if not left_open:
        for one in made.commitments:
            _end(one, chance, on)
        for one in made.referrals:
            _answer(one, chance, on, lead)


def _promise(made: Dealing, chance: Chance, lead: Any) -> Commitment:
    row, ours = made.row, chance.happens(50)
    due = row.held_on + timedelta(days=chance.between(10, 60))
    said = {"due_on": due, "written_by": lead, "written_at": row.written_at}
    if ours:
        said |= {"side": Side.OURS, "officer": lead, "what": invented(chance.one_of(OURS))}
    else:
        said |= {"side": Side.THEIRS, "what": invented(chance.one_of(THEIRS))}
        said |= {"contact": made.contacts[0]} if made.contacts else {"organisation_id": made.organisations[0]}
    return Commitment(uid=uuid5(row.uid, "promise"), interaction=row, **said)


def _end(one: Commitment, chance: Chance, on: date) -> None:
    """Kept, dropped, or open: what is older was nearly always kept."""
    assert one.due_on is not None
    kept = one.due_on - timedelta(days=chance.between(0, 9))
    late = (on - one.due_on).days
    if kept >= on or chance.happens(0 if late > FORGOTTEN else 4 if late > LATE_FOR else 70):
        return
    if chance.happens(5):
        one.dropped_on, one.dropped_why = kept, invented(DROPPED)
    else:
        one.kept_on = kept


def _question(made: Dealing, chance: Chance, lead: Any, officers: Officers) -> Referral:
    row = made.row
    due = row.held_on + timedelta(days=chance.between(10, 40))
    said = {"question": invented(chance.one_of(QUESTIONS)), "due_on": due, "asked_by": lead, "asked_at": row.written_at}
    colleagues = officers.others(chance, lead.pk, 1)
    if colleagues and (chance.happens(50) or not made.organisations):
        said |= {"officer": colleagues[0]}
    else:
        said |= {"organisation_id": made.organisations[0]}
    return Referral(uid=uuid5(row.uid, "question"), interaction=row, **said)


def _answer(one: Referral, chance: Chance, on: date, lead: Any) -> None:
    """By the colleague who was asked; what an organisation answers, the officer writes down."""
    asked = one.interaction.held_on
    day = asked + timedelta(days=chance.between(2, 30))
    if day < on and (day < on - timedelta(days=LATE_FOR) or chance.happens(40)):
        one.answer, one.answered_by = invented(chance.one_of(ANSWERS)), one.officer or lead
        one.answered_at = datetime.combine(day, time(14), UTC)
