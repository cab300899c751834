"""The catalogue as its pages show it: each fact with its source, and what is not known said to be so."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from roadstead.common import clock
from roadstead.registry.queries import countries
from roadstead.registry.queries.bodies import Belonging, belongings
from roadstead.training.catalogue import Body, Course, Fact, Source, catalogue
from roadstead.visits.isps import elements

KINDS = {
    "seminar": _("seminar"),
    "workshop": _("workshop"),
    "resident": _("resident course"),
    "mobile": _("mobile course"),
    "model": _("IMO model course"),
    "conference": _("conference"),
}
FACTS = {
    "length": _("Length"),
    "language": _("Language"),
    "audience": _("For whom"),
    "prerequisites": _("What is needed before"),
    "certifies": _("Certificate"),
    "asked_through": _("Asked for through"),
    "paid_by": _("Who pays"),
}


@dataclass(frozen=True, slots=True)
class FactShown:
    """A fact of a course. text "": not known."""

    word: Any
    text: str
    source: Source | None


@dataclass(frozen=True, slots=True)
class CourseShown:
    """A course in the list."""

    one: Course
    kind: Any
    provider: str
    length: str


def listed(query: QueryDict) -> dict[str, Any]:
    """The catalogue as a list: narrowed by words, kind and element; no query of the database."""
    words, kind, element = query.get("q", "").strip()[:200], query.get("kind", ""), query.get("element", "")
    known = elements()
    return {
        "lines": [_shown(one) for one in chosen(words, kind, element)],
        "asked": {"text": words, "kind": kind if kind in KINDS else "", "element": element},
        "kinds": list(KINDS.items()),
        "elements": [(code, one.label) for code, one in known.items()],
        "narrowed": bool(words or kind or element),
        "as_of": catalogue().as_of,
    }


def chosen(words: str, kind: str, element: str) -> list[Course]:
    """The courses with all of some words, of a kind, about an element; "" asks nothing."""
    return [
        one
        for one in catalogue().courses.values()
        if (not kind or one.kind == kind)
        and (not element or element in one.answers)
        and all(word in f"{one.title} {one.about}".casefold() for word in words.casefold().split())
    ]


def course(one: Course) -> dict[str, Any]:
    """The page of a course."""
    known = elements()
    return {
        "course": one,
        "kind": KINDS[one.kind],
        "provider": catalogue().bodies[one.provider],
        "facts": [fact_shown(word, getattr(one, name)) for name, word in FACTS.items()],
        "sources": [catalogue().sources[key] for key in one.sources],
        "answers": [known[code].label for code in one.answers],
        "as_of": catalogue().as_of,
    }


def bodies() -> list[tuple[Body, list[tuple[str, Belonging]], list[tuple[Any, Source]], FactShown, list[Course]]]:
    """The bodies with their members by name, programmes and courses, and who pays; two queries."""
    members: dict[str, list[tuple[str, Belonging]]] = {}
    names = {one.code: one.name for one in countries()}
    for one in belongings():
        if one.holds(clock.today()):
            members.setdefault(one.body.code, []).append((names.get(one.country, one.country), one))
    sources = catalogue().sources
    return [
        (
            body,
            sorted(members.get(body.grouping or "", []), key=lambda pair: pair[0]),
            [(offer, sources[offer.source]) for offer in body.programmes],
            fact_shown(FACTS["paid_by"], body.paid_by),
            [one for one in catalogue().courses.values() if one.provider == body.code],
        )
        for body in catalogue().bodies.values()
    ]


def fact_shown(word: Any, fact: Fact | None) -> FactShown:
    """A fact with its source; None: not known."""
    return FactShown(word, fact.text, catalogue().sources[fact.source]) if fact else FactShown(word, "", None)


def _shown(one: Course) -> CourseShown:
    body = catalogue().bodies[one.provider]
    return CourseShown(one, KINDS[one.kind], body.name, one.length.text if one.length else "")
