"""The register of the demonstration: countries with officers, authorities and facilities, which are all invented.

Made once: what is there already is left as people have changed it.
"""

from collections.abc import Collection, Sequence
from datetime import date

from roadstead.accounts import demonstration as accounts
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.registry.demonstration.answering import Officers, bodies_there, officers_of
from roadstead.registry.demonstration.bodies import Body, bodies_of
from roadstead.registry.demonstration.entering import enter, scale_there
from roadstead.registry.demonstration.lands import SOURCE, Land, lands
from roadstead.registry.demonstration.loose_ends import leave_open
from roadstead.registry.demonstration.people import make_officers, make_partners
from roadstead.registry.demonstration.portfolios import give_portfolios, plan
from roadstead.registry.demonstration.terminals import Terminal, terminals_of

__all__ = [
    "SOURCE",
    "Body",
    "Land",
    "Officers",
    "Terminal",
    "bodies_of",
    "bodies_there",
    "lands",
    "make",
    "officers_of",
    "scale_there",
    "terminals_by_country",
    "terminals_of",
]


def make(
    *, by: Viewer, liaison: int, partners: dict[str, Viewer], scale: int = 1, only: Collection[str] | None = None
) -> None:
    """Make what is missing: of the countries named, or of every one. partners: those who propose, besides our own.

    Raises PermissionDenied where this person may not do so.
    """
    on, found = clock.today(), lands(only)
    here = terminals_by_country(found, on, scale)
    if scale_there() is None:
        enter(lands=found, terminals=here, scale=scale, by=by)
    portfolios = plan(found)
    officers = make_officers(portfolios)
    give_portfolios(portfolios=portfolios, officers=officers, liaison=liaison, on=on, by=by)
    more = make_partners(found)
    viewers = accounts.viewers_of(more.values())
    leave_open(here, partners | {code: viewers[number] for code, number in more.items()}, on=on, by=by)


def terminals_by_country(found: Sequence[Land], on: date, scale: int) -> dict[str, list[Terminal]]:
    """The facilities of countries that have a port."""
    return {one.code: terminals_of(one, on, scale) for one in found}
