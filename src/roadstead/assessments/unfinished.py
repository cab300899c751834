"""What self-assessments, assessments and the closure room leave open with a country, for whoever takes it over."""

from collections.abc import Collection, Iterator
from typing import Any

from django.utils.translation import gettext as _

from roadstead.assessments.country_enums import Stage
from roadstead.assessments.enums import State
from roadstead.assessments.naming import name_of, name_of_closure, name_of_country_assessment
from roadstead.assessments.queries.closures import waiting_for_us
from roadstead.assessments.queries.countries import assessments
from roadstead.assessments.queries.rows import self_assessments
from roadstead.common.access.viewer import Viewer
from roadstead.registry.open_items import OpenItem, register


def waiting(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """Self-assessments that wait for an officer, and those that went back with questions."""
    rows = self_assessments(viewer).filter(country__in=countries, state__in=(State.SUBMITTED, State.QUESTIONED))
    for one in rows.select_related("country").order_by("submitted_at", "pk"):
        said = _("%(name)s: submitted, waits for review.")
        if one.state == State.QUESTIONED:
            said = _("%(name)s: went back with questions.")
        yield OpenItem(one.country_id, said % {"name": name_of(one)}, f"/desk/self-assessments/{one.pk}/")


def under_way(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """Assessments of countries that are neither settled nor dropped."""
    rows: Any = assessments(viewer).filter(country__in=countries, stage__in=(Stage.DRAFT, Stage.PUT_UP))
    for one in rows.select_related("country").order_by("begun_at", "pk"):
        words = {"name": name_of_country_assessment(one), "stage": one.get_stage_display()}
        yield OpenItem(one.country_id, _("%(name)s: %(stage)s.") % words, f"/desk/assessments/{one.pk}/")


def to_verify(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """Shortfalls whose State says that they are closed."""
    for one in waiting_for_us(countries, viewer):
        words = {"name": name_of_closure(one), "state": one.get_state_display()}
        at = f"/desk/closure/shortfalls/{one.observation_id}/"
        yield OpenItem(one.country_id, _("%(name)s: %(state)s.") % words, at)


register("self_assessments", waiting)
register("assessments", under_way)
register("closures", to_verify)
