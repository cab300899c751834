"""A draft and its answer in sentences."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from roadstead.analytics.figures import Case, Figures, days_on_record, figures
from roadstead.analytics.numerals import about, count, listed, percent
from roadstead.common.dates import said
from roadstead.core.country import country_name
from roadstead.screening.drafts import Draft, Excepted, Put


def lines(draft: Draft) -> list[tuple[str, str]]:
    """The draft as a list: what is done, and to whom since when."""
    groups = [
        (_("Put on the list"), [_dated(_put(put), put.since) for put in draft.add]),
        (_("Taken off the list"), [_dated(_put(put), put.since) for put in draft.remove]),
        (
            _("Facilities excepted"),
            [_dated(f"{one.facility} ({country_name(one.country)})", one.since) for one in draft.exceptions],
        ),
    ]
    return [(heading, "; ".join(parts)) for heading, parts in groups if parts]


def _dated(name: str, since: date | None) -> str:
    day = _("from %(day)s") % {"day": said(since).text} if since else _("on every day")
    return f"{name}, {day}"


def title(draft: Draft) -> str:
    """A draft as the beginning of a sentence: “Listing Egypt from 1 October 2026”."""
    kinds = [bool(draft.add), bool(draft.remove), bool(draft.exceptions)]
    parts: tuple[Put | Excepted, ...] = (*draft.add, *draft.remove, *draft.exceptions)
    if sum(kinds) != 1 or len(parts) > 6:
        return _("This draft")
    days = {part.since for part in parts}
    day = next(iter(days)) if len(days) == 1 else None
    since = _(" from %(day)s on") % {"day": said(day).text} if day else ""
    if draft.add:
        return _("Listing %(countries)s%(since)s") % {"countries": _countries(draft.add), "since": since}
    if draft.remove:
        return _("Taking %(countries)s off the list%(since)s") % {"countries": _countries(draft.remove), "since": since}
    names = listed([f"{one.facility} ({country_name(one.country)})" for one in draft.exceptions])
    return _("Excepting %(names)s%(since)s") % {"names": names, "since": since}


def _countries(puts: Iterable[Put]) -> str:
    return listed([_put(put) for put in puts])


def _put(put: Put) -> str:
    name = country_name(put.country)
    return f"{put.place} ({name})" if put.place else name


def period(days: tuple[date, date] | None) -> str:
    """“between January 2024 and November 2026”."""
    if days is None:
        return _("no day on record")
    first, last = (date_format(day, "F Y") for day in days)
    if first == last:
        return _("in %(month)s") % {"month": first}
    return _("between %(first)s and %(last)s") % {"first": first, "last": last}


def answer(case: Case) -> tuple[str, list[str]]:
    """The answer: one sentence that decides, and what else a reader must know at once."""
    numbers, impact = figures(case), case.impact
    if not numbers.days:
        return _beyond(case), []
    more = []
    if numbers.caught and numbers.freed:
        more.append(_more_freed(numbers))
    more += _unclear(case, numbers)
    more += _in_force(case, numbers)
    if impact.ships:
        touched = ngettext("%(n)s ship is touched.", "%(n)s different ships are touched.", impact.ships)
        more.append(touched % {"n": count(impact.ships)})
    if impact.at_sea_in_all:
        told = ngettext(
            "%(n)s ship was at sea already on the first day and would have been caught on arrival.",
            "%(n)s ships were at sea already on the first day and would have been caught on arrival.",
            impact.at_sea_in_all,
        )
        more.append(told % {"n": count(impact.at_sea_in_all)})
    return _first(case, numbers), more


def _in_force(case: Case, numbers: Figures) -> list[str]:
    """How much of the record the draft covers, where it is not all of it."""
    if days_on_record(case) == numbers.days:
        return []
    told = ngettext(
        "The draft is in force on %(n)s of %(all)s days on record.",
        "The draft is in force on %(n)s of %(all)s days on record.",
        numbers.days,
    )
    return [told % {"n": count(numbers.days), "all": count(days_on_record(case))}]


def _first(case: Case, numbers: Figures) -> str:
    impact = case.impact
    known = {
        "what": title(case.draft),
        "all": count(impact.arrivals),
        "period": period(impact.period),
        "concerned": count(impact.concerned),
    }
    if numbers.caught:
        text = _("%(what)s would have caught %(n)s of %(all)s arrivals (%(share)s) %(period)s, about %(rate)s a month.")
        return text % {**known, **_counted(numbers.caught, case, numbers)}
    if numbers.freed:
        text = _("%(what)s would have freed %(n)s of %(all)s arrivals (%(share)s) %(period)s, about %(rate)s a month.")
        return text % {**known, **_counted(numbers.freed, case, numbers)}
    if numbers.unclear or numbers.settled:
        text = _("%(what)s would have caught none of %(all)s arrivals %(period)s for certain.")
        return text % known
    text = _("%(what)s would have changed nothing for %(all)s arrivals %(period)s. %(concerned)s had called there.")
    return text % known


def _counted(number: int, case: Case, numbers: Figures) -> dict[str, str]:
    return {
        "n": count(number),
        "share": percent(number, case.impact.arrivals),
        "rate": about(numbers.a_month(number)),
    }


def _beyond(case: Case) -> str:
    if case.impact.period is None:
        return _("There is no arrival in this set of voyages, so nothing can be said.")
    text = _(
        "The record ends on %(last)s, before the draft’s first day: there is nothing to count. Choose an earlier day."
    )
    return text % {"last": said(case.impact.period[1]).text}


def _more_freed(numbers: Figures) -> str:
    told = ngettext("It would have freed %(n)s arrival.", "It would have freed %(n)s arrivals.", numbers.freed)
    return told % {"n": count(numbers.freed)}


def _unclear(case: Case, numbers: Figures) -> list[str]:
    found = []
    if numbers.unclear:
        text = ngettext(
            "For %(n)s arrival nobody could tell any more.",
            "For %(n)s arrivals nobody could tell any more.",
            numbers.unclear,
        )
        found.append(text % {"n": count(numbers.unclear)})
    calls = case.impact.calls_without_terminal
    if calls:
        text = ngettext(
            "%(n)s call would be unknown because no terminal is given.",
            "%(n)s calls would be unknown because no terminal is given.",
            calls,
        )
        found.append(text % {"n": count(calls)})
    if numbers.settled:
        text = ngettext(
            "For %(n)s arrival that was in doubt, one could say that nothing applies.",
            "For %(n)s arrivals that were in doubt, one could say that nothing applies.",
            numbers.settled,
        )
        found.append(text % {"n": count(numbers.settled)})
    return found
