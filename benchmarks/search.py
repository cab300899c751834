"""What a search costs on a register ten times the size of the demonstration's, for the programme and for a partner.

The budget is 100 milliseconds of the server's time, whatever is asked, and the same number of queries.
"""

import random
from functools import partial
from itertools import count
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rich.table import Table

from benchmarks import access, pages
from benchmarks.decisions import line
from benchmarks.measure import timed
from roadstead.accounts.models import Grant, GrantScope, User
from roadstead.accounts.roles import Role
from roadstead.common import clock
from roadstead.common.folding import fold
from roadstead.engagement.models import Contact, ContactPoint, Information, Position
from roadstead.registry.models import Facility, Organisation
from roadstead.registry.queries import countries

TIMES = 20
LIMIT = 100_000  # microseconds
FACILITIES, PEOPLE, ORGANISATIONS, RECORDS = 12_000, 10_000, 2_000, 1_000
ASKED = {
    "terminal": "a word of most facilities",
    "port terminal": "two such words",
    "rotterdam": "a port",
    "Ama Bel": "a name, not finished",
    "contianer termnial": "two words misspelt",
    "NG000-0042": "a number",
    "nigeria": "a country",
    "zzzzzzzz": "nothing there is",
}
FIRST = ("Bello", "Amara", "Chidi", "Nadia", "Omar", "Lucia", "Tomas", "Yuki", "Ingrid", "Pavel", "Rosa", "Femi")
SOUNDS = ("ba", "ko", "ri", "na", "mu", "te", "so", "la", "di", "ve", "gan", "tor", "mel", "shi", "pra", "quin")
SORTS = ("Terminal", "Quay", "Port Terminal", "Container Terminal", "Oil Terminal", "Berth", "Jetty", "Harbour")


def run(table: Table) -> None:
    """Measure, and add the lines to the table."""
    officer, partner = _people()
    _register(officer)
    call_command("index_search", verbosity=0)
    handler = WSGIHandler()
    table.add_section()
    empty = timed(partial(pages.get, handler), ["/empty"] * TIMES)
    for person, who in ((officer, "programme"), (partner, "partner")):
        ask = partial(pages.get, handler, cookie=f"sessionid={access.session_of(person)}")
        for text, what in ASKED.items():
            address = f"/search/?q={text.replace(' ', '+')}"
            with CaptureQueriesContext(connection) as captured:
                status = ask(address)[0]
                queries = len(captured)
            if status != 200:
                raise ValueError(f"{address} answered {status}")
            figures = timed(ask, [address] * TIMES, rounds=3)
            told = "" if figures.p50 <= LIMIT else ", OVER 100 ms"
            line(table, f"Search, {who}: {what}, queries: {queries}{told}", figures, empty)


def _people() -> tuple[User, User]:
    """A liaison officer, and somebody of Nigeria's authority."""
    made = []
    for role, scopes in ((Role.ANALYST, ()), (Role.AUTHORITY, ("NG",))):
        person = User.objects.create(email=f"search.{role}@example.org", name=f"Search {role}", joined_at=clock.now())
        said = {"role": role, "valid_from": clock.now(), "given_at": clock.now(), "reason": "a benchmark"}
        grant = Grant.objects.create(person=person, **said)
        GrantScope.objects.bulk_create(GrantScope(grant=grant, kind="country", value=one) for one in scopes)
        Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "A" * 32})
        made.append(person)
    return made[0], made[1]


def _register(by: User) -> None:
    """Everything with a third of it shared with its State."""
    chance, codes, number = random.Random(5), sorted(one.code for one in countries()), count()
    marked = {"mark_reason": "a benchmark", "marked_by": by, "marked_at": clock.now()}

    def said(name: str) -> dict[str, Any]:
        mark = ("partner", "programme", "programme")[next(number) % 3]
        return {"name": name, "folded": fold(name), "source": "a benchmark", "mark": mark, **marked}

    def word() -> str:
        return "".join(chance.choice(SOUNDS) for _ in range(chance.randint(2, 4))).capitalize()

    bodies = Organisation.objects.bulk_create(
        Organisation(kind="operator", country_id=codes[n % len(codes)], **said(f"{word()} Port Authority"))
        for n in range(ORGANISATIONS)
    )
    places = Facility.objects.bulk_create(
        Facility(
            number=f"{codes[n % len(codes)]}{n // 1000:03}-{n % 10_000:04}",
            country_id=codes[n % len(codes)],
            port_name=word(),
            **said(f"{word()} {chance.choice(SORTS)}"),
        )
        for n in range(FACILITIES)
    )
    known = Contact.objects.bulk_create(
        Contact(country_id=codes[n % len(codes)], **said(f"{chance.choice(FIRST)} {word()}")) for n in range(PEOPLE)
    )
    ContactPoint.objects.bulk_create(
        ContactPoint(contact=one, kind="email", value=f"person{n}@a{n % 97}.example", compared=f"person{n}@a.example")
        for n, one in enumerate(known)
    )
    Position.objects.bulk_create(
        Position(contact=one, facility=places[n], kind="pfso", title="Security officer") for n, one in enumerate(known)
    )
    _information(by, marked, word)
    for rows in (bodies, places, known):
        links: Any = type(rows[0]).states.through
        own = f"{type(rows[0])._meta.model_name}_id"
        shared = (one for one in rows if one.mark == "partner")
        links.objects.bulk_create(links(**{own: one.pk, "country_id": one.country_id}) for one in shared)


def _information(by: User, marked: dict[str, Any], word: Any) -> None:
    told = {"written_by": by, "written_at": clock.now(), "changed_at": clock.now(), "text": "Words. " * 40}
    Information.objects.bulk_create(
        Information(title=f"{word()} terminal note {n}", mark="programme", **marked, **told) for n in range(RECORDS)
    )
