"""Taking a notice in: kept, judged at once, and its verdict stored with the edition it was given under."""

from roadstead.advisories.queries import judge
from roadstead.arrivals import bridge
from roadstead.arrivals.bridge import Taken
from roadstead.arrivals.enums import Cause, Origin
from roadstead.arrivals.events import NoticeReceived
from roadstead.arrivals.models import Arrival, Received, Verdict
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.zones import zone_of


@action
def take_notice(*, taken: Taken, origin: Origin, by: Viewer) -> tuple[Arrival, bool]:
    """Keep a notice and judge it; the arrival, and whether it is new. The same notice twice is kept once.

    Raises PermissionDenied.
    """
    by.must(Permission.TAKE_NOTICES)
    before = Received.objects.for_the_system("whether the notice is there already").filter(sha256=taken.sha256).first()
    if before is not None:
        unchanged()
        return Arrival.objects.for_the_system("of a notice that came twice").get(pk=before.arrival_id), False
    now, today, notice = clock.now(), clock.today(), taken.notice
    decision = judge(today).decide(notice)
    found = bridge.columns(decision, now)
    place = zone_of(notice.arrival_port)
    arrival = Arrival.objects.create(
        ship=notice.vessel.name or "",
        imo=notice.vessel.imo or "",
        flag=notice.vessel.flag or "",
        port=notice.arrival_port,
        zone_id=place.zone if place else None,
        eta=notice.eta,
        received_at=now,
        changed_at=now,
        **found,
    )
    Received.objects.create(
        arrival=arrival,
        number=1,
        content=taken.content,
        sha256=taken.sha256,
        origin=origin,
        received_at=now,
        taken_by_id=by.user_id,
    )
    Verdict.objects.create(
        arrival=arrival, number=1, cause=Cause.RECEIVED, known_at=today, digest=decision.digest, **found
    )
    told = {"outcome": arrival.outcome, "edition": arrival.edition, "sha256": taken.sha256}
    record(NoticeReceived(origin=origin.value, number=1, **told), subject=arrival, by=by)
    return arrival, True
