"""The API is what its own description says: checked by Schemathesis with good and bad data, in process."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.core.handlers.wsgi import WSGIHandler
from django.db import close_old_connections
from django.test import Client
from django.urls import resolve
from hypothesis import HealthCheck
from hypothesis import settings as budget
from schemathesis.checks import unsupported_method
from schemathesis.config import (
    ChecksConfig,
    GenerationConfig,
    PositiveDataAcceptanceConfig,
    ProjectConfig,
    ProjectsConfig,
    SchemathesisConfig,
)

from roadstead.accounts.actions.tokens import NEVER, make_token
from roadstead.accounts.models import User
from roadstead.arrivals import openapi
from roadstead.arrivals.described import api
from roadstead.common.problems import KINDS
from tests.people import holder, viewer

CONFIG = SchemathesisConfig(
    projects=ProjectsConfig(
        default=ProjectConfig(
            generation=GenerationConfig(deterministic=True, max_examples=40, unique_inputs=True),
            checks=ChecksConfig(
                # What a schema cannot say (the port lies in the country, the check digit) is refused with 422; a number
                # that nothing has, with 404.
                positive_data_acceptance=PositiveDataAcceptanceConfig(expected_statuses=["2xx", "404", "422"]),
            ),
        )
    )
)


@cache
def handler() -> WSGIHandler:
    return WSGIHandler()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    return handler()(environ, start_response)


@pytest.fixture
def _kept_connection() -> Iterator[None]:
    """A request ends by closing its connection; here that is the connection of the test's own transaction."""
    ends = (signals.request_started, signals.request_finished)
    for end in ends:
        end.disconnect(close_old_connections)
    yield
    for end in ends:
        end.connect(close_old_connections)


schema = schemathesis.openapi.from_dict(api.get_openapi_schema(), config=CONFIG)
schema.app = application


@pytest.fixture
def token(db: None) -> str:
    """A token of headquarters, with every right that a program may have."""
    by = viewer(holder("headquarters"))
    person = User.objects.get(pk=by.user_id)
    return make_token(person=person, name="tests", permissions=by.permissions - NEVER, days=1, by=by)[1]


@schema.parametrize()
@pytest.mark.django_db
@pytest.mark.usefixtures("_kept_connection")
@budget(max_examples=40, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_api_is_as_described(case: schemathesis.Case, settings: Any, token: str) -> None:
    settings.DECISIONS_PER_MINUTE = 0
    # Elsewhere the guard against forged forms answers first: 403 instead of 405, for any method that writes.
    excluded = [] if case.path.startswith("/api/") else [unsupported_method]
    case.call_and_validate(excluded_checks=excluded, headers={"Authorization": f"Bearer {token}"})


def test_the_document(client: Client) -> None:
    response = client.get("/api/v1/openapi.json")
    document = response.json()
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert document["openapi"] == "3.1.0"
    assert document["info"] | {"description": ""} == {"title": "Roadstead", "version": "1", "description": ""}
    operations = [one for methods in document["paths"].values() for one in methods.values()]
    assert len({one["operationId"] for one in operations}) == len(operations)
    for path in document["paths"]:
        resolve(path)
    assert "NoticeShape" in document["components"]["schemas"]


def test_other_methods_are_told_so(client: Client) -> None:
    for path in ("/api/v1/openapi.json", "/api/v1/docs"):
        response = client.post(path)
        assert response.status_code == 405
        assert response.headers["Allow"] == "GET, HEAD"
        assert response.json()["status"] == 405


def test_the_page(client: Client) -> None:
    response = client.get("/api/v1/docs")
    assert response.status_code == 200
    page = response.content.decode()
    for path in api.get_openapi_schema()["paths"]:
        assert f" {path}</code>" in page
    for kind in KINDS:
        assert f'id="{kind}"' in page
    assert "curl -H" in page
    assert not re.search(
        r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|https?://(?!testserver)[^\s\"<]*\.(js|css)", page
    )


def test_example_of_the_guide_is_the_example_of_the_page() -> None:
    guide = Path(__file__).parents[3].joinpath("docs/guides/api.md").read_text(encoding="utf-8")
    notice = json.loads(re.findall(r"```json\n(.*?)```", guide, re.DOTALL)[0])
    assert notice == openapi.EXAMPLE
