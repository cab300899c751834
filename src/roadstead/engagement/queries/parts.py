"""What belongs to people that were read for a viewer, to be fetched with them."""

from typing import Any

from django.db.models import Prefetch

from roadstead.engagement.models import ContactPoint, Position


def with_points() -> "Prefetch[Any]":
    """Their addresses and numbers."""
    return Prefetch("points", ContactPoint.objects.all().stated())


def with_positions() -> "Prefetch[Any]":
    """Their parts, the latest beginning first."""
    return Prefetch("positions", Position.objects.order_by("-valid_from", "-pk").stated())
