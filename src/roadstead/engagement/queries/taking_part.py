"""With whom interactions were, and whom promises and questions name, as far as a viewer may read them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from roadstead.accounts import officers
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.models import Contact
from roadstead.engagement.queries.interactions import links
from roadstead.registry import queries as registry
from roadstead.registry.queries.organisations import organisations


@dataclass(frozen=True, slots=True)
class TakingPart:
    """Of one interaction: countries (code, name), people, officers (number, name), organisations (number, name)."""

    countries: list[tuple[str, str]] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    officers: list[tuple[int, str]] = field(default_factory=list)
    organisations: list[tuple[int, str]] = field(default_factory=list)


def taking_part(keys: Collection[int], viewer: Viewer) -> dict[int, TakingPart]:
    """By interaction; eight queries, whatever their number."""
    found = {key: TakingPart() for key in keys}
    read: tuple[tuple[str, str, Any], ...] = (
        ("countries", "country_id", _countries),
        ("contacts", "contact_id", lambda wanted: people_named(wanted, viewer)),
        ("officers", "user_id", lambda wanted: {pk: (pk, name) for pk, name in officers.names(wanted).items()}),
        ("organisations", "organisation_id", lambda wanted: bodies_named(wanted, viewer)),
    )
    for name, column, names in read:
        pairs = list(links(name).filter(interaction__in=found).order_by("pk").values_list("interaction_id", column))
        named = names({other for _key, other in pairs}) if pairs else {}
        for key, other in pairs:
            if other in named:
                getattr(found[key], name).append(named[other])
    return found


def people_named(keys: Iterable[int], viewer: Viewer) -> dict[int, Contact]:
    """Some people by number, those that were joined with another too."""
    return {one.pk: one for one in Contact.objects.visible_to(viewer).filter(pk__in=set(keys))}


def bodies_named(keys: Iterable[int], viewer: Viewer) -> dict[int, tuple[int, str]]:
    """Some organisations by number."""
    rows = organisations(viewer).filter(pk__in=set(keys)).values_list("pk", "name")
    return {pk: (pk, name) for pk, name in rows}


def _countries(codes: Collection[str]) -> dict[str, tuple[str, str]]:
    return {code: (code, name) for code, name in registry.country_rows(codes).values_list("code", "name")}
