"""Asking for training: by whoever may, once; answered, declined, withdrawn; by a link."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client

from roadstead.accounts.models import Notification, User
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.training.actions import answering, asking, linking
from roadstead.training.actions.marking import mark_offering
from roadstead.training.enums import RequestState, Says, Way
from roadstead.training.errors import StaleError, TrainingError
from roadstead.training.models import Request, RequestLink, Voice
from roadstead.training.queries import requests as queries
from tests.apps.engagement import planting
from tests.apps.training import acting
from tests.apps.visits.observed import acting as seeing
from tests.people import client_of, viewer


def answered(by: User, one: Request, to: str, **said: Any) -> Request:
    return answering.answer_request(request=one, to=RequestState(to), by=viewer(by), **said)


def test_the_embassy_and_the_officer_ask_for_the_same_and_nothing_is_doubled(
    embassy: User, liaison: User, nigeria: User
) -> None:
    first = acting.asked(embassy)
    second = asking.ask(uid=uuid4(), said=acting.request_said(aims="The same again."), by=viewer(liaison))
    assert second.again
    assert second.request.pk == first.pk
    assert acting.asked(nigeria).pk == first.pk
    ways = [one.way for one in queries.voices_of([first])[first.pk]]
    assert ways == [Way.EMBASSY, Way.OFFICER, Way.AUTHORITY]
    assert Request.objects.for_the_system("a test looks").count() == 1
    assert "the embassy" in client_of(liaison).get(f"/desk/training/requests/{first.pk}/").content.decode()


def test_the_same_form_sent_twice_asks_once(nigeria: User) -> None:
    uid = uuid4()
    for _time in range(2):
        asking.ask(uid=uid, said=acting.request_said(), by=viewer(nigeria))
    assert Voice.objects.for_the_system("a test looks").count() == 1


def test_who_asks_again_adds_what_nobody_has_said_and_changes_nothing(nigeria: User, embassy: User) -> None:
    one = acting.asked(nigeria, how_many=4)
    again = acting.asked(embassy, how_many=9, language="French", equipment="A scanner (invented)")
    assert (again.pk, again.how_many, again.language) == (one.pk, 4, "French")
    assert acting.anew(one).equipment == "A scanner (invented)"


def test_what_has_ended_is_asked_for_anew(nigeria: User, liaison: User) -> None:
    one = acting.asked(nigeria)
    answered(liaison, one, "declined", why="Not this year.")
    assert acting.asked(nigeria).pk != one.pk


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"course": "none"}, "course"),
        ({"aims": "  "}, "aims"),
        ({"how_many": 0}, "how_many"),
        ({"wanted_until": "yesterday"}, "wanted_until"),
        ({"wanted_from": "yesterday"}, "wanted_from"),
        ({"wanted_from": "later", "wanted_until": "soon"}, "wanted_until"),
    ],
)
def test_what_cannot_be_asked_is_refused_beside_its_field(said: dict[str, Any], field: str, nigeria: User) -> None:
    days = {"yesterday": -1, "soon": 10, "later": 20}
    given = {k: clock.today() + timedelta(days[v]) if v in days else v for k, v in said.items()}
    with pytest.raises(TrainingError) as refused:
        acting.asked(nigeria, **given)
    assert refused.value.field == field


def test_nobody_asks_for_another_country(nigeria: User, ghana: User, analyst: User) -> None:
    for by, country in ((nigeria, "GH"), (ghana, "NG"), (analyst, "NG")):
        with pytest.raises(PermissionDenied):
            acting.asked(by, country=country)


def test_an_unknown_country_is_said_to_be_none(chief: User) -> None:
    with pytest.raises(TrainingError, match="no such country"):
        acting.asked(chief, country="QQ")


def test_an_observation_of_another_country_is_not_answered(chief: User) -> None:
    seen = seeing.observed(chief, seeing.visit(chief, "GH"))
    with pytest.raises(TrainingError, match="another country"):
        acting.asked(chief, observation=seen.pk)


def test_an_observation_that_there_is_not_is_said_to_be_none(chief: User) -> None:
    with pytest.raises(TrainingError, match="no such observation"):
        acting.asked(chief, observation=4711)


def test_what_an_officer_asks_without_sharing_stays_inside(liaison: User, nigeria: User) -> None:
    one = acting.asked(liaison, shared=False)
    assert client_of(nigeria).get(f"/partner/training/requests/{one.pk}/").status_code == 404
    shared = acting.asked(nigeria)
    assert shared.pk != one.pk
    assert queries.same_of(shared, viewer(liaison)) == [one]


def test_an_answer_names_an_offering_of_the_course_and_is_done_once_it_was_held(
    liaison: User, nigeria: User, chief: User
) -> None:
    one = acting.asked(nigeria)
    other = acting.offered(chief, course="ips-drills")
    with pytest.raises(TrainingError, match="Choose the offering"):
        answered(liaison, one, "offered")
    with pytest.raises(TrainingError, match="another course"):
        answered(liaison, one, "offered", offering=other)
    right = acting.offered(chief)
    assert answered(liaison, one, "offered", offering=right).offering_id == right.pk
    with pytest.raises(TrainingError, match="not held yet"):
        answered(liaison, one, "done")
    assert Notification.objects.filter(person=nigeria, text__contains="answered").exists()


def test_an_answer_that_the_state_cannot_see_is_said_and_a_cancelled_one_is_named(
    liaison: User, nigeria: User, chief: User
) -> None:
    one, course = acting.asked(nigeria), acting.offered(chief)
    answered(liaison, one, "offered", offering=course)
    client, at = client_of(liaison), f"/desk/training/requests/{one.pk}/"
    assert "cannot see the course" in client.get(at).content.decode()
    mark_offering(offering=course, mark=Mark.PARTNER, states=["NG"], reason="invited", by=viewer(chief))
    acting.stepped(chief, course, "open")
    assert "cannot see the course" not in client.get(at).content.decode()
    acting.stepped(chief, course, "cancelled", "No room (invented).")
    assert "cancelled" in client_of(nigeria).get(f"/partner/training/requests/{one.pk}/").content.decode()


def test_a_declined_request_says_why_and_an_old_page_is_stale(liaison: User, nigeria: User) -> None:
    one = acting.asked(nigeria)
    with pytest.raises(TrainingError, match="Say why"):
        answered(liaison, one, "declined")
    answered(liaison, one, "taken_up", revision=1)
    with pytest.raises(StaleError):
        answered(liaison, one, "declined", why="No.", revision=1)


def test_who_asked_withdraws_and_another_state_does_not(nigeria: User, ghana: User) -> None:
    one = acting.asked(nigeria)
    with pytest.raises(PermissionDenied):
        answering.withdraw_request(request=one, why="x", by=viewer(ghana))
    done = answering.withdraw_request(request=one, why="Done elsewhere.", by=viewer(nigeria))
    assert done.state == RequestState.WITHDRAWN


def test_gates_are_not_known_until_somebody_says_so_with_why(liaison: User, nigeria: User) -> None:
    one = acting.asked(nigeria, equipment="A scanner (invented)")
    assert [found.truth for found in queries.gates_of(one, viewer(liaison))] == ["unknown"] * 4
    assert acting.asked(nigeria, course="ips-drills").equipment == ""
    with pytest.raises(TrainingError, match="Say why"):
        answering.say_gate(request=one, gate="risk", says=Says.YES, why=" ", by=viewer(liaison))
    for gate in ("risk", "unable", "assessed", "spare"):
        answering.say_gate(request=one, gate=gate, says=Says.YES, why="Shown (invented).", by=viewer(liaison))
    assert queries.gates_met(queries.gates_of(one, viewer(liaison))) == "yes"
    answering.say_gate(request=one, gate="unable", says=Says.NO, why="It is able (invented).", by=viewer(liaison))
    assert queries.gates_met(queries.gates_of(one, viewer(liaison))) == "no"
    told = client_of(liaison).get(f"/desk/training/requests/{one.pk}/").content.decode()
    assert "It is able (invented)." in told
    assert "46 USC 70110" in told


def given_link(by: User) -> tuple[RequestLink, str]:
    said = {"country": "NG", "name": "Ola Outside (invented)", "email": "ola@example.org", "days": 30}
    return linking.give_request_link(uid=uuid4(), by=viewer(by), **said)


def test_a_link_asks_once_and_then_shows_how_the_request_stands(liaison: User) -> None:
    _link, secret = given_link(liaison)
    client = Client()
    assert client.get(f"/training/ask/{secret}/", follow=True).status_code == 200
    said = {"uid": str(uuid4()), "country": "NG", "course": "ips-drills", "aims": "Drills that teach (invented)."}
    assert client.post("/training/asked/", said).status_code == 302
    assert "nobody has answered yet" in client.get("/training/asked/").content.decode()
    client.post("/training/asked/", said | {"aims": "More."})
    assert Request.objects.for_the_system("a test looks").count() == 1
    again = Client()
    assert "nobody has answered yet" in again.get(f"/training/ask/{secret}/", follow=True).content.decode()


def test_a_link_that_is_none_revoked_or_over_opens_nothing(liaison: User, clock: Any) -> None:
    assert Client().get("/training/ask/nonsense/").status_code == 404
    assert Client().get("/training/asked/").status_code == 404
    link, secret = given_link(liaison)
    linking.revoke_request_link(link=link, by=viewer(liaison))
    assert Client().get(f"/training/ask/{secret}/", follow=True).status_code == 410
    _link, second = given_link(liaison)
    clock.set("2027-06-01")
    assert Client().get(f"/training/ask/{second}/", follow=True).status_code == 410


def test_a_link_asks_for_its_own_country_alone(liaison: User) -> None:
    link, _secret = given_link(liaison)
    with pytest.raises(TrainingError, match="another country"):
        linking.ask_by_link(link=link, said=acting.request_said(country="GH"), by=Viewer(name="Ola"))


def test_a_link_goes_out_by_mail_and_its_secret_is_kept_nowhere(liaison: User) -> None:
    said = {"uid": str(uuid4()), "country": "NG", "name": "Ola Outside", "email": "ola@example.org", "days": 30}
    assert client_of(liaison).post("/desk/training/requests/links/new/", said).status_code == 302
    assert "/training/ask/" in str(mail.outbox[-1].body)
    secret = str(mail.outbox[-1].body).split("/training/ask/")[1].split("/")[0]
    assert secret not in RequestLink.objects.get().digest


def test_two_who_ask_at_one_moment_make_one_request(together: Any, embassy: User, nigeria: User) -> None:
    one, two = viewer(embassy), viewer(nigeria)
    found = together(
        [
            lambda: asking.ask(uid=uuid4(), said=acting.request_said(), by=one),
            lambda: asking.ask(uid=uuid4(), said=acting.request_said(), by=two),
        ]
    )
    assert len({one.request.pk for one in found if isinstance(one, asking.Answered)}) == 1


def test_a_link_used_by_two_at_one_moment_asks_once(together: Any, liaison: User) -> None:
    link, _secret = given_link(liaison)
    found = together(
        [
            lambda: linking.ask_by_link(link=link, said=acting.request_said(), by=Viewer(name="Ola")),
            lambda: linking.ask_by_link(
                link=link, said=acting.request_said(course="ips-drills"), by=Viewer(name="Ola")
            ),
        ]
    )
    assert len({one.request.pk for one in found}) == 1
    assert sorted(one.again for one in found) == [False, True]


def test_the_request_shows_what_the_country_shows_and_no_score(liaison: User, chief: User) -> None:
    planting.country("JM")
    one = acting.asked(chief, country="JM")
    told = client_of(liaison).get(f"/desk/training/requests/{one.pk}/").content.decode()
    assert "What the country shows" in told
    assert "yes: the law stresses it" in told
    assert "Recommendations closed" in told
    assert "score" not in told.casefold()


def test_a_partner_body_asks_by_way_of_an_officer(chief: User) -> None:
    one = acting.asked(chief, body="SPC")
    assert [(voice.way, voice.body) for voice in queries.voices_of([one])[one.pk]] == [(Way.BODY, "SPC")]
    with pytest.raises(TrainingError) as refused:
        acting.asked(chief, body="nobody", course="ips-drills")
    assert refused.value.field == "body"


def test_what_is_open_goes_with_a_hand_over(nigeria: User, liaison: User) -> None:
    from roadstead.registry.open_items import open_with

    acting.asked(nigeria)
    assert any("Nigeria asks for" in one.text for one in open_with(["NG"]))
    assert liaison.pk


def test_requests_are_found_by_what_they_are_to_achieve(nigeria: User, ghana: User) -> None:
    acting.asked(nigeria, aims="A quayside rehearsal (invented).")
    assert "ISPS Code implementation" in client_of(nigeria).get("/search/?q=rehearsal").content.decode()
    assert "ISPS Code implementation" not in client_of(ghana).get("/search/?q=rehearsal").content.decode()
