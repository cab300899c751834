"""A report is first written from what was noted; what a person edits stays, and nothing of anybody is lost."""

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.visits.actions.report_shape import ReportError, StaleSectionError
from roadstead.visits.models import Leg, LegFacility, Report, TeamMember, Visit
from roadstead.visits.report.comparing import Line, compared
from tests import people
from tests.apps.visits.observed import acting as seen
from tests.apps.visits.report import acting


def toured(trip: Visit, by: User) -> int:
    leg = Leg.objects.create(visit=trip, position=1, place="Lagos", first_on=trip.first_on, last_on=trip.last_on)
    facility = seen.facility(by)
    LegFacility.objects.create(leg=leg, facility=facility)
    return int(facility.pk)


def test_the_first_draft_says_what_was_noted_where_it_belongs(liaison: User, trip: Visit) -> None:
    number = toured(trip, liaison)
    TeamMember.objects.create(visit=trip, name="Tessa Team", agency="invented")
    seen.note(liaison, trip, text="The ministry has a new desk.", remark="Since May.")
    seen.note(liaison, trip, text="Lamps along the quay.", facility=str(number))
    seen.observed(liaison, trip, text="A gate stood open.", facility=number)
    seen.recommended(liaison, visit=trip, text="Close the gate at night.")
    acting.drafted(liaison, trip)
    assert "Tessa Team" in acting.section(trip, "summary").text
    government = acting.section(trip, "government").text
    assert "new desk" in government
    assert "Since May." in government
    about = acting.section(trip, "facility")
    assert about.heading == "Kola Quay (invented)"
    assert "Lamps along the quay." in about.text
    assert "A gate stood open." in about.text
    assert "Close the gate at night." in acting.section(trip, "recommendations").text
    assert "Close the gate at night." in acting.section(trip, "next_steps").text
    assert "Lagos" in acting.section(trip, "ports").text
    assert acting.section(trip, "line", "public").text == "The programme visited Nigeria, 22 November 2026."


def test_what_earlier_visits_left_open_is_told_with_what_became_of_it(
    liaison: User, trip: Visit, clock: object
) -> None:
    from datetime import timedelta

    from roadstead.common import clock as now
    from roadstead.visits.actions.reviewing import review_recommendation
    from roadstead.visits.models import Recommendation
    from roadstead.visits.observed_enums import Found

    left = seen.recommended(liaison, text="Renew the fence.")
    rows = Recommendation.objects.for_the_system("made a year ago").filter(pk=left.pk)
    rows.update(made_at=now.now() - timedelta(365))
    given = {"visit": trip, "recommendation": left, "before": "Rust.", "after": "A new fence."}
    review_recommendation(found=Found.DONE, by=people.viewer(liaison), **given)  # type: ignore[arg-type]
    acting.drafted(liaison, trip)
    assert acting.section(trip, "left_open").text == "– Renew the fence.: done\n  Before: Rust.\n  Now: A new fence."


def test_the_hosts_text_is_drafted_only_from_what_it_was_given(liaison: User, hosted: Visit) -> None:
    seen.note(liaison, hosted, text="A thought of ours.")
    seen.observed(liaison, hosted, text="Kept to ourselves.")
    given = seen.observed(liaison, hosted, text="Told to them.")
    seen.shared(liaison, given, "NG")
    acting.drafted(liaison, hosted)
    assert "Told to them." in acting.text(hosted, "host")
    for secret in ("A thought of ours.", "Kept to ourselves.", "Embassy"):
        assert secret in acting.text(hosted)
        assert secret not in acting.text(hosted, "host")


def test_what_is_restricted_is_in_no_draft(liaison: User, trip: Visit) -> None:
    secret = seen.observed(liaison, trip, text="For two of us.")
    secret.mark = Mark.RESTRICTED
    secret.save(update_fields=["mark"])
    secret.people.add(liaison)
    acting.drafted(liaison, trip)
    assert "For two of us." not in acting.text(trip)


def test_what_a_person_edited_stays_when_the_records_are_read_again(liaison: User, trip: Visit) -> None:
    acting.drafted(liaison, trip)
    acting.write(liaison, trip, "observations", "In my words.")
    seen.observed(liaison, trip, text="Seen afterwards.")
    acting.drafted(liaison, trip)
    one = acting.section(trip, "observations")
    assert one.text == "In my words."
    assert "Seen afterwards." in one.drafted
    assert acting.section(trip, "summary").revision == 1


def test_whoever_comes_second_is_told_and_loses_nothing(liaison: User, colleague: User, trip: Visit) -> None:
    acting.drafted(liaison, trip)
    old = acting.section(trip, "summary").revision
    acting.write(liaison, trip, "summary", "First.", revision=old)
    with pytest.raises(StaleSectionError) as told:
        acting.write(colleague, trip, "summary", "Second.", revision=old)
    assert told.value.current.text == "First."
    assert acting.section(trip, "summary").text == "First."


def test_the_same_text_sent_twice_is_one_version(liaison: User, trip: Visit) -> None:
    acting.drafted(liaison, trip)
    one = acting.write(liaison, trip, "embassy", "Once.", revision=1)
    acting.write(liaison, trip, "embassy", "Once.", revision=1)
    assert acting.versions(one) == ["", "Once."]


def test_a_report_is_written_by_the_countrys_officers_once_the_visit_has_begun(
    liaison: User, nigeria: User, trip: Visit
) -> None:
    other = seen.visit(liaison, "GH")
    with pytest.raises(ReportError):
        acting.drafted(liaison, other)
    with pytest.raises((PermissionDenied, Visit.DoesNotExist)):
        acting.drafted(nigeria, trip)
    assert not Report.objects.for_the_system("a test looks").exists()


def test_the_host_reads_no_report_of_a_visit_that_it_reads(liaison: User, nigeria: User, hosted: Visit) -> None:
    acting.drafted(liaison, hosted)
    assert Visit.objects.visible_to(people.viewer(nigeria)).filter(pk=hosted.pk).exists()
    assert not Report.objects.visible_to(people.viewer(nigeria)).exists()


def test_two_versions_are_shown_line_by_line() -> None:
    assert compared("a\nb", "a\nc") == [Line("same", "a"), Line("gone", "b"), Line("new", "c")]
