"""Reading the links of an agenda, their uses, and what each reader has seen."""

from datetime import timedelta
from typing import Any

from roadstead.common import clock
from roadstead.visits.agenda_enums import Use
from roadstead.visits.models import AgendaLink, AgendaLook, AgendaUse, Visit

OWN = "who holds the secret of a link reads what it was given for"


def link_of(digest: str) -> Any:
    """The link of a secret, with its agenda and visit; None for none of ours."""
    if not digest:
        return None
    rows = AgendaLink.objects.for_the_system(OWN)
    return rows.filter(digest=digest).first()


def visit_of(link: Any) -> Any:
    """The visit that a link was given for."""
    rows = Visit.objects.for_the_system(OWN).select_related("country")
    return rows.get(agenda=link.agenda_id)


def holds(link: Any) -> bool:
    """Whether a link is good at this moment."""
    return link.revoked_at is None and link.given_at <= clock.now() < link.expires_at


def links_of(agenda: Any) -> list[Any]:
    """The links of an agenda that was read for somebody."""
    return list(AgendaLink.objects.filter(agenda=agenda).stated().select_related("given_by"))


def living_links(agenda: Any) -> list[Any]:
    """The links that are good at this moment."""
    return [one for one in links_of(agenda) if holds(one)]


def uses_of(agenda: Any, *, most: int = 200) -> list[tuple[Any, Any]]:
    """How the links of an agenda were used, each with its link, the latest first."""
    links = {one.pk: one for one in links_of(agenda)}
    rows = AgendaUse.objects.filter(link__in=list(links)).stated().order_by("-at", "-pk")[:most]
    return [(one, links[one.link_id]) for one in rows]


def look_of(agenda: Any, *, person: int | None, link: Any) -> Any:
    """Up to where somebody has seen the changes; None where they have not looked."""
    rows = AgendaLook.objects.filter(agenda=agenda).stated()
    return rows.filter(link=link).first() if link is not None else rows.filter(person=person).first()


def used_since(link: Any, name: str, pause: timedelta) -> bool:
    """Whether somebody used a link within some time."""
    rows = AgendaUse.objects.filter(link=link, name=name, at__gt=clock.now() - pause).stated()
    return rows.exclude(what=Use.SAID_WHO).exists()
