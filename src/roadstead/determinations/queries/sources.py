"""Records of the programme that a case may rest on, as they are now; and which of its sources say something else."""

from collections.abc import Collection
from typing import Any

from django.utils import translation

from roadstead.assessments.queries.settled import Settled, settled_assessment, settled_assessments
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.bridge import Whole
from roadstead.determinations.models import Case, Evidence
from roadstead.determinations.source import Source, digest_of_source
from roadstead.visits.queries import observed

OBSERVATION, ASSESSMENT = "visits.observation", "assessments.countryassessment"
MOST_OFFERED = 200  # sources that a page offers at once


def offered(held: Whole, viewer: Viewer) -> list[Source]:
    """The observations of the country that are not in the case yet, the latest first."""
    there = {one.key for one in held.evidence if one.record == OBSERVATION and one.key is not None}
    rows = observed.observations(viewer).filter(country=held.case.country_id).exclude(pk__in=there)
    return [_of_observation(one) for one in rows.order_by("-noted_at")[:MOST_OFFERED]]


def observation(held: Whole, key: int, viewer: Viewer) -> Source | None:
    """One of these; None where it may not be read or is not of the country."""
    rows = observed.observations(viewer).filter(country=held.case.country_id, pk=key)
    found = rows.first()
    return _of_observation(found) if found else None


def offered_assessments(held: Whole, viewer: Viewer) -> list[Source]:
    """The settled assessments of the country that are not in the case yet; what is settled does not change."""
    there = {one.key for one in held.evidence if one.record == ASSESSMENT}
    found = settled_assessments(held.case.country_id, viewer)
    return [_of_assessment(one) for one in found if one.pk not in there]


def assessment(held: Whole, key: int, viewer: Viewer) -> Source | None:
    """One of them; None where it is not settled, may not be read, or is not of the country."""
    found = settled_assessment(key, held.case.country_id, viewer)
    return _of_assessment(found) if found else None


def changed(held: Whole) -> list[Evidence]:
    """The sources whose record says something else now than when it was taken, or is gone; whoever may read it."""
    keys = [one.key for one in held.evidence if one.record == OBSERVATION and one.key is not None]
    now = _digests(keys) if keys else {}
    return [one for one in held.evidence if one.record == OBSERVATION and now.get(one.key) != one.digest]


def with_sources(viewer: Viewer) -> list[Case]:
    """The cases that somebody may read, whatever their state, which rest on records that may change."""
    rows = Evidence.objects.filter(removed_at__isnull=True, key__isnull=False).stated()
    return list(Case.objects.visible_to(viewer).filter(pk__in=rows.values("case")).order_by("pk"))


def _of_assessment(found: Settled) -> Source:
    return Source(
        title=found.title,
        text=found.text,
        source=f"Assessment {found.pk}",
        dated=found.dated,
        record=ASSESSMENT,
        key=found.pk,
    )


def _digests(keys: Collection[int]) -> dict[int | None, str]:
    rows = observed.every_observation("whether a source of a case changed").filter(pk__in=keys)
    found = {one.pk: _of_observation(one) for one in rows}
    return {key: digest_of_source(one.title, one.text, one.source, one.dated) for key, one in found.items()}


def _of_observation(row: Any) -> Source:
    """An observation as a source, the same for every reader: its words and the host's remark, and how it stands."""
    with translation.override("en"):  # the digest is over the title, too, and is the same in every language
        title = ", ".join(part for part in (str(row.get_kind_display()), row.element) if part)
    remark = f"\n\nThe host’s remark: {row.remark}" if row.remark else ""
    state = "" if row.state == "stands" else f"\n\nState: {row.state}. {row.state_why}"
    return Source(
        title=title,
        text=" ".join((row.reference, row.text)).strip() + remark + state,
        source=f"Observation {row.pk}, visit {row.visit_id}",
        dated=row.noted_at.date(),
        record=OBSERVATION,
        key=row.pk,
    )
