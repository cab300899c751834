"""The law of consequences: an edition judges what is stored again, and what was said before stays as it was said."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.advisories import queries as advisories
from roadstead.arrivals.actions import judging
from roadstead.arrivals.actions.judging import judge_again
from roadstead.arrivals.actions.settling import settle_change
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.models import Arrival, Change, Received, Rejudgement, Verdict
from roadstead.audit.models import Event
from roadstead.common.access.viewer import PUBLIC
from roadstead.determinations.enums import Effect
from tests.apps.drafting.making import changed, decided, drafted, publish
from tests.apps.watch.notices import take
from tests.conftest import CountQueries, FrozenClock
from tests.people import almighty, client_of, holder, viewer

pytestmark = pytest.mark.django_db


def listed(people: dict[str, User]) -> None:
    """Ghana goes onto the list."""
    publish(drafted(people, decided(people)), viewer(people["signer"]))


def verdicts(arrival: Arrival) -> list[str]:
    return list(Verdict.objects.filter(arrival=arrival).stated().order_by("pk").values_list("outcome", flat=True))


def test_an_edition_changes_the_verdict_of_a_ship_that_is_under_way(people: dict[str, User], watch: User) -> None:
    by = viewer(watch)
    ship, other = take(by), take(by, 2, country="FR")
    assert (ship.outcome, ship.zone_id) == ("does_not_apply", "Houston-Galveston")
    listed(people)
    assert judge_again(by=almighty()) == (2, 1)
    ship, other = (Arrival.objects.visible_to(by).get(pk=one.pk) for one in (ship, other))
    assert (ship.outcome, ship.edition, ship.caught) == ("applies", "2026-06-15-psa-9-26", 1)
    assert ship.unsure == "C1 C2 C3 C4 C5"
    assert (other.outcome, verdicts(other)) == ("does_not_apply", ["does_not_apply"])
    assert other.book == ship.book == advisories.rule_book().digest
    assert verdicts(ship) == ["does_not_apply", "applies"]  # the first one stays as it was given
    change = Change.objects.visible_to(by).get()
    assert (change.arrival_id, change.settled_at) == (ship.pk, None)
    assert judge_again(by=almighty()) == (0, 0)
    run = Rejudgement.objects.get()
    assert (run.looked_at, run.changed, run.ended_at is not None) == (2, 1, True)


def test_a_correction_judges_it_once_more(people: dict[str, User], watch: User, clock: FrozenClock) -> None:
    ship = take(viewer(watch), eta="2026-10-20")
    listed(people)
    judge_again(by=almighty())
    clock.set(date(2026, 9, 1))
    said = changed(title="Invented: Ghana removed", number="10-26", issued_on=date(2026, 9, 1))
    said = changed(**{**vars_of(said), "effective_on": date(2026, 9, 1), "notice": "", "notice_on": None})
    publish(drafted(people, decided(people, effect=Effect.DELIST), said=said), viewer(people["signer"]))
    assert judge_again(by=almighty()) == (1, 1)
    assert verdicts(ship) == ["does_not_apply", "applies", "does_not_apply"]
    assert Change.objects.visible_to(viewer(watch)).count() == 2


def vars_of(said: object) -> dict[str, object]:
    return {name: getattr(said, name) for name in said.__dataclass_fields__}  # type: ignore[attr-defined]


def test_the_same_notice_is_kept_once(watch: User) -> None:
    by = viewer(watch)
    assert take(by).pk == take(by).pk
    assert Received.objects.visible_to(by).count() == 1


def test_killed_within_a_part_nothing_of_it_was_done_and_run_again_nothing_is_done_twice(
    people: dict[str, User], watch: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = viewer(watch)
    for number in range(5):
        take(by, number)
    listed(people)
    assert judge_again(by=almighty(), at_most=2) == (2, 2)

    def dies(*args: object, **kwargs: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(judging, "record", dies)
        with pytest.raises(KeyboardInterrupt), transaction.atomic():
            judge_again(by=almighty(), at_most=2)
    assert Change.objects.visible_to(by).count() == 2
    call_command("judge_again")
    assert Change.objects.visible_to(by).count() == 5
    assert set(Arrival.objects.visible_to(by).values_list("outcome", flat=True)) == {"applies"}
    assert Verdict.objects.visible_to(by).count() == 10
    told = Event.objects.for_the_system("tests").filter(type="arrivals.judged_again").count()
    assert told == 2  # two of two, then three at once


def test_what_follows_is_said_once_by_whom_the_zone_belongs_to(people: dict[str, User], watch: User) -> None:
    ship = take(viewer(watch))
    listed(people)
    judge_again(by=almighty())
    change = Change.objects.visible_to(viewer(watch)).get()
    elsewhere = viewer(holder(Role.WATCH, "Puget Sound", name="Otto Other", email="otto@example.org"))
    with pytest.raises(PermissionDenied):
        settle_change(change=change, word="Met at the pier.", by=elsewhere)
    with pytest.raises(ArrivalError, match="characters"):
        settle_change(change=change, word="  ", by=viewer(watch))
    done = settle_change(change=change, word="The agent was told.", by=viewer(watch))
    assert (done.word, done.settled_by_id) == ("The agent was told.", watch.pk)
    with pytest.raises(ArrivalError, match="The agent was told"):
        settle_change(change=change, word="Guards.", by=viewer(people["signer"]))
    assert verdicts(ship) == ["does_not_apply", "applies"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Change.objects.visible_to(viewer(watch)).update(word="")


def test_arrivals_are_read_by_the_programme_alone(watch: User) -> None:
    take(viewer(watch))
    assert Arrival.objects.visible_to(PUBLIC).count() == 0
    assert Arrival.objects.visible_to(viewer(holder(Role.AUTHORITY, "GH"))).count() == 0
    assert Verdict.objects.visible_to(PUBLIC).count() == Received.objects.visible_to(PUBLIC).count() == 0


def test_a_part_asks_the_database_the_same_for_one_and_for_many(
    people: dict[str, User], watch: User, at_most_queries: CountQueries
) -> None:
    for number in range(30):
        take(viewer(watch), number)
    listed(people)
    with at_most_queries(20):
        assert judge_again(by=almighty()) == (30, 30)


def test_the_watch_sees_it_and_says_what_follows(people: dict[str, User], watch: User) -> None:
    ship = take(viewer(watch))
    client = client_of(watch)
    assert "No verdict has changed" in client.get("/watch/changes/").content.decode()
    listed(people)
    page = client.get(f"/watch/arrivals/{ship.pk}/").content.decode()
    assert "waits to be judged again" in page
    judge_again(by=almighty())
    assert "1 verdict has changed" in client.get("/watch/").content.decode()
    page = client.get("/watch/changes/").content.decode()
    assert "INVENTED 1" in page
    assert "No conditions → Conditions of entry apply" in page
    change = Change.objects.visible_to(viewer(watch)).get()
    assert client.post(f"/watch/changes/{change.pk}/", {"word": ""}).status_code == 422
    said = client.post(f"/watch/changes/{change.pk}/", {"word": "Guards <b>asked</b> for."}, follow=True)
    assert said.redirect_chain == [("/watch/changes/", 302)]
    page = client.get(f"/watch/arrivals/{ship.pk}/").content.decode()
    assert "Guards &lt;b&gt;asked&lt;/b&gt; for." in page
    assert "The same to the last byte" in page
    assert "INVENTED 1" in client.get("/watch/changes/?state=settled").content.decode()
    assert "INVENTED 1" in client.get("/watch/changes/export.csv?state=settled").content.decode("utf-8-sig")


def test_the_list_of_arrivals_is_asked_and_taken_away(watch: User) -> None:
    by = viewer(watch)
    take(by), take(by, 2, country="NG", eta="2026-07-01"), take(by, 3, eta="2026-05-31", port="USSEA")
    client = client_of(watch)
    page = client.get("/watch/arrivals/").content.decode()
    assert "INVENTED 1" in page
    assert "INVENTED 2" in page
    assert "INVENTED 2" not in client.get("/watch/arrivals/?q=invented+1").content.decode()
    assert "INVENTED 3" in client.get("/watch/arrivals/?when=&zone=&q=USSEA").content.decode()
    rows = client.get("/watch/arrivals/export.csv?sort=-eta").content.decode("utf-8-sig").splitlines()
    assert [row.split(",")[1] for row in rows[1:3]] == ["INVENTED 2", "INVENTED 1"]
    assert client.get("/watch/arrivals/export.pdf").status_code == 404
    assert client_of(holder(Role.ANALYST)).get("/watch/arrivals/").status_code == 403
