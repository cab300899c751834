"""What a role is given for, as people write it: codes of countries, numbers of facilities, names of the rest."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from roadstead.common.access.scope import Scope, ScopeKind
from roadstead.core.country import COUNTRIES, WITHDRAWN, country_name, is_country
from roadstead.core.identity import facility_number, near_number

LONGEST = 80  # characters of one name
CODES = (ScopeKind.COUNTRY, ScopeKind.FACILITY)
_BETWEEN_NAMES = re.compile(r"[\n;]")  # a company’s name may hold a comma
_BY_NAME = {name.casefold(): code for code, name in COUNTRIES.items()}


class ScopeTextError(ValueError):
    """What was written names nothing of the kind that is wanted; the message says which words and what to write."""


def read(kind: ScopeKind, text: str) -> tuple[Scope, ...]:
    """The things that were written, each once, in order. Raises ScopeTextError naming every word that is wrong."""
    found = {Scope(kind, value) for value in _values(kind, text)}
    wrong = [reason for scope in sorted(found) if (reason := problem(scope))]
    if wrong:
        raise ScopeTextError(" ".join(dict.fromkeys(wrong)))
    return tuple(sorted(found))


def problem(scope: Scope) -> str:
    """What is wrong with one thing that a role is to be given for; "" if nothing is."""
    value = scope.value
    if scope.kind is ScopeKind.COUNTRY and (not is_country(value) or value in WITHDRAWN):
        return _("“%(value)s” is no country’s code; write two letters, as in NG.") % {"value": _shown(value)}
    if scope.kind is ScopeKind.FACILITY and (facility_number(value) != value or not is_country(value[:2])):
        near = near_number(value) or "NGAPP-0001"
        said = {"value": _shown(value), "near": near}
        return _("“%(value)s” is no IMO port facility number; write it as in %(near)s.") % said
    if not value or len(value) > LONGEST or not value.isprintable() or value != " ".join(value.split()):
        said = {"value": _shown(value), "most": str(LONGEST)}
        return _("“%(value)s” is no name; write at most %(most)s letters, each name on its own line.") % said
    return ""


def written(scopes: list[Scope] | tuple[Scope, ...]) -> str:
    """Things as a form shows them again."""
    return "\n".join(one.value for one in scopes)


def named(value: str) -> str:
    """A thing with its name, where the code alone says little: “NG (Nigeria)”."""
    return f"{value} ({country_name(value)})" if len(value) == 2 and is_country(value) else value


def _values(kind: ScopeKind, text: str) -> Iterator[str]:
    """The single values of a text; a country may be written by its whole name, too."""
    for part in _BETWEEN_NAMES.split(text):
        named = " ".join(part.split())
        if kind not in CODES:
            yield from filter(None, [named])
            continue
        for word in part.split(","):
            code = _BY_NAME.get(" ".join(word.split()).casefold())
            yield from [code] if code and kind is ScopeKind.COUNTRY else word.upper().split()


def _shown(value: str) -> str:
    return value if len(value) <= 40 else value[:40] + "…"
