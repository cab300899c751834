"""A change that a partner proposes: made, taken back, accepted or returned with a word."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from roadstead.accounts import queries as accounts
from roadstead.accounts.actions.notices import notify
from roadstead.accounts.roles import Role
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.facilities import correct_facility
from roadstead.registry.actions.facility_shape import checked
from roadstead.registry.actions.keeping import RegisterError, must_keep
from roadstead.registry.enums import RequestState
from roadstead.registry.facility_fields import PROPOSED, column, plain, rich
from roadstead.registry.models import Facility, FacilityProposal
from roadstead.registry.models.changes import LONGEST_WHY
from roadstead.registry.proposal_events import ProposalAccepted, ProposalMade, ProposalReturned, ProposalWithdrawn
from roadstead.registry.queries.mergers import all_numbers
from roadstead.registry.reach import person_of

PAGE = "/desk/facilities/proposals/{}/"
PARTNER_PAGE = "/partner/facilities/proposals/{}/"


def may_propose(facility: Facility, by: Viewer) -> bool:
    """Whether somebody may propose a change of this entry: for its State, or as the facility's own officer."""
    if by.may(Permission.PROPOSE_FACILITY, country=facility.country_id):
        return True
    own = by.reach(Permission.PROPOSE_FACILITY, ScopeKind.FACILITY)
    return own is None or (bool(own) and any(number in own for number in all_numbers(facility)))


@action
def propose_change(*, facility: Facility, said: Mapping[str, Any], word: str, by: Viewer) -> FacilityProposal:
    """Propose that the register say otherwise; the officers of the country are told.

    Raises PermissionDenied; RegisterError for what cannot be, or is so already; DoesNotExist if withheld.
    """
    held: Facility = Facility.objects.visible_to(by).get(pk=facility.pk)
    if not may_propose(held, by):
        by.must(Permission.PROPOSE_FACILITY, country=held.country_id)
    changed = checked({name: value for name, value in said.items() if name in PROPOSED}, held, by)
    if not changed:
        raise RegisterError(_("Nothing differs from what the register says. Change what is wrong, then propose it."))
    made = FacilityProposal.objects.create(
        facility=held,
        changes={name: [plain(name, getattr(held, column(name))), plain(name, changed[name])] for name in changed},
        word=_word(word),
        proposed_by_id=person_of(by),
        proposed_at=clock.now(),
    )
    for officer in _officers(held.country_id):
        notify(officer, _("A partner proposed a change of a port facility."), PAGE.format(made.pk))
    record(ProposalMade(fields=sorted(changed)), subject=made, by=by)
    return made


@action
def accept_proposal(*, proposal: FacilityProposal, word: str, by: Viewer) -> FacilityProposal:
    """Accept a proposal: the entry says so from now on, as a correction that no import overwrites.

    Raises PermissionDenied; RegisterError where it was answered, or the entry has changed since; DoesNotExist.
    """
    held, facility = _open(proposal, by)
    must_keep(by, facility.country_id)
    moved = [name for name, (was, _new) in held.changes.items() if plain(name, getattr(facility, column(name))) != was]
    if moved:
        raise RegisterError(_("The entry has changed since this was proposed. Return it, or correct the entry itself."))
    said = {name: rich(name, new) for name, (_was, new) in held.changes.items()}
    source = _("proposed by a partner on %(day)s, proposal %(number)s") % {
        "day": held.proposed_at.date().isoformat(),
        "number": held.pk,
    }
    correct_facility(facility=facility, revision=facility.revision, said=said, source=source, by=by)
    _answer(held, RequestState.ACCEPTED, _word(word), by)
    record(ProposalAccepted(fields=sorted(said)), subject=held, by=by)
    return held


@action
def return_proposal(*, proposal: FacilityProposal, word: str, by: Viewer) -> FacilityProposal:
    """Return a proposal with a word; the entry stays. Raises as `accept_proposal` does."""
    held, facility = _open(proposal, by)
    must_keep(by, facility.country_id)
    said = _word(word)
    if not said:
        raise RegisterError(_("Say why it is returned, or what is missing: who proposed it is shown that."), "word")
    _answer(held, RequestState.RETURNED, said, by)
    record(ProposalReturned(), subject=held, by=by)
    return held


@action
def withdraw_proposal(*, proposal: FacilityProposal, by: Viewer) -> FacilityProposal:
    """Take one's own proposal back. Raises RegisterError where it was answered or is another's; DoesNotExist."""
    held, _facility = _open(proposal, by)
    if held.proposed_by_id != by.user_id:
        raise RegisterError(_("Only who proposed it takes it back."))
    held.state, held.answered_at, held.answered_by_id = RequestState.WITHDRAWN, clock.now(), person_of(by)
    held.save(update_fields=["state", "answered_at", "answered_by"])
    record(ProposalWithdrawn(), subject=held, by=by)
    return held


def _open(proposal: FacilityProposal, by: Viewer) -> tuple[FacilityProposal, Facility]:
    """A proposal that waits, locked, and its facility. Raises RegisterError, DoesNotExist."""
    rows: Any = FacilityProposal.objects.visible_to(by)
    held: FacilityProposal = rows.select_for_update().get(pk=proposal.pk)
    if held.state != RequestState.OPEN:
        raise RegisterError(_("It was answered already: %(state)s.") % {"state": RequestState(held.state).label})
    return held, Facility.objects.visible_to(by).get(pk=held.facility_id)


def _answer(held: FacilityProposal, state: RequestState, word: str, by: Viewer) -> None:
    held.state, held.answer, held.answered_at, held.answered_by_id = state, word, clock.now(), person_of(by)
    held.save(update_fields=["state", "answer", "answered_at", "answered_by"])
    said = {
        RequestState.ACCEPTED: _("The programme accepted your proposal about a port facility."),
        RequestState.RETURNED: _("The programme returned your proposal about a port facility, with a word."),
    }
    notify(held.proposed_by, said[state], PARTNER_PAGE.format(held.pk))


def _officers(country: str) -> list[Any]:
    """Who is told: the liaison officers of the country, or headquarters where there is none."""
    liaison = list(accounts.holders(Role.LIAISON, "country", country))
    return liaison or list(accounts.holders(Role.HEADQUARTERS, "country", country))


def _word(text: str) -> str:
    plain_text = " ".join(text.replace("\0", "").split())
    if len(plain_text) > LONGEST_WHY:
        raise RegisterError(_("Say it in at most %(most)s characters.") % {"most": LONGEST_WHY}, "word")
    return plain_text
