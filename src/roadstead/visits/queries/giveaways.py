"""What is left in a best practice that tells, or may tell, where it comes from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.engagement.queries.positions import people_at
from roadstead.registry import queries as registry
from roadstead.registry.queries.facilities import facilities
from roadstead.registry.queries.facility_names import with_further_names
from roadstead.registry.queries.organisations import organisations_of
from roadstead.registry.queries.ports import seaports_of
from roadstead.visits.models import BestPractice, Observation, TeamMember, Visit

SHORTEST = 4  # letters of a name that is looked for whatever its case; a shorter one as it is written
PATTERNS: list[tuple[str, str | Promise, bool]] = [
    (r"[\w.+-]+@[\w-]+\.[\w.]+", _("e-mail address"), True),
    (r"\b(?:https?://|www\.)\S+", _("web address"), True),
    (r"\b[A-Z]{2}[A-Z0-9]{3}-\d{4}\b", _("port facility number"), True),
    (r"(?<![\w/])\+?\d[\d\s().-]{6,}\d\b", _("long number"), True),
    (r"(?<![\w./-])\d+(?:[.,]\d+)?(?![\w/])", _("number"), False),
]
REFERENCE = re.compile(r"\b(?:[AB]|XI-\d)/\d+(?:\.\d+)*(?:-\d+(?:\.\d+)*)?")  # of the Code; says nothing of a place
CAPITAL = re.compile(r"(?<=[\w,;:’)\"”] )[^\W\d_a-z][\w’-]+(?: [^\W\d_a-z][\w’-]+)*")
KNOWN = frozenset(
    (
        *("ISPS", "Code", "PFSO", "PFSP", "PFSA", "SOLAS", "IMO", "State", "States", "CCTV", "GPS", "ID", "RSO"),
        *("Designated", "Authority"),
    )
)


@dataclass(frozen=True, slots=True)
class Giveaway:
    """A word that tells of a source. sure: it must go; else somebody looks at it."""

    word: str
    kind: str | Promise
    sure: bool


def giveaways_of(practice: BestPractice, viewer: Viewer) -> list[Giveaway]:
    """What stands in title and text, as far as the register and the visit's people know it; the sure ones first."""
    text = f"{practice.title}. {practice.text}"
    found: dict[str, Giveaway] = {}
    peoples = _peoples(text, registry.country_rows([practice.origin_id]).values_list("name", flat=True))
    for one in (*_named(text, _names(practice, viewer)), *peoples, *_patterns(text), *_capitals(text)):
        found.setdefault(one.word.casefold(), one)
    return sorted(found.values(), key=lambda one: (not one.sure, one.word.casefold()))


def _names(practice: BestPractice, viewer: Viewer) -> Iterator[tuple[str, str | Promise]]:
    code = practice.origin_id
    for land in registry.countries():
        yield from ((name, _("country")) for name in (land.name, land.official_name))
        if land.code == code:
            yield land.capital, _("place")
    for port in seaports_of(code):
        yield port.name, _("place")
    for one in with_further_names(facilities(viewer).filter(country=code)):
        for name in (one.number, one.name, *(other.name for other in one.names.all())):
            yield name or "", _("port facility")
    for body in organisations_of(code, viewer):
        yield from ((name, _("organisation")) for name in (body.name, body.local_name))
    for person in people_at(viewer, country=code):
        yield from ((name, _("person")) for name in (person.contact.name, person.contact.local_name))
    for name in _team(practice, viewer):
        yield name, _("person")


def _team(practice: BestPractice, viewer: Viewer) -> Iterator[str]:
    """The people of the visit on which it was seen."""
    if practice.origin_observation_id is None:
        return
    seen = Observation.objects.visible_to(viewer).filter(pk=practice.origin_observation_id)
    trips = Visit.objects.visible_to(viewer).filter(pk__in=seen.order_by().values("visit"))
    for member in TeamMember.objects.visible_to(viewer).filter(visit__in=trips.values("pk")).select_related("person"):
        yield from (member.name, member.person.name if member.person else "")


def _named(text: str, names: Iterable[tuple[str, str | Promise]]) -> Iterator[Giveaway]:
    whole = f" {_folded(text)} "
    for name, kind in names:
        said = re.sub(r"\s*\([^)]*\)", "", name or "").strip()
        key = fold(said)
        if len(key) >= SHORTEST:
            if f" {key} " in whole:
                yield Giveaway(said, kind, True)
        elif said and re.search(rf"\b{re.escape(said)}\b", text):
            yield Giveaway(said, kind, True)


def _peoples(text: str, countries: Iterable[str]) -> Iterator[Giveaway]:
    """Words made of the name of the country where it was seen, however they are written: its people, its language."""
    for stem in (fold(name).rstrip("aeiou") for name in countries):
        for word in text.split() if len(stem) >= SHORTEST and " " not in stem else ():
            if fold(word).startswith(stem):
                yield Giveaway(word.strip(".,;:!?()“”’"), _("perhaps of the country"), False)


def _folded(text: str) -> str:
    """A long text folded, which `fold` does with a short one."""
    return " ".join(folded for word in text.split() if (folded := fold(word)))


def _patterns(text: str) -> Iterator[Giveaway]:
    left = REFERENCE.sub(" ", text)
    for pattern, kind, sure in PATTERNS:
        for hit in re.finditer(pattern, left):
            yield Giveaway(hit.group().strip(), kind, sure)
        left = re.sub(pattern, " ", left)


def _capitals(text: str) -> Iterator[Giveaway]:
    """Words with a capital inside a sentence: perhaps a name that no register knows."""
    for hit in CAPITAL.finditer(text):
        if not set(hit.group().split()) <= KNOWN:
            yield Giveaway(hit.group(), _("perhaps a name"), False)
