"""An agenda on paper, as plain data."""

from typing import Any

from django.utils.translation import gettext as _

from roadstead.common.dates import said
from roadstead.visits.agenda import words
from roadstead.visits.agenda.countries import country
from roadstead.visits.agenda_enums import Block, Side
from roadstead.visits.presenters.agenda import in_order
from roadstead.visits.presenters.agenda_items import clock_of, day_in_both, travel_of
from roadstead.visits.presenters.agenda_itinerary import itinerary, ways
from roadstead.visits.queries import agenda as queries


def title(visit: Any) -> str:
    """What the agenda is called outside of the programme’s pages."""
    return _("Port security visit: %(country)s") % {"country": visit.country.name}


def content(visit: Any, agenda: Any) -> dict[str, Any]:
    """Everything that the paper says, as plain data; what is said in both languages is a pair."""
    both, held = words.both(agenda.language, visit.kind), queries.agreements_of(agenda)
    rows, accepted = in_order(queries.items_of(agenda)), queries.acceptances_of(agenda)
    return {
        "local_lang": agenda.language or "en",
        "rtl": words.direction(agenda.language) == "rtl",
        "title": title(visit),
        "head": _pair(both["visit_to"].filled(country=country(visit.country_id, visit.country.name, agenda.language))),
        "version": _("Version %(number)s") % {"number": agenda.version},
        "words": {key: _pair(one) for key, one in both.items()},
        "agreements": [[_pair(both[one.value].capital), _signed(held.get(one.value))] for one in Side],
        "blocks": [
            [_pair(both[block]), [_on_paper(row, accepted, both) for row in rows if row.block == block]]
            for block in Block.of(visit.kind)
        ],
        "days": [_in_time(one) for one in itinerary(visit, agenda, both)],
        "ways": [[one["place"], _days(one), one["travel"]] for one in ways(visit)],
        "page": _("page"),
        "of": _("of"),
    }


def _pair(one: words.Both) -> list[str]:
    return [one.english, one.second]


def _days(way: dict[str, Any]) -> str:
    first, last = said(way["first"]).text, said(way["last"]).text
    return first if first == last else f"{first} – {last}"


def _in_time(one: dict[str, Any]) -> dict[str, Any]:
    return {
        "day": _pair(one["day"]),
        "clock": one["clock"],
        "what": [one["what"], one["local"]],
        "place": one["place"],
        "travel": one["travel"],
    }


def _signed(one: Any) -> str:
    if one is None:
        return ""
    office = f", {one.office}" if one.office else ""
    return f"{one.name}{office}, {said(one.at).text}"


def _on_paper(row: Any, accepted: Any, both: words.Words) -> dict[str, Any]:
    return {
        "day": _pair(day_in_both(row.starts_at, row.zone, both)),
        "clock": clock_of(row.starts_at, row.ends_at, row.zone),
        "purpose": [row.purpose, row.purpose_local],
        "place": row.place,
        "people": row.people,
        "language": row.language,
        "prepare": [row.prepare, row.prepare_local],
        "travel": travel_of(row.travel_minutes, row.travel_by),
        "accepted": ", ".join(
            f"{one.label}: {accepted[(row.pk, one.value)].name}" for one in Side if (row.pk, one.value) in accepted
        ),
    }
