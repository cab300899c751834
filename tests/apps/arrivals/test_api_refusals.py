"""What the API refuses, and how it says so: `application/problem+json`, never a 500."""

import io
import json
from typing import Any

import pytest
from django.http import UnreadablePostError
from django.test import Client, RequestFactory

from roadstead.arrivals import api
from roadstead.common.problems import KINDS
from roadstead.wire.notice import MOST_BYTES
from tests.apps.arrivals.api_calls import NOTICE, URL, changed, post

CALL = NOTICE["calls"][1]


def problem(response: Any, kind: str) -> dict[str, Any]:
    """The body of a problem, after a look at what all of them share."""
    told = KINDS[kind]
    assert response.status_code == told.status
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    body = response.json()
    assert list(body) == ["type", "title", "status", "detail", "errors"]
    assert body["type"] == f"/api/v1/docs#{kind}"
    assert body["title"] == told.title
    assert body["status"] == told.status
    assert all(set(error) == {"field", "message"} and error["message"] for error in body["errors"])
    return dict(body)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "is empty"),
        (b"{", "is not JSON"),
        (b"{'schema': 1}", "is not JSON"),
        (b'{"schema": "roadstead/notice/1",}', "is not JSON"),
        (b"\xff\xfe\x00", "not"),
        (b'{"schema": "\xe9"}', "UTF-8"),
        (b"[" * 100_000, "should be an object"),
        (b"null", "should be"),
        (b"[]", "should be"),
        (b"NaN", "is not JSON"),
        (b"{}", "is missing"),
    ],
)
def test_no_notice_at_all(client: Client, body: bytes, said: str) -> None:
    (error,) = problem(post(client, body), "bad-notice")["errors"]
    assert said in error["message"]


@pytest.mark.parametrize(
    ("path", "value", "field", "said"),
    [
        ("schema", "roadstead/notice/2", "schema", "roadstead/notice/1"),
        ("schema", None, "schema", "text"),
        ("calls", None, "calls", "a list"),
        ("calls", {"0": CALL}, "calls", "a list"),
        ("calls.0.country", "ZZ", "calls[0].country", "“ZZ”"),
        ("calls.0.country", 7, "calls[0].country", "text"),
        ("calls.0.country", "NG", "calls[0].port", "Which one is meant?"),
        ("calls.0.port", "DJ-IB", "calls[0].port", "UN/LOCODE"),
        ("calls.0.departed", "2019-05-09T00:00:00Z", "calls[0].departed", "before the call's own arrival"),
        ("calls.0.departed", "2019-05-11T18:00:00", "calls[0].departed", "no time zone"),
        ("calls.0.departed", "yesterday", "calls[0].departed", "2019-06-01T06:00:00Z"),
        ("calls.0.departed", "0001-01-01T00:00:00Z", "calls[0].departed", "years from 1990"),
        ("calls.0.departed", 1558000000, "calls[0].departed", "text"),
        ("calls.0.purpose", "fun", "calls[0].purpose", "canal_transit"),
        ("calls.0.facility_name", "Doraleh\u0000", "calls[0].facility_name", "U+0000"),
        ("calls.0.facility_name", "Dora\u202eleh", "calls[0].facility_name", "U+202E"),
        ("calls.0.facility_name", "x" * 201, "calls[0].facility_name", "200 characters"),
        ("vessel.name", "A\u001b[31m", "vessel.name", "U+001B"),
        ("vessel.imo", "9074728", "vessel.imo", "check digit"),
        ("vessel.flag", "XX", "vessel.flag", "“XX”"),
        ("vessel", "EXAMPLE", "vessel", "object"),
        ("arrival.eta", "2019-06-01", "arrival.eta", ""),
        ("arrival.port", "Houston", "arrival.port", "UN/LOCODE"),
        ("calls", [CALL] * 10_000, "calls", "500 entries"),
        ("calls.0.berths", [{}] * 51, "calls[0].berths", "50 entries"),
    ],
)
def test_a_bad_field_is_named(client: Client, path: str, value: object, field: str, said: str) -> None:
    errors = problem(post(client, changed(path, value)), "bad-notice")["errors"]
    assert {error["field"] for error in errors} == {field}
    assert said in errors[0]["message"]


def test_everything_that_is_wrong_is_named_at_once(client: Client) -> None:
    notice = changed("calls.0.country", "ZZ")
    notice["vessel"]["imo"] = "1234568"
    notice["arrival"]["eta"] = "soon"
    told = problem(post(client, notice), "bad-notice")
    assert [error["field"] for error in told["errors"]] == ["vessel.imo", "arrival.eta", "calls[0].country"]
    assert told["detail"].startswith("3 things are wrong")


