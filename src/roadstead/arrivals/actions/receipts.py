"""Receipts of what came in: what became of each notice, kept beside the digest of the bytes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from roadstead.arrivals.enums import Origin
from roadstead.arrivals.events import NoticesCame
from roadstead.arrivals.models import LONGEST_NAME, Received, Sending
from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

AT_ONCE = 500  # digests in one statement


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one notice. outcome: new, updated, same, older, cancelled or rejected; at: where it stood.

    sha256: of what is kept of it; arrival: its number, None where there is none that the sender may read.
    """

    at: str
    ship: str
    outcome: str
    sha256: str = ""
    arrival: int | None = None
    words: str = ""


def sent_before(digest: str, company: str) -> Sending | None:
    """The receipt of the same bytes; not where something of them was rejected, which may be taken in by now."""
    rows = Sending.objects.for_the_system("whether it came before").filter(sha256=digest, company=company)
    found = rows.first()
    return None if found is None or found.counts.get("rejected") else found


@action
def keep_sending(
    *, told: Sequence[Told], sha256: str, size: int, name: str, origin: Origin, by: Viewer, company: str = ""
) -> Sending:
    """Keep the receipt of what came in. Raises PermissionDenied."""
    by.must(Permission.TAKE_NOTICES)
    counts = dict(sorted(Counter(one.outcome for one in told).items()))
    sending = Sending.objects.create(
        origin=origin,
        name=name[:LONGEST_NAME],
        sha256=sha256,
        size=size,
        received_at=clock.now(),
        sent_by_id=by.user_id,
        company=company,
        told=[asdict(one) for one in told],
        counts=counts,
    )
    kept = [one.sha256 for one in told if one.sha256]
    for start in range(0, len(kept), AT_ONCE):
        versions = Received.objects.for_the_system("which receipt is theirs").filter(sending=None)
        versions.filter(sha256__in=kept[start : start + AT_ONCE]).update(sending=sending)
    record(NoticesCame(origin=origin.value, counts=counts, sha256=sha256), subject=sending, by=by)
    return sending
