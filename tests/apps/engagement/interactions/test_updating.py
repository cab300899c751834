"""A newer version of an invitation goes to the draft that it belongs to: nothing is doubled, nothing typed is lost."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.engagement.actions.interaction_shape import InteractionError, InteractionSaid
from roadstead.engagement.actions.interaction_states import complete_interaction
from roadstead.engagement.actions.interactions import change_interaction
from roadstead.engagement.actions.updating import settle_invitation
from roadstead.engagement.brought.draft import BroughtError
from roadstead.engagement.interaction_enums import InteractionKind
from roadstead.engagement.models import Interaction
from tests import people
from tests.apps.engagement.interactions.acting import INVITATION, WHY, anew, brought, linked, marked
from tests.apps.engagement.people import acting as persons

MARINA, ISLAND = "Marina, Lagos", "Tin Can Island"


@pytest.fixture(autouse=True)
def _store(settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


def moved(sequence: int = 1) -> str:
    """The invitation anew, four days later at another place."""
    text = INVITATION.replace("20261120T09", "20261124T11").replace("Marina\\, Lagos", ISLAND)
    return text.replace("DTSTAMP", f"SEQUENCE:{sequence}\nDTSTAMP")


def called_off(sequence: int = 2) -> str:
    return moved(sequence).replace("VERSION:2.0", "VERSION:2.0\nMETHOD:CANCEL")


def changed(record: Interaction, by: User, **fields: Any) -> None:
    names = ("held_on", "subject", "held_at", "zone", "place", "summary")
    said = InteractionSaid(kind=InteractionKind(record.kind), **{name: getattr(record, name) for name in names})
    links = {name: linked(record, name) for name in ("countries", "contacts", "officers", "organisations")}
    said = replace(said, **(links | {"countries": ["NG"]} | fields))
    change_interaction(interaction=record, revision=anew(record).revision, said=said, by=people.viewer(by))


def page(record: Interaction, by: User) -> str:
    return persons.page(people.client_of(by), f"/desk/engagement/{record.pk}/")


def test_what_nobody_touched_follows_it(liaison: User) -> None:
    amina = persons.written(liaison, emails="stranger@example.org", country="NG")
    record = brought(liaison, INVITATION.replace("stranger", "nobody")).interaction
    landed = brought(liaison, moved())
    now = anew(record)
    assert (landed.met, landed.updated, landed.interaction.pk) == (True, True, record.pk)
    assert (now.held_on, now.held_at, now.place) == (date(2026, 11, 24), time(11, 30), ISLAND)
    assert now.origin_sequence == 1
    assert linked(now, "contacts") == [amina.pk]
    assert Interaction.objects.for_the_system(WHY).count() == 1
    (event,) = persons.events("engagement.invitation_updated", record)
    assert "held_on" in event.data["fields"]
    assert ISLAND not in str(event.data)
    assert "says otherwise" not in page(record, liaison)


def test_what_somebody_wrote_stays_and_the_difference_is_said(liaison: User) -> None:
    record = brought(liaison, INVITATION).interaction
    changed(record, liaison, place="At the embassy")
    brought(liaison, moved())
    now = anew(record)
    assert (now.place, now.held_on) == ("At the embassy", date(2026, 11, 24))
    text = page(record, liaison)
    assert "The invitation says otherwise now" in text
    assert ISLAND in text
    settle_invitation(interaction=record, take=True, revision=now.revision, by=people.viewer(liaison))
    assert anew(record).place == ISLAND
    assert "says otherwise now" not in page(record, liaison)
    with pytest.raises(InteractionError, match="already"):
        settle_invitation(interaction=record, take=True, revision=now.revision, by=people.viewer(liaison))


def test_a_day_and_its_time_go_together(liaison: User) -> None:
    record = brought(liaison, INVITATION).interaction
    changed(record, liaison, held_at=time(8, 0))
    brought(liaison, moved())
    assert (anew(record).held_on, anew(record).held_at) == (date(2026, 11, 20), time(8, 0))
    client = people.client_of(liaison)
    said = {"revision": anew(record).revision}
    assert client.post(f"/desk/engagement/{record.pk}/invitation/", said).status_code == 302
    assert anew(record).held_on == date(2026, 11, 20)
    assert "says otherwise now" not in page(record, liaison)


def test_what_is_complete_is_left_whole(liaison: User) -> None:
    record = brought(liaison, INVITATION).interaction
    changed(record, liaison)
    complete_interaction(interaction=anew(record), by=people.viewer(liaison))
    brought(liaison, moved())
    assert anew(record).place == MARINA
    assert "The invitation says otherwise now" in page(record, liaison)


def test_an_older_one_or_the_same_again_changes_nothing(liaison: User) -> None:
    record = brought(liaison, moved(3)).interaction
    before = anew(record).revision
    for text in (moved(3), moved(2), INVITATION):
        landed = brought(liaison, text)
        assert (landed.met, landed.updated) == (True, False)
    assert anew(record).revision == before
    stamped = moved(3).replace("DTSTAMP:20261101", "DTSTAMP:20261102")
    assert brought(liaison, stamped).updated, "the same number, written later (RFC 5546, 2.1.5)"


def test_what_the_organiser_calls_off_is_taken_back_by_a_person(liaison: User) -> None:
    record = brought(liaison, INVITATION).interaction
    assert brought(liaison, called_off()).updated
    now = anew(record)
    assert (now.state, now.held_on) == ("draft", date(2026, 11, 20))
    assert "The organiser called it off" in page(record, liaison)
    client = people.client_of(liaison)
    assert "The organiser cancelled it." in persons.page(client, f"/desk/engagement/{record.pk}/discard/")
    client.post(f"/desk/engagement/{record.pk}/discard/", {"why": "The organiser cancelled it."})
    assert anew(record).state == "discarded"


def test_calling_off_what_is_not_here_is_refused(liaison: User) -> None:
    with pytest.raises(BroughtError, match="was not brought in"):
        brought(liaison, called_off())


def test_who_may_not_change_it_changes_nothing(liaison: User, analyst: User) -> None:
    record = brought(liaison, INVITATION).interaction
    marked(record, Mark.PARTNER, liaison, states=["NG"])
    landed = brought(analyst, moved())
    assert (landed.met, landed.updated) == (True, False)
    assert anew(record).place == MARINA
