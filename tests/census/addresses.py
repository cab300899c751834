"""Every address of the product: how it is asked, who may, what it may cost, how long it may be kept.

A new address gets its line here first; the census fails until it does.
"""

from dataclasses import dataclass

READ = frozenset({"GET", "HEAD"})
ANYONE = "anyone"
SIGNED_IN = "signed in"
WHO = 4  # queries for a person's page: the session, who it is, the grants, the new notifications


@dataclass(frozen=True, slots=True)
class Address:
    """One address. sample: what to ask; names in braces are records of `world`.

    who: what its view says (anyone, signed in, or rights of which one is enough). role: who asks in the census, where
    the first role that may is not the right one. queries: how many may be asked of the database. kept: the
    Cache-Control it carries, "" for none.
    """

    sample: str
    status: int = 200
    methods: frozenset[str] = READ
    who: str = ANYONE
    queries: int = 0
    kept: str = ""
    role: str = ""


A_MINUTE = "public, max-age=60"
FIVE_MINUTES = "max-age=300, public"
A_DAY = "max-age=86400, public"
NEVER = "max-age=0, no-cache, no-store, must-revalidate, private"
PRIVATE = "private, no-store"

ADDRESSES = {
    # web
    "": Address("/"),
    "components/": Address("/components/"),
    "healthz": Address("/healthz", kept=NEVER),
    "readyz": Address("/readyz", queries=2, kept=NEVER),
    "robots.txt": Address("/robots.txt", kept=A_DAY),
    "favicon.ico": Address("/favicon.ico", status=302, kept=A_DAY),
    # the faces
    "me/home/": Address("/me/home/", status=302, who=SIGNED_IN, queries=WHO, kept=PRIVATE),
    "desk/": Address("/desk/", who="use_desk", queries=WHO, kept=PRIVATE),
    "watch/": Address("/watch/", who="use_watch", queries=WHO, kept=PRIVATE),
    "ships/": Address("/ships/", who="use_ships", queries=WHO, kept=PRIVATE),
    "partner/": Address("/partner/", who="use_partner", queries=WHO, kept=PRIVATE),
    # advisories
    "advisory/": Address("/advisory/?on=2019-06-01", kept=A_MINUTE),
    "advisory/countries/": Address("/advisory/countries/", kept=A_MINUTE),
    "advisory/countries/<str:code>/": Address("/advisory/countries/DJ/", kept=A_MINUTE),
    "advisory/editions/": Address("/advisory/editions/", kept=A_MINUTE),
    "advisory/editions/<str:edition>/": Address("/advisory/editions/2019-05-30-psa-2-19/", kept=A_MINUTE),
    "advisory/compare/": Address("/advisory/compare/?a=2-19&b=2025-09-17", kept=A_MINUTE),
    "advisory/compare.json": Address("/advisory/compare.json?a=2-19&b=2025-09-17", kept=FIVE_MINUTES),
    "advisory.json": Address("/advisory.json", kept=FIVE_MINUTES),
    "advisory.csv": Address("/advisory.csv", kept=FIVE_MINUTES),
    "advisory.atom": Address("/advisory.atom", kept=FIVE_MINUTES),
    ".well-known/port-security-advisory.json": Address("/.well-known/port-security-advisory.json", kept=FIVE_MINUTES),
    # arrivals
    "check/": Address("/check/?{voyage}", methods=READ | {"POST"}, queries=2),
    "check/decision.json": Address("/check/decision.json?{voyage}", queries=2),
    "check/decision.pdf": Address("/check/decision.pdf?{voyage}", queries=2),
    "check/terminals.json": Address("/check/terminals.json?country=NG&eta=2026-05-31"),
    "check/notice.json": Address("/check/notice.json?{voyage}", queries=2),
    "api/v1/decisions": Address("/api/v1/decisions", 405, methods=frozenset({"POST", "OPTIONS"}), kept="no-store"),
    "api/v1/openapi.json": Address("/api/v1/openapi.json", kept="public, max-age=300"),
    "api/v1/docs": Address("/api/v1/docs", kept="public, max-age=300"),
    "api/v1/": Address("/api/v1/", status=404),
    # files
    "files/<int:number>/<str:name>": Address("/files/{file}", queries=2, kept=A_MINUTE),
    # audit; an export is recorded before it is given
    "desk/log/": Address("/desk/log/", who="read_log", queries=WHO + 4, kept=PRIVATE),
    "desk/log/events.csv": Address("/desk/log/events.csv", who="read_log", queries=WHO + 7, kept=PRIVATE),
    "desk/log/events.jsonl": Address("/desk/log/events.jsonl", who="read_log", queries=WHO + 7, kept=PRIVATE),
    "desk/history/<str:kind>/<str:key>/": Address(
        "/desk/history/accounts.user/{account}/", who=SIGNED_IN, role="headquarters", queries=WHO + 4, kept=PRIVATE
    ),
    "api/v1/events": Address(
        "/api/v1/events", methods=frozenset({"GET"}), who="read_log", queries=WHO + 5, kept=PRIVATE
    ),
    # registry
    "ports/": Address("/ports/?q=rotterdam", queries=3, kept="max-age=3600, public"),
    "reference/": Address("/reference/?q=rotterdam", queries=4),
    # analytics; the census has no voyages, so that programs are told so
    "desk/what-if/": Address("/desk/what-if/?a=add:EG", who="ask_what_if", queries=WHO, kept=PRIVATE),
    "desk/what-if/impact.json": Address(
        "/desk/what-if/impact.json?a=add:EG", status=422, who="ask_what_if", queries=WHO, kept=PRIVATE
    ),
    "desk/what-if/tables.csv": Address(
        "/desk/what-if/tables.csv?a=add:EG", status=422, who="ask_what_if", queries=WHO, kept=PRIVATE
    ),
    "desk/what-if/tables.xlsx": Address(
        "/desk/what-if/tables.xlsx?a=add:EG", status=422, who="ask_what_if", queries=WHO, kept=PRIVATE
    ),
}

# More of the same addresses, so that templates are rendered which the samples above leave out.
ALSO = (
    "/check/",
    "/check/?eta=nonsense",
    "/check/?example=1",
    "/advisory/?on=nonsense",
    "/advisory/countries/NG/",
    "/advisory/countries/NL/",
    "/nowhere/",
)

# Templates that no plain reading of an address renders, each with where it is tested.
RENDERED_ELSEWHERE = {
    "403.html": "tests/apps/web",
    "403_csrf.html": "tests/apps/web",
    "audit/parts/history.html": "tests/apps/audit",
    "audit/parts/pages.html": "tests/apps/audit",
    "files/damaged.html": "tests/apps/files",
    "files/parts/attachments.html": "tests/apps/files",
    "files/parts/upload.html": "tests/apps/files",
    "arrivals/checker/parts/report.html": "tests/apps/arrivals",
    "analytics/parts/answer.html": "tests/apps/analytics",
    "analytics/parts/at_sea.html": "tests/apps/analytics",
    "analytics/parts/basis.html": "tests/apps/analytics",
    "analytics/parts/breakdown.html": "tests/apps/analytics",
    "analytics/parts/draft.html": "tests/apps/analytics",
    "analytics/parts/follows.html": "tests/apps/analytics",
    "analytics/parts/form.html": "tests/apps/analytics",
    "analytics/parts/map.html": "tests/apps/analytics",
    "analytics/parts/problems.html": "tests/apps/analytics",
    "analytics/parts/result.html": "tests/apps/analytics",
    "analytics/parts/ships.html": "tests/apps/analytics",
}
