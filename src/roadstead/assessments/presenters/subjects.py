"""Of what somebody may begin a self-assessment: their States, and their facilities."""

from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries import country_rows
from roadstead.registry.queries.facilities import own_facilities

MOST = 500  # facilities to choose from


def subjects_of(viewer: Viewer) -> list[tuple[str, str]]:
    """Values "NG" or "NG 12" with their names, States first."""
    states = viewer.reach(Permission.ANSWER_SELF_ASSESSMENT, ScopeKind.COUNTRY) or frozenset()
    found = [(one.pk, one.name) for one in country_rows(sorted(states)).order_by("name")]
    rows = own_facilities(viewer).order_by("name", "pk")[:MOST]
    return found + [(f"{one.country_id} {one.pk}", _named(one.name, one.number)) for one in rows]


def _named(name: str, number: str | None) -> str:
    return f"{name} ({number})" if number else name