def test_errors_are_not_endless(client: Client) -> None:
    told = problem(post(client, changed("calls", [{**CALL, "country": "ZZ"}] * 500)), "bad-notice")
    assert len(told["errors"]) == 100
    assert told["detail"].startswith("500 things are wrong")


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("known_at=", "known_at"),
        ("known_at=today", "known_at"),
        ("known_at=20190601", "known_at"),
        ("known_at=2019-02-30", "known_at"),
        ("known_at=2019-W01-1", "known_at"),
        ("known_at=0001-01-01", "known_at"),
        ("known_at=9999-12-31", "known_at"),
        ("known_at=%00", "known_at"),
        ("known_at=%ff", "known_at"),
        ("known_at=\u0662\u0660\u0661\u0669-01-01", "known_at"),
        ("known_at=2019-01-01&known_at=2020-01-01", "known_at"),
        ("knownat=2019-01-01", "knownat"),
        ("known_at=2019-01-01&x=1", "x"),
    ],
)
def test_a_bad_parameter(client: Client, query: str, field: str) -> None:
    (error,) = problem(post(client, NOTICE, f"?{query}"), "bad-parameter")["errors"]
    assert error["field"] == field


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain",
        "text/plain; charset=utf-8",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/xml",
        "application/json; charset=latin-1",
        "application/problem+json",
        "application/jsonp",
        "garbage",
    ],
)
def test_another_content_type(client: Client, content_type: str) -> None:
    response = client.post(URL, json.dumps(NOTICE).encode(), content_type=content_type)
    problem(response, "wrong-content-type")
    assert response.headers["Accept-Post"] == "application/json"


def test_compressed(client: Client) -> None:
    problem(post(client, NOTICE, **{"Content-Encoding": "gzip"}), "wrong-content-type")


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
def test_another_method(client: Client, method: str) -> None:
    response = client.generic(method, URL)
    assert response.status_code == 405
    assert response.headers["Allow"] == "POST, OPTIONS"
    if method != "HEAD":
        problem(response, "wrong-method")


class Endless(io.RawIOBase):
    """A sender of zeros that counts what is taken from it, and what is asked for at once."""

    def __init__(self, length: int) -> None:
        self.left, self.most = length, 0

    def read(self, size: int = -1) -> bytes:
        assert size >= 0
        self.most = max(self.most, size)
        size = min(size, self.left)
        self.left -= size
        return b"0" * size


@pytest.mark.parametrize("length", [50_000_000, MOST_BYTES + 1, 10**11])
def test_a_body_that_is_too_large_is_never_held(length: int) -> None:
    sender = Endless(length)
    request = RequestFactory().post(URL, b"", content_type="application/json")
    request.META |= {"CONTENT_LENGTH": str(length), "wsgi.input": sender, "wsgi.input_terminated": True}
    response = api.decisions(request)
    assert response.status_code == 422
    assert "1,048,576 bytes" in json.loads(response.content)["errors"][0]["message"]
    assert sender.most <= 65_536
    assert sender.left == max(0, length - 64 * 1_048_576)


def test_a_length_alone_is_enough(client: Client) -> None:
    answer = client.post(URL, b"{}", content_type="application/json", CONTENT_LENGTH="52428800")
    problem(answer, "bad-notice")
    assert "1,048,576 bytes" in answer.json()["errors"][0]["message"]


def test_fifty_megabytes(client: Client) -> None:
    problem(client.post(URL, b" " * 50_000_000, content_type="application/json"), "bad-notice")


@pytest.mark.parametrize("length", ["nonsense", "-1", "٣", "9" * 5_000])
def test_a_length_that_is_none(length: str) -> None:
    request = RequestFactory().post(URL, b"{}", content_type="application/json")
    request.META["CONTENT_LENGTH"] = length
    assert api.decisions(request).status_code == 422


def test_a_body_of_unknown_length() -> None:
    for body, status in ((json.dumps(NOTICE).encode(), 200), (b" " * (MOST_BYTES + 1), 422)):
        request = RequestFactory().post(URL, b"", content_type="application/json")
        request.META |= {
            "HTTP_TRANSFER_ENCODING": "chunked",
            "wsgi.input_terminated": True,
            "wsgi.input": io.BytesIO(body),
        }
        request.META.pop("CONTENT_LENGTH", None)
        assert api.decisions(request).status_code == status


def test_a_connection_that_breaks() -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise UnreadablePostError("gone")

    for length in (100, 50_000_000):
        request = RequestFactory().post(URL, b"", content_type="application/json")
        request.META |= {"CONTENT_LENGTH": str(length)}
        request.META["wsgi.input"] = request._stream = Broken()
        assert api.decisions(request).status_code in (400, 422)
