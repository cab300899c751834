"""The invented officers of the programme, and partners of some States: accounts that nobody has a password for."""

from collections.abc import Iterator, Sequence

from roadstead.accounts import demonstration as accounts
from roadstead.accounts.actions.demonstration import Invented
from roadstead.accounts.roles import Role
from roadstead.common.access.scope import Scope, ScopeKind
from roadstead.common.folding import fold
from roadstead.common.invented import Chance, invented, person
from roadstead.registry.demonstration.lands import Land
from roadstead.registry.demonstration.portfolios import PASSED_ON, Portfolio

PARTNERS = ("BR", "CM", "DE", "EG", "GH", "ID", "JP", "KE", "MA", "PE", "PH", "TR")  # whose authority has an account


def make_officers(portfolios: Sequence[Portfolio]) -> list[int]:
    """An officer for each portfolio but that of the liaison officer; their numbers."""
    return accounts.make_more(list(_officers(portfolios)))


def make_partners(lands: Sequence[Land]) -> dict[str, int]:
    """Somebody of the Designated Authority of some States: code and number."""
    some = [one for one in lands if one.code in PARTNERS]
    people = [_partner(one) for one in some]
    return dict(zip((one.code for one in some), accounts.make_more(people), strict=True))


def _officers(portfolios: Sequence[Portfolio]) -> Iterator[Invented]:
    taken: set[str] = set()
    for one in portfolios:
        if one.officer is not None:
            named = person("US", "", Chance("officer", one.officer), taken).latin
            # A role at the desk is given by an administrator first; the other countries come with the portfolio.
            own = next((code for code in one.countries if code not in PASSED_ON), one.countries[0])
            scope = (Scope(ScopeKind.COUNTRY, own),)
            yield Invented(_handle(named), invented(named), "Programme", Role.LIAISON, scope)


def _partner(land: Land) -> Invented:
    named = person(land.code, land.subregion, Chance("partner", land.code), set()).latin
    scope = (Scope(ScopeKind.COUNTRY, land.code),)
    authority = f"Port Security Authority, {land.name}"
    return Invented(f"authority.{land.code.lower()}", invented(named), authority, Role.AUTHORITY, scope)


def _handle(name: str) -> str:
    return fold(name).replace(" ", ".")
