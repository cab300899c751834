"""Letters: drafted from what was decided and found, changed by hand, discarded while nobody has signed."""

from uuid import UUID

from django.utils.translation import gettext as _

from roadstead.advisories import queries as advisories
from roadstead.arrivals import bridge
from roadstead.arrivals.actions.letter_shape import StaleLetterError, hold_arrival, hold_draft, person
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.letter_enums import RESTS_ON, LetterKind
from roadstead.arrivals.letter_events import LetterBegun, LetterDiscarded, LetterWritten
from roadstead.arrivals.letters.about import About
from roadstead.arrivals.letters.drafting import drafted
from roadstead.arrivals.models import (
    LONGEST_LETTER,
    LONGEST_SUBJECT,
    Arrival,
    Decision,
    Letter,
    Received,
    Verdict,
)
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.ports import ports_by_code

FIELDS = {"addressee": LONGEST_SUBJECT, "subject": LONGEST_SUBJECT, "text": LONGEST_LETTER}


@action
def begin_letter(
    *, uid: UUID, arrival: Arrival, kind: LetterKind, by: Viewer, withdraws: Letter | None = None, zone: str = ""
) -> Letter:
    """Draft a letter. The same `uid` again is the same draft; who begins a second of a kind is told whose the first is.

    zone: whose letter it is, where the port lies in none that is known.
    Raises PermissionDenied; ArrivalError; DoesNotExist.
    """
    of = arrival.zone_id or zone
    if not of:
        raise ArrivalError(_("Say which zone’s letter it is: the port lies in none that is known."), "zone")
    by.must(Permission.ACT_ON_ARRIVALS, zone=of)
    author, held = person(by), hold_arrival(arrival, by)
    rows = Letter.objects.filter(arrival=held).stated().select_related("written_by")
    if before := rows.filter(uid=uid).first():
        unchanged()
        return before
    if other := rows.filter(kind=kind, signed_at__isnull=True).first():
        said = _("There is a draft of this kind already, last changed by %(who)s. Go on with it, or discard it.")
        raise ArrivalError(said % {"who": other.written_by.name})
    _may_withdraw(held, withdraws, kind)
    about = _about(held, _decided(held, kind), withdraws)
    said_now, now = drafted(kind, about), clock.now()
    made: Letter = Letter.objects.create(
        uid=uid, arrival=held, kind=kind, decision=about.decided, verdict=_verdict(held), zone_id=of,
        addressee=said_now.addressee, subject=said_now.subject, text=said_now.text, grounds=said_now.grounds,
        withdraws=withdraws, written_by_id=author, written_at=now,
    )  # fmt: skip
    record(LetterBegun(kind=kind, withdraws=withdraws.reference if withdraws else ""), subject=made, by=by)
    return made


@action
def write_letter(*, letter: Letter, revision: int, addressee: str, subject: str, text: str, by: Viewer) -> Letter:
    """Change a draft. revision: as the writer read it. Raises PermissionDenied; ArrivalError; StaleLetterError."""
    author, held = person(by), hold_draft(letter, by)
    if held.revision != revision:
        raise StaleLetterError(held)
    lines = text.replace("\r\n", "\n").strip()
    given = {"addressee": " ".join(addressee.split()), "subject": " ".join(subject.split()), "text": lines}
    for name, most in FIELDS.items():
        if not given[name] or len(given[name]) > most or "\0" in given[name]:
            raise ArrivalError(_("Write one to %(most)s characters.") % {"most": most}, name)
    changed = [name for name, value in given.items() if getattr(held, name) != value]
    if not changed:
        unchanged()
        return held
    for name in changed:
        setattr(held, name, given[name])
    held.revision, held.written_by_id, held.written_at = held.revision + 1, author, clock.now()
    held.save(update_fields=[*changed, "revision", "written_by", "written_at"])
    record(LetterWritten(fields=changed), subject=held, by=by)
    return held


@action
def discard_letter(*, letter: Letter, by: Viewer) -> None:
    """Put a draft away. Raises PermissionDenied; ArrivalError where it is signed; DoesNotExist."""
    held = hold_draft(letter, by)
    arrival, kind = held.arrival, held.kind
    gone = Letter.objects.filter(pk=held.pk, signed_at__isnull=True).stated()
    gone._raw_delete(gone.db)  # nothing hangs on a draft; asking what does would read letters for nobody
    record(LetterDiscarded(kind=kind), subject=arrival, by=by)


def _decided(arrival: Arrival, kind: LetterKind) -> Decision | None:
    """The last decision. Raises ArrivalError where it is none that a letter of this kind rests on."""
    last: Decision | None = Decision.objects.filter(arrival=arrival).stated().order_by("-pk").first()
    wanted = RESTS_ON.get(kind)
    if wanted and (last is None or last.kind not in wanted):
        said = _("“%(kind)s” rests on a decision that says so. Decide first; the letter is drafted from it.")
        raise ArrivalError(said % {"kind": kind.label})
    return last


def _may_withdraw(arrival: Arrival, letter: Letter | None, kind: LetterKind) -> None:
    if letter is None:
        if kind is LetterKind.WITHDRAWAL:
            raise ArrivalError(_("Say which letter is withdrawn."))
        return
    if letter.arrival_id != arrival.pk or letter.signed_at is None:
        raise ArrivalError(_("Only a signed letter about the same arrival is withdrawn."))
    ended = Letter.objects.filter(withdraws=letter, signed_at__isnull=False).stated().first()
    if ended is not None:
        said = _("%(reference)s was withdrawn already, by %(by)s.")
        raise ArrivalError(said % {"reference": letter.reference, "by": ended.reference})


def _verdict(arrival: Arrival) -> Verdict:
    found: Verdict = Verdict.objects.filter(arrival=arrival).stated().latest("pk")
    return found


def _about(arrival: Arrival, decided: Decision | None, withdraws: Letter | None) -> About:
    version: Received = Received.objects.filter(arrival=arrival, current=True).stated().get()
    notice, judge = bridge.notice_of(version.content), advisories.judge(clock.today())
    if arrival.book != judge.snapshot.book.digest:
        said = _("The rule book has changed, and this notice waits to be judged again. Draft the letter after that.")
        raise ArrivalError(said)
    codes = {one.port for one in notice.calls if one.port} | {arrival.port}
    return About(
        arrival=arrival,
        version=version,
        notice=notice,
        found=judge.decide(notice),
        regime=judge.snapshot.regime_on(arrival.eta.date()),
        decided=decided,
        ports={code: one.name for code, one in ports_by_code(codes).items()},
        withdraws=withdraws,
        today=clock.today(),
    )
