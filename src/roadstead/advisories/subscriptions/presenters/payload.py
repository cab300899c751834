"""What a webhook is sent (`roadstead/advisory-event/1`): the edition, what it changed, and where the whole of it is."""

from typing import Any

import msgspec
from django.conf import settings
from django.urls import reverse

from roadstead.advisories.models import Delivery
from roadstead.advisories.subscriptions.queries.changed import Line, changed

SCHEMA = "roadstead/advisory-event/1"


def number(delivery: Delivery) -> str:
    """By what a receiver knows a delivery again that comes twice."""
    return f"{delivery.webhook.uid}.{delivery.edition.edition}"


def body(delivery: Delivery) -> bytes | None:
    """The body, the same each time; None where the edition changed nothing that the webhook is for."""
    found = changed(delivery.edition.edition)
    about = found.about(None if delivery.webhook.everywhere else delivery.webhook.countries) if found else None
    if about is None or not about.says_something:
        return None
    page = reverse("advisories:edition", args=[about.ref.id])
    said = {
        "schema": SCHEMA,
        "delivery": number(delivery),
        "edition": about.ref,
        "on": about.day,
        "changes": [_line(one) for one in about.lines],
        "wording_changed": bool(about.wording),
        "page": f"{settings.SITE_ADDRESS}{page}",
        "list": f"{settings.SITE_ADDRESS}{reverse('advisories:json')}?on={about.day}",
    }
    return msgspec.json.encode(said)


def _line(one: Line) -> dict[str, Any]:
    return {
        "change": one.sort,
        "country": one.country,
        "facility_name": one.facility or None,
        "tier": one.tier,
        "with_country": one.with_country,
        "on": one.on,
        "not_before": one.low,
        "not_after": one.high,
    }
