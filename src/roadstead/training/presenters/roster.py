"""The roster of experts as its pages and files show it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.registry import queries as registry
from roadstead.registry.presenters.headings import query_of
from roadstead.training.catalogue import choices, title_of
from roadstead.training.enums import LANGUAGES
from roadstead.training.models import Expert, Service
from roadstead.training.naming import name_of_request
from roadstead.training.presenters.lists import writer
from roadstead.training.queries import requests as of_requests
from roadstead.training.queries.experts import ExpertsAsked, Fit, fits, served_of


@dataclass(frozen=True, slots=True)
class Line:
    """An expert held against what is asked, in words."""

    fit: Fit
    subjects: str
    languages: str
    lacks: tuple[str, ...]
    regions: tuple[str, ...]


def asked_of(query: QueryDict) -> ExpertsAsked:
    """What the address asks; what it cannot ask is left out."""
    country, language = query.get("country", "").upper(), query.get("language", "")
    return ExpertsAsked(
        text=query.get("q", "").replace("\0", "").strip()[:200],
        subject=query.get("subject", "") if query.get("subject", "") in dict(choices()) else "",
        language=language if language in dict(LANGUAGES) else "",
        country=country if len(country) == 2 and country.isascii() and country.isalpha() else "",
        first=_day(query.get("first", "")),
        last=_day(query.get("last", "")),
        standing="left" if query.get("standing") in ("left", "ended") else "now",
    )


def context(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """What the list wants: five queries."""
    asked, names = asked_of(request.GET), names_of_all()
    said = {"q": asked.text, "subject": asked.subject, "language": asked.language, "country": asked.country}
    said |= {"first": _iso(asked.first), "last": _iso(asked.last)}
    said |= {"standing": "left" if asked.standing == "left" else ""}
    return {
        "asked": asked,
        "said": said,
        "lines": [_line(one, names) for one in fits(asked, viewer)],
        "languages": LANGUAGES,
        "countries": list(names.items()),
        "standings": [("left", _("who left the roster"))],
        "query": query_of(said),
        "narrowed": asked != ExpertsAsked(),
        "compares": any((asked.subject, asked.language, asked.country, asked.first, asked.last)),
    }


def file(request: HttpRequest, viewer: Viewer, form: str) -> HttpResponse:
    """The same as `csv` or `xlsx`. Raises Http404 for another form."""
    columns = [_("number"), _("name"), _("organisation"), _("courses"), _("languages"), _("countries")]
    columns += [_("fits"), _("what is lacking"), _("times sent")]
    rows = [_row(_line(one, {})) for one in fits(asked_of(request.GET), viewer)]
    return writer(form)("experts", columns, rows)


def service(held: Expert, viewer: Viewer) -> list[tuple[Service, str, str, bool]]:
    """The record of service: each with what it was for, the page of that, and whether it has begun."""
    rows = served_of([held])[held.pk]
    found: Any = of_requests.requests(viewer).filter(pk__in=[one.request_id for one in rows if one.request_id])
    named = {one.pk: name_of_request(one) for one in found.select_related("country")}
    today, at = clock.today(), "/desk/training/requests/"
    return [(one, named.get(one.request_id or 0, ""), f"{at}{one.request_id}/", one.first_on <= today) for one in rows]


def languages_of(held: Expert) -> list[str]:
    """The languages of an expert, by name."""
    words = dict(LANGUAGES)
    return [str(words.get(code, code)) for code in held.languages]


def regions_of(held: Expert, names: dict[str, str]) -> list[str]:
    """The countries to which an expert goes, by name; none for who goes anywhere. names: those of all, in order."""
    chosen = set(held.regions)
    return [name for code, name in names.items() if code in chosen]


def names_of_all() -> dict[str, str]:
    """The countries by name; two queries."""
    return {one.code: one.name for one in registry.countries()}


def _line(one: Fit, names: dict[str, str]) -> Line:
    said = (
        (_("another subject"), one.subject),
        (_("another language"), one.language),
        (_("not for this country"), one.region),
        (_("elsewhere on these days"), one.away is None),
        (_("not free on these days"), one.free is not False),
    )
    held = one.expert
    return Line(
        one,
        ", ".join(title_of(code) for code in held.subjects),
        ", ".join(languages_of(held)),
        tuple(word for word, met in said if not met),
        tuple(regions_of(held, names)),
    )


def _row(line: Line) -> list[Any]:
    held = line.fit.expert
    about = [held.pk, held.name, held.organisation, line.subjects, line.languages, " ".join(held.regions)]
    return [*about, _("yes") if line.fit.fits else _("no"), ", ".join(line.lacks), line.fit.served]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
