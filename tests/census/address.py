"""What is said of one address of the product, and words that many of them share."""

from dataclasses import dataclass

READ = frozenset({"GET", "HEAD"})
ANYONE = "anyone"
SIGNED_IN = "signed in"
WHO = 4  # queries for a person's page: the session, who it is, the grants, the new notifications


@dataclass(frozen=True, slots=True)
class Address:
    """One address. sample: what to ask; names in braces are records of `world`.

    who: what its view says (anyone, signed in, or rights of which one is enough). role: who asks in the census, where
    the first role that may is not the right one. asks_further: whoever may open it may still be refused, by what is
    asked for or by how one signs in. queries: how many may be asked of the database. kept: the
    Cache-Control it carries, "" for none. form: has a form for everyone, and so gives a cookie against forged ones.
    session: begins one for whoever opens it.
    """

    sample: str
    status: int = 200
    methods: frozenset[str] = READ
    who: str = ANYONE
    queries: int = 0
    kept: str = ""
    role: str = ""
    asks_further: bool = False
    form: bool = False
    session: bool = False


A_MINUTE = "public, max-age=60"
FIVE_MINUTES = "max-age=300, public"
A_DAY = "max-age=86400, public"
NEVER = "max-age=0, no-cache, no-store, must-revalidate, private"
PRIVATE = "private, no-store"
FORM = READ | {"POST"}
SENT = frozenset({"POST"})
