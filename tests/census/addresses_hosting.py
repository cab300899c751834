"""The addresses of reciprocal visits: for everyone, for a State, at the desk."""

from tests.census.address import A_MINUTE, FORM, PRIVATE, SENT, WHO, Address

HOST, READ_ALL, ASK, SHARED, KEEP = "host_visits", "read_programme", "ask_hosting", "read_shared", "keep_host_units"
ONE, DONE, UNIT = "/desk/hosting/{hosting}/", "/desk/hosting/{hosted}/", "/desk/hosting/units/{host_unit}/"
MINE, WAS = "/partner/hosting/{hosting}/", "/partner/hosting/{hosted}/"


def _read(sample: str, queries: int, who: str = READ_ALL, role: str = "") -> Address:
    return Address(sample, who=who, queries=queries, kept=PRIVATE, role=role)


def _act(sample: str, queries: int = WHO + 3, who: str = HOST, role: str = "") -> Address:
    """A page with a form that does one thing."""
    return Address(sample, methods=FORM, who=who, queries=queries, kept=PRIVATE, role=role, asks_further=True)


def _sent(sample: str, who: str = HOST, role: str = "") -> Address:
    """What is only sent."""
    said = {"status": 405, "methods": SENT, "queries": WHO, "kept": PRIVATE, "asks_further": True}
    return Address(sample, who=who, role=role, **said)  # type: ignore[arg-type]


