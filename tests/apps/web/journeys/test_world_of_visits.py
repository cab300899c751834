"""Twenty years of visits, invented: each state is there, what belongs together fits, and nothing is made twice."""

from collections import Counter
from datetime import timedelta

import pytest
from django.db.models import F
from django.test import Client

from roadstead.accounts.models import User
from roadstead.audit.models import Event
from roadstead.cli import demonstration
from roadstead.common import clock
from roadstead.engagement.models import Commitment, Contact, Interaction, Referral
from roadstead.search.models import Word
from roadstead.visits import models
from roadstead.visits.agenda import snapshots
from roadstead.visits.demonstration.ahead import SCENES
from roadstead.visits.enums import VisitKind, VisitState
from roadstead.visits.observed_enums import ObservationKind, RecommendationState
from roadstead.visits.queries.clocks import OVERDUE, clocks
from roadstead.visits.queries.overlaps import overlaps_of
from tests import people

pytestmark = pytest.mark.django_db
WHY = "a test looks at all of them"


def every(model):
    return model.objects.for_the_system(WHY)


def abroad():
    """The visits to countries; what a delegation comes for has its own tests."""
    return every(models.Visit).exclude(kind="reciprocal")


def counts() -> Counter[str]:
    rows = [getattr(models, name) for name in models.__all__ if name != "Suspension"]
    found = Counter({one.__name__: every(one).count() for one in (*rows, Interaction, Commitment, Referral, Contact)})
    return found + Counter(events=every(Event).count(), words=Word.objects.count())


def test_there_are_twenty_years_of_everything(portfolio) -> None:
    on, found = clock.today(), counts()
    visits = every(models.Visit).filter(country="NG", state="reported")
    assert 16 <= visits.count() <= 22
    assert visits.order_by("first_on").first().first_on < on - timedelta(days=365 * 18)
    assert found["Observation"] > 2 * len(visits) * 0.5 * len(portfolio)
    assert found["Recommendation"] > 10 * len(portfolio)
    assert every(Interaction).count() > 60 * len(portfolio)
    for name in ("Leg", "LegFacility", "TeamMember", "AgendaVersion", "Review", "Progress", "ReportRelease"):
        assert found[name] > len(visits) * len(portfolio) / 2, name
    for name in ("VisitNote", "ChecklistAnswer", "OtherVisit", "Commitment", "Referral", "BestPractice", "AskingReply"):
        assert found[name], name


def test_each_state_is_there_in_the_portfolio_that_is_shown(portfolio) -> None:
    visits = every(models.Visit).filter(country__in=SCENES)
    assert set(visits.values_list("state", flat=True)) == set(VisitState.values)
    assert set(visits.values_list("kind", flat=True)) == set(VisitKind.values)
    assert set(every(models.Observation).values_list("kind", flat=True)) == set(ObservationKind.values)
    states = set(every(models.Recommendation).values_list("state", flat=True))
    assert states == set(RecommendationState.values)
    assert set(every(models.Recommendation).values_list("toward", flat=True)) == {"host", "programme"}
    assert not visits.filter(state="cancelled", cancelled_why="").exists()
    assert visits.filter(state="proposed", first_on__isnull=True).exists()


def test_the_host_has_countered_and_waits_and_others_come_in_the_same_days(portfolio) -> None:
    by = people.viewer(User.objects.get(email="liaison@roadstead.example"))
    nigeria = abroad().get(country="NG", state="notified")
    items = every(models.AgendaItem).filter(agenda__visit=nigeria)
    waiting = [one for one in items if one.side == "host" and one.revision == 2]
    assert len(waiting) == 2
    accepted = set(every(models.AgendaAcceptance).filter(item__in=waiting).values_list("side", flat=True))
    assert accepted == {"host"}
    ghana = every(models.Visit).get(country="GH", state="planned")
    near = overlaps_of(ghana, by)
    assert len([one for one in near if not one.settled]) >= 2
    assert any(one.same_days for one in near)
    liberia = every(models.Visit).get(country="LR", state="notified")
    assert all(one.settled for one in overlaps_of(liberia, by))


def test_clocks_run_are_overdue_and_stand_still(portfolio) -> None:
    on, by = clock.today(), people.viewer(User.objects.get(email="headquarters@roadstead.example"))
    found = clocks(portfolio, on, by)
    standing = {one.engagement.standing for one in found.values()}
    assert {OVERDUE, "running"} <= standing
    assert found["GQ"].engagement.suspended
    assert found["GA"].engagement.overdue
    reasons = models.Suspension.objects.filter(until__isnull=True).values_list("why", flat=True)
    assert all("(invented)" in one for one in reasons)


def test_whatever_is_agreed_made_or_reported_fits_together(portfolio) -> None:
    for visit in abroad().filter(state__in=("agreed", "under_way", "made", "reported")):
        agenda = every(models.Agenda).get(visit=visit)
        version = every(models.AgendaVersion).get(agenda=agenda, number=agenda.version)
        assert version.digest == snapshots.digest(version.snapshot)
        assert set(every(models.AgendaAgreement).filter(version=version).values_list("side", flat=True)) == {
            "programme",
            "host",
        }
        legs = list(every(models.Leg).filter(visit=visit))
        assert legs
        assert all(visit.first_on <= one.first_on <= one.last_on <= visit.last_on for one in legs)
        assert all(one.port is None or one.port.country_id == visit.country_id for one in legs)
        steps = list(every(models.VisitStep).filter(visit=visit).order_by("at", "pk"))
        assert [one.before for one in steps[1:]] == [one.after for one in steps[:-1]]
        assert steps[-1].after == visit.state
    reported = every(models.Visit).filter(state="reported")
    released = every(models.ReportRelease).filter(state="released")
    assert released.count() == 3 * reported.count()
    assert not released.filter(settled_by=F("asked_by")).exists()


