"""A walk through every address of the product."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.test.signals import template_rendered
from django.urls import URLPattern, URLResolver, get_resolver

from tests.census.addresses import ADDRESSES, ALSO, ANYONE, RENDERED_ELSEWHERE
from tests.census.asking import accesses, asked, entitled
from tests.conftest import CountQueries

ROOT = Path(__file__).resolve().parents[2]
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE")
ACCESSES = accesses()
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


def test_every_address_is_listed() -> None:
    found = list(routes(get_resolver().url_patterns))
    assert set(found) == set(ADDRESSES), "tests/census/addresses.py lists every address with its methods and budget"
    assert len(found) == len(set(found))


@each_address
def test_it_answers_within_its_budget(route: str, places: dict[str, str], at_most_queries: CountQueries) -> None:
    address = ADDRESSES[route]
    client, question = entitled(address, ACCESSES[route]), asked(address, places)
    client.get(question)  # what is read once for all is read
    with at_most_queries(address.queries):
        response = client.get(question)
    assert response.status_code == address.status
    assert directives(response.headers.get("Cache-Control", "")) == directives(address.kept)
    given = {name for name, is_given in (("csrftoken", address.form), ("sessionid", address.session)) if is_given}
    assert address.who != ANYONE or set(response.cookies) == given, "a reader is given no cookie"


@each_address
def test_it_answers_the_methods_it_lists_and_no_other(route: str, places: dict[str, str]) -> None:
    address = ADDRESSES[route]
    client, question = entitled(address, ACCESSES[route]), asked(address, places)
    if address.status == 404:
        return
    for method in METHODS:
        status = client.generic(method, question).status_code
        assert (status != 405) == (method in address.methods), f"{method} was answered with {status}"


@each_address
def test_it_tells_browsers_what_to_refuse(route: str, places: dict[str, str]) -> None:
    headers = entitled(ADDRESSES[route], ACCESSES[route]).get(asked(ADDRESSES[route], places)).headers
    assert re.search(r"default-src '(self|none)'", headers["Content-Security-Policy"])
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"]
    assert headers.get("Permissions-Policy") or "html" not in headers.get("Content-Type", "")


def test_every_template_is_rendered(places: dict[str, str]) -> None:
    seen = set()

    def note(sender: object, template: object, **kwargs: object) -> None:
        seen.add(getattr(template, "name", None))

    template_rendered.connect(note)
    try:
        for route, address in ADDRESSES.items():
            with transaction.atomic():
                entitled(address, ACCESSES[route]).get(asked(address, places))
                transaction.set_rollback(True)
        for question in ALSO:
            Client().get(question)
    finally:
        template_rendered.disconnect(note)
    folders = [folder for folder in (ROOT / "src").rglob("templates") if folder.is_dir()]
    present = {path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*.html")}
    assert present - seen - set(RENDERED_ELSEWHERE) == set()
    assert set(RENDERED_ELSEWHERE) <= present
    assert all((ROOT / where).is_dir() for where in RENDERED_ELSEWHERE.values())
