"""With whom an interaction was, and about which countries: called inside of the actions that write one."""

from collections.abc import Collection, Hashable

from django.utils.translation import gettext as _

from roadstead.accounts import readers
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.interaction_shape import InteractionError, InteractionSaid
from roadstead.engagement.models import Interaction
from roadstead.engagement.queries.contacts import people_by_keys
from roadstead.engagement.queries.interactions import LINKS, links
from roadstead.registry import queries as registry
from roadstead.registry.queries.organisations import organisations

Keys = set[Hashable]


def wanted(said: InteractionSaid, by: Viewer) -> dict[str, Keys]:
    """The keys of each kind, as far as they may be named. Where no country is said, those of the people and
    organisations. Raises InteractionError for what there is not, or is not open."""
    people = dict(people_by_keys(said.contacts, by).values_list("pk", "country_id"))
    bodies = dict(organisations(by).filter(pk__in=said.organisations).values_list("pk", "country_id"))
    officers = set(readers.staff_among(said.officers).values_list("pk", flat=True))
    known = set(registry.country_rows(said.countries).values_list("pk", flat=True))
    _same("contacts", said.contacts, people, _("Somebody you chose is not in the list of people any more."))
    _same("organisations", said.organisations, bodies, _("An organisation you chose is not in the register."))
    _same("officers", said.officers, officers, _("Somebody you chose has no part in the programme any more."))
    _same("countries", said.countries, known, _("There is no such country."))
    of_them = {code for code in (*people.values(), *bodies.values()) if code}
    return {
        "countries": set(known or of_them),
        "contacts": set(people),
        "officers": set(officers),
        "organisations": set(bodies),
    }


def lay(held: Interaction, new: dict[str, Keys], by: Viewer) -> list[str]:
    """Put these in the place of those whom the writer may read; the names of what was changed."""
    changed = []
    for name, keys in new.items():
        rows, column = links(name).filter(interaction=held), LINKS[name]
        old = set(rows.values_list(column, flat=True))
        gone = _readable(name, old - keys, by)
        if not gone and not keys - old:
            continue
        rows.filter(**{f"{column}__in": gone}).delete()
        links(name).bulk_create([rows.model(interaction=held, **{column: key}) for key in sorted(keys - old, key=str)])
        changed.append(name)
    return changed


def _readable(name: str, keys: Keys, by: Viewer) -> Keys:
    """Those of some that the writer could have seen, and so has left out on purpose."""
    if name == "contacts":
        return set(people_by_keys([int(str(one)) for one in keys], by).values_list("pk", flat=True))
    if name == "organisations":
        return set(organisations(by).filter(pk__in=[int(str(one)) for one in keys]).values_list("pk", flat=True))
    return keys


def _same(field: str, said: Collection[object], found: Collection[object], words: str) -> None:
    if set(said) - set(found):
        raise InteractionError(words, field)
