"""Port suggestions are open to anyone, and limited for each."""

import pytest
from django.test import Client

from roadstead.registry.views import reference as views

pytestmark = pytest.mark.django_db


def test_who_asks_too_often_is_asked_to_wait(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views.throttled, "per_minute", lambda: 2)
    assert [client.get("/ports/", {"q": "hou"}).status_code for _ in range(3)] == [200, 200, 429]
    refused = client.get("/ports/", {"q": "hou"})
    assert int(refused["Retry-After"]) >= 1
