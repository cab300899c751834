"""The coverage board: what the address asks of it, and the rows that fit."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from roadstead.common import clock
from roadstead.common.folding import fold
from roadstead.registry.presenters.headings import query_of
from roadstead.registry.queries.coverage import Covered

SOON = timedelta(days=60)
GAP, COVERED, ENDING = "gap", "covered", "ending"
STATES = [
    (GAP, _("Nobody is responsible")),
    (COVERED, _("Covered on that day")),
    (ENDING, _("Ends within 60 days, nobody follows")),
]
COLUMNS = {
    "country": _("Country"),
    "region": _("Region"),
    "officer": _("Responsible officer"),
    "post": _("Post"),
    "until": _("Until"),
}
LONGEST_SEARCH = 100  # characters


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of the board; what is no choice is as if it was not asked. sort "": gaps first."""

    on: date
    text: str = ""
    region: str = ""
    post: str = ""
    officer: str = ""
    state: str = ""
    sort: str = ""

    @property
    def narrowed(self) -> bool:
        return bool(self.text or self.region or self.post or self.officer or self.state)

    @property
    def today(self) -> bool:
        return self.on == clock.today()

    @property
    def query(self) -> dict[str, str]:
        """The question as names and values of an address."""
        said = {name: str(value) for name, value in asdict(self).items()}
        said["q"] = said.pop("text")
        return said | {"on": "" if self.today else self.on.isoformat()}

    @property
    def address(self) -> str:
        return query_of(self.query)


def read(query: QueryDict) -> Asked:
    """Read an address; a day that is none is today."""
    sort = query.get("sort", "")
    return Asked(
        on=_day(query.get("on", "")),
        text=query.get("q", "").replace("\x00", "").strip()[:LONGEST_SEARCH],
        region=query.get("region", "").replace("\x00", "")[:60],
        post=query.get("post", "").replace("\x00", "")[:40],
        officer=query.get("officer", "") if query.get("officer", "").isascii() else "",
        state=query.get("state", "") if query.get("state", "") in dict(STATES) else "",
        sort=sort if sort.removeprefix("-") in COLUMNS else "",
    )


def find(rows: list[Covered], asked: Asked) -> list[Covered]:
    """The rows that fit, in the order that was asked for; countries without an officer first where none was."""
    found = [row for row in rows if _fits(row, asked)]
    found.sort(key=lambda row: fold(row.name))
    if not asked.sort:
        return sorted(found, key=lambda row: (not row.gap, not is_ending(row, asked.on)))
    keys: dict[str, Callable[[Covered], Any]] = {
        "country": lambda row: fold(row.name),
        "region": lambda row: (row.region, row.subregion),
        "officer": lambda row: fold(row.who.responsible.officer_name) if row.who.responsible else "",
        "post": lambda row: fold(row.who.responsible.place) if row.who.responsible else "",
        "until": lambda row: (row.who.responsible and row.who.responsible.until) or date.max,
    }
    return sorted(found, key=keys[asked.sort.removeprefix("-")], reverse=asked.sort.startswith("-"))


def is_ending(row: Covered, on: date) -> bool:
    """Whether the officer's time ends soon and nobody follows at once."""
    now, following = row.who.responsible, row.who.following
    if now is None or now.until is None or now.until > on + SOON:
        return False
    return following is None or following.first > now.until


def _fits(row: Covered, asked: Asked) -> bool:
    now, cover = row.who.responsible, row.who.cover
    states = {GAP: row.gap, COVERED: cover is not None, ENDING: is_ending(row, asked.on)}
    officers = {str(one.officer) for one in (now, cover) if one is not None}
    return (
        all(word in fold(f"{row.name} {row.code}") for word in fold(asked.text).split())
        and (not asked.region or row.region == asked.region)
        and (not asked.post or (now is not None and now.post == asked.post))
        and (not asked.officer or asked.officer in officers)
        and (not asked.state or states[asked.state])
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return clock.today()