def test_each_visit_follows_the_one_made_before(portfolio) -> None:
    for code in portfolio:
        visits = abroad().filter(country=code, first_on__isnull=False).order_by("first_on")
        made = None
        for one in visits:
            assert one.follows_id == (made.pk if made else None)
            made = one if one.state in ("made", "reported") else made


def test_recommendations_are_closed_by_another_and_no_day_is_still_to_come(portfolio) -> None:
    rows = every(models.Recommendation)
    closed = rows.filter(state="closed")
    assert not closed.filter(ended_by=F("done_by")).exists()
    assert not closed.filter(done_at__lt=F("made_at")).exists()
    assert not closed.filter(ended_at__lt=F("done_at")).exists()
    assert all(row.before and row.after for row in closed.filter(toward="host"))
    assert rows.filter(state="open", made_at__lt=clock.now() - timedelta(days=700)).exists(), "open for years"
    seen = every(models.Observation).filter(pk__in=closed.values("observation"))
    assert set(seen.values_list("state", flat=True)) == {"settled"}
    assert not every(models.Observation).filter(kind="shortfall", reference="").exists()
    now = clock.now()
    for model, name in (
        (models.Progress, "at"),
        (models.Review, "at"),
        (models.VisitStep, "at"),
        (models.Observation, "noted_at"),
        (models.AgendaAcceptance, "at"),
        (models.ReportRelease, "settled_at"),
        (Interaction, "written_at"),
        (Referral, "answered_at"),
    ):
        assert not every(model).filter(**{f"{name}__gt": now}).exists(), f"{model.__name__}.{name}"


def test_people_were_in_their_parts_when_they_were_met(portfolio) -> None:
    today = clock.today()
    links = Interaction.contacts.through._default_manager
    days = dict(every(Interaction).values_list("pk", "held_on"))
    assert max(days.values()) < today
    last = dict(every(Contact).values_list("pk", "last_contact_on"))
    for interaction, contact in links.values_list("interaction_id", "contact_id"):
        assert last[contact] is not None
        assert days[interaction] <= last[contact]
    assert every(Commitment).filter(kept_on__isnull=True, dropped_on__isnull=True, due_on__lt=today).exists()
    assert every(Referral).filter(answered_at__isnull=True).exists()
    assert every(Interaction).filter(state="draft").exists()


def test_the_officer_is_reminded(portfolio) -> None:
    from roadstead.engagement.queries.reminders import reminders_of

    found = reminders_of(people.viewer(User.objects.get(email="liaison@roadstead.example")))
    assert found.promises
    assert found.questions
    assert found.changed
    assert found.quiet


def test_best_practice_is_released_with_consent_alone(portfolio) -> None:
    rows = every(models.BestPractice)
    assert set(rows.values_list("mark", flat=True)) == {"public", "partner", "programme"}
    assert not rows.filter(mark__in=("public", "partner"), consent_by="").exists()
    assert rows.filter(consent_by="").exists(), "some wait for their host"


def test_all_of_it_says_that_it_is_invented(portfolio) -> None:
    for model, name in (
        (models.Observation, "text"),
        (models.Recommendation, "text"),
        (models.OtherVisit, "purpose"),
        (models.VisitNote, "text"),
        (models.BestPractice, "title"),
        (Commitment, "what"),
        (Referral, "question"),
    ):
        assert not every(model).exclude(**{f"{name}__endswith": "(invented)"}).exists(), model.__name__
    met = every(Interaction).exclude(subject__startswith="Reciprocal visit of ")  # its aim says so
    assert not met.exclude(subject__endswith="(invented)").exists()
    assert not abroad().exclude(title__endswith="(invented)").exists()
    assert not every(models.Visit).filter(kind="reciprocal").exclude(aim__endswith="(invented)").exists()
    lines = every(models.ReportRelease).filter(of="public").values_list("content", flat=True)
    assert all(one["text"].endswith("(invented)") for content in lines for one in content)


def test_what_was_made_is_found(portfolio) -> None:
    for kind, model in (("visit", models.Visit), ("observation", models.Observation), ("interaction", Interaction)):
        keys = {int(key) for key in Word.objects.filter(kind=kind).values_list("key", flat=True)}
        assert keys == set(every(model).values_list("pk", flat=True))


def test_a_later_start_adds_nothing(portfolio, monkeypatch) -> None:
    before = counts()
    demonstration.make(only=portfolio)
    assert counts() == before
    later = clock.now() + timedelta(days=400)
    monkeypatch.setattr("roadstead.common.clock.now", lambda: later)
    demonstration.make(only=portfolio)
    assert counts() == before


@pytest.mark.parametrize("page", ["/desk/clocks/", "/desk/planner/", "/desk/visits/", "/desk/portfolio/", "/desk/"])
def test_pages_open(portfolio, page: str) -> None:
    client = Client()
    client.post("/demonstration/sign-in/liaison/")
    assert client.get(page).status_code == 200


def test_the_host_reads_its_reports_and_nobody_elses(portfolio) -> None:
    by = people.viewer(User.objects.get(email="authority@roadstead.example"))
    rows = models.Visit.objects.visible_to(by)
    assert rows.exists()
    assert set(rows.values_list("country", flat=True)) == {"NG"}
    assert not rows.filter(state__in=("proposed", "planned")).exists()
