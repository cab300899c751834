"""The assessments of a country as its file shows them."""

from typing import Any

from roadstead.assessments.country_enums import Judgement
from roadstead.assessments.presenters.country_basis import basis
from roadstead.assessments.queries.countries import of_country, sources_of, statements_of
from roadstead.assessments.queries.matrix import versions_of
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer


def assessed(country: str, viewer: Viewer) -> dict[str, Any]:
    """The last that was settled, with its confidence, and the one under way; three queries at most."""
    settled, under_way = of_country(country, viewer)
    return {
        "settled": settled,
        "basis": basis(settled, sources_of(settled), clock.today()) if settled else None,
        "open": under_way,
        "may_begin": viewer.may(Permission.ASSESS_COUNTRIES, country=country),
    }


def remaining(country: str, viewer: Viewer) -> dict[str, Any] | None:
    """The criteria that the assessment settled last says are not effective, or not known; None without one."""
    settled, _under_way = of_country(country, viewer)
    if settled is None:
        return None
    stated = statements_of(settled)
    criteria = [
        one for version in versions_of(settled) if version.record.kind == "statute" for one in version.record.elements
    ]
    open_ones = [
        (one, stated[one.code])
        for one in criteria
        if one.code in stated and stated[one.code].says != Judgement.EFFECTIVE
    ]
    return {"settled": settled, "open": open_ones}
