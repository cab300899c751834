"""Two people release a text of a report; the host reads what it was given and comments beside it."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.common import clock as now
from roadstead.common.access.viewer import PUBLIC
from roadstead.visits.actions.report_commenting import comment_report
from roadstead.visits.actions.report_releasing import return_report
from roadstead.visits.actions.report_shape import ReportError
from roadstead.visits.models import ReportComment, ReportRelease, Visit
from roadstead.visits.queries import reports
from roadstead.visits.report_enums import ReportText
from tests import people
from tests.apps.visits.report import acting


@pytest.fixture
def report(liaison: User, hosted: Visit) -> Visit:
    acting.drafted(liaison, hosted)
    return hosted


def test_a_second_person_releases_and_the_visit_is_reported(liaison: User, colleague: User, report: Visit) -> None:
    one = acting.asked(liaison, report)
    with pytest.raises(ReportError):
        acting.released(liaison, one)
    acting.released(colleague, one)
    assert Visit.objects.for_the_system("a test looks").get(pk=report.pk).state == "reported"


def test_the_database_itself_refuses_a_release_by_one_person(liaison: User, report: Visit) -> None:
    one = acting.asked(liaison, report)
    rows = ReportRelease.objects.for_the_system("a test tries").filter(pk=one.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(state="released", settled_by=liaison, settled_at=now.now())


def test_what_is_released_is_what_was_asked_for(liaison: User, colleague: User, nigeria: User, report: Visit) -> None:
    acting.write(liaison, report, "summary", "For the host.", of="host")
    one = acting.asked(liaison, report, "host")
    acting.write(liaison, report, "summary", "Typed later.", of="host")
    acting.released(colleague, one)
    given = reports.released(report, ReportText.HOST, people.viewer(nigeria))
    assert given is not None
    assert "For the host." in str(given.content)
    assert "Typed later." not in str(given.content)
    assert Visit.objects.for_the_system("a test looks").get(pk=report.pk).state == "made"


def test_the_host_reads_its_version_alone_and_only_once_it_is_released(
    liaison: User, colleague: User, nigeria: User, ghana: User, report: Visit
) -> None:
    for of in ("programme", "host"):
        acting.asked(liaison, report, of)
    rows = ReportRelease.objects.visible_to(people.viewer(nigeria))
    assert not rows.exists()
    for one in reports.releases_of(report, people.viewer(colleague)):
        acting.released(colleague, one)
    assert [one.of for one in ReportRelease.objects.visible_to(people.viewer(nigeria))] == ["host"]
    assert not ReportRelease.objects.visible_to(people.viewer(ghana)).exists()
    assert nigeria.notifications.exists()


def test_a_visit_that_is_not_shared_has_no_report_for_its_host(liaison: User, trip: Visit) -> None:
    acting.drafted(liaison, trip)
    with pytest.raises(ReportError):
        acting.asked(liaison, trip, "host")


def test_a_public_line_is_released_by_who_may_release_publicly(
    liaison: User, colleague: User, headquarters: User, report: Visit
) -> None:
    with pytest.raises(ReportError, match="host’s version first"):
        acting.asked(liaison, report, "public")
    acting.released(colleague, acting.asked(liaison, report, "host"))
    one = acting.asked(liaison, report, "public")
    with pytest.raises(PermissionDenied):
        acting.released(colleague, one)
    assert list(reports.public_lines()) == []
    acting.released(headquarters, one)
    assert [line.content[0]["text"] for line in reports.public_lines()] == [
        "The programme visited Nigeria, 22 November 2026."
    ]
    assert [line.of for line in ReportRelease.objects.visible_to(PUBLIC)] == ["public"]


def test_what_is_returned_says_why_and_can_be_asked_for_again(liaison: User, colleague: User, report: Visit) -> None:
    one = acting.asked(liaison, report)
    assert acting.asked(liaison, report).pk == one.pk
    with pytest.raises(ReportError):
        acting.asked(colleague, report)
    return_report(release=one, why="A date is wrong.", by=people.viewer(colleague))
    with pytest.raises(ReportError):
        acting.released(colleague, one)
    assert acting.asked(liaison, report).pk != one.pk


def test_the_host_comments_beside_a_section_once(liaison: User, colleague: User, nigeria: User, report: Visit) -> None:
    one = acting.released(colleague, acting.asked(liaison, report, "host"))
    said = {"uid": uuid4(), "release": one, "section": "summary", "text": "We see it so, too."}
    comment_report(by=people.viewer(nigeria), **said)  # type: ignore[arg-type]
    comment_report(by=people.viewer(nigeria), **said)  # type: ignore[arg-type]
    assert ReportComment.objects.for_the_system("a test looks").count() == 1
    assert [c.text for c in reports.comments_on(report, people.viewer(liaison))["summary"]] == ["We see it so, too."]
    with pytest.raises(PermissionDenied):
        comment_report(by=people.viewer(colleague), **(said | {"uid": uuid4()}))  # type: ignore[arg-type]
