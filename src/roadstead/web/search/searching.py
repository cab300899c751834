"""Searching: every kind in its order, the best of each; similar spellings where nothing is spelt so."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries import PortMatch
from roadstead.search.finding import find, promising, score_of
from roadstead.search.kinds import KINDS, NAME
from roadstead.search.words import of_text
from roadstead.web.search import open_data
from roadstead.web.search.asked import Asked
from roadstead.web.search.hits import Group, Hit, best_text
from roadstead.web.search.shown import SHOWN

A_FIELD = 100
BEST = 5  # of a kind, where all kinds are shown
PORT, ADVISORY = "port", "advisory"
WORDS: dict[str, str | Promise] = {
    "country": _("Countries"),
    "facility": _("Port facilities"),
    "person": _("People"),
    "organisation": _("Organisations"),
    "interaction": _("Interactions"),
    "information": _("Information"),
    "visit": _("Visits"),
    "other_visit": _("Visits of others"),
    "observation": _("Observations"),
    "recommended": _("Recommendations"),
    "practice": _("Best practice"),
    "hosting": _("Reciprocal visits"),
    "self_assess": _("Self-assessments"),
    "training": _("Training"),
    "train_ask": _("Requests for training"),
    "expert": _("Experts"),
    "case": _("Cases"),
    "officer": _("Officers"),
    "post": _("Posts"),
    PORT: _("Ports"),
    ADVISORY: _("Advisories"),
}


def search(asked: Asked, viewer: Viewer, *, first: int = 0, most: int = BEST) -> tuple[list[Group], Asked]:
    """What is found, by kind, and what was asked in the end: with similar spellings, where nothing is spelt so."""
    if not asked.words:
        return [], asked
    ports = open_data.find(asked) if asked.kind in ("", PORT) else []
    found = _groups(asked, ports, viewer, first, most)
    if not found and not asked.near:
        asked = asked.with_near
        found = _groups(asked, ports, viewer, first, most)
    return found, asked


def _groups(asked: Asked, ports: list[PortMatch], viewer: Viewer, first: int, most: int) -> list[Group]:
    kinds = [asked.kind] if asked.kind else list(WORDS)
    indexed = promising([kind for kind in kinds if kind in KINDS], asked.words, asked.slips)
    found = [_indexed(kind, asked, viewer, first, most) for kind in indexed]
    if PORT in kinds:
        hits = open_data.ports(asked, ports)
        found.append(_open(PORT, hits, asked, first, most, whole=len(hits) < open_data.MOST_PORTS))
    if ADVISORY in kinds:
        found.append(_open(ADVISORY, open_data.editions(asked), asked, first, most))
    # The kind with the best hit first; hits are about as good where they differ by less than a field counts.
    return sorted((group for group in found if group.total), key=lambda group: -(group.score // A_FIELD))


def _indexed(kind: str, asked: Asked, viewer: Viewer, first: int, most: int) -> Group:
    found = find(kind, asked.words, viewer, near=asked.slips, first=first, most=most)
    hits = _shown(kind, found.keys, asked, viewer) if found.keys else []
    return Group(kind, WORDS[kind], found.total, hits, found.score)


def _open(kind: str, hits: list[Hit], asked: Asked, first: int, most: int, *, whole: bool = True) -> Group:
    score = max((score_of(asked.words, of_text(f"{one.name} {one.key}"), NAME) for one in hits), default=0)
    return Group(kind, WORDS[kind], len(hits), hits[first : first + most], score, whole)


def _shown(kind: str, keys: Sequence[str], asked: Asked, viewer: Viewer) -> list[Hit]:
    rows = KINDS[kind].read(keys, viewer)
    in_order = [rows[key] for key in keys if key in rows]
    return [_told(hit, rows[hit.key], kind, asked) for hit in SHOWN[kind](in_order, viewer)]


def _told(hit: Hit, row: Any, kind: str, asked: Asked) -> Hit:
    """With the text that fits, if that is not the name, nor a part of the line below it."""
    best = best_text(KINDS[kind].texts(row), asked)
    if best is None or not best.field or best.text in hit.context:
        return hit
    return replace(hit, field=best.field, matched=best.text)
