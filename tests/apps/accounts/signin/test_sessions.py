"""One's own sessions: listed, and ended at once."""

import pytest
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.signin.reading import browser
from tests import people
from tests.apps.accounts.signin.conftest import is_in, sign_in, told

pytestmark = pytest.mark.django_db
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0"


def signed_in(person: User, agent: str) -> Client:
    client = Client(HTTP_USER_AGENT=agent)
    sign_in(client, person)
    return client


def test_sessions_are_listed_in_words(ana: User) -> None:
    here = signed_in(ana, DESK)
    signed_in(ana, PHONE)
    page = here.get("/me/security/").content.decode()
    assert "Firefox on Windows" in page
    assert "Chrome on Android" in page
    assert page.count("this one") == 1


@pytest.mark.parametrize(
    ("agent", "words"), [("", "Unknown browser"), ("curl/8", "Unknown browser"), ("Linux", "Linux")]
)
def test_an_odd_browser_is_no_trouble(agent: str, words: str) -> None:
    assert browser(agent) == words


def test_an_ended_session_is_out_at_once(ana: User) -> None:
    here, there = signed_in(ana, DESK), signed_in(ana, PHONE)
    assert is_in(there)
    session = next(one for one in here.get("/me/security/").context["security"].sessions if not one.current)
    here.post(f"/me/security/sessions/{session.pk}/end/")
    assert not is_in(there)
    assert is_in(here)
    assert told()[-1] == "session_ended"


def test_all_others_end_together(ana: User) -> None:
    here, others = signed_in(ana, DESK), [signed_in(ana, PHONE), signed_in(ana, "")]
    page = here.post("/me/security/sessions/end-others/", follow=True).content.decode()
    assert "2 other sessions were ended" in page
    assert is_in(here)
    assert not any(is_in(one) for one in others)


def test_nobody_ends_the_sessions_of_somebody_else(ana: User) -> None:
    here = signed_in(ana, DESK)
    session = here.get("/me/security/").context["security"].sessions[0]
    signed_in(people.person("Cai Ito", password=people.PASSWORD), DESK).post(f"/me/security/sessions/{session.pk}/end/")
    assert is_in(here)
    assert "session_ended" not in told()


def test_the_present_session_is_signed_out_of_by_its_own_page(ana: User) -> None:
    here = signed_in(ana, DESK)
    session = here.get("/me/security/").context["security"].sessions[0]
    assert here.post(f"/me/security/sessions/{session.pk}/end/").headers["Location"] == "/accounts/logout/"
    assert is_in(here)


def test_a_session_that_is_over_is_no_error(ana: User) -> None:
    here = signed_in(ana, DESK)
    assert here.post("/me/security/sessions/99999/end/").status_code == 302
