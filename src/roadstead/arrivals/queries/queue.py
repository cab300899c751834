"""The queue of a watch: what wants somebody, by the time left to act, then by what is not known."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, F, Max, Q, Sum

from roadstead.arrivals.enums import Attention
from roadstead.arrivals.queries.arrivals import EXPECTED, JUST_IN, MINE, PAST, Rows, in_zone, own_zones, readable
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

OPEN, ME, NOBODY = "open", "me", "nobody"
WAITS = (Attention.LOOK, Attention.ASKED)
COLUMNS = {
    "eta": "eta",
    "unknown": "unknown",
    "ship": "ship",
    "port": "port",
    "verdict": "outcome",
    "changed": "changed_at",
    "who": "assigned_to__name",
    "decided": "disposition",
}
EMPTY = ("who",)  # columns that may hold nothing
STALE = timedelta(minutes=5)  # words on time left are written anew, even where nothing has changed


@dataclass(frozen=True, slots=True)
class QueueAsked:
    """What is asked of the queue; an empty field asks nothing. attention: one of them, or "open"."""

    text: str = ""
    zone: str = MINE
    attention: str = OPEN
    who: str = ""
    when: str = EXPECTED
    sort: str = "eta"


def queue(viewer: Viewer, asked: QueueAsked) -> Rows:
    """The rows that fit, with who has them, in the order asked for."""
    down, name = asked.sort.startswith("-"), asked.sort.removeprefix("-")
    column = F(COLUMNS[name])
    last = True if name in EMPTY else None  # an order that says more than it must is not read from an index
    first = column.desc(nulls_last=last) if down else column.asc(nulls_last=last)
    then = ["-unknown", "pk"] if name == "eta" else ["eta", "-unknown", "pk"]
    return fitting(viewer, asked).select_related("assigned_to").order_by(first, *then)


def fitting(viewer: Viewer, asked: QueueAsked) -> Rows:
    """The rows that fit, in no order."""
    rows = readable(viewer).filter(in_zone(viewer, asked.zone)).order_by()
    since = clock.now() - JUST_IN
    if asked.when == EXPECTED:
        rows = rows.filter(eta__gte=since)
    elif asked.when == PAST:
        rows = rows.filter(eta__lt=since)
    if asked.attention == OPEN:
        rows = rows.filter(attention__in=WAITS)
    elif asked.attention:
        rows = rows.filter(attention=asked.attention)
    if asked.who == ME:
        rows = rows.filter(assigned_to=viewer.user_id)
    elif asked.who == NOBODY:
        rows = rows.filter(assigned_to__isnull=True)
    for word in asked.text.split():
        rows = rows.filter(Q(ship__icontains=word) | Q(imo__startswith=word) | Q(port__iexact=word))
    return rows


def marked(viewer: Viewer, asked: QueueAsked) -> tuple[str, int]:
    """A word that is another one once anything that the queue shows is another, and how many rows there are."""
    told = fitting(viewer, asked).aggregate(
        rows=Count("pk"), revisions=Sum("revision"), holders=Sum(F("assigned_to") * F("pk")), changed=Max("changed_at")
    )
    changed = f"{told['changed'].timestamp():.6f}" if told["changed"] else ""
    span = int(clock.now().timestamp() // STALE.total_seconds())
    return f"{told['rows']}.{told['revisions'] or 0}.{told['holders'] or 0}.{changed}.{span}", told["rows"]


def passed_by(viewer: Viewer, zone: str) -> int:
    """How many still want somebody although their time has come and gone."""
    return fitting(viewer, QueueAsked(zone=zone, when=PAST)).count()


def acting(viewer: Viewer, zone: str | None) -> bool:
    """Whether somebody acts for a zone; where none is known, whoever acts for any."""
    own = own_zones(viewer)
    return viewer.holds(Permission.ACT_ON_ARRIVALS) and (own is None or zone is None or zone in own)
