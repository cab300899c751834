"""Whether every country that needs one has its officer, on any day, and where portfolios and roles differ."""

from dataclasses import dataclass
from datetime import date

from roadstead.accounts import officers
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.in_scope import needs_officer
from roadstead.registry.models import Assignment, Country
from roadstead.registry.queries.portfolios import Answering, all_answering, in_force


@dataclass(frozen=True, slots=True)
class Covered:
    """A country that needs an officer, and who answers for it on the day that was asked for."""

    code: str
    name: str
    region: str
    subregion: str
    who: Answering

    @property
    def gap(self) -> bool:
        """Whether nobody is responsible on that day."""
        return self.who.responsible is None


@dataclass(frozen=True, slots=True)
class Drift:
    """A portfolio without its role, or a role that reaches a country without a portfolio. Pairs: number, code."""

    without_role: frozenset[tuple[int, str]] = frozenset()
    without_portfolio: frozenset[tuple[int, str]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.without_role or self.without_portfolio)


def coverage(viewer: Viewer, on: date) -> list[Covered]:
    """Every country that needs a responsible officer, by name, with who answers for it. Raises PermissionDenied."""
    viewer.must(Permission.READ_PROGRAMME)
    rows = list(Country.objects.filter(needs_officer()))
    who = all_answering([row.code for row in rows], on)
    return [Covered(row.code, row.name, row.region, row.subregion, who[row.code]) for row in rows]


def gaps(on: date) -> list[tuple[str, str]]:
    """The countries for which nobody is responsible on a day: code and name; one query."""
    held = Assignment.objects.filter(in_force(on), kind="responsible")
    rows = Country.objects.filter(needs_officer()).exclude(pk__in=held.order_by().values("country"))
    return list(rows.values_list("code", "name"))


def drift() -> Drift:
    """Where portfolios and the roles of liaison officers differ at this moment; two queries."""
    held = Assignment.objects.filter(in_force(clock.today())).order_by().values_list("officer_id", "country_id")
    portfolio, roles = set(held), officers.reached()
    return Drift(frozenset(portfolio - roles), frozenset(roles - portfolio))
