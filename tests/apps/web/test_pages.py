"""Answers of the web app: pages, health, errors and the headers that guard them."""

from types import SimpleNamespace

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory

from roadstead.web import errors, health, navigation

PAGES = ["/", "/components/"]


@pytest.mark.parametrize("path", PAGES)
def test_pages_need_no_account_and_no_database(client, path):
    """No `db` mark here: a page of the web app that asks the database fails this test."""
    answer = client.get(path)
    assert answer.status_code == 200
    html = answer.content.decode()
    assert '<html lang="en" dir="ltr">' in html
    assert "not a government site" in html
    assert html.count("<h1") == 1


@pytest.mark.parametrize("path", ["/", "/components/", "/no/such/page/", "/healthz", "/robots.txt"])
def test_headers_guard_every_answer(client, path):
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"].split("; ")
    assert {"script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "object-src 'none'"} <= set(policy)
    assert not [part for part in policy if "unsafe" in part or "*" in part]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_alive_asks_nothing(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.django_db
def test_ready_when_the_database_answers_and_is_migrated(client):
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


class BrokenExecutor:
    def __init__(self, connection):
        raise OperationalError("could not connect to db.internal as roadstead")


class LateExecutor:
    def __init__(self, connection):
        self.loader = SimpleNamespace(graph=SimpleNamespace(leaf_nodes=list))

    def migration_plan(self, targets):
        return [("registry", "0001")]


@pytest.mark.parametrize(
    ("executor", "reason"),
    [(BrokenExecutor, "the database does not answer"), (LateExecutor, "migrations are not applied: 1")],
)
def test_not_ready_says_why_without_secrets(client, monkeypatch, executor, reason):
    monkeypatch.setattr(health, "MigrationExecutor", executor)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {"status": "unavailable", "reason": reason}


def test_not_found_is_a_page_for_people_and_json_for_programs(client):
    page = client.get("/no/such/page/")
    assert page.status_code == 404
    assert b"Page not found" in page.content
    assert client.get("/api/nothing").json()["error"] == "not_found"
    assert client.get("/nothing/", headers={"accept": "application/json"}).json()["error"] == "not_found"


def test_server_error_depends_on_nothing(settings, monkeypatch):
    settings.TEMPLATES = []
    settings.STORAGES = {}
    request = RequestFactory().get("/")
    answer = errors.server_error(request)
    assert answer.status_code == 500
    assert b"Something failed here" in answer.content
    assert errors.server_error(RequestFactory().get("/api/v1/x")).status_code == 500


def test_a_failing_view_shows_no_traceback(monkeypatch, settings):
    settings.ROOT_URLCONF = "tests.apps.web.failing_urls"
    answer = Client(raise_request_exception=False).get("/fail/")
    assert answer.status_code == 500
    assert b"Traceback" not in answer.content
    assert b"secret detail" not in answer.content
    assert b"Something failed here" in answer.content


def test_a_foreign_form_is_refused_with_an_explanation(settings):
    settings.ROOT_URLCONF = "tests.apps.web.failing_urls"
    answer = Client(enforce_csrf_checks=True).post("/form/")
    assert answer.status_code == 403
    assert b"Please send the form again" in answer.content
    assert Client().get("/denied/").status_code == 403


def test_a_host_that_is_not_served_gets_a_plain_page(client):
    answer = client.get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert b"cannot be read" in answer.content


def test_robots_and_favicon(client):
    assert b"Disallow: /components/" in client.get("/robots.txt").content
    assert client.get("/favicon.ico").headers["Location"].endswith("roadstead/favicon.svg")


@pytest.mark.parametrize(
    ("path", "label"),
    [("/", "Home"), ("/advisory/2019/", "Advisory"), ("/check/", "Check a voyage"), ("/healthz", None)],
)
def test_navigation_knows_where_a_page_lies(path, label):
    entry = navigation.current(navigation.PUBLIC, path)
    assert (str(entry.label) if entry else None) == label


def test_writing_to_a_page_is_refused(client):
    assert client.post("/").status_code == 405
