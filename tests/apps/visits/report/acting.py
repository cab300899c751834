"""Short forms of the actions of reports for the tests."""

from uuid import uuid4

from roadstead.accounts.models import User
from roadstead.visits.actions.report_commenting import comment_report
from roadstead.visits.actions.report_releasing import ask_release, release_report
from roadstead.visits.actions.report_writing import draft_report, write_section
from roadstead.visits.models import Report, ReportComment, ReportRelease, ReportSection, ReportVersion, Visit
from roadstead.visits.report_enums import ReportText
from tests import people

LOOKS = "a test looks"


def drafted(by: User, trip: Visit) -> Report:
    return draft_report(visit=trip, by=people.viewer(by))


def section(trip: Visit, kind: str, of: str = "programme") -> ReportSection:
    rows = ReportSection.objects.for_the_system(LOOKS).select_related("changed_by")
    return rows.get(report__visit=trip.pk, kind=kind, of=of)


def text(trip: Visit, of: str = "programme") -> str:
    """Everything that one text says."""
    rows = ReportSection.objects.for_the_system(LOOKS).filter(report__visit=trip.pk, of=of)
    return "\n".join(f"{one.heading}\n{one.text}" for one in rows)


def write(by: User, trip: Visit, kind: str, said: str, *, of: str = "programme", revision: int = 0) -> ReportSection:
    one = section(trip, kind, of)
    given = revision or one.revision
    return write_section(visit=trip, section=one.pk, text=said, revision=given, by=people.viewer(by))


def versions(one: ReportSection) -> list[str]:
    rows = ReportVersion.objects.for_the_system(LOOKS).filter(section=one.pk).order_by("revision")
    return list(rows.values_list("text", flat=True))


def asked(by: User, trip: Visit, of: str = "programme") -> ReportRelease:
    return ask_release(visit=trip, of=ReportText(of), by=people.viewer(by))


def released(by: User, one: ReportRelease) -> ReportRelease:
    return release_report(release=one, by=people.viewer(by))


def commented(by: User, release: ReportRelease, section: str, text: str = "We see it so, too.") -> ReportComment:
    said = {"release": release, "section": section, "text": text}
    return comment_report(uid=uuid4(), by=people.viewer(by), **said)  # type: ignore[arg-type]
