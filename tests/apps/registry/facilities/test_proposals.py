"""A partner proposes, an officer accepts or returns with a word, and both are told."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.accounts.models import Notification, User
from roadstead.accounts.roles import Role
from roadstead.common.access.marks import Mark
from roadstead.registry.actions.facilities import correct_facility
from roadstead.registry.actions.facility_proposals import (
    accept_proposal,
    propose_change,
    return_proposal,
    withdraw_proposal,
)
from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.models import Facility, FacilityProposal
from roadstead.registry.queries.facility_proposals import proposals
from tests import people
from tests.apps.registry.facilities import made
from tests.apps.registry.facilities.made import authority, headquarters, held, imported, officer, row, written

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(db: None) -> None:
    made.world()
    imported(row(), row(IMO_Port_Facility_Number="GHTEM-0001", Country_Code="GH"))


def propose(by: User | None = None, **said: Any) -> FacilityProposal:
    who = people.viewer(by or authority())
    return propose_change(facility=held(), said=said or {"name": "As we call it"}, word="see our letter", by=who)


def told(person: User) -> list[str]:
    rows = Notification.objects.filter(person=person, url__contains="/facilities/")
    return list(rows.values_list("text", flat=True))


def pfso(number: str = "NGAPP-0001") -> User:
    return people.holder(Role.FACILITY, number, name=f"Officer {number}", email=f"{number.lower()}@example.org")


def test_a_proposal_changes_nothing_and_tells_the_officer_of_the_country() -> None:
    mine, other = officer("NG"), officer("GH")
    one = propose()
    assert one.changes == {"name": ["Example Terminal (invented)", "As we call it"]}
    assert held().name == "Example Terminal (invented)"
    assert told(mine) == ["A partner proposed a change of a port facility."]
    assert told(other) == []


def test_where_no_officer_is_headquarters_is_told() -> None:
    headquarters()
    propose()
    assert told(User.objects.get(email="hq@example.org")) == ["A partner proposed a change of a port facility."]


def test_accepted_it_is_a_correction_that_no_import_overwrites() -> None:
    one = propose()
    accept_proposal(proposal=one, word="", by=people.viewer(officer()))
    assert held().name == "As we call it"
    assert held().corrected["name"]["was"] == "Example Terminal (invented)"
    assert told(authority()) == ["The programme accepted your proposal about a port facility."]
    imported(row())
    assert held().name == "As we call it"


def test_returned_it_wants_a_word_and_changes_nothing() -> None:
    one = propose()
    with pytest.raises(RegisterError) as refused:
        return_proposal(proposal=one, word=" ", by=people.viewer(officer()))
    assert refused.value.field == "word"
    done = return_proposal(proposal=one, word="Send the certificate.", by=people.viewer(officer()))
    assert (done.state, done.answer, held().corrected) == ("returned", "Send the certificate.", {})
    assert told(authority()) == ["The programme returned your proposal about a port facility, with a word."]


def test_it_is_answered_once() -> None:
    one = propose()
    return_proposal(proposal=one, word="No.", by=people.viewer(officer()))
    for act in (accept_proposal, return_proposal):
        with pytest.raises(RegisterError, match="answered already"):
            act(proposal=one, word="x", by=people.viewer(officer()))
    with pytest.raises(RegisterError, match="answered already"):
        withdraw_proposal(proposal=one, by=people.viewer(authority()))


def test_what_changed_since_is_not_accepted() -> None:
    one = propose()
    correct_facility(facility=held(), revision=1, said={"name": "Another"}, source="a letter", by=headquarters())
    with pytest.raises(RegisterError, match="has changed since"):
        accept_proposal(proposal=one, word="", by=people.viewer(officer()))
    assert held().name == "Another"


def test_who_proposed_it_takes_it_back_and_nobody_else() -> None:
    one = propose()
    with pytest.raises(RegisterError, match="Only who proposed it"):
        withdraw_proposal(proposal=one, by=people.viewer(officer()))
    assert withdraw_proposal(proposal=one, by=people.viewer(authority())).state == "withdrawn"


def test_nothing_or_nonsense_is_no_proposal() -> None:
    with pytest.raises(RegisterError, match="Nothing differs"):
        propose(name="Example Terminal (invented)")
    with pytest.raises(RegisterError, match="Nothing differs"):
        propose(source="ours", number="NGAPP-0009")
    with pytest.raises(RegisterError):
        propose(name="")


def test_who_may_propose() -> None:
    assert propose(by=pfso()).pk, "the officer of this very facility"
    with pytest.raises(Facility.DoesNotExist):
        propose(by=pfso("NGAPP-0099"))
    with pytest.raises(Facility.DoesNotExist):
        propose(by=authority("GH"))
    for role in (Role.EMBASSY, Role.AGENCY, Role.LIAISON):
        with pytest.raises(PermissionDenied):
            propose(by=people.holder(role))


def test_an_officer_of_another_country_answers_nothing() -> None:
    one, other = propose(), people.viewer(officer("GH"))
    for act in (accept_proposal, return_proposal):
        with pytest.raises(PermissionDenied):
            act(proposal=one, word="x", by=other)


def test_a_proposal_is_read_by_its_state_its_facility_and_the_programme() -> None:
    one = propose()

    def reads(person: User) -> bool:
        return bool(proposals(people.viewer(person)).filter(pk=one.pk).exists())

    assert reads(authority())
    assert reads(pfso())
    assert reads(people.holder(Role.ANALYST))
    assert not reads(authority("GH"))
    assert not reads(pfso("NGAPP-0099"))
    assert not reads(people.holder(Role.OPERATOR))
    assert not reads(people.person("Nobody"))


def test_a_proposal_about_what_is_no_longer_shared_is_no_longer_read() -> None:
    one = propose()
    facility = held()
    facility.mark = Mark.PROGRAMME
    facility.save(update_fields=["mark"])
    assert not proposals(people.viewer(authority())).filter(pk=one.pk).exists()
    assert proposals(people.viewer(officer())).filter(pk=one.pk).exists()


def test_a_public_entry_makes_no_proposal_public() -> None:
    public = written("Public Quay", mark=Mark.PUBLIC, number="NGAPP-0050")
    by = people.viewer(authority())
    one = propose_change(facility=public, said={"name": "Other"}, word="", by=by)
    assert not proposals(people.viewer(authority("GH"))).filter(pk=one.pk).exists()
