"""A walk through every address of the product."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from django.test import Client
from django.test.signals import template_rendered
from django.urls import URLPattern, URLResolver, get_resolver

from tests.apps.registry.conftest import loaded  # noqa: F401 - a fixture
from tests.census.addresses import ADDRESSES, ALSO, ANYONE, RENDERED_ELSEWHERE, Address
from tests.conftest import CountQueries

ROOT = Path(__file__).resolve().parents[2]
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE")
each_address = pytest.mark.parametrize("route", ADDRESSES)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]  # budgets hold for real reference data


def routes(patterns: Sequence[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def directives(header: str) -> set[str]:
    return {part.strip() for part in header.split(",")}


def sample(client: Client, address: Address) -> str:
    """What to ask, with the checker's own example where a voyage is wanted."""
    if "{voyage}" not in address.sample:
        return address.sample
    example = client.get("/check/?example=1").headers["Location"].partition("?")[2]
    return address.sample.format(voyage=client.get(f"/check/?{example}", follow=True).request["QUERY_STRING"])


def test_every_address_is_listed() -> None:
    found = list(routes(get_resolver().url_patterns))
    assert set(found) == set(ADDRESSES), "tests/census/addresses.py lists every address with its methods and budget"
    assert len(found) == len(set(found))


@each_address
def test_it_answers_within_its_budget(client: Client, route: str, at_most_queries: CountQueries) -> None:
    address = ADDRESSES[route]
    asked = sample(client, address)
    with at_most_queries(address.queries):
        response = client.get(asked)
    assert response.status_code == address.status
    assert directives(response.headers.get("Cache-Control", "")) == directives(address.kept)
    assert not response.cookies, "a reader is given no cookie"


@each_address
def test_it_answers_the_methods_it_lists_and_no_other(route: str) -> None:
    client, address = Client(), ADDRESSES[route]
    asked = sample(client, address)
    if address.status == 404:
        return
    for method in METHODS:
        status = client.generic(method, asked).status_code
        assert (status != 405) == (method in address.methods), f"{method} was answered with {status}"


@each_address
def test_it_tells_browsers_what_to_refuse(client: Client, route: str) -> None:
    headers = client.get(sample(client, ADDRESSES[route])).headers
    assert re.search(r"default-src '(self|none)'", headers["Content-Security-Policy"])
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"]
    assert headers.get("Permissions-Policy") or "html" not in headers["Content-Type"]


@each_address
def test_it_may_be_read_by_whom_the_list_says(client: Client, route: str) -> None:
    address = ADDRESSES[route]
    assert address.who == ANYONE
    response = client.get(sample(client, address))
    assert response.status_code not in (401, 403)
    assert "login" not in response.headers.get("Location", "")


def test_every_template_is_rendered() -> None:
    client, seen = Client(), set()

    def note(sender: object, template: object, **kwargs: object) -> None:
        seen.add(getattr(template, "name", None))

    template_rendered.connect(note)
    try:
        for asked in [*(sample(client, address) for address in ADDRESSES.values()), *ALSO]:
            client.get(asked)
    finally:
        template_rendered.disconnect(note)
    folders = [folder for folder in (ROOT / "src").rglob("templates") if folder.is_dir()]
    present = {path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*.html")}
    assert present - seen - set(RENDERED_ELSEWHERE) == set()
    assert set(RENDERED_ELSEWHERE) <= present
    assert all((ROOT / where).is_dir() for where in RENDERED_ELSEWHERE.values())
