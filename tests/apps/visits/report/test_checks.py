"""What must not leave is found before two people release it, when it is asked for and when it is released."""

import pytest

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.visits.actions.report_shape import ReportError
from roadstead.visits.models import ReportRelease, TeamMember, Visit
from roadstead.visits.queries import reports
from roadstead.visits.queries.report_identifying import identifying
from tests import people
from tests.apps.visits.observed import acting as seen
from tests.apps.visits.report import acting


@pytest.fixture
def report(liaison: User, hosted: Visit) -> Visit:
    acting.drafted(liaison, hosted)
    return hosted


def test_the_words_of_an_observation_that_was_not_shared_are_not_released_to_the_host(
    liaison: User, colleague: User, report: Visit
) -> None:
    one = seen.observed(liaison, report, text="The gate at the east stood open.")
    acting.write(liaison, report, "summary", "We saw: the  gate at the EAST stood open. Thanks.", of="host")
    with pytest.raises(ReportError, match="not shared with the host stands in “Summary”"):
        acting.asked(liaison, report, "host")
    seen.shared(liaison, one, "NG")
    waiting = acting.asked(liaison, report, "host")
    one.mark = Mark.PROGRAMME
    one.save(update_fields=["mark"])
    one.states.clear()
    with pytest.raises(ReportError, match="“Summary”"):
        acting.released(colleague, waiting)


def test_what_is_restricted_is_released_in_no_text(liaison: User, report: Visit) -> None:
    secret = seen.observed(liaison, report, text="For the eyes of two people.")
    acting.write(liaison, report, "summary", "For the eyes of two people.")
    secret.mark = Mark.RESTRICTED
    secret.save(update_fields=["mark"])
    secret.people.add(liaison)
    with pytest.raises(ReportError, match="restricted"):
        acting.asked(liaison, report)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("We met Tessa Team.", "Tessa Team"),
        ("We saw Kola Quay.", "Kola Quay"),
        ("Write to a@example.org.", "a@example.org"),
        ("See NGAPP-0001.", "NGAPP-0001"),
        ("Call +1 202 372 1213.", "+1 202 372 1213"),
    ],
)
def test_a_public_line_tells_of_no_person_and_no_facility(
    liaison: User, colleague: User, report: Visit, said: str, told: str
) -> None:
    TeamMember.objects.create(visit=report, name="Tessa Team", agency="invented")
    seen.facility(liaison)
    acting.released(colleague, acting.asked(liaison, report, "host"))
    acting.write(liaison, report, "line", said, of="public")
    with pytest.raises(ReportError, match="tells of people or facilities") as refused:
        acting.asked(liaison, report, "public")
    assert told in str(refused.value)


def test_the_first_wording_of_the_public_line_tells_of_nobody(liaison: User, report: Visit) -> None:
    line = acting.section(report, "line", "public").text
    assert [one for one in identifying(report, line, people.viewer(liaison)) if one.sure] == []


def test_what_was_released_stays_and_a_change_is_released_anew(
    liaison: User, colleague: User, nigeria: User, report: Visit
) -> None:
    client, there = people.client_of(liaison), f"/desk/visits/{report.pk}/report/?text=host"
    first = acting.released(colleague, acting.asked(liaison, report, "host"))
    assert "Released as it stands" in client.get(there).content.decode()
    with pytest.raises(ReportError, match="released as it stands"):
        acting.asked(liaison, report, "host")
    acting.write(liaison, report, "summary", "In other words.", of="host")
    assert "Changed since it was released" in client.get(there).content.decode()
    host = people.client_of(nigeria)
    assert "In other words." not in host.get(f"/partner/visits/{report.pk}/report/").content.decode()
    acting.released(colleague, acting.asked(liaison, report, "host"))
    assert "In other words." in host.get(f"/partner/visits/{report.pk}/report/").content.decode()
    kept = ReportRelease.objects.for_the_system("a test looks").get(pk=first.pk)
    assert (kept.state, kept.content) == ("released", first.content)


def test_the_same_forms_sent_twice_ask_and_release_once(liaison: User, colleague: User, report: Visit) -> None:
    officer, second = people.client_of(liaison), people.client_of(colleague)
    page = f"/desk/visits/{report.pk}/report/"
    for _again in range(2):
        assert officer.post(f"{page}ask/programme/").status_code == 302
    (one,) = reports.releases_of(report, people.viewer(liaison))
    for _again in range(2):
        told = second.post(f"{page}releases/{one.pk}/settle/", {"what": "release"}, follow=True)
        assert "It is released." in told.content.decode()
    assert len(reports.releases_of(report, people.viewer(liaison))) == 1


def test_nothing_written_is_not_released(liaison: User, report: Visit) -> None:
    for one in reports.sections_of(reports.report_of(report, people.viewer(liaison)), "programme"):  # type: ignore[arg-type]
        acting.write(liaison, report, one.kind, "", of="programme")
    told = people.client_of(liaison).post(f"/desk/visits/{report.pk}/report/ask/programme/", follow=True)
    assert "There is no text to release yet." in told.content.decode()
