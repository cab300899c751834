"""Links to ask by, and what was asked by one."""

from typing import Any

from roadstead.accounts import secrets
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.models import AskLink, HostingRequest

OWN = "who holds the secret of a link reads what it was given for"


def links_for(viewer: Viewer) -> Any:
    """The links that somebody may read, the latest first."""
    return AskLink.objects.visible_to(viewer).select_related("country", "given_by")


def link_of(secret: str, *, locked: bool = False) -> Any:
    """The link of a secret; None for none of ours."""
    if not secret:
        return None
    rows = AskLink.objects.for_the_system(OWN).filter(digest=secrets.digest(secret))
    return (rows.select_for_update() if locked else rows.select_related("country", "given_by")).first()


def holds(link: Any) -> bool:
    """Whether a link is good at this moment."""
    return link.revoked_at is None and link.given_at <= clock.now() < link.expires_at


def request_of(link: Any) -> HostingRequest:
    """What was asked by a link."""
    rows = HostingRequest.objects.for_the_system(OWN).select_related("country", "visit")
    found: HostingRequest = rows.get(pk=link.request_id)
    return found
