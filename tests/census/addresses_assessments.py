"""The addresses of instruments, self-assessments, assessments of countries, and the closure room."""

from tests.census.address import A_MINUTE, FORM, PRIVATE, SENT, WHO, Address

READERS = "read_shared | read_own_facility"
JUDGED, DONE = "/desk/assessments/{country_assessment}/", "/desk/assessments/{settled_assessment}/"
ROOM, MINE = "/desk/closure/shortfalls/{shortfall}/", "/partner/closure/{shortfall}/"


def _read(sample: str, queries: int, who: str = "read_programme", role: str = "") -> Address:
    return Address(sample, who=who, queries=queries, kept=PRIVATE, role=role)


def _act(sample: str, queries: int = WHO + 6, who: str = "assess_countries", role: str = "") -> Address:
    """A page with a form that does one thing."""
    further = role == "authority"
    return Address(sample, methods=FORM, who=who, queries=queries, kept=PRIVATE, role=role, asks_further=further)


COUNTRIES = {
    "desk/assessments/": _read("/desk/assessments/?q=invented", WHO + 4),
    "desk/assessments/export.<slug:form>": _read("/desk/assessments/export.csv", WHO + 3),
    "desk/assessments/new/": _act("/desk/assessments/new/?country=NG"),
    "desk/assessments/<int:pk>/": _read(JUDGED, WHO + 24),
    "desk/assessments/<int:pk>/matrix.<slug:form>": _read(f"{DONE}matrix.csv", WHO + 4),
    "desk/assessments/<int:pk>/gather/": _act(f"{JUDGED}gather/", WHO + 14),
    "desk/assessments/<int:pk>/sources/new/": _act(f"{JUDGED}sources/new/"),
    "desk/assessments/<int:pk>/sources/<int:number>/take-out/": _act(f"{JUDGED}sources/1/take-out/"),
    "desk/assessments/<int:pk>/elements/<slug:code>/": _read(f"{JUDGED}elements/ACC/", WHO + 18),
    "desk/assessments/<int:pk>/elements/<slug:code>/state/": _act(f"{JUDGED}elements/B-2/state/", WHO + 20),
    "desk/assessments/<int:pk>/not-known/": Address(
        f"{JUDGED}not-known/", status=405, methods=SENT, who="assess_countries", queries=WHO, kept=PRIVATE
    ),
    "desk/assessments/<int:pk>/confidence/": _act(f"{JUDGED}confidence/"),
    "desk/assessments/<int:pk>/steps/<slug:what>/": _act(
        f"{JUDGED}steps/put-up/", who="assess_countries | settle_assessments"
    ),
}
CLOSURE = {
    "desk/closure/": _read("/desk/closure/?sort=country", WHO + 10),
    "desk/closure/export.<slug:form>": _read("/desk/closure/export.csv", WHO + 10),
    "desk/closure/shortfalls/<int:pk>/": _read(ROOM, WHO + 20),
    "desk/closure/shortfalls/<int:pk>/wanted/": _act(f"{ROOM}wanted/", WHO + 10, "verify_closure"),
    "desk/closure/shortfalls/<int:pk>/steps/<slug:what>/": _act(f"{ROOM}steps/open/", WHO + 10, "verify_closure"),
    "desk/closure/shortfalls/<int:pk>/disputes/<int:number>/": _act(
        f"{ROOM}disputes/{{dispute}}/", WHO + 10, "verify_closure"
    ),
    "desk/closure/<str:code>/": _read("/desk/closure/NG/", WHO + 16),
    "desk/closure/<str:code>/export.<slug:form>": _read("/desk/closure/NG/export.csv", WHO + 12),
    "partner/closure/": _read("/partner/closure/", WHO + 12, READERS, "authority"),
    "partner/closure/export.<slug:form>": _read("/partner/closure/export.csv", WHO + 12, READERS, "authority"),
    "partner/closure/<int:pk>/": Address(
        MINE, who=READERS, queries=WHO + 18, kept=PRIVATE, role="authority", asks_further=True
    ),
    "partner/closure/<int:pk>/reply/": _act(f"{MINE}reply/", WHO + 12, "work_on_closure", "authority"),
    "partner/closure/<int:pk>/plan/": _act(f"{MINE}plan/", WHO + 12, "work_on_closure", "authority"),
    "partner/closure/<int:pk>/plan/<int:item>/drop/": _act(
        f"{MINE}plan/{{plan_item}}/drop/", WHO + 12, "work_on_closure", "authority"
    ),
    "partner/closure/<int:pk>/evidence/": _act(f"{MINE}evidence/", WHO + 12, "work_on_closure", "authority"),
    "partner/closure/<int:pk>/closed/": _act(f"{MINE}closed/", WHO + 12, "work_on_closure", "authority"),
    "partner/closure/<int:pk>/dispute/": _act(f"{MINE}dispute/", WHO + 12, "work_on_closure", "authority"),
}
ASSESSMENTS = {
    **COUNTRIES,
    **CLOSURE,
    "reference/instruments/": Address("/reference/instruments/", kept=A_MINUTE),
    "reference/instruments.json": Address("/reference/instruments.json", kept=A_MINUTE),
    "reference/instruments/crosswalk/": Address("/reference/instruments/crosswalk/", kept=A_MINUTE),
    "reference/instruments/<slug:code>/": Address("/reference/instruments/isps-port-facility/", kept=A_MINUTE),
    "reference/instruments/<slug:code>/instrument.json": Address(
        "/reference/instruments/isps-port-facility/instrument.json", kept=A_MINUTE
    ),
    "partner/self-assessments/": Address(
        "/partner/self-assessments/?state=open", who=READERS, queries=WHO + 6, kept=PRIVATE, role="authority"
    ),
    "partner/self-assessments/export.<slug:form>": Address(
        "/partner/self-assessments/export.csv", who=READERS, queries=WHO + 4, kept=PRIVATE, role="authority"
    ),
    "partner/self-assessments/new/": Address(
        "/partner/self-assessments/new/",
        methods=FORM,
        who="answer_self_assessment",
        queries=WHO + 3,
        kept=PRIVATE,
        role="authority",
    ),
    "partner/self-assessments/<int:pk>/": Address(
        "/partner/self-assessments/{self_assessment}/",
        who=READERS,
        queries=WHO + 10,
        kept=PRIVATE,
        role="authority",
        asks_further=True,
    ),
    "partner/self-assessments/<int:pk>/keep/": Address(
        "/partner/self-assessments/{self_assessment}/keep/",
        status=405,
        methods=SENT,
        who="answer_self_assessment",
        queries=WHO,
        kept=PRIVATE,
        role="authority",
    ),
    "partner/self-assessments/<int:pk>/evidence/": Address(
        "/partner/self-assessments/{self_assessment}/evidence/",
        status=405,
        methods=SENT,
        who="answer_self_assessment",
        queries=WHO,
        kept=PRIVATE,
        role="authority",
    ),
    "partner/self-assessments/<int:pk>/evidence/<int:answer>/": Address(
        "/partner/self-assessments/{self_assessment}/evidence/{self_answer}/",
        methods=FORM,
        who="answer_self_assessment",
        queries=WHO + 4,
        kept=PRIVATE,
        role="authority",
        asks_further=True,
    ),
    "partner/self-assessments/<int:pk>/submit/": Address(
        "/partner/self-assessments/{self_assessment}/submit/",
        status=405,
        methods=SENT,
        who="answer_self_assessment",
        queries=WHO,
        kept=PRIVATE,
        role="authority",
    ),
    "partner/self-assessments/<int:pk>/withdraw/": Address(
        "/partner/self-assessments/{self_assessment}/withdraw/",
        methods=FORM,
        who="answer_self_assessment",
        queries=WHO + 4,
        kept=PRIVATE,
        role="authority",
        asks_further=True,
    ),
    "desk/self-assessments/": Address(
        "/desk/self-assessments/?state=open", who="read_programme", queries=WHO + 6, kept=PRIVATE
    ),
    "desk/self-assessments/export.<slug:form>": Address(
        "/desk/self-assessments/export.csv", who="read_programme", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/self-assessments/<int:pk>/": Address(
        "/desk/self-assessments/{self_assessment}/", who="read_programme", queries=WHO + 14, kept=PRIVATE
    ),
    "desk/self-assessments/<int:pk>/answers/<int:answer>/": Address(
        "/desk/self-assessments/{self_assessment}/answers/{self_answer}/",
        status=405,
        methods=SENT,
        who="review_self_assessment",
        queries=WHO,
        kept=PRIVATE,
    ),
    "desk/self-assessments/<int:pk>/send-back/": Address(
        "/desk/self-assessments/{self_assessment}/send-back/",
        status=405,
        methods=SENT,
        who="review_self_assessment",
        queries=WHO,
        kept=PRIVATE,
    ),
    "desk/self-assessments/<int:pk>/close/": Address(
        "/desk/self-assessments/{self_assessment}/close/",
        status=405,
        methods=SENT,
        who="review_self_assessment",
        queries=WHO,
        kept=PRIVATE,
    ),
}
ASSESSMENTS_ELSEWHERE = {"assessments/desk/review.html": "tests/apps/assessments"}
