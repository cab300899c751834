"""What a what-if asks of others: the list of today, the sets of voyages, the engine, names and zones of ports."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.core.cache import caches

from roadstead.advisories import queries as advisories
from roadstead.analytics.reading import TheList
from roadstead.core.listed import AdvisoryOn
from roadstead.registry.queries import PortInfo, ports_by_code, zones_by_port
from roadstead.screening.drafts import Draft
from roadstead.screening.impact import Impact

ABOUT = "roadstead.json"
REMEMBERED = 3_600  # seconds; an impact is some ten kilobytes
PORTS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class VoyageSet:
    """Voyages on record that a draft can be tried on. name: of its folder; made: when, in nanoseconds."""

    name: str
    label: str
    invented: bool
    voyages: int
    folder: Path
    made: int


def voyage_sets() -> tuple[VoyageSet, ...]:
    """The sets in this installation, the newest first. A folder that does not say what it is, is none."""
    found = (_voyage_set(path) for path in (settings.DATA_DIR / "voyages").glob(f"*/{ABOUT}"))
    return tuple(sorted(filter(None, found), key=lambda one: (one.made, one.name), reverse=True))


def _voyage_set(path: Path) -> VoyageSet | None:
    try:
        about: Any = msgspec.json.decode(path.read_bytes())
        name = path.parent.name
        label = str(about.get("label") or name)
        made = path.stat().st_mtime_ns
        return VoyageSet(name, label, bool(about.get("invented")), int(about.get("voyages", 0)), path.parent, made)
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def advisory(today: date) -> AdvisoryOn:
    """The list of today, as known today."""
    return advisories.advisory(today, today)


def rule_book_digest() -> str:
    """Of the rules by which a what-if judges."""
    return advisories.rule_book().digest


def the_list(today: date) -> TheList:
    """What drafts are read against."""
    countries = {entry.code: entry for entry in advisory(today).countries}
    return TheList(countries, advisories.rule_book().policy.domestic)


def impact(chosen: VoyageSet, draft: Draft, today: date) -> Impact:
    """What a draft would do, computed once for each set, rule book, day and draft. Raises ScreeningError."""
    book = advisories.rule_book()
    key = _key(chosen, book.digest, today, draft)
    remembered: Impact | None = caches["memory"].get(key)
    if remembered is not None:
        return remembered
    # The engine takes a second to import, and most pages need none.
    from roadstead.screening import whatif

    found = whatif.impact(chosen.folder, book, today, draft, zones_by_port())
    caches["memory"].set(key, found, REMEMBERED)
    return found


def _key(chosen: VoyageSet, digest: str, today: date, draft: Draft) -> str:
    said = repr((chosen.name, chosen.made, digest, today, draft))
    return "what-if:" + hashlib.sha256(said.encode()).hexdigest()


def ports(codes: Iterable[str]) -> dict[str, PortInfo]:
    """Names and positions of ports, however many."""
    wanted = sorted({code for code in codes if code})
    found: dict[str, PortInfo] = {}
    for start in range(0, len(wanted), PORTS_AT_ONCE):
        found |= ports_by_code(wanted[start : start + PORTS_AT_ONCE])
    return found
