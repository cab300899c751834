"""Before an edition is published: every notice on record judged under the draft, and nothing kept of it."""

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.arrivals.models import Arrival, Change, Verdict
from tests.apps.drafting.making import changed, decided, drafted
from tests.apps.watch.notices import take
from tests.people import client_of, holder, viewer

pytestmark = pytest.mark.django_db


def test_every_notice_is_judged_under_the_draft_and_nothing_is_kept(people: dict[str, User], watch: User) -> None:
    by = viewer(watch)
    take(by), take(by, 2, country="FR"), take(by, 3, eta="2026-06-10")  # the third arrives before it takes effect
    draft = drafted(people, decided(people))
    desk = client_of(people["signer"])
    assert f"/desk/editions/{draft.pk}/effect/" in desk.get(f"/desk/editions/{draft.pk}/").content.decode()
    page = desk.get(f"/desk/editions/{draft.pk}/effect/").content.decode()
    assert "Of 3 notices on record, 1 would have another verdict" in page
    assert "No conditions → Conditions of entry apply" in page
    assert "INVENTED 1" in page
    assert "INVENTED 2" not in page
    assert "INVENTED 3" not in page
    assert set(Arrival.objects.visible_to(by).values_list("outcome", flat=True)) == {"does_not_apply"}
    assert Verdict.objects.visible_to(by).count() == 3
    assert not Change.objects.visible_to(by).exists()


def test_a_draft_that_cannot_be_judged_says_why_and_partners_do_not_see_it(people: dict[str, User]) -> None:
    draft = drafted(people, decided(people), said=changed(number=""))
    desk = client_of(people["signer"])
    assert "Its number, both days" in desk.get(f"/desk/editions/{draft.pk}/effect/").content.decode()
    assert client_of(holder(Role.AUTHORITY, "GH")).get(f"/desk/editions/{draft.pk}/effect/").status_code == 403
    assert desk.get("/desk/editions/999999/effect/").status_code == 404
