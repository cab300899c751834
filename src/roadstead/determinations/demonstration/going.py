"""Taking each invented case as far as it goes, by the very actions of the desk."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.determinations import bridge
from roadstead.determinations.actions import dating, opening
from roadstead.determinations.actions.chasing import send_chaser
from roadstead.determinations.actions.signing import sign_case
from roadstead.determinations.demonstration import resting, texts
from roadstead.determinations.demonstration.cast import Cast
from roadstead.determinations.demonstration.plots import PLOTS, Plot
from roadstead.determinations.enums import Effect, Level, Part
from roadstead.determinations.models import Case
from roadstead.determinations.queries.cases import readable, whole
from roadstead.determinations.queries.chasing import due
from roadstead.registry.queries.facilities import facilities


def uid(plot: Plot) -> UUID:
    """The same for the same case on every machine, so that nothing is invented twice."""
    return uuid5(NAMESPACE_URL, f"invented case {plot.country} {plot.effect}")


LISTED = uid(PLOTS[0])  # the case that a draft of an edition carries


def make(*, cast: Cast, only: Collection[str] | None = None) -> None:
    """Make what is missing, of the countries named or of all. Raises PermissionDenied where somebody may not do so."""
    there = set(readable(cast.signer).values_list("uid", flat=True))
    for plot in PLOTS:
        if uid(plot) not in there and (only is None or plot.country in only):
            with transaction.atomic():  # a start that is stopped leaves no case half made
                _make(plot, cast)
    for case, _now, days in due(cast.signer):
        send_chaser(case=case, days=days, by=cast.signer)


def fresh(case: Case, by: Viewer) -> Case:
    """The case as it is now."""
    return readable(by).get(pk=case.pk)


def _make(plot: Plot, cast: Cast) -> None:
    by = cast.proposer
    judged = _judged(plot, by)
    said = opening.CaseDraft(
        title=plot.title,
        finding=plot.finding,
        rests=plot.rests,
        level=Level.FACILITY if judged else Level.COUNTRY,
        facilities=judged,
    )
    case = opening.open_case(uid=uid(plot), country=plot.country, effect=plot.effect, draft=said, by=by)
    case = _dated(case, plot, by)
    resting.rest(case, by, report=plot.report)
    case = fresh(case, by)
    if plot.dropped:
        opening.drop_case(case=case, revision=case.revision, why=plot.dropped, by=by)
        return
    if plot.parts:
        case = resting.look_at_ships(case, by)
    for part in plot.parts:
        who, note = cast.of(part), texts.NOTES[list(Part).index(part)]
        digest = bridge.digest(whole(fresh(case, who)))
        case = sign_case(case=case, part=part, digest=digest, note=note, by=who)
    _enter(case, plot.after, by)


def _judged(plot: Plot, by: Viewer) -> dict[int, str] | None:
    """A facility of the country, where the case is about facilities."""
    if not Effect(plot.effect).of_facilities:
        return None
    rows = facilities(by).filter(country=plot.country, merged_into__isnull=True).order_by("name", "pk")
    return {rows.values_list("pk", flat=True)[0]: "excepted"}


def _dated(case: Case, plot: Plot, by: Viewer) -> Case:
    """The case with its days, the steps that were left out, and the stretch in which its clock stood still."""
    case = _enter(case, plot.days, by)
    for step, why in plot.left.items():
        case = dating.leave_out(case=case, revision=case.revision, step=step, why=why, by=by)
    if plot.stood is not None:
        begins, ends = plot.stood
        on = clock.today() - timedelta(days=begins)
        case = dating.stop_clock(case=case, revision=case.revision, on=on, why=texts.STOOD, by=by)
        if ends is not None:
            on = clock.today() - timedelta(days=ends)
            case = dating.start_clock(case=case, revision=case.revision, on=on, by=by)
    return case


def _enter(case: Case, days: Mapping[str, int], by: Viewer) -> Case:
    for step, ago in days.items():
        now, day = fresh(case, by), clock.today() - timedelta(days=ago)
        case = dating.enter_day(case=now, revision=now.revision, step=step, day=day, told=texts.TOLD[step], by=by)
    return case
