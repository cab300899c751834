"""Two at once, and a process that dies between: a case is signed once, over what it is, with one packet."""

from datetime import date
from typing import Any

import pytest

from roadstead.common.access.viewer import Viewer
from roadstead.determinations import bridge
from roadstead.determinations.actions.gathering import take_source
from roadstead.determinations.actions.shape import CaseError
from roadstead.determinations.actions.signing import sign_case
from roadstead.determinations.enums import CaseState, Part, Recipient
from roadstead.determinations.models import Case
from roadstead.determinations.queries.cases import signatures, whole
from roadstead.determinations.queries.packets import packets
from roadstead.determinations.source import Source
from tests.apps.determinations.making import analyst, fresh, headquarters, officer, ready, signed, three
from tests.together import Together, together

__all__ = ["together"]
MORE = Source("Another", "More words.", "Elsewhere", date(2026, 1, 3))


def waiting_for_the_signer(by: Viewer) -> tuple[Case, str]:
    """A case that was proposed and reviewed, and the digest of what is signed."""
    case = signed(signed(ready(by), Part.PROPOSER, by), Part.REVIEWER, analyst())
    return case, bridge.digest(whole(case))


class KilledError(BaseException):
    """What stands for a process that is killed."""


@pytest.mark.django_db(transaction=True)
def test_two_signers_at_once_leave_one_signature_and_one_packet(together: Together) -> None:
    by, signers = officer(), [headquarters("Sam Signer"), headquarters("Sue Signer")]
    case, digest = waiting_for_the_signer(by)

    def sign(who: Viewer) -> Any:
        return lambda: sign_case(case=case, part=Part.SIGNER, digest=digest, by=who)

    done = together([sign(one) for one in signers])
    assert sorted(isinstance(one, CaseError) for one in done) == [False, True]

    def seen() -> tuple[str, int, int]:
        now = fresh(case, by)
        return now.state, len(signatures(now)), len(packets(now))

    assert together([seen]) == [(CaseState.SIGNED, 3, len(Recipient))]


@pytest.mark.django_db(transaction=True)
def test_signed_while_its_evidence_changes_it_is_signed_as_it_is_or_not_at_all(together: Together) -> None:
    by, signer = officer(), headquarters()
    case, digest = waiting_for_the_signer(by)
    done = together(
        [
            lambda: sign_case(case=case, part=Part.SIGNER, digest=digest, by=signer),
            lambda: take_source(case=case, revision=case.revision, source=MORE, by=by),
        ]
    )
    assert sorted(isinstance(one, CaseError) for one in done) == [False, True]

    def seen() -> tuple[bool, bool, bool]:
        now = fresh(case, by)
        held, given = whole(now), signatures(now)
        sound = all(one.digest == bridge.digest(held) for one in given)
        return now.state == CaseState.SIGNED, len(held.evidence) == 1, sound

    ((is_signed, is_old, sound),) = together([seen])
    assert is_signed is is_old
    assert sound


@pytest.mark.django_db
def test_killed_while_it_is_signed_nothing_is_half_done(monkeypatch: pytest.MonkeyPatch) -> None:
    by, signer = officer(), headquarters()
    case, digest = waiting_for_the_signer(by)

    def die(*_args: object, **_more: object) -> None:
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr("roadstead.determinations.actions.signing.step", die)
        with pytest.raises(KilledError):
            sign_case(case=case, part=Part.SIGNER, digest=digest, by=signer)
    now = fresh(case, by)
    assert (now.state, len(signatures(now)), packets(now)) == (CaseState.OPEN, 2, [])
    sign_case(case=case, part=Part.SIGNER, digest=digest, by=signer)
    assert {one.number for one in packets(fresh(case, by))} == {1}


@pytest.mark.django_db
def test_signed_again_it_has_a_packet_of_its_own_and_the_first_stays() -> None:
    by = officer()
    case = three(ready(by), by)
    first = {one.digest for one in packets(case)}
    take_source(case=case, revision=case.revision, source=MORE, by=by)
    case = fresh(case, by)
    assert (case.state, signatures(case)) == (CaseState.OPEN, [])
    case = three(case, by, analyst("Rolf Reviewer"), headquarters("Sue Signer"))
    assert {one.number for one in packets(case)} == {1, 2}
    assert first == {one.digest for one in packets(case) if one.number == 1}
