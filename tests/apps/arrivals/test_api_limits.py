"""The rate limit: counted for each client, told in headers, bounded in memory."""

import io
import json
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from roadstead.arrivals import api
from roadstead.common import throttle
from roadstead.common.throttle import BoundedMemory, Throttle, client
from tests.apps.arrivals.api_calls import NOTICE, URL, changed, post


class Watch:
    """A clock of seconds that is moved by hand."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def limit(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> Throttle:
    """A limit of three a minute."""
    monkeypatch.setattr(throttle, "ALL_LIMITS", [])
    return Throttle("tests", lambda: 3, BoundedMemory(clock=watch))


def asked_from(address: str, **meta: str) -> HttpRequest:
    return RequestFactory().get("/", REMOTE_ADDR=address, **meta)


def test_over_the_limit(client: Client, settings: Any) -> None:
    settings.DECISIONS_PER_MINUTE = 3
    answers = [post(client, NOTICE) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert answers[0].headers["RateLimit-Policy"] == '"decisions";q=3;w=60'
    assert answers[0].headers["RateLimit"].startswith('"decisions";r=2;t=')
    last = answers[-1]
    assert 1 <= int(last.headers["Retry-After"]) <= 60
    assert last.headers["Access-Control-Allow-Origin"] == "*"
    assert last.headers["Content-Type"] == "application/problem+json"
    assert last.json()["type"] == "/api/v1/docs#too-many-requests"


def test_what_is_refused_counts_too(client: Client, settings: Any) -> None:
    settings.DECISIONS_PER_MINUTE = 2
    bad = [client.post(URL, b"{", content_type=kind).status_code for kind in ("application/json", "text/plain")]
    assert [*bad, post(client, NOTICE).status_code] == [422, 415, 429]


def test_a_long_notice_counts_as_several(client: Client, settings: Any) -> None:
    settings.DECISIONS_PER_MINUTE = 10
    notice = changed("calls", NOTICE["calls"] * 200)  # some forty kilobytes
    answer = post(client, notice)
    assert answer.status_code == 200
    left = int(answer.headers["RateLimit"].partition("r=")[2].partition(";")[0])
    assert left == 10 - 1 - len(json.dumps(notice)) // 8_192 < 8
    settings.DECISIONS_PER_MINUTE = 2  # a window smaller than its cost still lets one through
    assert [post(client, notice).status_code for _ in range(2)] == [200, 429]


def test_a_notice_of_unknown_length_counts_alike(settings: Any) -> None:
    settings.DECISIONS_PER_MINUTE = 5
    statuses = []
    for _ in range(2):
        request = RequestFactory().post(URL, b"", content_type="application/json")
        body = json.dumps(changed("calls", NOTICE["calls"] * 100)).encode()
        request.META |= {
            "HTTP_TRANSFER_ENCODING": "chunked",
            "wsgi.input_terminated": True,
            "wsgi.input": io.BytesIO(body),
        }
        statuses.append(api.decisions(request).status_code)
    assert statuses == [200, 429]


def test_asking_which_methods_there_are_costs_nothing(client: Client, settings: Any) -> None:
    settings.DECISIONS_PER_MINUTE = 1
    assert [client.options(URL).status_code for _ in range(3)] == [204] * 3
    assert post(client, NOTICE).status_code == 200


def test_no_limit(client: Client, settings: Any) -> None:
    settings.DECISIONS_PER_MINUTE = 0
    answers = [post(client, NOTICE) for _ in range(30)]
    assert {answer.status_code for answer in answers} == {200}
    assert "RateLimit" not in answers[0].headers


def test_a_new_minute(limit: Throttle, watch: Watch) -> None:
    request = asked_from("192.0.2.1")
    assert [limit.hit(request).allowed for _ in range(4)] == [True, True, True, False]
    watch.seconds += 59.5
    refused = limit.hit(request)
    assert not refused.allowed
    assert refused.headers["Retry-After"] == "1"
    watch.seconds += 0.5
    assert limit.hit(request).allowed


def test_each_client_has_its_own_window(limit: Throttle) -> None:
    assert [limit.hit(asked_from("192.0.2.1")).allowed for _ in range(4)][-1] is False
    assert limit.hit(asked_from("192.0.2.2")).allowed


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("192.0.2.1:4444", "192.0.2.1"),
        ("[2001:db8:1:2::1]:4444", "2001:db8:1:2::1"),
        ("fe80::1%eth0", "fe80::1"),
        ("", "not an address"),
    ],
)
def test_the_same_client(address: str, same: str) -> None:
    assert client(asked_from(address)) == client(asked_from(same))


def test_another_network() -> None:
    assert client(asked_from("2001:db8:1:2::1")) != client(asked_from("2001:db8:1:3::1"))


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.9", "10.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.66, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.66, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", "203.0.113.9"),
        (1, "", "10.0.0.1"),
        (1, "<script>", "unknown"),
    ],
)
def test_behind_proxies(settings: Any, proxies: int, forwarded: str, expected: str) -> None:
    settings.TRUSTED_PROXIES = proxies
    assert client(asked_from("10.0.0.1", HTTP_X_FORWARDED_FOR=forwarded)) == expected


def test_memory_is_bounded(watch: Watch) -> None:
    storage = BoundedMemory(most=100, clock=watch)
    for number in range(10_000):
        watch.seconds += 0.001
        storage.incr(f"client {number}", 60)
    assert storage.reset() == 100


def test_windows_that_ended_are_forgotten(watch: Watch) -> None:
    storage = BoundedMemory(most=100, clock=watch)
    for number in range(50):
        storage.incr(f"client {number}", 60)
    watch.seconds += 61
    assert storage.incr("another", 60) == 1
    assert storage.get("client 1") == 0
    assert storage.reset() == 1


def test_a_window_that_began_anew_is_the_youngest(watch: Watch) -> None:
    storage = BoundedMemory(most=2, clock=watch)
    storage.incr("a", 60)
    watch.seconds += 61
    storage.incr("b", 60)
    storage.incr("a", 60)
    storage.incr("c", 60)
    assert [storage.get(name) for name in "abc"] == [1, 0, 1]
    storage.clear("a")
    assert storage.get("a") == 0
    assert storage.check()


def test_guarding_another_view(limit: Throttle) -> None:
    view = limit(lambda request, number: HttpResponse(str(number)))
    answers = [view(asked_from("192.0.2.1"), 7) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[0].headers["RateLimit"] == '"tests";r=2;t=60'
    assert answers[-1].headers["Retry-After"] == "60"
