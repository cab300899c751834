"""A delegation’s request becomes a matched, agreed programme, and take-aways that reappear at the next visit there."""

from roadstead.hosting.actions.after import close_request
from roadstead.hosting.actions.certifying import issue_certificates
from roadstead.hosting.enums import State
from roadstead.hosting.queries.requests import moves_of
from roadstead.visits.actions.agenda_accepting import accept_items, agree_agenda
from roadstead.visits.agenda_enums import Block
from roadstead.visits.enums import VisitState
from roadstead.visits.presenters.carried import before, carried
from roadstead.visits.queries.agenda import agenda_of, items_of, legs_of, version_of, visible_visit
from tests.apps.hosting import making
from tests.conftest import FrozenClock


def test_a_request_becomes_a_programme_and_its_take_aways_reappear(clock: FrozenClock) -> None:
    officer, authority = making.officer(), making.authority()
    making.unit(officer)
    request = making.asked(authority)
    assert request.state == State.ASKED
    request = making.matched(request, officer)
    assert request.state == State.MATCHED
    making.delegate(request, authority)
    request = making.planned(request, officer)
    visit = visible_visit(request.visit_id, authority)
    assert visit.kind == "reciprocal"
    agenda = agenda_of(visit)
    blocks = {one.block for one in items_of(agenda)}
    assert {Block.HEADQUARTERS, Block.FIELD, Block.PORTS, Block.CULTURE} <= blocks
    assert [one.port_id for one in legs_of(visit)] == ["USHOU"]
    _agree(visit, officer, authority)
    assert visible_visit(visit.pk, officer).state == VisitState.AGREED
    clock.set("2026-09-12")
    request = making.followed(making.hosted(request, officer), officer)
    assert visible_visit(visit.pk, officer).state == VisitState.MADE
    assert len(issue_certificates(request=request, by=officer)) == 1
    request = close_request(request=request, revision=making.fresh(request, officer).revision, why="", by=officer)
    assert [one.after for one in moves_of(request)] == ["asked", "matched", "planned", "hosted", "closed"]
    assert "Invented: rewrite the plan" in [one.text for one in carried("NG", officer)]
    assert before("NG", officer)["open"]


def _agree(visit, officer, authority) -> None:  # type: ignore[no-untyped-def]
    for who in (officer, authority):
        items = {one.pk: one.revision for one in items_of(agenda_of(visit))}
        accept_items(visit=visit, items=items, by=who)
    for who in (officer, authority):
        agenda = agenda_of(visit)
        digest = version_of(agenda, agenda.version).digest
        agree_agenda(visit=visit, digest=digest, name=who.name, office="Invented office", by=who)
