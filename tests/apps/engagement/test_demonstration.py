"""What the demonstration invents."""

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.engagement import demonstration
from roadstead.engagement.models import Information
from tests import people


def test_one_of_each_mark_plainly_invented_and_only_once(headquarters: User) -> None:
    by = people.viewer(headquarters)
    made = demonstration.make(by=by)
    assert demonstration.make(by=by) == made
    rows = list(Information.objects.for_the_system("a test looks"))
    assert len(rows) == made
    assert {row.mark for row in rows} == set(Mark.values)
    assert all("(invented)" in row.title and "Invented for the demonstration" in row.text for row in rows)
