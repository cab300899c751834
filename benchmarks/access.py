"""What it costs to know who asks and what they may read: the rights of a person, and the marks of records.

The budget of a page is two queries and five milliseconds, whatever the number of grants.
"""

from functools import partial

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.handlers.wsgi import WSGIHandler
from rich.table import Table

from benchmarks import pages
from benchmarks.decisions import line
from benchmarks.measure import timed
from roadstead.accounts import queries
from roadstead.accounts.models import Grant, GrantScope, User
from roadstead.accounts.roles import Role
from roadstead.common import clock
from roadstead.core.country import COUNTRIES
from roadstead.engagement.models import Information

TIMES = 40
MANY, RECORDS = 200, 500


def run(table: Table) -> None:
    """Measure, and add the lines to the table."""
    one, many, wide = _person("one", 1, 1), _person("many", MANY, 1), _person("wide", MANY, 10)
    _records(one)
    table.add_section()
    few = timed(queries.viewer_of, [one] * TIMES)
    line(table, "Access: who asks, 1 grant", few, few)
    line(table, f"Access: who asks, {MANY} grants", timed(queries.viewer_of, [many] * TIMES), few)
    line(table, f"Access: who asks, {MANY} grants of 10 countries", timed(queries.viewer_of, [wide] * TIMES), few)
    _marks(table, many)
    _pages(table, {"1 grant": one, f"{MANY} grants": many})


def _marks(table: Table, person: User) -> None:
    """The first fifty of some records, with and without asking their marks."""
    viewer = queries.viewer_of(person)
    rows = Information.objects.order_by("-pk")
    unasked = timed(lambda _: list(rows.for_the_system("a benchmark")[:50]), range(TIMES))
    line(table, f"Access: 50 of {RECORDS} records, marks not asked", unasked, unasked)
    asked = timed(lambda _: list(rows.visible_to(viewer)[:50]), range(TIMES))
    line(table, f"Access: 50 of {RECORDS} records, marks asked with {MANY} grants", asked, unasked)


def _pages(table: Table, people: dict[str, User]) -> None:
    handler, base = WSGIHandler(), None
    for name, person in people.items():
        ask = partial(pages.get, handler, cookie=f"sessionid={session_of(person)}")
        if ask("/partner/")[0] != 200:
            raise ValueError("the page of partners was refused")
        figures = timed(ask, ["/partner/"] * TIMES)
        base = base or figures
        line(table, f"Access: a signed-in page, {name}", figures, base)


def _person(name: str, grants: int, countries: int) -> User:
    now, codes = clock.now(), sorted(COUNTRIES)
    person = User.objects.create(email=f"{name}@example.org", name=name, joined_at=now)
    said = {"role": Role.AUTHORITY, "valid_from": now, "given_at": now, "reason": "a benchmark"}
    made = Grant.objects.bulk_create(Grant(person=person, **said) for _ in range(grants))
    GrantScope.objects.bulk_create(
        GrantScope(grant=grant, kind="country", value=codes[(number + step) % len(codes)])
        for number, grant in enumerate(made)
        for step in range(countries)
    )
    return person


def _records(by: User) -> None:
    """Records of every mark; every third one is shared with some States."""
    now, codes = clock.now(), sorted(COUNTRIES)
    marks = ("programme", "partner", "public")
    said = {"mark_reason": "a benchmark", "marked_by": by, "marked_at": now, "text": "Words. " * 40}
    told = {"written_by": by, "written_at": now, "changed_at": now}
    made = Information.objects.bulk_create(
        Information(title=f"Record {number}", mark=marks[number % 3], **said, **told) for number in range(RECORDS)
    )
    links = Information.states.through
    links._default_manager.bulk_create(
        links(information_id=one.pk, country_id=codes[(number + step) % len(codes)])
        for number, one in enumerate(made)
        if one.mark == "partner"
        for step in range(5)
    )


def session_of(person: User) -> str:
    session = SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(person.pk), "roadstead.accounts.backends.Backend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return str(session.session_key)
