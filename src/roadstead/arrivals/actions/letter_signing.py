"""Signing a letter: it gets the next number of its zone, and is fixed with its digest and its paper."""

from django.utils.translation import gettext as _

from roadstead.arrivals.actions.letter_shape import StaleLetterError, hold_draft, person
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.letter_events import LetterSigned
from roadstead.arrivals.letters import paper
from roadstead.arrivals.letters.content import content_of, digest_of
from roadstead.arrivals.letters.drafting import still_open
from roadstead.arrivals.models import LONGEST_TITLE, Decision, Letter, LetterSeries, Received, Verdict
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer


@action
def sign_letter(*, letter: Letter, revision: int, signed_as: str, by: Viewer, stands: bool = False) -> Letter:
    """Sign a draft as it was read. signed_as: in what office; stands: it is right although what it rests on changed.

    Of two who sign at once the second is told who was first. Numbers of a zone and year have no gaps: the row that
    counts is held until all is written, and what fails gives its number back.
    Raises PermissionDenied; ArrivalError; StaleLetterError; DoesNotExist.
    """
    signer, held = person(by), hold_draft(letter, by)
    if held.revision != revision:
        raise StaleLetterError(held)
    office = " ".join(signed_as.split())
    if not office or len(office) > LONGEST_TITLE:
        raise ArrivalError(_("Say in what office you sign, in at most %(most)s characters.") % {"most": LONGEST_TITLE}, "signed_as")  # fmt: skip  # noqa: E501
    if left := still_open(held.text):
        raise ArrivalError(_("Fill in or take out what stands in brackets: %(left)s") % {"left": ", ".join(left[:3])})
    if not stands and (why := outdated(held)):
        raise ArrivalError(why, "stands")
    _not_withdrawn(held)
    now = clock.now()
    held.year, held.number = now.year, _next(held.zone_id, now.year)
    held.signed_by_id, held.signed_as, held.signed_at = signer, office, now
    version: Received = Received.objects.filter(arrival=held.arrival_id, current=True).stated().get()
    held.content = content_of(held, version, signed_by=by.name)
    held.digest = digest_of(held.content)
    held.paper = paper.make(held.content, held.digest, held.kind)
    held.save()
    ended = held.withdraws.reference if held.withdraws else ""
    told = {"reference": held.reference, "digest": held.digest, "withdraws": ended}
    record(LetterSigned(kind=held.kind, **told), subject=held, by=by)
    return held


def outdated(letter: Letter) -> str:
    """What changed since the letter was drafted; "" for nothing."""
    latest = Verdict.objects.filter(arrival=letter.arrival_id).stated().order_by("-pk").values_list("pk", flat=True)
    if latest.first() != letter.verdict_id:
        return _(
            "The verdict was given anew since this was drafted. Read both; then discard it, or say that it stands."
        )
    rows = Decision.objects.filter(arrival=letter.arrival_id).stated().order_by("-pk").values_list("pk", flat=True)
    if rows.first() != letter.decision_id:
        return _("It was decided anew since this was drafted. Read both; then discard it, or say that it stands.")
    return ""


def _not_withdrawn(letter: Letter) -> None:
    if letter.withdraws_id is None:
        return
    held = Letter.objects.filter(pk=letter.withdraws_id).stated().select_for_update(of=("self",)).get()
    ended = Letter.objects.filter(withdraws=held, signed_at__isnull=False).stated().first()
    if ended is not None:
        said = _("%(reference)s was withdrawn already, by %(by)s.")
        raise ArrivalError(said % {"reference": held.reference, "by": ended.reference})


def _next(zone: str, year: int) -> int:
    """The next number; the row is held until the transaction ends."""
    LetterSeries.objects.get_or_create(zone_id=zone, year=year)
    series = LetterSeries.objects.select_for_update().get(zone_id=zone, year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last