EVERYONE = {
    "hosting/": Address("/hosting/", kept=A_MINUTE),
    "hosting/certificates/": Address("/hosting/certificates/?code={certificate_code}", queries=4, kept=PRIVATE),
    "hosting/ask/<str:secret>/": Address("/hosting/ask/x/", status=404, queries=1, kept=PRIVATE),
    "hosting/ask/of/<int:number>/": Address("/hosting/ask/of/{ask_link}/", status=404, kept=PRIVATE),
}
PARTNER = {
    "partner/hosting/": _read("/partner/hosting/?q=invented", WHO + 6, SHARED, "authority"),
    "partner/hosting/export.<slug:form>": _read("/partner/hosting/export.csv", WHO + 2, SHARED, "authority"),
    "partner/hosting/new/": _act("/partner/hosting/new/", WHO + 3, ASK, "authority"),
    "partner/hosting/<int:pk>/": Address(
        WAS, who=SHARED, queries=WHO + 16, kept=PRIVATE, role="authority", asks_further=True
    ),
    "partner/hosting/<int:pk>/change/": _act(f"{MINE}change/", who=ASK, role="authority"),
    "partner/hosting/<int:pk>/accept/": _sent(f"{MINE}accept/", ASK, "authority"),
    "partner/hosting/<int:pk>/withdraw/": _act(f"{MINE}withdraw/", who=ASK, role="authority"),
    "partner/hosting/<int:pk>/delegation/": _act(f"{MINE}delegation/", who=ASK, role="authority"),
    "partner/hosting/<int:pk>/delegation/<int:number>/drop/": _sent(
        f"{MINE}delegation/{{delegate}}/drop/", ASK, "authority"
    ),
    "partner/hosting/<int:pk>/feedback/": _act(f"{WAS}feedback/", who=ASK, role="authority"),
    "partner/hosting/<int:pk>/certificates/<int:number>.pdf": Address(
        f"{WAS}certificates/{{certified}}.pdf",
        who=ASK,
        queries=WHO + 4,
        kept=PRIVATE,
        role="authority",
        asks_further=True,
    ),
}
LISTS = {
    "desk/hosting/": _read("/desk/hosting/?q=invented&state=open", WHO + 6),
    "desk/hosting/export.<slug:form>": _read("/desk/hosting/export.csv", WHO + 2),
    "desk/hosting/new/": _act("/desk/hosting/new/?country=NG"),
    "desk/hosting/invite/": _act("/desk/hosting/invite/?country=NG"),
    "desk/hosting/past/": _act("/desk/hosting/past/"),
    "desk/hosting/numbers/": _read("/desk/hosting/numbers/?by=topic", WHO + 3),
    "desk/hosting/numbers/export.<slug:form>": _read("/desk/hosting/numbers/export.csv?by=port", WHO + 2),
    "desk/hosting/never/": _read("/desk/hosting/never/", WHO + 4),
    "desk/hosting/never/export.<slug:form>": _read("/desk/hosting/never/export.csv", WHO + 3),
    "desk/hosting/links/": _act("/desk/hosting/links/", WHO + 4),
    "desk/hosting/links/<int:number>/revoke/": _sent("/desk/hosting/links/{ask_link}/revoke/"),
    "desk/hosting/units/": _read("/desk/hosting/units/?standing=every", WHO + 5),
    "desk/hosting/units/export.<slug:form>": _read("/desk/hosting/units/export.csv", WHO + 4),
    "desk/hosting/units/new/": _act("/desk/hosting/units/new/", who=KEEP),
    "desk/hosting/units/<int:pk>/": _read(UNIT, WHO + 12),
    "desk/hosting/units/<int:pk>/change/": _act(f"{UNIT}change/", WHO + 4, who=KEEP),
    "desk/hosting/units/<int:pk>/busy/": _act(f"{UNIT}busy/", who=KEEP),
    "desk/hosting/units/<int:pk>/busy/<int:number>/free/": _sent(f"{UNIT}busy/{{host_busy}}/free/", KEEP),
    "desk/hosting/units/<int:pk>/retire/": _sent(f"{UNIT}retire/", KEEP),
}
HOSTING = {
    **EVERYONE,
    **PARTNER,
    **LISTS,
    "desk/hosting/<int:pk>/": _read(ONE, WHO + 25),
    "desk/hosting/<int:pk>/change/": _act(f"{ONE}change/"),
    "desk/hosting/<int:pk>/hosts/": Address(
        f"{ONE}hosts/", who=HOST, queries=WHO + 12, kept=PRIVATE, asks_further=True
    ),
    "desk/hosting/<int:pk>/hosts/<slug:code>/": _act(f"{ONE}hosts/USHOU/", WHO + 11),
    "desk/hosting/<int:pk>/offers/<int:number>/": _act(f"{ONE}offers/{{host_offer}}/"),
    "desk/hosting/<int:pk>/programme/": _act(f"{ONE}programme/"),
    "desk/hosting/<int:pk>/moves/<slug:what>/": _act(f"{ONE}moves/decline/"),
    "desk/hosting/<int:pk>/steps/new/": _act(f"{ONE}steps/new/"),
    "desk/hosting/<int:pk>/steps/<int:number>/": _act(f"{ONE}steps/{{host_step}}/"),
    "desk/hosting/<int:pk>/interpreters/new/": _act(f"{ONE}interpreters/new/"),
    "desk/hosting/<int:pk>/interpreters/<int:number>/": _act(f"{ONE}interpreters/{{host_interpreter}}/"),
    "desk/hosting/<int:pk>/costs/new/": _act(f"{ONE}costs/new/"),
    "desk/hosting/<int:pk>/delegation/": _act(f"{ONE}delegation/"),
    "desk/hosting/<int:pk>/delegation/<int:number>/drop/": _sent(f"{ONE}delegation/{{delegate}}/drop/"),
    "desk/hosting/<int:pk>/kit/": Address(f"{ONE}kit/", who=HOST, queries=WHO + 14, kept=PRIVATE, asks_further=True),
    "desk/hosting/<int:pk>/feedback/<slug:side>/": _act(f"{DONE}feedback/host/"),
    "desk/hosting/<int:pk>/take-aways/new/": _act(f"{DONE}take-aways/new/"),
    "desk/hosting/<int:pk>/practice/": _act(f"{DONE}practice/", who="keep_best_practice"),
    "desk/hosting/<int:pk>/certificates/": _sent(f"{DONE}certificates/"),
    "desk/hosting/<int:pk>/certificates/<int:number>.pdf": Address(
        f"{DONE}certificates/{{certified}}.pdf", who=HOST, queries=WHO + 4, kept=PRIVATE, asks_further=True
    ),
}
# What only somebody who opened a link sees, and what a link opens that is not good.
HOSTING_ELSEWHERE = dict.fromkeys(("hosting/public/ask.html", "hosting/public/asked.html"), "tests/apps/hosting")
