"""The invented officers of the programme, and partners of some States: accounts that nobody has a password for."""

from collections.abc import Iterator, Sequence

from roadstead.accounts import demonstration as accounts
from roadstead.accounts.actions.demonstration import Invented
from roadstead.accounts.roles import Role
from roadstead.common.access.scope import Scope, ScopeKind
from roadstead.common.folding import fold
from roadstead.common.invented import Chance, invented, person
from roadstead.registry.demonstration.lands import Land

OFFICERS = 24
PARTNERS = ("BR", "CM", "DE", "EG", "GH", "ID", "JP", "KE", "MA", "PE", "PH", "TR")  # whose authority has an account


def make_officers(lands: Sequence[Land]) -> list[int]:
    """The officers besides the liaison officer, fewer where there are fewer countries; their numbers."""
    return accounts.make_more(list(_officers(lands)))


def make_partners(lands: Sequence[Land]) -> dict[str, int]:
    """Somebody of the Designated Authority of some States: code and number."""
    some = [one for one in lands if one.code in PARTNERS]
    people = [_partner(one) for one in some]
    return dict(zip((one.code for one in some), accounts.make_more(people), strict=True))


def _officers(lands: Sequence[Land]) -> Iterator[Invented]:
    taken: set[str] = set()
    for number in range(min(OFFICERS, len(lands))):
        named = person("US", "", Chance("officer", number), taken).latin
        # A role at the desk is given by an administrator first; the countries come with the portfolio.
        scope = (Scope(ScopeKind.COUNTRY, lands[number * len(lands) // OFFICERS].code),)
        yield Invented(_handle(named), invented(named), "Programme", Role.LIAISON, scope)


def _partner(land: Land) -> Invented:
    named = person(land.code, land.subregion, Chance("partner", land.code), set()).latin
    scope = (Scope(ScopeKind.COUNTRY, land.code),)
    authority = f"Port Security Authority, {land.name}"
    return Invented(f"authority.{land.code.lower()}", invented(named), authority, Role.AUTHORITY, scope)


def _handle(name: str) -> str:
    return fold(name).replace(" ", ".")
