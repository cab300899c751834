"""The report to the Captain of the Port, by one tap: what the log comes to, judged at once, with a signed receipt."""

import logging
from dataclasses import dataclass
from uuid import uuid4

from django.utils.translation import gettext as _

from roadstead.arrivals.actions.applying import apply_report
from roadstead.arrivals.actions.measuring import add_entry, instant, log_to_keep
from roadstead.arrivals.actions.receipting import issue
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.enums import Attention
from roadstead.arrivals.models import Applied, Arrival, MeasuresLog, MeasuresReport, Receipt
from roadstead.arrivals.ships_events import MeasuresReported
from roadstead.arrivals.weighed import weigh
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.core.logged_measures import moment
from roadstead.core.truth import YES
from roadstead.publication.keyring import KeyringError

OVER = (Attention.CANCELLED, Attention.OVER)
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reported:
    """A report, its receipt (None where no key could sign it), and how many arrivals were judged with it."""

    report: MeasuresReport
    receipt: Receipt | None
    judged: int


@action
def report_measures(*, log: MeasuresLog, by: Viewer) -> Reported:
    """Report what the log comes to, judge the arrivals whose call it is, and give a receipt.

    Nothing new in the log, it is the same report; an arrival that came since is judged with it, and a receipt that
    could not be signed is made. Raises PermissionDenied, ArrivalError, DoesNotExist.
    """
    held = log_to_keep(log, by)
    found = weigh(held)
    if found.broken:
        raise ArrivalError(_("The chain of this log does not hold: %(why)s. Tell the watch.") % {"why": found.broken})
    if not found.rows:
        raise ArrivalError(_("There is nothing in the log yet. Write what was done first."))
    report = _report(held, by) if found.last != "report" else _latest(held)
    judged = _judge(report, by)
    receipt = report.receipts.all().stated().first()
    if receipt is not None and not judged:
        unchanged()
        return Reported(report, receipt, 0)
    found = weigh(held)
    try:
        receipt = issue(report, found, by)
    except KeyringError as error:
        logger.error("a receipt was not signed: %s", error)
    met = [code for code, truth in found.logged.met.items() if truth is YES]
    said = MeasuresReported(number=report.number, head=report.head, met=met, receipt=receipt.sha256 if receipt else "")
    record(said, subject=held, by=by)
    return Reported(report, receipt, judged)


def _report(held: MeasuresLog, by: Viewer) -> MeasuresReport:
    now = clock.now()
    add_entry(held, uuid4(), "report", {"at": instant(now)}, by)
    found = weigh(held)
    stay = found.standing.one("stay")
    held.reported_at = now
    held.save(update_fields=["reported_at"])
    return MeasuresReport.objects.create(
        log=held,
        number=held.length,
        head=held.head,
        measures=found.logged.document(),
        arrived=moment(str(stay.get("arrived", ""))),
        departed=moment(str(stay.get("departed", ""))),
        reported_by_id=by.person,
        reported_at=now,
    )


def _latest(held: MeasuresLog) -> MeasuresReport:
    found: MeasuresReport = MeasuresReport.objects.filter(log=held).stated().order_by("-pk")[0]
    found.log = held
    return found


def _judge(report: MeasuresReport, by: Viewer) -> int:
    """Judge every arrival of the ship that has the call, and has not got this report yet; how many."""
    log = report.log
    done = Applied.objects.filter(report=report).stated().values_list("arrival_id", flat=True)
    rows = Arrival.objects.visible_to(by).select_for_update(of=("self",)).filter(imo=log.imo, company=log.company)
    rows = rows.exclude(attention__in=OVER).exclude(pk__in=list(done)).order_by("pk")
    return sum(apply_report(arrival=one, report=report, by=by) for one in rows)
