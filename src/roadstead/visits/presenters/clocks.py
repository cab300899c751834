"""The two clocks of a country in words, for pages and for headquarters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.registry.queries.countries import CountryInfo
from roadstead.visits.enums import Clock
from roadstead.visits.queries.clocks import NEVER, OVERDUE, RUNNING, SOON, ClockNow, Clocks

WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}
NAMES = {Clock.ENGAGEMENT: gettext_lazy("Engagement"), Clock.ASSESSMENT: gettext_lazy("Assessment")}
TONES = {NEVER: "ask", OVERDUE: "alarm", SOON: "ask", RUNNING: "good"}
ORDER = (OVERDUE, NEVER, SOON, RUNNING)
WORDS = {
    NEVER: gettext_lazy("none on record"),
    OVERDUE: gettext_lazy("overdue"),
    SOON: gettext_lazy("due soon"),
    RUNNING: gettext_lazy("in time"),
}


@dataclass(frozen=True, slots=True)
class ClockShown:
    """One clock in words. why: for what reason it stands still, "" where it does not."""

    value: str
    name: Any
    standing: str
    word: str
    tone: str
    last: date | None
    due: date | None
    overdue: int
    why: str
    since: date | None
    until: date | None
    suspension: int
    planned: date | None


def clock_shown(now: ClockNow) -> ClockShown:
    """One clock."""
    still = now.suspended
    return ClockShown(
        value=now.clock.value,
        name=NAMES[now.clock],
        standing=now.standing,
        word=_word(now),
        tone="quiet" if still else TONES[now.standing],
        last=now.last,
        due=now.due,
        overdue=now.overdue,
        why=still.why if still else "",
        since=still.since if still else None,
        until=still.until if still else None,
        suspension=still.pk if still else 0,
        planned=now.planned,
    )


def both_shown(clocks: Clocks) -> list[ClockShown]:
    """Both clocks of a country, engagement first."""
    return [clock_shown(one) for one in clocks.both]


def answer(rows: Sequence[tuple[CountryInfo, str, Clocks]], form: str) -> HttpResponse:
    """The clocks as `csv` or `xlsx`, a row for each country. Raises Http404 for another form."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("country"), _("name"), _("region"), _("officer"), _("day")]
    parts = [_("last"), _("due"), _("overdue, days"), _("suspended since"), _("suspended until")]
    parts += [_("suspended because"), _("planned")]
    for name in (_("engagement"), _("assessment")):
        columns += [f"{name}: {part}" for part in parts]
    return WRITERS[form]("clocks", columns, _cells(rows))


def _cells(rows: Sequence[tuple[CountryInfo, str, Clocks]]) -> Iterator[Sequence[object]]:
    for country, officer, clocks in rows:
        day = clocks.engagement.on.isoformat()
        cells: list[object] = [country.code, country.name, country.subregion or country.region, officer, day]
        for now in clocks.both:
            still = now.suspended
            cells += [_iso(now.last), _iso(now.due), now.overdue, _iso(still.since if still else None)]
            cells += [_iso(still.until if still else None), still.why if still else "", _iso(now.planned)]
        yield cells


def _word(now: ClockNow) -> str:
    if now.standing == OVERDUE:
        days = now.overdue
        return ngettext("%(days)s day overdue", "%(days)s days overdue", days) % {"days": days}
    return str(WORDS[now.standing])


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
