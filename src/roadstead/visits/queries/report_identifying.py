"""What in a public line tells of people or facilities, or may."""

import re
from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.engagement.queries.positions import people_at
from roadstead.registry.queries.facilities import facilities
from roadstead.registry.queries.facility_names import with_further_names
from roadstead.registry.queries.organisations import organisations_of
from roadstead.registry.queries.ports import seaports_of
from roadstead.visits.models import Visit
from roadstead.visits.queries.giveaways import Giveaway
from roadstead.visits.queries.rows import team_of

SHORTEST = 4  # letters of a name that is looked for
PATTERNS: tuple[tuple[str, str | Promise], ...] = (
    (r"[\w.+-]+@[\w-]+\.[\w.]+", _("e-mail address")),
    (r"\b(?:https?://|www\.)\S+", _("web address")),
    (r"\b[A-Z]{2}[A-Z0-9]{3}-\d{4}\b", _("port facility number")),
    (r"\+\d[\d\s().-]{5,}\d\b", _("telephone number")),
)


def identifying(visit: Visit, text: str, viewer: Viewer) -> list[Giveaway]:
    """What stands in a line that everyone is to read, as far as this viewer may know it; what must go comes first."""
    found: dict[str, Giveaway] = {}
    for pattern, kind in PATTERNS:
        for hit in re.finditer(pattern, text):
            found.setdefault(hit.group(), Giveaway(hit.group(), kind, True))
    whole = f" {' '.join(folded for word in text.split() if (folded := fold(word)))} "
    for name, kind, sure in _names(visit, viewer):
        said = re.sub(r"\s*\([^)]*\)", "", name or "").strip()
        if len(key := fold(said)) >= SHORTEST and f" {key} " in whole:
            found.setdefault(key, Giveaway(said, kind, sure))
    return sorted(found.values(), key=lambda one: (not one.sure, one.word.casefold()))


def _names(visit: Visit, viewer: Viewer) -> Iterator[tuple[str | None, str | Promise, bool]]:
    """People and facilities must go; a port or an authority may be named, if somebody looked at it."""
    code = visit.country_id
    for one in with_further_names(facilities(viewer).filter(country=code)):
        for name in (one.name, *(other.name for other in one.names.all())):
            yield name, _("port facility"), True
    for person in people_at(viewer, country=code):
        yield from ((name, _("person"), True) for name in (person.contact.name, person.contact.local_name))
    for member in team_of(visit):
        yield from ((name, _("person"), True) for name in (member.name, member.person.name if member.person else ""))
    for port in seaports_of(code):
        yield port.name, _("place"), False
    for body in organisations_of(code, viewer):
        yield from ((name, _("organisation"), False) for name in (body.name, body.local_name))
