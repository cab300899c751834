"""The addresses of training: at the desk, for partners, for everyone, and by a link."""

from tests.census.address import FORM, PRIVATE, SENT, WHO, Address

GET = frozenset({"GET"})
KEEP, READ_IT = "keep_training", "read_programme"
ONE, ASKED = "/desk/training/offerings/{training_offering}/", "/desk/training/requests/{training_request}/"
EXPERT, MINE = "/desk/training/experts/{training_expert}/", "/partner/training/offerings/{training_offering}/"
DELEGATE, MY_DELEGATE = f"{ONE}delegates/{{training_delegate}}/", f"{MINE}delegates/{{training_delegate}}/"


def _read(sample: str, queries: int, who: str = READ_IT) -> Address:
    return Address(sample, who=who, queries=queries, kept=PRIVATE)


def _act(sample: str, queries: int, who: str = KEEP) -> Address:
    """A page with a form that does one thing."""
    return Address(sample, methods=FORM, who=who, queries=queries, kept=PRIVATE)


def _sent(sample: str) -> Address:
    return Address(sample, 405, methods=SENT, who=KEEP, queries=WHO, kept=PRIVATE)


OFFERINGS = {
    "desk/training/": _read("/desk/training/?q=lagos&state=all", WHO + 3),
    "desk/training/export.<slug:form>": _read("/desk/training/export.csv?state=all", WHO + 1),
    "desk/training/calendar.ics": _read("/desk/training/calendar.ics", WHO),
    "desk/training/offerings/new/": _act("/desk/training/offerings/new/?course=ips-isps", WHO + 2),
    "desk/training/offerings/<int:pk>/": _read(ONE, WHO + 12),
    "desk/training/offerings/<int:pk>/change/": _act(f"{ONE}change/", WHO + 3),
    "desk/training/offerings/<int:pk>/mark/": _act(f"{ONE}mark/", WHO + 6),
    "desk/training/offerings/<int:pk>/steps/<slug:what>/": _act(f"{ONE}steps/cancel/", WHO + 1),
    "desk/training/offerings/<int:pk>/delegates/<int:number>/select/": _act(f"{DELEGATE}select/", WHO + 2),
    "desk/training/offerings/<int:pk>/delegates/<int:number>/attendance/": _act(f"{DELEGATE}attendance/", WHO + 2),
    "desk/training/offerings/<int:pk>/delegates/<int:number>/certificate/": _act(f"{DELEGATE}certificate/", WHO + 2),
    "desk/training/offerings/<int:pk>/delegates/<int:number>/certificate/revoke/": _act(
        f"{DELEGATE}certificate/revoke/", WHO + 2
    ),
    "desk/training/offerings/<int:pk>/delegates/<int:number>/forget/": _act(
        f"{DELEGATE}forget/", WHO + 2, "forget_contacts"
    ),
    "desk/training/offerings/<int:pk>/delegates/<int:number>/certificate.pdf": _read(
        f"{DELEGATE}certificate.pdf", WHO + 2, KEEP
    ),
}
REQUESTS = {
    "desk/training/requests/": _read("/desk/training/requests/?state=all", WHO + 3),
    "desk/training/requests/export.<slug:form>": _read("/desk/training/requests/export.csv", WHO),
    "desk/training/requests/new/": _act("/desk/training/requests/new/?country=NG", WHO + 2),
    "desk/training/requests/links/": _read("/desk/training/requests/links/", WHO + 1, KEEP),
    "desk/training/requests/links/new/": _act("/desk/training/requests/links/new/?country=NG", WHO + 2),
    "desk/training/requests/links/<int:pk>/revoke/": _sent("/desk/training/requests/links/{training_link}/revoke/"),
    "desk/training/requests/<int:pk>/": _read(ASKED, WHO + 20),
    "desk/training/requests/<int:pk>/answer/": _act(f"{ASKED}answer/", WHO + 3),
    "desk/training/requests/<int:pk>/withdraw/": _act(f"{ASKED}withdraw/", WHO + 1, "ask_training"),
    "desk/training/requests/<int:pk>/experts/": _act(f"{ASKED}experts/", WHO + 4),
    "desk/training/requests/<int:pk>/gates/<slug:code>/": _act(f"{ASKED}gates/risk/", WHO + 1),
}
EXPERTS = {
    "desk/training/experts/": _read("/desk/training/experts/?subject=ips-isps&country=NG", WHO + 5),
    "desk/training/experts/export.<slug:form>": _read("/desk/training/experts/export.csv", WHO + 2),
    "desk/training/experts/new/": _act("/desk/training/experts/new/", WHO + 2),
    "desk/training/experts/<int:pk>/": _read(EXPERT, WHO + 10),
    "desk/training/experts/<int:pk>/change/": _act(f"{EXPERT}change/", WHO + 3),
    "desk/training/experts/<int:pk>/retire/": _act(f"{EXPERT}retire/", WHO + 1),
    "desk/training/experts/<int:pk>/days/": _act(f"{EXPERT}days/", WHO + 1),
    "desk/training/experts/<int:pk>/days/<int:number>/drop/": _sent(f"{EXPERT}days/{{training_free}}/drop/"),
    "desk/training/experts/<int:pk>/service/<int:number>/": _act(f"{EXPERT}service/{{training_service}}/", WHO + 1),
}
FACTS = {
    "desk/training/effect/": _read("/desk/training/effect/?by=country", WHO + 8),
    "desk/training/effect/export.<slug:form>": _read("/desk/training/effect/export.csv?by=course", WHO + 5),
    "desk/training/effect/<str:code>/": _read("/desk/training/effect/NG/", WHO + 8),
    "desk/training/priorities/": _read("/desk/training/priorities/?closure=2&caribbean=1", WHO + 8),
    "desk/training/priorities/export.<slug:form>": _read("/desk/training/priorities/export.csv", WHO + 7),
}
PARTNER = {
    "partner/training/": _read("/partner/training/?state=all", WHO + 3, "read_shared"),
    "partner/training/export.<slug:form>": _read("/partner/training/export.csv", WHO, "read_shared"),
    "partner/training/calendar.ics": _read("/partner/training/calendar.ics", WHO, "read_shared"),
    "partner/training/requests/new/": _act(
        "/partner/training/requests/new/?course=ips-audits", WHO + 2, "ask_training"
    ),
    "partner/training/requests/<int:pk>/": _read(
        "/partner/training/requests/{training_request}/", WHO + 2, "read_shared"
    ),
    "partner/training/requests/<int:pk>/withdraw/": _act(
        "/partner/training/requests/{training_request}/withdraw/", WHO + 1, "ask_training"
    ),
    "partner/training/offerings/<int:pk>/": _read(MINE, WHO + 3, "read_shared"),
    "partner/training/offerings/<int:pk>/nominate/": _act(f"{MINE}nominate/", WHO + 3, "nominate_for_training"),
    "partner/training/offerings/<int:pk>/delegates/<int:number>/withdraw/": _act(
        f"{MY_DELEGATE}withdraw/", WHO + 2, "nominate_for_training"
    ),
    "partner/training/offerings/<int:pk>/delegates/<int:number>/evaluate/": _act(
        f"{MY_DELEGATE}evaluate/", WHO + 2, "nominate_for_training"
    ),
    "partner/training/offerings/<int:pk>/delegates/<int:number>/certificate.pdf": _read(
        f"{MY_DELEGATE}certificate.pdf", WHO + 2, "nominate_for_training"
    ),
}
PUBLIC = {
    "training/": Address("/training/?kind=seminar", queries=1),
    "training/calendar.ics": Address("/training/calendar.ics", queries=1),
    "training/partners/": Address("/training/partners/", queries=3),
    "training/how/": Address("/training/how/"),
    "training/certificates/": Address("/training/certificates/?code={training_code}&name=Ade", queries=3),
    "training/asked/": Address("/training/asked/", 404, methods=FORM, kept=PRIVATE),
    "training/ask/<str:secret>/": Address("/training/ask/x/", 404, queries=1, kept=PRIVATE),
    "training/courses/<slug:code>/": Address("/training/courses/ips-isps/", queries=1),
}
API = {
    "api/v1/training/courses": Address("/api/v1/training/courses?kind=seminar", methods=GET),
    "api/v1/training/courses/<code>": Address("/api/v1/training/courses/ips-isps", methods=GET),
    "api/v1/training/offerings": Address("/api/v1/training/offerings?q=lagos", methods=GET, queries=2),
}
TRAINING = API | OFFERINGS | REQUESTS | EXPERTS | FACTS | PARTNER | PUBLIC
TRAINING_ELSEWHERE = {
    "training/public/ask.html": "tests/apps/training",
    "training/public/asked.html": "tests/apps/training",
    "training/parts/observation.html": "tests/apps/training",
    "training/parts/cases.html": "tests/apps/training",
    "training/parts/compared.html": "tests/apps/training",
    "training/parts/tells.html": "tests/apps/training",
    "training/parts/offered.html": "tests/apps/training",
}
