"""An arrival held for an act: by whom it may be acted on, and whether it is still as it was when they looked."""

from django.utils.translation import gettext as _

from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.models import Arrival, Decision
from roadstead.arrivals.queries.acting import latest_decision, seen_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer


def hold(arrival: Arrival, by: Viewer) -> Arrival:
    """The arrival for writing, by whoever acts for its zone. Raises PermissionDenied; DoesNotExist."""
    held = Arrival.objects.visible_to(by).select_for_update(of=("self",)).get(pk=arrival.pk)
    must_act(held, by)
    return held


def must_act(arrival: Arrival, by: Viewer) -> None:
    """Whoever acts for the zone; where a port lies in none that is known, whoever acts for any."""
    if arrival.zone_id or not by.holds(Permission.ACT_ON_ARRIVALS):
        by.must(Permission.ACT_ON_ARRIVALS, zone=arrival.zone_id or "")


def may_act(arrival: Arrival, by: Viewer) -> bool:
    """Whether somebody acts for the zone of an arrival."""
    if not arrival.zone_id:
        return by.holds(Permission.ACT_ON_ARRIVALS)
    return by.may(Permission.ACT_ON_ARRIVALS, zone=arrival.zone_id)


def must_be_as_seen(arrival: Arrival, seen: str) -> None:
    """Refuse what was thought up before somebody decided, or a fact changed. Raises ArrivalError, saying by whom."""
    if seen == seen_of(arrival):
        return
    last = latest_decision(arrival)
    if last is not None and str(last.pk) != seen.rpartition(".")[2]:
        raise ArrivalError(decided_meanwhile(last))
    raise ArrivalError(
        _("The notice or its verdict has changed since you opened this page. Look at it again; nothing was decided.")
    )


def decided_meanwhile(last: Decision) -> str:
    """What a second person is told."""
    told = {
        "who": last.decided_by.name,
        "what": last.get_kind_display(),
        "when": f"{last.decided_at:%Y-%m-%d %H:%M} UTC",
        "why": f" “{last.reason}”" if last.reason else "",
    }
    said = _("%(who)s has decided meanwhile, on %(when)s: %(what)s.%(why)s What you wrote was not kept as a decision.")
    return said % told


def words(text: str, most: int, missing: str, field: str) -> str:
    """What somebody wrote, without spaces around it. Raises ArrivalError where nothing, or too much, was written."""
    said = text.replace("\0", "").strip()
    if not said:
        raise ArrivalError(missing, field)
    if len(said) > most:
        raise ArrivalError(_("Write at most %(most)s characters.") % {"most": most}, field)
    return said
